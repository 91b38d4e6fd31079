import { partitionPoint } from '../model/partition-point.ts';
import type { RichText, Span } from '../model/rich-text.ts';

/**
 * Where the author of a text wanted a line to end: two spaces or a backslash in front of the break (CommonMark 0.31,
 * hard line breaks), and every row of a table; not in code, where every break is one. Time grows with the text.
 */
export function findHardBreaks({ text, wordless }: RichText): Span[] {
  const breaks: Span[] = [];
  const inTable = isTable(text);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    const start = startOfBreak(text, text.charAt(at - 1) === '\r' ? at - 1 : at, inTable);
    if (start === null) continue;
    const next = wordless[partitionPoint(wordless, (span) => span.end <= start)];
    if (next === undefined || next.start > at) breaks.push({ start, end: at + 1 });
  }
  return breaks;
}

/** Null for a line that only goes on. */
function startOfBreak(text: string, lineEnd: number, inTable: boolean): number | null {
  let [start, backslashes] = [lineEnd, lineEnd];
  while (text.charAt(backslashes - 1) === '\\') backslashes -= 1;
  // Of two the first says that the second is meant as it is.
  if ((lineEnd - backslashes) % 2 === 1) return lineEnd - 1;
  while (text.charAt(start - 1) === ' ') start -= 1;
  return inTable || lineEnd - start >= 2 ? start : null;
}

/** The head of a table and the line under it, as GitHub writes tables; CommonMark has none, so its rows stay lines. */
function isTable(text: string): boolean {
  const head = text.indexOf('\n');
  if (head < 0 || !text.slice(0, head).includes('|')) return false;
  const end = text.indexOf('\n', head + 1);
  const cells = text
    .slice(head + 1, end < 0 ? text.length : end)
    .trim()
    .split('|');
  const inner = cells.slice(cells[0] === '' ? 1 : 0, cells.at(-1) === '' ? -1 : cells.length);
  return inner.length + cells.length > 2 && inner.every((cell) => /^:?-+:?$/.test(cell.trim()));
}
