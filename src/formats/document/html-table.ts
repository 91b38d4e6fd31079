import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import { type HtmlElement, isElement, nameOf, wordsOf } from './html-dom.ts';
import { isDropped } from './html-kinds.ts';
import { phrasingWithin } from './html-phrasing.ts';
import type { HtmlReading } from './html-reading.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';

const MOST_COLUMNS = 60;
const MOST_CELLS = 20_000;

/** A table of data; null for one that only sets things beside one another, and for one too large to be read as one. */
export function dataTable(element: HtmlElement, reading: HtmlReading): Table | null {
  if (!isData(element)) return null;
  const rows = [...rowsOf(element)];
  const grid = gridOf(rows);
  if (grid === null) return null;
  const children = grid.map(
    (cells): TableRow => ({
      type: 'tableRow',
      children: cells.map((cell) => cellOf(cell, reading)),
    }),
  );
  const told = children.filter((row) => row.children.some((cell) => cell.children.length > 0));
  const [first] = told;
  if (first === undefined) return null;
  if (!isHead(rows)) told.unshift({ type: 'tableRow', children: first.children.map(() => EMPTY) });
  return { type: 'table', align: alignOf(grid), children: told };
}

const EMPTY: TableCell = { type: 'tableCell', children: [] };

/** A head or a caption makes it one, unless it holds what no cell of data does. */
function isData(table: HtmlElement): boolean {
  if (/^(?:presentation|none)$/i.test(table.getAttribute('role') ?? '')) return false;
  if (table.querySelector('th, caption') === null) return false;
  return table.querySelector('table, h1, h2, h3, h4, pre, blockquote') === null;
}

function* rowsOf(element: HtmlElement): Generator<HtmlElement> {
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

/** Whether the first row is the head: all of its cells are, or the page says so. */
function isHead([first]: readonly HtmlElement[]): boolean {
  if (first === undefined) return false;
  if (nameOf(first.parentNode ?? first) === 'thead') return true;
  const cells = cellsOf(first).filter((cell) => wordsOf(cell) !== '');
  return cells.length > 0 && cells.every((cell) => nameOf(cell) === 'th');
}

function alignOf(grid: readonly (HtmlElement | null)[][]): AlignType[] {
  const last = grid.at(-1) ?? [];
  return last.map((cell) => {
    const style = `${cell?.getAttribute('align') ?? ''} ${cell?.getAttribute('style') ?? ''}`;
    const [, align] = /^(right|center)\b|text-align\s*:\s*(?:right|center)/i.exec(style) ?? [];
    if (/text-align\s*:\s*right/i.test(style)) return 'right';
    return align === 'right' || align === 'center' ? align : null;
  });
}
