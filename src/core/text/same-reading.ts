import type { RichText } from '../model/rich-text.ts';
import { asSeen } from './as-seen.ts';

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
    .replaceAll(INVISIBLE, '$<flag>')
    .replaceAll(APOSTROPHE, "'")
    .replaceAll(HYPHEN, '-')
    .replaceAll(/(?<! ) {2,}\n|\\\n/g, '\u2028')
    .replaceAll(/[^\S\u2028]+/g, ' ')
    .trim();
}

/**
 * Signs without width that change nothing: soft hyphens, those at which a line may break or may not, joiners outside of
 * emoji, marks of the direction in which French runs anyhow, tags but those that make a flag.
 */
const INVISIBLE =
  /(?<flag>\u{1f3f4}[\u{e0020}-\u{e007f}]+)|\u034f|[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a\u202c\u2060-\u2066\u2068-\u206f\ufeff]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|[\u{e0000}-\u{e007f}]/gu;
/** The curly one, and the letter of that shape; the opening ones within a word, where nothing is quoted. */
const APOSTROPHE = /[\u2019\u02bc]|(?<=\p{L})[\u2018\u201b](?=\p{L})/gu;
/** The hyphen that is no minus, and the one at which no line breaks. */
const HYPHEN = /[\u2010\u2011]/g;
