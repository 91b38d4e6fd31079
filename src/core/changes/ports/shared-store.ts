/** A copy of the files elsewhere, which other people save to. Here it is the git repository that the files stand in. */
export interface SharedStore {
  state(): SharedState;
  /** Fetches what others saved, merges it, and sends what was saved here; what came of it is in the state. */
  exchange(): Promise<void>;
}

/** How far the copies are alike. */
export interface SharedState {
  /** Saves that the other copy does not have. */
  readonly unsent: number;
  /** Whether there is another copy at all. */
  readonly hasOther: boolean;
  /** Null while all goes well. */
  readonly trouble: SharedTrouble | null;
  /** What was kept of the other copy beside files that no check reads; absent where there is none. */
  readonly gaveWay?: readonly string[];
}

/** Why nothing is exchanged at the moment. */
export interface SharedTrouble {
  /** `away`: out of reach. `refused`: it takes nothing from here. `held`: somebody has to do something here first. */
  readonly kind: 'away' | 'refused' | 'held';
  /** Milliseconds since 1970. */
  readonly since: number;
  /** One sentence for `held`, the other copy’s own words for `refused`; '' for `away`. */
  readonly says: string;
}

/** A save that the other copy is to have. */
export interface SharedSave {
  /** A file, or the folder of an article that came or went; relative to the root. */
  readonly place: string;
  /** What was written; null for a file that went, absent for a folder. */
  readonly text?: string | null;
  /** What stood there; null for a file that came, absent for a folder, and where nobody knows any more. */
  readonly before?: string | null;
  /** “paragraph 7 of deepseek-r2” */
  readonly what: string;
  /** Null where nobody knows. */
  readonly by: string | null;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** Is told of saves. */
export interface SaveWatcher {
  /** Before anything is written at a place, so that a server that is killed leaves word of it. */
  before(place: string): Promise<void>;
  after(save: SharedSave): void;
}

/** Where there is no other copy. */
export const NO_WATCHER: SaveWatcher = { before: async () => {}, after: () => {} };
