import type { CheckedUnit } from '../../core/checks/checked-article.ts';
import type { Unit } from '../../core/model/article.ts';

/** A table of the article; null for an empty cell. */
export interface TableSection {
  readonly kind: 'table';
  readonly afterRule: boolean;
  readonly columns: number;
  readonly rows: readonly { readonly isHead: boolean; readonly cells: readonly (CheckedUnit | null)[] }[];
}

/** What stands under each other: blocks one by one, and tables. */
export type Section = { readonly kind: 'unit'; readonly checked: CheckedUnit } | TableSection;

/** The blocks of an article that are shown, the cells of each table together. */
export function sectionsOf(units: readonly CheckedUnit[]): Section[] {
  const sections: Section[] = [];
  for (let at = 0; at < units.length; ) {
    const checked = units[at] as CheckedUnit;
    const table = checked.unit.cell?.table;
    let end = at + 1;
    while (table !== undefined && units[end]?.unit.cell?.table === table) end += 1;
    if (table !== undefined) sections.push(tableOf(units.slice(at, end)));
    else if (checked.unit.isHidden !== true) sections.push({ kind: 'unit', checked });
    at = end;
  }
  return sections;
}

function tableOf(cells: readonly CheckedUnit[]): TableSection {
  const columns = cells[0]?.unit.cell?.columns ?? 0;
  const rows = new Map<number, (CheckedUnit | null)[]>();
  for (const checked of cells) {
    const { row = 0, column = 1 } = checked.unit.cell ?? {};
    const filled = rows.get(row) ?? Array.from({ length: columns }, () => null);
    filled[column - 1] = checked;
    rows.set(row, filled);
  }
  return {
    kind: 'table',
    afterRule: cells[0]?.unit.afterRule === true,
    columns,
    rows: [...rows].map(([row, cells]) => ({ isHead: row === 0, cells })),
  };
}

/** The element that a list is: of steps, or of points. */
export type ListTag = 'ol' | 'ul';

/** What closes and opens around the next block. */
export interface ListSteps {
  /** Of lists, the innermost first. */
  readonly closed: readonly ListTag[];
  /** An item goes on as another one begins. */
  readonly next: boolean;
  readonly opened: readonly ListTag[];
}

/** Follows blocks through the lists in which they stand. */
export function createLists(): (unit: Pick<Unit, 'item' | 'afterRule' | 'cell'> | null) => ListSteps {
  const open: ListTag[] = [];
  return (unit) => {
    const item = unit?.cell === undefined && unit !== null ? unit.item : undefined;
    const depth = item?.depth ?? 0;
    const tag = /^\d/.test(item?.marker ?? '') ? 'ol' : 'ul';
    const begins = item !== undefined && item.marker !== '';
    const keeps = unit?.afterRule === true ? 0 : depth;
    const closed: ListTag[] = [];
    while (open.length > keeps || (begins && open.length === depth && open.at(-1) !== tag && open.length > 0))
      closed.push(open.pop() as ListTag);
    const next = begins && open.length === depth && depth > 0;
    const opened: ListTag[] = [];
    while (open.length < depth) {
      opened.push(tag);
      open.push(tag);
    }
    return { closed, next, opened };
  };
}
