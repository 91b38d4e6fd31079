import type { RichText, Span } from '../model/rich-text.ts';

/** Two spaces or a backslash at the end of a line. CommonMark 0.31, hard line breaks. */
const BREAK = /(?: {2,}|\\)\r?\n/g;

/** The head of a table and the line under it, as GitHub writes tables; CommonMark has none, so its rows stay lines. */
const TABLE = /^[^\n]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*(?:\n|$)/;
const ANY = /[ \t]*\\?\r?\n/g;

/** Where the author of a text wanted a line to end; not in code, where every break is one. */
export function findHardBreaks({ text, wordless }: RichText): Span[] {
  if (!text.includes('\n')) return [];
  const breaks = [...text.matchAll(TABLE.test(text) ? ANY : BREAK)].map(({ 0: sign, index }) => ({
    start: index,
    end: index + sign.length,
  }));
  return breaks.filter(({ start, end }) => !wordless.some((span) => span.start < end && start < span.end));
}
