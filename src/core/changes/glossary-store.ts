import type { EntryChange } from './entry-change.ts';

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
