import { StoreError } from '../../core/changes/ports/store-error.ts';
import type { Concept } from '../../core/model/concept.ts';
import { formatPlace } from '../../core/model/place.ts';
import type { ParsedFiles } from '../kept/parsed-files.ts';
import { readGlossaryFiles } from '../loading/list-sources.ts';

/** A file of the glossary before and after a change. */
export interface ChangedFile {
  /** Relative to the root. */
  readonly file: string;
  readonly before: string | null;
  readonly after: string;
}

/** What the entries of a root are read with. */
export interface EntryReaders {
  readonly root: string;
  readonly parsed: Pick<ParsedFiles, 'glossary'>;
}

/**
 * Looks at all glossary files as they are at this moment, whatever was read of them before: a change of one gives no
 * entry an id that another has. What is there twice already stays a matter of who wrote it.
 *
 * @throws {StoreError}
 * @guard id-of-other-entry
 */
export async function refuseTakenIds(changed: ChangedFile, readers: EntryReaders): Promise<void> {
  const { file, before: text, after } = changed;
  if (!file.startsWith('glossary/')) return;
  const old = text === null ? [] : await maintainedIn(text, file, readers);
  const now = await maintainedIn(after, file, readers);
  const come = comeTo(old, now);
  if (come.length === 0) return;
  const known = firstById([...old, ...(await maintainedBeside(file, readers))]);
  for (const entry of come) {
    const twin = known.get(entry.id);
    if (twin !== undefined) throw taken(twin);
    known.set(entry.id, entry);
  }
}

/** Why an id cannot be given to an entry, with the one that has it. */
export function taken({ id, place }: Concept): StoreError {
  return new StoreError(
    `“${id}” is the id of the entry at ${formatPlace(place)}. Change that entry, or give this one another id.`,
    'unfit',
  );
}

/** Entries whose id more have now than before, as many as came. */
function comeTo(old: readonly Concept[], now: readonly Concept[]): readonly Concept[] {
  const left = new Map<string, number>();
  for (const { id } of old) left.set(id, (left.get(id) ?? 0) + 1);
  return now.filter(({ id }) => {
    const count = left.get(id) ?? 0;
    left.set(id, count - 1);
    return count <= 0;
  });
}

function firstById(entries: readonly Concept[]): Map<string, Concept> {
  return new Map(entries.map((entry) => [entry.id, entry] as const).reverse());
}

/** What tools write gets ids of its own, as far as they are free. */
async function maintainedIn(text: string, file: string, { parsed }: EntryReaders): Promise<readonly Concept[]> {
  const { concepts } = await parsed.glossary(text, file);
  return concepts.filter(({ isExport }) => isExport !== true);
}

async function maintainedBeside(file: string, readers: EntryReaders): Promise<readonly Concept[]> {
  const all: Concept[] = [];
  for (const { path, text } of await readGlossaryFiles(readers.root))
    if (path !== file && text !== null) for (const entry of await maintainedIn(text, path, readers)) all.push(entry);
  return all;
}
