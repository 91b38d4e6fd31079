/** One target to be written into the catalogue of an article. */
export interface TargetEdit {
  /** Id of the unit, in the article as it stood when the edit was made. */
  readonly unit: string;
  /** The French of that unit at that time. The edit goes where this French stands by now. */
  readonly source: string;
  readonly target: string;
  readonly state: 'translated' | 'reviewed';
  /** Translator comments that go with the target: `origin: …`, `repaired: …`, `terms: …`, a new `waive: …`. */
  readonly comments: readonly string[];
  /** Translator’s notes in place of those that are there; absent where those stay. */
  readonly notes?: readonly string[];
  /** The French that the target is of, where the unit says something else by now; null otherwise. */
  readonly previous: string | null;
  /** The target this edit replaces; when another one stands there by now, that one stays. '' for none. */
  readonly expected: string;
}

/** An edit by the id of now. */
export type PlacedEdit = Omit<TargetEdit, 'source'>;

/** What became of targets that were to be written. */
export interface SavedTargets {
  /** Units whose target, or whose French, had changed meanwhile; what is there stays as it is. */
  readonly refused: readonly string[];
  /** Number of the save; null when nothing had to be written. */
  readonly save: number | null;
}

/** Where translations are kept. */
export interface TranslationStore {
  /**
   * Wants that targets of an article could be written now: its files can be read, and its catalogue written.
   *
   * @throws {StoreError} as a save would
   */
  rehearse(slug: string): Promise<void>;
  /**
   * Writes targets durably.
   *
   * @throws {StoreError}
   */
  save(slug: string, edits: readonly TargetEdit[]): Promise<SavedTargets>;
}
