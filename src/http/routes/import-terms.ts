import type { Response } from 'express';
import {
  type EntryRow,
  entryProblemSlices,
  fileOfImport,
  glossaryImportSlices,
} from '../../core/changes/imports/glossary-import.ts';
import { importImpactSlices } from '../../core/changes/imports/import-impact.ts';
import { type EntriesOutcome, saveEntries, sayOutcome } from '../../core/changes/imports/save-entries.ts';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import { isGrave } from '../../core/checks/rule.ts';
import { canReplace } from '../../formats/glossary/kinds.ts';
import { changesAddress, GLOSSARY, withSaved } from '../addresses.ts';
import { statusOf } from '../errors.ts';
import { importTermsPage, shownEntries, tickedRows, valueOfEntry } from '../pages/adding/import-terms-page.ts';
import {
  CHANGED_MEANWHILE,
  type FoundImport,
  type ImportPorts,
  NOTHING_SAID,
  NOTHING_TICKED,
  type SaidOfImport,
  tickedIn,
} from './imported.ts';
import { readAgain } from './read-again.ts';
import { sentBy } from './requests.ts';
import { leadTo, showPage } from './sending.ts';

type Found = FoundImport<'glossary'>;

/** Shows what a glossary would add. */
export async function showTerms(ports: ImportPorts, response: Response, found: Found): Promise<void> {
  return show(ports, response, { ...found, rows: await rowsOf(ports, found) }, NOTHING_SAID);
}

function rowsOf({ library, pacer }: ImportPorts, { read }: Found): Promise<readonly EntryRow[]> {
  return pacer.finish(glossaryImportSlices(read, library.current().glossary));
}

async function show(
  { library, pacer }: ImportPorts,
  response: Response,
  { name, imported, read, rows }: Found & { readonly rows: readonly EntryRow[] },
  { ticked, wrong, status = 200 }: SaidOfImport,
): Promise<void> {
  await library.settled();
  const files = library.current();
  const shown = shownEntries(rows).map(([, row]) => row);
  const problems = await pacer.finish(entryProblemSlices(shown, files.glossary));
  const grave = problems.filter(isGrave);
  const impact = await pacer.finish(importImpactSlices(tickedRows(rows, ticked), files));
  const remarks = read.problems.map(({ message, line }) => `Line ${line}: ${message}`);
  const into = fileOfImport(imported.file);
  const page = { name, from: imported.from, into, rows, remarks, problems: grave, impact, ticked, wrong };
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
    .filter(({ ours }) => canReplace(ours));
  if (chosen.length < ticked.size) return again(CHANGED_MEANWHILE, 409);
  const outcomes = await save(ports, chosen, fileOfImport(found.imported.file));
  const failed = outcomes.filter(({ why }) => why !== null);
  if (failed.length > 0) return again(failureOf(outcomes), statusOfFailed(failed));
  leadTo(response, addressAfter(outcomes));
  return undefined;
}

/** What was written and what was not, by file. */
function failureOf(outcomes: readonly EntriesOutcome[]): string {
  const isNoneWritten = outcomes.every(({ why }) => why !== null);
  if (isNoneWritten && outcomes.every(({ why }) => !(why instanceof StoreError))) return CHANGED_MEANWHILE;
  return outcomes.map(sayOutcome).join(' ');
}

function statusOfFailed(failed: readonly EntriesOutcome[]): number {
  const error = failed.map(({ why }) => why).find((why) => why instanceof StoreError);
  return error === undefined ? 409 : statusOf(error);
}

/** Where one save can be undone; several are told apart where all are. */
function addressAfter(outcomes: readonly EntriesOutcome[]): string {
  const saves = outcomes.flatMap(({ save: number }) => number ?? []);
  const [first] = saves;
  if (first === undefined) return GLOSSARY;
  return saves.length === 1 ? withSaved(GLOSSARY, first) : changesAddress({});
}

async function save(
  { library, glossary }: ImportPorts,
  rows: readonly EntryRow[],
  into: string,
): Promise<readonly EntriesOutcome[]> {
  try {
    return await saveEntries(glossary, rows, into);
  } finally {
    await readAgain(library);
  }
}
