import type { RichText } from '../model/rich-text.ts';
import { asSeen } from './as-seen.ts';
import { HIDDEN } from './hidden-characters.ts';

/**
 * What two texts have in common whose words and marks a reader cannot tell apart, however both are written: what
 * {@link readingKey} leaves out, and signs that nobody sees, and opening quotation marks for apostrophes.
 */
export function readingOf(rich: RichText): string {
  const seen = asSeen(rich);
  const shown = STEERED.test(seen) ? seen : seen.replaceAll(HIDDEN, '');
  return readingKey(shown.replaceAll(OPENING_WITHIN_WORD, "'"));
}

/**
 * What two texts have in common that a reader cannot tell apart: lines broken elsewhere, no-break spaces, curly
 * apostrophes, accents in one sign or two, soft hyphens, hyphens at which no line breaks. A line break that is meant
 * (two spaces or a backslash before it, CommonMark) can be seen, and stays. Waivers in files are tied to it: no text
 * may get another key.
 */
export function readingKey(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(APOSTROPHE, "'")
    .replaceAll(HYPHEN, '-')
    .replaceAll(/(?<! ) {2,}\n|\\\n/g, '\u2028')
    .replaceAll(/[^\S\u2028]+/g, ' ')
    .trim();
}

/**
 * Where words may run from right to left or letters join, a sign that nobody sees moves or shapes what stands by it.
 */
const STEERED = /[\u061c\u200f\u202a-\u202e\u2066-\u2069]|\p{Lo}/u;
/** Within a word nothing is quoted. */
const OPENING_WITHIN_WORD = /(?<=[\p{L}\p{M}])[\u2018\u201b](?=\p{L})/gu;
/** Soft hyphens, and signs without width at which a line may break or may not. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
/** The curly one, and the letter of that shape. */
const APOSTROPHE = /[\u2019\u02bc]/g;
/** The hyphen that is no minus, and the one at which no line breaks. */
const HYPHEN = /[\u2010\u2011]/g;
