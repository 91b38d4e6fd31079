import type { EntryChange } from '../../core/changes/ports/entry-change.ts';
import type { Concept } from '../../core/model/concept.ts';
import type { Span } from '../../core/model/rich-text.ts';
import type { Slices } from '../../core/model/slices.ts';
import { fold } from '../../core/text/characters.ts';
import { guarded } from '../../core/text/formula.ts';
import { lineBreakOf } from '../line-break.ts';
import { applySplices, type Splice } from '../splices.ts';
import { glossaryCsvSlices } from './csv.ts';
import type { CsvCursor } from './csv-cursor.ts';
import { type PlainEntry, plainEntry } from './plain-entry.ts';
import { openTable } from './table.ts';
import type { Layout } from './table-layout.ts';
import type { EditedGlossary } from './yaml-edit.ts';

/** A cell as it is written, and what that says. */
interface Cell extends Span {
  readonly says: string;
}

/** The row of one French and one English term. */
interface Row {
  readonly cells: readonly Cell[];
}

/** The columns that are written; -1 for one that is not there. */
interface Columns {
  readonly source: number;
  readonly target: number;
  readonly definition: number;
  readonly domain: number;
}

/** A table, and the rows of one of its entries. */
interface Table {
  readonly text: string;
  readonly delimiter: string;
  /** Programs for tables open it; OmegaT’s files are read by nobody who would carry out a formula. */
  readonly isGuarded: boolean;
  readonly columns: Columns;
  readonly rows: readonly Row[];
  /** Fields of a row. */
  readonly width: number;
}

/** Rows read between two pauses. */
const SLICE = 2000;

/**
 * Changes one entry of a table of terms: the cells of its rows that say something else, a row more, a row less. Refused
 * where the table has no column for what is to be said.
 */
export function* editCsvSlices(text: string, file: string, change: EntryChange): Slices<EditedGlossary> {
  const { concepts, problems } = yield* glossaryCsvSlices(text, file);
  const mistake = problems.find(({ severity }) => severity === 'error');
  if (mistake !== undefined)
    return { refused: `${file}:${mistake.line} has a mistake (${mistake.message}); correct it in the file first.` };
  const old = change.kind === 'add' ? null : concepts.find(({ id }) => id === change.id);
  if (old === undefined) return { refused: `${file} has no such entry any more.` };
  const table = yield* readTable(text, file, old?.fr[0]?.text ?? null);
  const edited = applySplices(text, splicesFor(table, change.kind === 'delete' ? null : change.entry));
  const after = yield* glossaryCsvSlices(edited, file);
  const isSound = after.problems.every(({ severity }) => severity !== 'error');
  if (isSound && saysWhatWasAsked(concepts, after.concepts, old, change)) return { text: edited };
  return {
    refused: `${file} is a table and has no place for all of this: it holds one French term, English terms, a definition and a subject field. Move the entry to a .yaml file.`,
  };
}

/** @param french the French term whose rows are wanted; null for none */
function* readTable(text: string, file: string, french: string | null): Slices<Table> {
  const { rows: cursor, delimiter, layout, first, next } = openTable(text, file);
  const columns = columnsOf(layout);
  const width = Math.max(2, cursor.count);
  const rows: Row[] = [];
  const look = () => {
    if (french === null || fold(cursor.text(columns.source)) !== fold(french)) return;
    rows.push({ cells: Array.from({ length: cursor.count }, (_, column) => cellOf(cursor, column)) });
  };
  if (first === 'row') look();
  for (let count = 1; next(); count += 1) {
    look();
    if (count % SLICE === 0) yield;
  }
  return { text, delimiter, isGuarded: /\.(?:csv|tsv)$/i.test(file), columns, rows, width };
}

function cellOf(cursor: CsvCursor, column: number): Cell {
  return { ...cursor.span(column), says: cursor.text(column) };
}

function columnsOf({ terms, definition, domain }: Layout): Columns {
  const of = (language: string) => terms.find((term) => term.language === language)?.column ?? -1;
  return { source: of('fr'), target: of('en'), definition, domain };
}

function splicesFor(table: Table, concept: Concept | null): Splice[] {
  const wanted = concept === null ? [] : cellsOf(table, concept);
  const splices = table.rows.flatMap((row, i) => {
    const cells = wanted[i];
    return cells === undefined ? [withLine(table.text, row)] : changedCells(table, row, cells);
  });
  const more = wanted.slice(table.rows.length).map((cells) => lineOf(table, cells));
  if (more.length === 0) return splices;
  const newline = lineBreakOf(table.text);
  const at = table.rows.at(-1)?.cells.at(-1)?.end ?? table.text.trimEnd().length;
  return [...splices, { start: at, end: at, text: (at === 0 ? [...more, ''] : ['', ...more]).join(newline) }];
}

/** One row for each English term: column number to text. */
function cellsOf({ columns }: Table, { fr, en, definition, domain }: Concept): Map<number, string>[] {
  return en.map((term, i) => {
    const cells = new Map([
      [columns.source, fr[0]?.text ?? ''],
      [columns.target, term.text],
    ]);
    if (i === 0) cells.set(columns.definition, definition ?? '').set(columns.domain, domain ?? '');
    cells.delete(-1);
    return cells;
  });
}

function changedCells(table: Table, { cells }: Row, wanted: ReadonlyMap<number, string>): Splice[] {
  return [...wanted].flatMap(([column, value]) => {
    const cell = cells[column];
    if (cell === undefined) {
      const end = cells.at(-1)?.end ?? 0;
      const missing = table.delimiter.repeat(column - cells.length + 1);
      return value === '' ? [] : [{ start: end, end, text: missing + quoted(value, table) }];
    }
    return cell.says === value ? [] : [{ start: cell.start, end: cell.end, text: quoted(value, table) }];
  });
}

function lineOf(table: Table, cells: ReadonlyMap<number, string>): string {
  const { delimiter, width } = table;
  const last = [...cells].reduce((most, [column, value]) => (value === '' ? most : Math.max(most, column)), width - 1);
  return Array.from({ length: last + 1 }, (_, column) => quoted(cells.get(column) ?? '', table)).join(delimiter);
}

/** Between tabs a quotation mark is a sign like others, and a row that begins with # would be a remark. */
function quoted(words: string, { delimiter, isGuarded }: Pick<Table, 'delimiter' | 'isGuarded'>): string {
  const value = isGuarded ? guarded(words) : words;
  if (delimiter === '\t' && !/[\t\r\n]|^"/.test(value)) return value.startsWith('#') ? ` ${value}` : value;
  return value.includes(delimiter) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function withLine(text: string, { cells }: Row): Splice {
  const [start, end] = [cells[0]?.start ?? 0, cells.at(-1)?.end ?? 0];
  return { start, end: end + (/^(?:\r\n|\n|\r)/.exec(text.slice(end, end + 2))?.[0].length ?? 0), text: '' };
}

/** The entry says what it should, and every other one keeps its id. */
function saysWhatWasAsked(
  before: readonly Concept[],
  after: readonly Concept[],
  old: Concept | null,
  change: EntryChange,
): boolean {
  const others = before.filter((concept) => concept !== old).map(({ id }) => id);
  if (change.kind === 'delete') return after.map(({ id }) => id).join() === others.join();
  const french = fold(change.entry.fr[0]?.text ?? '');
  const found = after.find(({ fr }) => fold(fr[0]?.text ?? '') === french);
  const left = after.filter((concept) => concept !== found).map(({ id }) => id);
  return found !== undefined && left.join() === others.join() && saying(found) === saying(change.entry);
}

/** What a table can say of an entry: its id and the parts of speech follow by themselves. */
function saying(concept: Concept): string {
  const { id: _, ...entry }: PlainEntry = plainEntry(concept);
  return JSON.stringify(entry).replaceAll(/\{"term":("(?:[^"\\]|\\.)*"),"pos":"noun"\}/g, '$1');
}
