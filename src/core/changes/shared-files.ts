/** How the files of a checkout are read and written; paths are relative to its top, with forward slashes. */
export interface SharedFiles {
  /** In turn with all saves of that file. */
  inTurn<T>(path: string, work: () => Promise<T>): Promise<T>;
  /** Null where there is none. @throws where something else than a file stands there */
  read(path: string): Promise<Uint8Array | null>;
  /**
   * Puts bytes in the place of others, or takes a file away, in one step.
   *
   * @param bytes null for no file
   * @returns false where something else stands there than was expected
   */
  write(path: string, bytes: Uint8Array | null, expected: Uint8Array | null): Promise<boolean>;
  /** Paths of the plain files at a place or below it, without those that are being written. */
  list(place: string): Promise<readonly string[]>;
}
