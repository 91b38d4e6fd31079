import type { RichText } from '../model/rich-text.ts';
import { asSeen } from './as-seen.ts';
import { HIDDEN } from './hidden-characters.ts';

/** What two texts have in common whose words and marks a reader cannot tell apart, however both are written. */
export function readingOf(rich: RichText): string {
  return readingKey(asSeen(rich));
}

/**
 * What two texts have in common that a reader cannot tell apart: lines broken elsewhere, no-break spaces, curly
 * apostrophes, accents in one sign or two, soft hyphens, hyphens at which no line breaks, marks that are not seen. A
 * line break that is meant (two spaces or a backslash before it, CommonMark) can be seen, and stays.
 */
export function readingKey(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\u00ad', '')
    .replaceAll(HIDDEN, (sign) => (TURNING.test(sign) ? sign : ''))
    .replaceAll(APOSTROPHE, "'")
    .replaceAll(HYPHEN, '-')
    .replaceAll(/(?<! ) {2,}\n|\\\n/g, '\u2028')
    .replaceAll(/[^\S\u2028]+/g, ' ')
    .trim();
}

/** Marks of the direction that turn what follows, which can be seen. */
const TURNING = /[\u202b\u202d\u202e\u2067]/;
/** The curly one, and the letter of that shape; the opening ones within a word, where nothing is quoted. */
const APOSTROPHE = /[\u2019\u02bc]|(?<=\p{L})[\u2018\u201b](?=\p{L})/gu;
/** The hyphen that is no minus, and the one at which no line breaks. */
const HYPHEN = /[\u2010\u2011]/g;
