import type { RichText } from '../model/article.ts';

/** Stands for each unit of markup: no letter, no space, so that a mark is a word edge. */
const BLANK = '\ufffc';

/** A text with its markup blanked out and its offsets unchanged: what the matcher reads. */
export function visibleWords(rich: RichText | null): string {
  if (rich === null) return '';
  const { text, syntax } = rich;
  let words = '';
  let at = 0;
  for (const { start, end } of syntax) {
    words += text.slice(at, Math.max(at, start)) + BLANK.repeat(Math.max(0, end - Math.max(at, start)));
    at = Math.max(at, end);
  }
  return words + text.slice(at);
}
