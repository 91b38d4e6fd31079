/** What a file of a checkout is to be. */
export interface SharedFile {
  readonly bytes: Uint8Array;
  /** Whether it may be run; null where that stays as it is. */
  readonly runs: boolean | null;
}

/** How the files of a checkout are read and written; paths are relative to its top, with forward slashes. */
export interface SharedFiles {
  /** In turn with all saves of that file. */
  inTurn<T>(path: string, work: () => Promise<T>): Promise<T>;
  /** Null where there is none. @throws where something else than a file stands there */
  read(path: string): Promise<Uint8Array | null>;
  /**
   * Puts bytes in the place of others, or takes a file away, in one step.
   *
   * @param next null for no file
   * @returns false where something else stands there than was expected
   */
  write(path: string, next: SharedFile | null, expected: Uint8Array | null): Promise<boolean>;
  /** Paths of the plain files at a place or below it, without those that are being written. */
  list(place: string): Promise<readonly string[]>;
}
