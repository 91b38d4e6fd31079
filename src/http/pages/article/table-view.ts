import type { TableCell, Unit } from '../../../core/model/article.ts';
import type { RichText } from '../../../core/model/rich-text.ts';
import type { Slices } from '../../../core/model/slices.ts';
import { readableIn } from '../../../core/text/reading.ts';
import { withHeldSpaces } from '../../../core/text/unbreakable.ts';

/** A cell in its table: what begins before it and ends after it. */
export interface CellView {
  readonly opensTable: boolean;
  readonly closesTable: boolean;
  /** Element and role of the cell. */
  readonly tag: 'th' | 'td';
  readonly role: 'columnheader' | 'cell';
  /** The rows of the head, or all others. */
  readonly part: { readonly tag: 'thead' | 'tbody'; readonly opens: boolean; readonly closes: boolean };
  readonly opensRow: boolean;
  readonly closesRow: boolean;
  /** From 1. */
  readonly column: number;
  /** `3`; `many` where so many do not stand beside each other twice. */
  readonly columns: string;
  /** Classes of the columns that hold more than the others: `w2-3`, the second three parts wide. */
  readonly widths: string;
  readonly align: string;
  /** One for each empty cell before it and after it in its row. */
  readonly before: readonly ''[];
  readonly after: readonly ''[];
  /** The head of its column in either language; '' in the head itself, and where it is not translated. */
  readonly frenchHead: string;
  readonly englishHead: string;
}

/** Columns of which two tables stand side by side. */
const MOST_COLUMNS = 5;

/** The cells of an article by the ids of their units. */
export function* cellViews(units: readonly Unit[]): Slices<ReadonlyMap<string, CellView>> {
  const heads = new Map<string, Unit>();
  const widths = yield* widthsOf(units);
  const views = new Map<string, CellView>();
  for (const [i, unit] of units.entries()) {
    yield;
    const { cell } = unit;
    if (cell === undefined) continue;
    if (cell.row === 0) heads.set(`${cell.table} ${cell.column}`, unit);
    const head = cell.row === 0 ? undefined : heads.get(`${cell.table} ${cell.column}`);
    views.set(unit.id, {
      ...edgesOf(cell, units[i - 1]?.cell, units[i + 1]?.cell),
      ...(cell.row === 0 ? ({ tag: 'th', role: 'columnheader' } as const) : ({ tag: 'td', role: 'cell' } as const)),
      column: cell.column,
      columns: cell.columns > MOST_COLUMNS ? 'many' : String(cell.columns),
      widths: widths.get(cell.table) ?? '',
      align: cell.align ?? '',
      frenchHead: head === undefined ? '' : shownText(head.source),
      englishHead: head?.target ? shownText(head.target) : '',
    });
  }
  return views;
}

/** @param before the unit before, where that is a cell too; another table may be next to this one */
function edgesOf(cell: TableCell, before: TableCell | undefined, after: TableCell | undefined) {
  const [last, next] = [before, after].map((one) => (one?.table === cell.table ? one : undefined));
  const [lastInRow, nextInRow] = [last, next].map((one) => (one?.row === cell.row ? one : undefined));
  const isOtherPart = (one: TableCell | undefined) => one === undefined || (one.row === 0) !== (cell.row === 0);
  return {
    opensTable: last === undefined,
    closesTable: next === undefined,
    part: {
      tag: cell.row === 0 ? ('thead' as const) : ('tbody' as const),
      opens: isOtherPart(last),
      closes: isOtherPart(next),
    },
    opensRow: lastInRow === undefined,
    closesRow: nextInRow === undefined,
    before: blanks(cell.column - (lastInRow?.column ?? 0) - 1),
    after: blanks(nextInRow === undefined ? cell.columns - cell.column : 0),
  };
}

function blanks(count: number): ''[] {
  return Array.from({ length: count }, () => '');
}

function shownText(text: RichText): string {
  return readableIn(text, { start: 0, end: text.text.length }).trim();
}

/** How wide the columns of each table are beside each other, by what stands in them. */
function* widthsOf(units: readonly Unit[]): Slices<ReadonlyMap<number, string>> {
  const columns = new Map<number, Room[]>();
  for (const { cell, source, target } of units) {
    yield;
    if (cell === undefined || cell.columns > MOST_COLUMNS) continue;
    const rooms = columns.get(cell.table) ?? blanks(cell.columns).map(() => NO_ROOM);
    const texts = target === null ? [source] : [source, target];
    rooms[cell.column - 1] = texts.map(roomOf).reduce(widest, rooms[cell.column - 1] ?? NO_ROOM);
    columns.set(cell.table, rooms);
  }
  return new Map([...columns].map(([table, rooms]) => [table, classesOf(rooms)]));
}

/** The room that what stands in a column takes, its edge included. Characters. */
interface Room {
  /** Of the longest stretch that no line breaks in. */
  readonly least: number;
  /** Of the longest text on one line. */
  readonly most: number;
}

const EDGE = 2;
const NO_ROOM: Room = { least: EDGE, most: EDGE };

function roomOf(text: RichText): Room {
  const shown = withHeldSpaces(shownText(text));
  const stretches = shown.split(/[ \n]/).map(({ length }) => length + EDGE);
  return { least: stretches.reduce((most, one) => Math.max(most, one)), most: shown.length + EDGE };
}

function widest(one: Room, other: Room): Room {
  return { least: Math.max(one.least, other.least), most: Math.max(one.most, other.most) };
}

/** Characters beside each other in a table of one language, and into how many parts its widest column is divided. */
const [OF_TABLE, MOST_PARTS] = [60, 6];

/** As browsers do for a table alone: the longest words fit first, and what is left goes to those that have more. */
function classesOf(rooms: readonly Room[]): string {
  const sum = (key: keyof Room) => rooms.reduce((total, room) => total + room[key], 0);
  const [least, most] = [sum('least'), sum('most')];
  const share = most > least ? Math.min(1, Math.max(0, OF_TABLE - least) / (most - least)) : 0;
  const widths = rooms.map((room) => room.least + share * (room.most - room.least));
  const widestOfAll = widths.reduce((most, width) => Math.max(most, width));
  const parts = widths.map((width) => Math.ceil((MOST_PARTS * width) / widestOfAll));
  return parts.flatMap((part, i) => (part > 1 ? `w${i + 1}-${part}` : [])).join(' ');
}
