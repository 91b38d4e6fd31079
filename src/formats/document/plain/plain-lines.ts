import { oneLine } from '../blocks/visible-text.ts';
import { joinLines } from './broken-lines.ts';

/** A text that was broken to fit a width is no narrower. UTF-16 units. */
const NARROWEST = 40;
/** Lines of verse are no wider, and a stanza has so many at least that begin with a large letter. */
const WIDEST_VERSE = 90;
const LEAST_VERSE = 4;
/** How much of the width a line leaves free, with the next word in it, that was not broken to fit. */
const FREE = 0.75;
const BEGINS_ANEW = /^[\p{Lu}\d«“"(—–]/u;

/**
 * The lines of a paragraph: one, where it was broken to fit a width; each by itself where somebody put it there, as in
 * verse, addresses and lists without a sign.
 */
export function linesOf(paragraph: string): string[] {
  const lines = paragraph
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '');
  return areOwn(lines) ? lines : [joinLines(lines)];
}

function areOwn(lines: readonly string[]): boolean {
  const width = lines.reduce((widest, { length }) => Math.max(widest, length), 0);
  const later = lines.slice(1);
  const allAnew = later.every((line) => BEGINS_ANEW.test(line));
  if (width < NARROWEST) return lines.length > 2 || allAnew;
  if (allAnew && lines.length >= LEAST_VERSE && width <= WIDEST_VERSE) return true;
  const early = later.filter(
    (next, i) => (lines[i]?.length ?? 0) + 1 + next.split(' ', 1).join('').length <= FREE * width,
  );
  return early.length * 2 > later.length;
}

/** Rows of cells that tabs part, as tables come that are pasted; null where the lines are none. */
export function cellsOf(paragraph: string): string[][] | null {
  const rows = paragraph.split('\n').map((line) => line.split('\t').map(oneLine));
  const [first = []] = rows;
  const isTable = rows.length > 1 && first.length > 1 && rows.every(({ length }) => length === first.length);
  return isTable && rows.every((row) => row.some((cell) => cell !== '')) ? rows : null;
}
