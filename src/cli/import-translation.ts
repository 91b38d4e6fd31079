import { importedArticleSlices } from '../core/changes/imports/import-article.ts';
import { importEditSlices, importFindingSlices } from '../core/changes/imports/import-edits.ts';
import { appliedRows, type ImportPlan, type ImportRow, importPlanSlices } from '../core/changes/imports/import-plan.ts';
import type { CheckedArticle } from '../core/checks/checked-article.ts';
import type { Finding } from '../core/checks/finding.ts';
import { formatProblem } from '../core/checks/problem.ts';
import { isGrave } from '../core/checks/rule.ts';
import { exactPlace } from '../core/model/place.ts';
import { asksOther, whyNotApprove } from '../core/people/approvals.ts';
import { counted } from '../core/text/counted.ts';
import { cutShort } from '../core/text/cut-short.ts';
import { fileNameOf } from '../core/text/file-name.ts';
import { readLike } from '../formats/article/inline-marks.ts';
import { mayBeTerms } from '../formats/import/import-format.ts';
import type { ImportedFile } from '../formats/import/read-import.ts';
import { reported, sayJson } from './check-report.ts';
import { articleNamed } from './chosen-articles.ts';
import { type Console, type ExitCode, UsageError } from './command.ts';
import type { ImportCommand, ImportTelling } from './import-command.ts';

const OTHER = 'this article wants somebody else to approve them (review: other)';

type Translation = Extract<ImportedFile, { readonly kind: 'translation' }>;

/** Everything there is to say of an import of a translation. */
interface Outcome {
  readonly command: ImportCommand;
  readonly plan: ImportPlan;
  readonly format: string;
  readonly remarks: Translation['file']['remarks'];
  /** What is written, or would be. */
  readonly applied: readonly ImportRow[];
  readonly findings: readonly Finding[];
  /** Units whose text was another when it was to be written. */
  readonly refused: readonly string[];
}

/** @throws {UsageError} where the file is of no article */
export async function importTranslation(
  read: Translation,
  command: ImportCommand,
  ports: ImportTelling,
): Promise<ExitCode> {
  const { file, format } = read;
  const { library, pacer, console } = ports;
  const { article } = await articleOf(read, command, ports);
  const plan = await pacer.finish(importPlanSlices(article, file.units, readLike));
  const applied = appliedRows(plan, command);
  const { glossary } = library.current();
  const findings = await pacer.finish(importFindingSlices(article, applied, { glossary, read: readLike }));
  const refused = command.write ? await write(applied, article.slug, { ...ports, file: command.file }) : [];
  const outcome = { command, plan, format, applied, findings, refused, remarks: file.remarks };
  if (command.format === 'json') sayJson(reportOf(outcome), console.out);
  else sayText(outcome, console);
  return isSound(outcome) ? 0 : 1;
}

async function articleOf(
  { file, format }: Translation,
  { article: wanted, file: name }: ImportCommand,
  { library, pacer }: ImportTelling,
): Promise<CheckedArticle> {
  const snapshot = library.current();
  if (wanted !== null) return articleNamed(snapshot, wanted);
  if (file.units.length === 0) throw new UsageError(`“${name}” holds no text with a translation.`);
  const found = await pacer.finish(importedArticleSlices(snapshot.articles, file, readLike));
  if (found !== null) return found;
  throw new UsageError(
    `No article has any of the French texts of “${name}”; name the one it is of with --article, or add it first. ${mayBeTerms(format)}`.trimEnd(),
  );
}

async function write(
  rows: readonly ImportRow[],
  slug: string,
  { library, translations, pacer, today, file, person, console }: ImportTelling & { readonly file: string },
): Promise<readonly string[]> {
  if (rows.length === 0) return [];
  const { glossary, articles } = library.current();
  const approving = {
    person: person === null ? null : { name: person, role: 'reviewer' as const },
    byOther: asksOther(articles.get(slug)?.article),
  };
  const mayApprove = (origin: string | null) => whyNotApprove(origin, approving) === null;
  const named = person === null ? {} : { writer: person };
  const name = fileNameOf(file);
  const tools = { indexes: glossary.indexes, read: readLike, file: name, date: today(), mayApprove, ...named };
  const edits = await pacer.finish(importEditSlices(rows, tools));
  const drafts = new Set(edits.filter(({ state }) => state === 'translated').map(({ unit }) => unit));
  const lowered = rows.filter(({ state, unit }) => state === 'reviewed' && drafts.has(unit?.id ?? '')).length;
  if (lowered > 0) console.err(`${counted(lowered, 'text')} that ${person} brings came in as drafts: ${OTHER}.\n`);
  return (await translations.save(slug, edits)).refused;
}

function isSound({ plan, applied, findings, remarks, refused }: Outcome): boolean {
  const open = plan.rows.filter((row) => ['conflict', 'kept', 'unknown'].includes(row.kind) && !applied.includes(row));
  return open.length + findings.filter(isGrave).length + remarks.length + refused.length === 0;
}

function sayText(outcome: Outcome, { out, err }: Console): void {
  const { plan, applied, findings, remarks } = outcome;
  for (const row of plan.rows) for (const line of linesOf(row, applied.includes(row))) out(`${line}\n`);
  const count = (kind: ImportRow['kind']) => plan.rows.filter((row) => row.kind === kind).length;
  if (count('same') > 0) out(`= ${count('same')} the same\n`);
  if (count('unknown') > 0) out(`? ${count('unknown')} unknown\n`);
  for (const { incoming, unit, why } of plan.rows.filter(({ kind }) => kind === 'unknown')) {
    const near = unit === null ? '' : `; ${unit.id} is the most like it`;
    out(`    ${exactPlace(incoming.place)}: “${opening(incoming.source)}”: ${why}${near}\n`);
  }
  for (const finding of findings.filter(isGrave)) out(`${formatProblem(finding)}\n`);
  for (const { message, place } of remarks) err(`${exactPlace(place)}: ${message}\n`);
  err(`${summaryOf(outcome)}\n`);
}

function linesOf({ kind, unit, target, why }: ImportRow, isTaken: boolean): string[] {
  const before = unit?.target?.text ?? '';
  const texts = before === target ? [] : [...(before === '' ? [] : [`    - ${before}`]), `    + ${target}`];
  const because = why === '' ? '' : `: ${why}`;
  if (kind === 'new') return [`+ ${unit?.id} new`, ...texts];
  if (kind === 'changed') return [`~ ${unit?.id} changed${because}`, ...texts];
  if (kind !== 'conflict' && kind !== 'kept') return [];
  return [`! ${unit?.id} changed on both sides${because}; ${isTaken ? 'theirs is taken' : 'ours stays'}`, ...texts];
}

/** UTF-16 units of a text that is named by its first words. */
const LONGEST_OPENING = 60;

function opening(text: string): string {
  return cutShort(text.replaceAll(/\s+/g, ' ').trim(), LONGEST_OPENING);
}

function summaryOf({ command, plan, applied, findings, refused }: Outcome): string {
  const { rows, slug } = plan;
  const count = (...kinds: readonly ImportRow['kind'][]) => rows.filter(({ kind }) => kinds.includes(kind)).length;
  const counts = [
    `${count('changed')} changed`,
    `${count('new')} new`,
    `${count('same')} the same`,
    ...(count('unknown') > 0 ? [`${count('unknown')} unknown`] : []),
    ...(count('conflict', 'kept') > 0 ? [`${count('conflict', 'kept')} changed on both sides`] : []),
  ];
  const remarks = findings.length - findings.filter(isGrave).length;
  const more = remarks === 0 ? '' : ` ${counted(remarks, 'remark')} more with --format json.`;
  return `${slug}: ${counts.join(', ')}. ${doneOf(command, applied.length, refused)}${more}`;
}

function doneOf({ write: isWritten }: ImportCommand, count: number, refused: readonly string[]): string {
  if (count === 0) return 'There is nothing to write.';
  if (!isWritten) return `Nothing is written; --write writes ${counted(count, 'paragraph')}.`;
  const left = refused.length === 0 ? '' : ` ${refused.join(', ')} changed meanwhile, and stay as they are.`;
  return `${counted(count - refused.length, 'paragraph')} written.${left}`;
}

function reportOf({ command, plan, format, applied, findings, remarks, refused }: Outcome) {
  const isIn = (row: ImportRow) => applied.includes(row) && !refused.includes(row.unit?.id ?? '');
  return {
    ...{ file: command.file, kind: 'translation', format, article: plan.slug, written: command.write },
    units: plan.rows.map((row) => ({
      unit: row.kind === 'unknown' ? null : (row.unit?.id ?? null),
      kind: row.kind,
      nearest: row.kind === 'unknown' ? (row.unit?.id ?? null) : null,
      source: row.incoming.source,
      before: row.kind === 'unknown' ? null : (row.unit?.target?.text ?? null),
      after: row.target,
      state: row.state,
      why: row.why,
      taken: isIn(row),
      line: row.incoming.place.line,
      column: row.incoming.place.column,
    })),
    findings: findings.map(reported),
    remarks: remarks.map(({ message, place }) => ({ message, line: place.line, column: place.column })),
  };
}
