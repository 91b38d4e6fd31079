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
  /** Of an article that came or went as a whole; absent for what was written in a file. */
  readonly move?: MoveWords;
}

/** How a page speaks of an article that came or went. */
export interface MoveWords {
  /** One sentence. */
  readonly says: string;
  /** What the button says that undoes it. */
  readonly undo: string;
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
