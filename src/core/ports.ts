import type { CheckedArticle } from './check.ts';
import type { Concept } from './concept.ts';
import type { Glossary } from './glossary.ts';
import type { Problem } from './problem.ts';

/** Everything there is to show at one moment, made from the files alone. Immutable: a change makes a new one. */
export interface Snapshot {
  /** Content hash of all the files read. */
  readonly revision: string;
  readonly glossary: Glossary;
  /** Paths relative to the root. */
  readonly glossaryFiles: readonly string[];
  /** By slug, in order. */
  readonly articles: ReadonlyMap<string, CheckedArticle>;
  /** What the files have wrong, by file and line. Where a file is broken its last good version is in use. */
  readonly problems: readonly Problem[];
}

/** The files under one root, always in their newest good state. */
export interface Library {
  current(): Snapshot;
  /** Reads the files again now; resolves when the new snapshot is in use. */
  reload(): Promise<void>;
  /** What would be there after a change of the glossary; nothing is written, nothing replaced. */
  imagine(change: EntryChange): Promise<Imagined>;
  /** Calls back after each change. Returns the way to stop. */
  onChange(listener: (snapshot: Snapshot) => void): () => void;
  close(): Promise<void>;
}

/** What a change of one entry would make of everything. */
export type Imagined = Pick<Snapshot, 'glossary' | 'articles'>;

/** What is to become of one entry of the glossary. */
export type EntryChange =
  | { readonly kind: 'add'; readonly entry: Concept }
  | { readonly kind: 'put'; readonly id: string; readonly entry: Concept }
  | { readonly kind: 'delete'; readonly id: string };

/** Where the glossary is kept. */
export interface GlossaryStore {
  /**
   * Writes one entry durably.
   *
   * @param file the file it stands in or is to stand in, relative to the root
   * @param expected version of the entry that the change was made over; null for a new one
   * @returns number of the save; null when another version stands there by now, which stays
   * @throws {StoreError}
   */
  save(file: string, change: EntryChange, expected: string | null): Promise<number | null>;
}

/** A save that was made from a page. */
export interface Save {
  readonly number: number;
  /** Relative to the root. */
  readonly file: string;
  /** “paragraph 7 of deepseek-r2” */
  readonly what: string;
  /** The page of what was changed: `/articles/deepseek-r2#p7`. */
  readonly where: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Whether the file is still as that save left it. */
  readonly undoable: boolean;
}

/** The saves of this run of the server, so that each can be undone until its file changes otherwise. */
export interface History {
  /** The newest first. */
  saves(): Promise<readonly Save[]>;
  /**
   * Puts back what stood in the file before a save. That is a save too, and can be undone.
   *
   * @returns its number; null when the file has changed otherwise since, or nothing is known of that save
   * @throws {StoreError}
   */
  undo(number: number): Promise<number | null>;
}

/** One target to be written into the catalogue of an article. */
export interface TargetEdit {
  /** Id of the unit. */
  readonly unit: string;
  readonly target: string;
  readonly state: 'translated' | 'reviewed';
  /** Translator comments that go with the target: `origin: …`, `repaired: …`, `terms: …`, a new `waive: …`. */
  readonly comments: readonly string[];
  /** The French that the target is of, where the unit says something else by now; null otherwise. */
  readonly previous: string | null;
  /** The target this edit replaces; when another one stands there by now, that one stays. '' for none. */
  readonly expected: string;
}

/**
 * What kept something from being saved: the disk is full, writing there is not allowed, the file keeps changing, the
 * file is written so that it cannot be changed; or anything else.
 */
export type StoreReason = 'full' | 'forbidden' | 'changing' | 'unfit' | 'other';

/** Why something could not be saved, in one sentence; what was there before still is. */
export class StoreError extends Error {
  readonly reason: StoreReason;
  constructor(message: string, reason: StoreReason = 'other') {
    super(message);
    this.reason = reason;
  }
}

/** What became of targets that were to be written. */
export interface SavedTargets {
  /** Units whose target had changed meanwhile; theirs stays as it is. */
  readonly refused: readonly string[];
  /** Number of the save; null when nothing had to be written. */
  readonly save: number | null;
}

/** Where translations are kept. */
export interface TranslationStore {
  /**
   * Writes targets durably.
   *
   * @throws {StoreError}
   */
  save(slug: string, edits: readonly TargetEdit[]): Promise<SavedTargets>;
}

/** What an engine can do; the plan, the price and the run are the same for all. */
export interface EngineAbilities {
  /** `native`: it keeps a glossary; `prompt`: it is told the terms of each batch; `none`. */
  readonly glossary: 'native' | 'prompt' | 'none';
  /** Whether it reads the neighbouring paragraphs without translating them. */
  readonly context: boolean;
  /** Of one request. Characters are Unicode code points. */
  readonly mostTexts: number;
  readonly mostCharacters: number;
  /** What it costs: characters of the source, or nothing. */
  readonly price: 'characters' | 'free';
  /** Whether the text stays on this machine. */
  readonly offline: boolean;
}

/** A French term and the English it wants. */
export interface TermPair {
  readonly source: string;
  readonly target: string;
}

export interface EngineBatch {
  /** French paragraphs, each without line breaks of its own. */
  readonly texts: readonly string[];
  /** French text around them; not to be translated. */
  readonly context: string;
  /** The terms that stand in these texts. */
  readonly terms: readonly TermPair[];
}

export interface EngineAnswer {
  /** As many as were sent, in order. */
  readonly texts: readonly string[];
  /** Characters that the engine says it billed. */
  readonly billed: number;
}

/** Something that translates French into American English. */
export interface Engine {
  /** As `--engine` takes it. */
  readonly name: string;
  /** Name and settings as they stand in `# origin:`; another label is another translation. */
  readonly label: string;
  readonly abilities: EngineAbilities;
  /** Makes the engine’s own glossary agree with ours, once before the first batch. Gives what it could not take. */
  prepare(pairs: readonly TermPair[]): Promise<readonly string[]>;
  /** @throws {EngineError} */
  translate(batch: EngineBatch): Promise<EngineAnswer>;
  /** Characters left in the billing period; null when the engine does not say. */
  remaining(): Promise<number | null>;
}

/** Why an engine did not answer, in one sentence for a person. Never holds a key. */
export class EngineError extends Error {
  /** `batch`: a smaller request may go well; `stop`: none will. */
  readonly reach: 'batch' | 'stop';
  constructor(message: string, reach: 'batch' | 'stop') {
    super(message);
    this.reach = reach;
  }
}
