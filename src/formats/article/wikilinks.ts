import type { Span } from '../../core/model/rich-text.ts';

/**
 * Of notes that lead to each other by name: `[[Page]]`, `[[Page|words]]`, `[[#Part]]`, and a picture,
 * `![[carte.png|300]]`.
 */
export interface Wikilink {
  readonly isPicture: boolean;
  /** What it leads to, or the file of the picture. */
  readonly page: string;
  /** What is read of it, counted from its beginning; nothing of a picture without words. */
  readonly words: Span;
}

/** How names of pictures end. */
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;
const SIZE = /^\d{1,5}(?:x\d{1,5})?$/;

/** Whether what stands between `![[` and `]]` is a picture, and no other note. */
export function isPictureName(inner: string): boolean {
  return PICTURE.test(inner.split('|', 1).join('').trim());
}

/** @param sign all of it, from the first bracket, or the `!` before it, to the last */
export function readWikilink(sign: string): Wikilink {
  const isPicture = sign.startsWith('!');
  const [first, last] = [isPicture ? 3 : 2, sign.length - 2];
  const bar = sign.lastIndexOf('|');
  const page = sign.slice(first, bar < 0 ? last : bar).trim();
  const named = bar < 0 || sign.slice(bar + 1, last).trim() === '' ? null : { start: bar + 1, end: last };
  if (isPicture) return { isPicture, page, words: named && !isSize(sign, named) ? named : { start: last, end: last } };
  const start = first + (sign.charAt(first) === '#' ? 1 : 0);
  return { isPicture, page, words: named ?? { start, end: bar < 0 ? last : bar } };
}

function isSize(sign: string, { start, end }: Span): boolean {
  return SIZE.test(sign.slice(start, end));
}
