import { beforeCode } from './block-bounds.ts';
import type { Refusal } from './refusal.ts';

/** Characters of one quotation, one footnote or one item, which is read at once. UTF-16 units */
export const MOST_LONG = 100_000;
/** With the sign of a quotation that it begins with, and without its end. */
const LINE = /(?<!\r(?=\n))^( {0,3}>)?.*$/gm;

/** Why a container is not read that has more. @param offset where it begins. UTF-16 units */
export function tooLongContainer(offset: number): Refusal {
  const advice =
    'write at most 100,000 characters, and at most 1,000 lists, quotations and footnotes, within one quotation, one footnote or one item of a list';
  return { offset, rule: 'too-many-marks', advice };
}

/**
 * Why a text is not read that surely holds too long a quotation, which is found without the parser, who takes seconds
 * to come to its end; null for any other.
 */
export function surelyTooLongQuotation(body: string): Refusal | null {
  let start: number | null = null;
  for (const { 0: line, 1: sign, index } of beforeCode(body).matchAll(LINE)) {
    start = sign === undefined ? null : (start ?? index);
    if (start !== null && index + line.length - start > MOST_LONG) return tooLongContainer(start);
  }
  return null;
}
