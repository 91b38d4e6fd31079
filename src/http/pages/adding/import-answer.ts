import { grouped } from '../../../core/text/counted.ts';
import { IMPORT } from '../../addresses.ts';
import { type FilesNow, type Frame, frameOf } from '../frame/frame.ts';
import { fewRemarks } from '../frame/wording.ts';

/** What pages say alike of a file that was brought, whatever it holds. */
export interface ImportAnswer extends Frame {
  readonly action: string;
  /** Where another file is given. */
  readonly importAt: string;
  readonly from: string;
  /** “3 changed, 1 new, 31 the same.” */
  readonly says: string;
  /** What could not be read of the file. */
  readonly remarks: readonly string[];
  /** Why nothing was written; null for none. */
  readonly wrong: string | null;
  /** Nothing was written of it yet, for all this page knows. */
  readonly isFresh: boolean;
  /** Whether anything can be written. */
  readonly canSave: boolean;
  /** “and 1,200 more; …”; '' for none. */
  readonly more: string;
}

/** A row of what came in, whatever it is of. */
export interface BroughtRow {
  /** Sent back with its tick: which row, and over which version. */
  readonly value: string;
  readonly id: string;
  /** “¶7”, “unknown”, or the id of an entry. */
  readonly name: string;
  /** What is there already; null for nothing. */
  readonly href: string | null;
  /** “new”, “changed”, “reviewed on both sides” */
  readonly kind: string;
  readonly isOpen: boolean;
  readonly canTake: boolean;
  readonly isTicked: boolean;
  readonly french: string;
  readonly findings: readonly string[];
}

/** A file that was brought. */
export interface Imported {
  /** Under which it is kept until it is saved. */
  readonly name: string;
  readonly from: string;
  readonly remarks: readonly string[];
  /** Values of the rows that are ticked; null as long as nobody chose. */
  readonly ticked: ReadonlySet<string> | null;
  readonly wrong: string | null;
}

/** What a page of one kind of file adds. */
interface Answering {
  readonly title: string;
  readonly action: string;
  readonly says: string;
  readonly rows: readonly BroughtRow[];
  /** Rows that are not shown, though they are not the same. */
  readonly left: number;
}

/** Those that are not the same, with their places in the list, as far as a page shows them. */
export function shownOf<Row extends { readonly kind: string }>(
  rows: readonly Row[],
  most: number,
): (readonly [index: number, row: Row])[] {
  return [...rows.entries()].filter(([, { kind }]) => kind !== 'same').slice(0, most);
}

/** How many are not shown, though they are not the same. */
export function leftOf(rows: readonly { readonly kind: string }[], shown: readonly unknown[]): number {
  return rows.filter(({ kind }) => kind !== 'same').length - shown.length;
}

/** The value of a tick: which row, and over which version it was chosen; null for what is not there yet. */
export function tickValue(index: number, version: string | null): string {
  return `${index} ${version ?? ''}`;
}

/** How rows are counted, in the order in which they are told: the first also where there are none. */
export type CountedKinds<Kind extends string> = readonly (readonly [kinds: readonly Kind[], says: string])[];

/** “3 changed, 1 new, 31 the same” */
export function countsOf<Kind extends string>(
  rows: readonly { readonly kind: Kind }[],
  counted: CountedKinds<Kind>,
): string {
  const parts = counted.flatMap(([kinds, says], i) => {
    const count = rows.filter(({ kind }) => kinds.includes(kind)).length;
    return count === 0 && i > 0 ? [] : [`${grouped(count)} ${says}`];
  });
  return parts.join(', ');
}

export function importAnswer(
  { from, remarks, wrong }: Imported,
  { title, action, says, rows, left }: Answering,
  files: FilesNow,
): ImportAnswer {
  return {
    ...frameOf(files, title),
    ...{ action, importAt: IMPORT, from, says, wrong, isFresh: wrong === null },
    remarks: fewRemarks(remarks),
    canSave: rows.some((row) => row.canTake),
    more: left > 0 ? `and ${grouped(left)} more; save these, and give the file again for them` : '',
  };
}
