/**
 * What two texts have in common that a reader cannot tell apart: lines broken elsewhere, no-break spaces, curly
 * apostrophes, accents in one sign or two, soft hyphens, hyphens at which no line breaks. A line break that is meant
 * (two spaces or a backslash before it, CommonMark) can be seen, and stays.
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

/** Soft hyphens, and signs without width at which a line may break or may not. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
/** The curly one, and the letter of that shape. */
const APOSTROPHE = /[\u2019\u02bc]/g;
/** The hyphen that is no minus, and the one at which no line breaks. */
const HYPHEN = /[\u2010\u2011]/g;
