import type { TableCell } from '../model/article.ts';
import type { Sides, SideWords } from './side-words.ts';
import type { Partners } from './word-partners.ts';

/** The cells of both sides, in the order of their segments; nothing for what is no cell. */
export interface Cells {
  readonly source: readonly (TableCell | undefined)[];
  readonly target: readonly (TableCell | undefined)[];
}

/** How many times as much of a column must stand in another one of the source as in that of its place. */
const SURER = 2;
/** The share of what the words of a column weigh that must stand there: two columns of prose share common words. */
const LEAST_SHARE = 0.25;

/**
 * Finds which column of the source each column of a table of the target answers, by all its words: a translation may
 * put the date before the name. Columns are looked for in tables that have as many.
 *
 * @returns the cells of the target in the columns that they answer; their own where nothing speaks for others
 */
export function answeredCells({ source, target }: Sides, partners: Partners, cells: Cells): Cells['target'] {
  const columnsOf = sourceColumns(source, partners, cells.source);
  const tables = new Map<number, TableWords>();
  cells.target.forEach((cell, at) => {
    if (cell === undefined) return;
    const { columns, words } = tables.get(cell.table) ?? { columns: cell.columns, words: [] };
    const column = words[cell.column - 1] ?? new Set();
    for (const word of target.segments[at]?.words ?? []) column.add(word);
    words[cell.column - 1] = column;
    tables.set(cell.table, { columns, words });
  });
  const answers = new Map(
    [...tables].map(([table, words]) => [table, answersOf(words, columnsOf.get(words.columns), target.weights)]),
  );
  return cells.target.map(
    (cell) => cell && { ...cell, column: answers.get(cell.table)?.get(cell.column) ?? cell.column },
  );
}

/** The numbers of segments, so that the cells of each row stand in the order of their columns. */
export function columnOrder(cells: Cells['target']): readonly number[] {
  const rows: number[][] = [];
  cells.forEach((cell, at) => {
    const before = cells[at - 1];
    const isSameRow = cell !== undefined && before?.table === cell.table && before.row === cell.row;
    if (isSameRow) rows.at(-1)?.push(at);
    else rows.push([at]);
  });
  const columnAt = (at: number) => cells[at]?.column ?? 0;
  return rows.flatMap((row) => row.sort((a, b) => columnAt(a) - columnAt(b)));
}

/** The words of each column of a table, from 0. */
interface TableWords {
  readonly columns: number;
  readonly words: Set<number>[];
}

/** For each word of the target, the columns of the source in which its partners stand. */
type ColumnsOfWords = ReadonlyMap<number, ReadonlySet<number>>;

/** That of all tables with as many columns, by their number. */
function sourceColumns(
  { segments }: SideWords,
  partners: Partners,
  cells: Cells['source'],
): ReadonlyMap<number, ColumnsOfWords> {
  const all = new Map<number, Map<number, Set<number>>>();
  cells.forEach((cell, at) => {
    if (cell === undefined) return;
    const columns = all.get(cell.columns) ?? new Map<number, Set<number>>();
    all.set(cell.columns, columns);
    for (const word of (segments[at]?.words ?? []).flatMap((one) => [...(partners[one] ?? [])]))
      columns.set(word, (columns.get(word) ?? new Set()).add(cell.column));
  });
  return all;
}

/** The columns of a table that stand elsewhere in the source, the surest first; what is left keeps its order. */
function answersOf(
  table: TableWords,
  columnsOf: ColumnsOfWords | undefined,
  weights: readonly number[],
): ReadonlyMap<number, number> {
  const numbers = Array.from({ length: table.columns }, (_, at) => at + 1);
  const choices = numbers.flatMap((column) => {
    const shares = sharesOf(table.words[column - 1] ?? new Set(), columnsOf, weights);
    const own = shares.get(column) ?? 0;
    return [...shares]
      .filter(([to, share]) => share >= LEAST_SHARE && (to === column || share > SURER * own))
      .map(([to, share]) => ({ column, to, share }));
  });
  const answers = new Map<number, number>();
  const taken = new Set<number>();
  for (const { column, to } of choices.sort((a, b) => b.share - a.share)) {
    if (answers.has(column) || taken.has(to)) continue;
    answers.set(column, to);
    taken.add(to);
  }
  const left = numbers.filter((column) => !taken.has(column));
  for (const column of numbers) if (!answers.has(column)) answers.set(column, left.shift() ?? column);
  return answers;
}

/** The share of some words that have partners in each column of the source, by weight. */
function sharesOf(
  words: ReadonlySet<number>,
  columnsOf: ColumnsOfWords | undefined,
  weights: readonly number[],
): ReadonlyMap<number, number> {
  const shares = new Map<number, number>();
  const weightOf = (word: number) => weights[word] as number;
  const whole = [...words].reduce((sum, word) => sum + weightOf(word), 0);
  for (const word of words)
    for (const column of columnsOf?.get(word) ?? [])
      shares.set(column, (shares.get(column) ?? 0) + weightOf(word) / Math.max(whole, Number.MIN_VALUE));
  return shares;
}
