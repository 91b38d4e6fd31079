import type { Response } from 'express';
import { conceptVersion } from '../../core/changes/concept-version.ts';
import {
  type EntryRow,
  entryProblemSlices,
  fileOfImport,
  glossaryImportSlices,
} from '../../core/changes/glossary-import.ts';
import { StoreError } from '../../core/changes/store-error.ts';
import { isEditable } from '../../formats/glossary/kinds.ts';
import { GLOSSARY, withSaved } from '../addresses.ts';
import { statusOf } from '../errors.ts';
import { importTermsPage, shownEntries, valueOfEntry } from '../pages/import-terms-page.ts';
import { CHANGED_MEANWHILE, type FoundImport, type ImportPorts, NOTHING_TICKED, tickedIn } from './imported.ts';
import { readAgain } from './read-again.ts';
import { sentBy } from './requests.ts';
import { leadTo, showPage } from './sending.ts';

type Found = FoundImport<'glossary'>;

/** What was last said of a file, and why it was not written. */
interface Said {
  readonly ticked: ReadonlySet<string> | null;
  readonly wrong: string | null;
  readonly status?: number;
}

/** Shows what a glossary would add. */
export async function showTerms(ports: ImportPorts, response: Response, found: Found): Promise<void> {
  return show(ports, response, { ...found, rows: await rowsOf(ports, found) }, { ticked: null, wrong: null });
}

function rowsOf({ library, pacer }: ImportPorts, { read }: Found): Promise<readonly EntryRow[]> {
  return pacer.finish(glossaryImportSlices(read.concepts, library.current().glossary));
}

async function show(
  { library, pacer }: ImportPorts,
  response: Response,
  { name, imported, read, rows }: Found & { readonly rows: readonly EntryRow[] },
  { ticked, wrong, status = 200 }: Said,
): Promise<void> {
  const files = library.current();
  const shown = shownEntries(rows).map(([, row]) => row);
  const problems = await pacer.finish(entryProblemSlices(shown, files.glossary));
  const grave = problems.filter(({ severity }) => severity !== 'info');
  const remarks = read.problems.map(({ message, line }) => `Line ${line}: ${message}`);
  const into = fileOfImport(imported.file);
  const page = { name, from: imported.from, into, rows, remarks, problems: grave, ticked, wrong };
  showPage(response, 'import-terms', importTermsPage(page, files), status);
}

/** Writes the ticked entries, each only over the entry that it was chosen over. */
export async function takeTerms(ports: ImportPorts, response: Response, found: Found): Promise<void> {
  const rows = await rowsOf(ports, found);
  const ticked = tickedIn(sentBy(response.req)['row']);
  const again = async (wrong: string, status: number) =>
    show(ports, response, { ...found, rows: await rowsOf(ports, found) }, { ticked, wrong, status });
  if (ticked.size === 0) return again(NOTHING_TICKED, 422);
  const chosen = shownEntries(rows)
    .filter(([index, row]) => ticked.has(valueOfEntry(row, index)))
    .map(([, row]) => row)
    .filter(({ ours }) => ours === null || isEditable(ours.place.file));
  if (chosen.length < ticked.size) return again(CHANGED_MEANWHILE, 409);
  try {
    const last = await save(ports, chosen, fileOfImport(found.imported.file));
    if (last === null) return again(CHANGED_MEANWHILE, 409);
    leadTo(response, last === 0 ? GLOSSARY : withSaved(GLOSSARY, last));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return again(error.message, statusOf(error));
  }
  return undefined;
}

/** @returns number of the last save, 0 for none; null where an entry had changed @throws {StoreError} */
async function save(
  { library, glossary }: ImportPorts,
  rows: readonly EntryRow[],
  into: string,
): Promise<number | null> {
  try {
    let last: number | null = 0;
    for (const { ours, entry } of rows) {
      if (ours === null) continue;
      last = await glossary.save(ours.place.file, { kind: 'put', id: ours.id, entry }, conceptVersion(ours));
      if (last === null) return null;
    }
    const added = rows.filter(({ ours }) => ours === null).map(({ entry }) => entry);
    return added.length === 0 ? last : ((await glossary.addAll(into, added)) ?? last);
  } finally {
    await readAgain(library);
  }
}
