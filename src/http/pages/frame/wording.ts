import { grouped } from '../../../core/text/counted.ts';
import { beginningOf } from '../../../core/text/cut-short.ts';
import { visibleText } from '../../../formats/document/blocks/visible-text.ts';

/** Something in a list that is printed in one line, with what stands before it. */
export type Listed<T> = T & { readonly before: string };

/** Puts a comma, or another sign, before all but the first. */
export function listed<T extends object>(items: readonly T[], separator = ', '): Listed<T>[] {
  return items.map((item, i) => ({ ...item, before: i === 0 ? '' : separator }));
}

/** What there is of these, with a separator between; '' for none. */
export function joined(parts: readonly (string | null)[], separator: string): string {
  return parts.filter((part) => part !== null && part !== '').join(separator);
}

/** The number of a paragraph, as in its id: 7 for `p7`. */
export function numberOf(unit: string): number {
  return Number(unit.slice(1));
}

/** “¶7” for `p7`. */
export function pilcrow(unit: string): string {
  return `¶${numberOf(unit)}`;
}

/** UTF-16 units of a title that are shown, in whatever place. */
export const LONGEST_TITLE = 300;

/** A title without the signs of its marks, cut short at so many UTF-16 units. */
export function shownTitle(title: string, most = Number.POSITIVE_INFINITY): string {
  return shortened(visibleText(title.slice(0, 4 * most)), most);
}

/** Remarks that a page prints. */
const MOST_REMARKS = 20;

/** The first remarks, and how many more there are. */
export function fewRemarks(remarks: readonly string[]): readonly string[] {
  const left = remarks.length - MOST_REMARKS;
  return left > 0 ? [...remarks.slice(0, MOST_REMARKS), `and ${grouped(left)} more`] : remarks;
}

/**
 * A text of so many UTF-16 units at most, “…” behind it where more was written; of fewer where they are printed in more
 * than two bytes each, as no French is: a page stays as small as it is for others.
 */
export function shortened(text: string, most: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += printedBytes(character);
    if (end + character.length > most || bytes > 2 * most) return `${beginningOf(text, end)}…`;
    end += character.length;
  }
  return text;
}

function printedBytes(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return /[<>&"']/.test(character) ? '&#34;'.length : 1;
  return code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
