import type { Versions } from '../../core/model/versions.ts';
import { changedOne } from '../../core/text/three-way.ts';
import { CONFLICT } from '../conflict-lines.ts';
import { openCsv } from '../glossary/csv-cursor.ts';
import { delimiterOf, isRemarkLine, openTable } from '../glossary/table.ts';

/** The line with the names of the columns; null for a table without. */
export function headOf(text: string, file: string): string | null {
  const { first, rows } = openTable(text, file);
  return first === 'header' ? rows.excerpt(0) : null;
}

/** As they are written, with their quotation marks. A row of too many is one cell. */
export function cellsOf(row: string, delimiter: string, file: string): string[] {
  const cursor = openCsv(row, delimiter, file);
  cursor.next();
  const cells = Array.from({ length: cursor.count }, (_, column) => {
    const { start, end } = cursor.span(column);
    return row.slice(start, end);
  });
  return cells.join(delimiter) === row ? cells : [row];
}

/** How the rows of a table are written. */
interface Layout {
  /** Null for a table without the names of its columns. */
  readonly head: string | null;
  readonly delimiter: string;
}

/**
 * The same tables, each with the columns and the sign between two cells that one side gave them: a row that is read
 * with the columns of another table says something else.
 *
 * @returns null where both sides changed them, a column went, or its name
 */
export function inOneLayout({ base, ours, theirs }: Versions<string>, file: string): Versions<string> | null {
  const layout = (text: string, other: Layout): Layout => (text === '' ? other : layoutOf(text, file));
  const own = layout(ours, layoutOf(theirs, file));
  const its = layout(theirs, own);
  const was = layout(base, own);
  const chosen = base === '' ? keyOf(own) : changedOne(keyOf(was), keyOf(own), keyOf(its));
  if (chosen === null) return null;
  const to = chosen === keyOf(own) ? own : its;
  const moved = (text: string, from: Layout) => inLayout(text, { from, to, file });
  const [before, here, there] = [moved(base, was), moved(ours, own), moved(theirs, its)];
  return before === null || here === null || there === null ? null : { base: before, ours: here, theirs: there };
}

function layoutOf(text: string, file: string): Layout {
  return { head: headOf(text, file), delimiter: delimiterOf(text, file) };
}

function keyOf({ head, delimiter }: Layout): string {
  return `${delimiter} ${head ?? ''}`;
}

interface Move {
  readonly from: Layout;
  readonly to: Layout;
  readonly file: string;
}

/** A table with its rows in another layout; null where that has no place for one of its columns or cells. */
function inLayout(text: string, { from, to, file }: Move): string | null {
  if (keyOf(from) === keyOf(to)) return text;
  const places = placesOf(from, to, file);
  if (places === null || [from, to].some(({ delimiter }) => delimiter === '\t')) return null;
  const written = (cell: string) =>
    cell.startsWith('"') || !cell.includes(to.delimiter) ? cell : `"${cell.replaceAll('"', '""')}"`;
  let isWhole = true;
  const moved = (row: string): string => {
    if (row === from.head) return to.head ?? row;
    if (row.trim() === '' || /^"?sep=/i.test(row)) return row;
    if (row.startsWith(CONFLICT)) return CONFLICT + moved(row.slice(CONFLICT.length));
    if (isRemarkLine(row, from.delimiter, file)) return row;
    const cells = cellsOf(row, from.delimiter, file);
    isWhole &&= cells.every((cell, i) => cell.trim() === '' || places.includes(i));
    return places.map((place) => written(cells[place] ?? '')).join(to.delimiter);
  };
  const table = text.replaceAll(/[^\r\n]+/g, (row) => moved(row));
  return isWhole ? table : null;
}

/** Where the cells of each column of a layout stand in another, -1 for none; null where one would be lost. */
function placesOf(from: Layout, to: Layout, file: string): readonly number[] | null {
  if (from.head === null || to.head === null) return null;
  const [names, wanted] = [namesOf(from.head, from.delimiter, file), namesOf(to.head, to.delimiter, file)];
  return names.every((name) => wanted.includes(name)) ? wanted.map((name) => names.indexOf(name)) : null;
}

/** Of columns of one name, the second is another than the first. */
function namesOf(head: string, delimiter: string, file: string): string[] {
  const all = cellsOf(head, delimiter, file).map((cell) => cell.replaceAll('"', '').trim().toLowerCase());
  return all.map((name, i) => `${name} ${all.slice(0, i).filter((one) => one === name).length}`);
}
