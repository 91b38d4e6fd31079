import { counted } from '../../text/counted.ts';
import { fewNamed } from '../../text/few-named.ts';
import { conceptVersion } from '../concept-version.ts';
import type { GlossaryStore } from '../ports/glossary-store.ts';
import { StoreError } from '../ports/store-error.ts';
import type { EntryRow } from './glossary-import.ts';

/** What became of the entries of one file: all of them are written, or none. */
export interface EntriesOutcome {
  readonly file: string;
  readonly rows: readonly EntryRow[];
  /** Why none of them is written: what went wrong, or the ids of those that changed meanwhile; null where all are. */
  readonly why: StoreError | readonly string[] | null;
  /** Number of the save; null when nothing had to be written. */
  readonly save: number | null;
}

/**
 * Writes entries of an import file by file, each entry over the version it was chosen over.
 *
 * @param into the file of new entries
 */
export async function saveEntries(
  store: GlossaryStore,
  rows: readonly EntryRow[],
  into: string,
): Promise<readonly EntriesOutcome[]> {
  const outcomes: EntriesOutcome[] = [];
  const fileOf = ({ ours }: EntryRow) => ours?.place.file ?? into;
  for (const file of new Set(rows.map(fileOf))) {
    const own = rows.filter((row) => fileOf(row) === file);
    outcomes.push(await saveFile(store, own, file));
  }
  return outcomes;
}

async function saveFile(store: GlossaryStore, rows: readonly EntryRow[], file: string): Promise<EntriesOutcome> {
  const old = rows.flatMap(({ ours, entry }) => (ours === null ? [] : [{ ours, entry }]));
  try {
    const { refused, save } = await store.saveAll(file, {
      puts: old.map(({ ours, entry }) => ({ id: ours.id, entry })),
      adds: rows.filter(({ ours }) => ours === null).map(({ entry }) => entry),
      expected: new Map(old.map(({ ours }) => [ours.id, conceptVersion(ours)])),
    });
    return { file, rows, why: refused.length > 0 ? refused : null, save };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { file, rows, why: error, save: null };
  }
}

/** What became of the entries of one file, in a sentence or two. */
export function sayOutcome({ file, rows, why }: EntriesOutcome): string {
  const count = counted(rows.length, 'entry', 'entries');
  if (why === null) return `${count} written into ${file}.`;
  const none = `Nothing was written into ${file} (${count}).`;
  if (why instanceof StoreError) return `${why.message} ${none}`;
  return `${fewNamed(why, MOST_NAMES, (id) => `“${id}”`)} changed meanwhile. ${none}`;
}

/** Entries that a sentence names. */
const MOST_NAMES = 10;
