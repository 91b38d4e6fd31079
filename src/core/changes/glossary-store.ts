import type { Concept } from '../model/concept.ts';
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
  /**
   * Writes new entries durably behind those of a YAML file, which is made where there is none; all of them or none.
   *
   * @returns number of the save
   * @throws {StoreError}
   */
  addAll(file: string, entries: readonly Concept[]): Promise<number | null>;
}
