import {
  appliedEntries,
  type EntryKind,
  type EntryRow,
  entryProblemSlices,
  fileOfImport,
  glossaryImportSlices,
} from '../core/changes/imports/glossary-import.ts';
import { describeImportImpact, type ImportImpact, importImpactSlices } from '../core/changes/imports/import-impact.ts';
import { saveEntries, sayOutcome } from '../core/changes/imports/save-entries.ts';
import { formatProblem, type Problem } from '../core/checks/problem.ts';
import { isGrave } from '../core/checks/rule.ts';
import { type Concept, preferredTerm } from '../core/model/concept.ts';
import { formatPlace } from '../core/model/place.ts';
import { counted } from '../core/text/counted.ts';
import { CHANGE_ELSEWHERE, canReplace, notEditable } from '../formats/glossary/kinds.ts';
import { plainEntry } from '../formats/glossary/plain-entry.ts';
import type { ImportedFile } from '../formats/import/read-import.ts';
import { sayJson } from './check-report.ts';
import type { Console, ExitCode } from './command.ts';
import type { ImportCommand, ImportTelling } from './import-command.ts';

type Termbase = Extract<ImportedFile, { readonly kind: 'glossary' }>;

/** Everything there is to say of an import of a glossary. */
interface Outcome extends Written {
  readonly command: ImportCommand;
  readonly format: string;
  readonly rows: readonly EntryRow[];
  /** What was to be written. */
  readonly applied: readonly EntryRow[];
  /** The file of new entries. */
  readonly into: string;
  /** What of the file could not be read, and what its entries have wrong. */
  readonly problems: readonly Problem[];
  /** What of the file was not meant to be read here. */
  readonly remarks: readonly Problem[];
  /** What the entries that were to be written do to the articles. */
  readonly impact: ImportImpact;
}

interface Written {
  /** What is written, or would be. */
  readonly taken: readonly EntryRow[];
  /** Why entries were not written, in sentences. */
  readonly refused: readonly string[];
}

export async function importGlossary(
  termbase: Termbase,
  command: ImportCommand,
  ports: ImportTelling,
): Promise<ExitCode> {
  const { library, pacer, console } = ports;
  const { glossary } = library.current();
  const { problems, format } = termbase;
  const rows = await pacer.finish(glossaryImportSlices(termbase, glossary));
  const applied = appliedEntries(rows, command);
  const wrong = await pacer.finish(entryProblemSlices(applied, glossary));
  const impact = await pacer.finish(importImpactSlices(applied, library.current()));
  const into = fileOfImport(command.file);
  const written = command.write ? await write(applied, into, ports) : { taken: applied, refused: [] };
  const remarks = problems.filter((one) => !isGrave(one));
  const outcome = {
    command,
    format,
    rows,
    applied,
    into,
    problems: [...problems, ...wrong],
    remarks,
    impact,
    ...written,
  };
  if (command.format === 'json') sayJson(reportOf(outcome), console.out);
  else sayText(outcome, console);
  return isSound(outcome) ? 0 : 1;
}

/** What was written, and why the rest was not. */
async function write(rows: readonly EntryRow[], into: string, { glossary }: ImportTelling): Promise<Written> {
  const writable = rows.filter(({ ours }) => canReplace(ours));
  const outcomes = await saveEntries(glossary, writable, into);
  const exports = rows.flatMap(({ ours }) => (ours === null || canReplace(ours) ? [] : [ours]));
  return {
    taken: outcomes.flatMap((one) => (one.why === null ? one.rows : [])),
    refused: [
      ...exports.map(({ id, place }) => `“${id}”: ${notEditable(place.file)} ${CHANGE_ELSEWHERE}`),
      ...outcomes.filter(({ why }) => why !== null).map(sayOutcome),
    ],
  };
}

function isSound({ rows, applied, problems, refused }: Outcome): boolean {
  const open = rows.filter((row) => row.kind === 'conflict' && !applied.includes(row));
  return open.length + problems.filter(isGrave).length + refused.length === 0;
}

function sayText(outcome: Outcome, { out, err }: Console): void {
  const { rows, taken, problems, refused } = outcome;
  for (const row of rows) if (row.kind !== 'same') out(`${lineOf(row, taken.includes(row))}\n`);
  const same = countOf(rows, 'same');
  if (same > 0) out(`= ${same} the same\n`);
  for (const problem of problems.filter(isGrave)) out(`${formatProblem(problem)}\n`);
  for (const remark of outcome.remarks) err(`${formatProblem(remark)}\n`);
  for (const sentence of refused) err(`${sentence}\n`);
  const { broken, mended, unchecked } = outcome.impact;
  if (broken.length + mended.length + unchecked.length > 0) err(`articles: ${describeImportImpact(outcome.impact)}.\n`);
  err(`${summaryOf(outcome)}\n`);
}

const SIGNS: Readonly<Record<EntryKind, string>> = { new: '+', changed: '~', conflict: '!', same: '=' };

function lineOf({ kind, ours, entry, says }: EntryRow, isTaken: boolean): string {
  if (ours === null) return `+ ${entry.id} new: ${termsOf(entry)}`;
  const where = formatPlace(ours.place);
  return `${SIGNS[kind]} ${ours.id} (${where}): ${says.join('; ')}; ${isTaken ? 'theirs is taken' : 'ours stays'}`;
}

function termsOf(entry: Concept): string {
  return `${preferredTerm(entry, 'fr')?.text} → ${preferredTerm(entry, 'en')?.text}`;
}

function countOf(rows: readonly EntryRow[], kind: EntryKind): number {
  return rows.filter((row) => row.kind === kind).length;
}

function summaryOf(outcome: Outcome): string {
  const { rows } = outcome;
  const conflicts = countOf(rows, 'conflict');
  const counts = [
    `${countOf(rows, 'changed')} changed`,
    `${countOf(rows, 'new')} new`,
    `${countOf(rows, 'same')} the same`,
    ...(conflicts > 0 ? [`${conflicts} against ours`] : []),
  ];
  return `glossary: ${counts.join(', ')}. ${doneOf(outcome)}`;
}

function doneOf({ command, rows, applied, taken, into }: Outcome): string {
  const added = counted(taken.filter(({ ours }) => ours === null).length, 'new entry', 'new entries');
  const ours = taken.flatMap((row) => row.ours ?? []);
  const files = [...new Set(ours.map(({ place }) => place.file))].join(', ');
  const put = ours.length > 0 ? ` and ${counted(ours.length, 'entry', 'entries')} of ours into ${files}` : '';
  const left = rows.length - countOf(rows, 'same') - applied.length;
  const theirs = left > 0 ? ' Entries that are there stay as they are; --theirs adds to them what the file says.' : '';
  if (applied.length === 0) return `There is nothing to write.${theirs}`;
  if (!command.write) return `Nothing is written; --write writes ${added} into ${into}${put}.${theirs}`;
  return `${added} written into ${into}${put}.${theirs}`;
}

function reportOf({ command, format, rows, taken, into, problems, impact }: Outcome) {
  return {
    ...{ file: command.file, kind: 'glossary', format, into, written: command.write },
    entries: rows.map((row) => ({
      id: row.entry.id,
      kind: row.kind,
      entry: plainEntry(row.entry),
      before: row.ours === null ? null : plainEntry(row.ours),
      says: row.says,
      taken: taken.includes(row),
      line: row.theirs.place.line,
      column: row.theirs.place.column,
    })),
    findings: problems.map(({ excerpt: _, ...problem }) => problem),
    articles: impact,
  };
}
