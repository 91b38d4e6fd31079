import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import { type HtmlElement, type HtmlNode, isElement, nameOf, wordsOf } from './html-dom.ts';
import { isDropped } from './html-kinds.ts';
import { phrasingWithin } from './html-phrasing.ts';
import { type HtmlReading, openingWords } from './html-reading.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';

const MOST_COLUMNS = 60;
const MOST_CELLS = 20_000;

/**
 * A table of data; null for one that only sets things beside one another, and for one that cannot be told from those,
 * or that no Markdown can write, since it is too large or a cell holds another table: both are told, where what stands
 * beside what is lost with it.
 */
export function dataTable(element: HtmlElement, reading: HtmlReading): Table | null {
  if (isForLooks(element) || !(hasHead(element) || isGrid(element, reading))) return null;
  const why = whyNone(element, reading);
  const table = why === null ? tableOf(element, reading) : why;
  if (typeof table !== 'string') return table;
  if ([...rowsOf(element)].some(isOfSeveral)) reading.leftOut.table(cellsIn(element), table);
  return null;
}

/** Why a table comes as paragraphs, to stand behind its number; null where it does not. */
function whyNone(table: HtmlElement, { marksHeads }: HtmlReading): WhyNone | null {
  const block = blockIn(table);
  if (block !== null) return IN_A_CELL[block] ?? 'with a heading in a cell';
  return marksHeads && !hasHead(table) ? 'without a head' : null;
}

type WhyNone = 'without a head' | 'too large' | `with ${string} in a cell`;

const IN_A_CELL: Readonly<Record<string, WhyNone>> = {
  table: 'with a table in a cell',
  pre: 'with code in a cell',
  blockquote: 'with a quotation in a cell',
};

function* cellsIn(table: HtmlElement): Generator<HtmlElement> {
  for (const row of rowsOf(table)) yield* cellsOf(row);
}

/** Null where none of its cells has words. */
function tableOf(element: HtmlElement, reading: HtmlReading): Table | WhyNone | null {
  const rows = [...rowsOf(element)];
  const grid = gridOf(rows);
  if (grid === null) return 'too large';
  const read = grid.map((cells, i) => ({ row: rows[i], cells, node: rowOf(cells, reading) }));
  const told = read.filter(({ node }) => node.children.some((cell) => cell.children.length > 0));
  const [first] = told;
  if (first === undefined) return null;
  const head = isHead(first.row) ? [] : [emptyRow(first.cells.length)];
  return {
    type: 'table',
    align: alignOf(told.at(-1)?.cells ?? []),
    children: [...head, ...told.map(({ node }) => node)],
  };
}

function emptyRow(columns: number): TableRow {
  return { type: 'tableRow', children: Array<TableCell>(columns).fill(EMPTY) };
}

function rowOf(cells: readonly (HtmlElement | null)[], reading: HtmlReading): TableRow {
  return { type: 'tableRow', children: cells.map((cell) => cellOf(cell, reading)) };
}

const EMPTY: TableCell = { type: 'tableCell', children: [] };

/** As the page itself says. */
function isForLooks(table: HtmlElement): boolean {
  return /^(?:presentation|none)$/i.test(table.getAttribute('role') ?? '');
}

/**
 * Several rows of several cells with words each, and nothing larger in them: it may be data, or only looks like it. In
 * a file that marks no heads a cell that spans others counts as several.
 */
function isGrid(table: HtmlElement, { marksHeads }: HtmlReading): boolean {
  if (blockIn(table) !== null) return false;
  const rows = [...rowsOf(table)].filter((row) => wordedCells(row).length > 0);
  const spans = !marksHeads && rows.some((row) => cellsOf(row).some(isSpanning));
  if (rows.length < 2 || rows.filter(isOfSeveral).length < (spans ? 1 : 2)) return false;
  return !rows.some((row) => cellsOf(row).some(isOfText)) && !(marksHeads && isLaidOut(rows));
}

/** Pages are laid out in cells that hold a box each; those of data that an editor wrote hold a figure somewhere. */
function isLaidOut(rows: readonly HtmlElement[]): boolean {
  const cells = rows.flatMap(wordedCells);
  return cells.every(isBox) && !cells.some((cell) => FIGURE.test(openingWords([cell], LONGEST_CELL)));
}

/** A number with what belongs to it, and no word: 12, 1 900 €, 3,5 %. */
const FIGURE = /^[^\p{L}\d]*\d[^\p{L}]*$/u;

function isBox(cell: HtmlElement): boolean {
  return [...cell.childNodes].every((node) =>
    isElement(node) ? /^(?:p|div)$/.test(nameOf(node)) : node.textContent.trim() === '',
  );
}

function isSpanning(cell: HtmlElement): boolean {
  return spanOf(cell, 'colspan') > 1 || spanOf(cell, 'rowspan') > 1;
}

function wordedCells(row: HtmlElement): HtmlElement[] {
  return cellsOf(row).filter((cell) => openingWords([cell], 1) !== '');
}

function isOfSeveral(row: HtmlElement): boolean {
  return wordedCells(row).length > 1;
}

/** A cell of data says something shortly. UTF-16 units. */
const LONGEST_CELL = 300;

/** Whether a cell holds running text: several paragraphs or boxes, a list, or a long one. */
function isOfText(cell: HtmlElement): boolean {
  if (cell.querySelector('ul, ol, dl, hr') !== null || openingWords([cell], LONGEST_CELL + 1).length > LONGEST_CELL)
    return true;
  const boxes = [...cell.querySelectorAll('p, div')].filter((box) => box.querySelector('p, div') === null);
  return boxes.filter((box) => openingWords([box], 1) !== '').length > 1;
}

/** A head, or a caption of its own with words, makes it a table of data. */
function hasHead(table: HtmlElement): boolean {
  if (openingWords(captionsOf(table), 1) !== '') return true;
  return [...rowsOf(table)].some((row) => cellsOf(row).some((cell) => nameOf(cell) === 'th'));
}

/** Its own, not those of tables in it. */
function captionsOf(table: HtmlElement): HtmlElement[] {
  return [...table.childNodes].filter(isElement).filter((child) => nameOf(child) === 'caption');
}

/**
 * What of a table stands in no cell, for whoever shows it above: captions, and what a page puts between rows or cells,
 * where HTML wants nothing.
 */
export function* outsideCells(table: HtmlElement): Generator<HtmlNode> {
  for (const child of table.childNodes) {
    const name = isElement(child) ? nameOf(child) : '';
    if (/^(?:thead|tbody|tfoot|tr)$/.test(name)) yield* outsideCells(child as HtmlElement);
    else if (!/^t[dh]$/.test(name) || nameOf(table) !== 'tr') yield child;
  }
}

/** Name of what it holds that no cell of Markdown does; null for nothing. */
function blockIn(table: HtmlElement): string | null {
  const block = table.querySelector('table, h1, h2, h3, h4, pre, blockquote');
  return block === null ? null : nameOf(block);
}

export function* rowsOf(element: HtmlElement): Generator<HtmlElement> {
  for (const child of element.childNodes) {
    if (!isElement(child) || isDropped(child)) continue;
    const name = nameOf(child);
    if (name === 'tr') yield child;
    else if (name === 'thead' || name === 'tbody' || name === 'tfoot') yield* rowsOf(child);
  }
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return [...row.childNodes].filter(isElement).filter((cell) => /^t[dh]$/.test(nameOf(cell)));
}

/** Rows of as many cells each; a cell that spans several stands in the first, and null in the others. */
function gridOf(rows: readonly HtmlElement[]): (HtmlElement | null)[][] | null {
  const spans: number[] = [];
  const grid = rows.map((row) => {
    const out: (HtmlElement | null)[] = [];
    const skipSpanned = () => {
      while ((spans[out.length] ?? 0) > 0) {
        spans[out.length] = (spans[out.length] ?? 0) - 1;
        out.push(null);
      }
    };
    for (const cell of cellsOf(row)) {
      skipSpanned();
      const [width, height] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      for (let i = 0; i < width && out.length <= MOST_COLUMNS; i += 1) {
        spans[out.length] = height - 1;
        out.push(i === 0 ? cell : null);
      }
    }
    skipSpanned();
    return out;
  });
  const columns = grid.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns > MOST_COLUMNS || columns * grid.length > MOST_CELLS) return null;
  return grid.map((row) => [...row, ...Array<null>(columns - row.length).fill(null)]);
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, 1000) : 1;
}

function cellOf(cell: HtmlElement | null, reading: HtmlReading): TableCell {
  if (cell === null) return EMPTY;
  const line = phrasingWithin(cell, reading);
  const children = tidyPhrasing(line).map((node) => (node.type === 'break' ? SPACE : node));
  return { type: 'tableCell', children };
}

const SPACE = { type: 'text', value: ' ' } as const;

/** Whether the first row with words is the head: all of its cells are, or span others, or the page says so. */
function isHead(row: HtmlElement | undefined): boolean {
  if (row === undefined) return false;
  if (nameOf(row.parentNode ?? row) === 'thead') return true;
  const cells = cellsOf(row).filter((cell) => wordsOf(cell) !== '');
  return cells.length > 0 && cells.every((cell) => nameOf(cell) === 'th' || spanOf(cell, 'colspan') > 1);
}

/** As the last row stands: a head is often centred where its column is not. */
function alignOf(cells: readonly (HtmlElement | null)[]): AlignType[] {
  return cells.map((cell) => {
    const [, styled] = /(?:^|[;\s])text-align\s*:\s*([a-z]+)/i.exec(cell?.getAttribute('style') ?? '') ?? [];
    const align = (styled ?? cell?.getAttribute('align') ?? '').trim().toLowerCase();
    return align === 'right' || align === 'center' ? align : null;
  });
}
