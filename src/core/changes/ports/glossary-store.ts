import type { EntryChange, EntryChanges } from './entry-change.ts';

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
  /**
   * Writes entries of one file durably, as one save: all of them or none. New ones go behind those of a YAML file,
   * which is made where there is none.
   *
   * @throws {StoreError}
   */
  saveAll(file: string, changes: ExpectedChanges): Promise<SavedEntries>;
}

/** Changes of entries of one file. */
export interface ExpectedChanges extends EntryChanges {
  /** Version of each entry that a change was made over, by its id. */
  readonly expected: ReadonlyMap<string, string>;
}

/** What became of entries that were to be written. */
export interface SavedEntries {
  /** Ids of those of which another version stands there by now; nothing is written where there is any. */
  readonly refused: readonly string[];
  /** Number of the save; null when nothing had to be written. */
  readonly save: number | null;
}
