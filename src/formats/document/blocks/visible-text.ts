import { parseInlineMarks } from '../../article/inline-marks.ts';

/** Signs of which each mark within a line has one at least. */
export const SIGNS_OF_MARKS = /[\\`*_[\]<&~=%^]/g;

const HARD_BREAK = /(?<!\\)\\\r?\n/g;

/** What a reader sees of Markdown within a line: its words without the signs of marks, on one line. */
export function visibleText(markdown: string): string {
  // Nearly all titles: a page of two thousand reads none of them as Markdown.
  if (markdown.search(SIGNS_OF_MARKS) < 0) return oneLine(markdown);
  const { text, syntax, references } = parseInlineMarks(markdown.replaceAll(HARD_BREAK, ' '));
  const cuts = [...syntax.map((span) => ({ ...span, character: '' })), ...references].sort((a, b) => a.start - b.start);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, character } of cuts) {
    if (start < at) continue;
    pieces.push(text.slice(at, start), character);
    at = end;
  }
  return oneLine(pieces.join('') + text.slice(at));
}

/** White space that breaks is one space, and none stands at the ends. */
export function oneLine(text: string): string {
  return text.replaceAll(/[ \t\r\n\f\v]+/g, ' ').replaceAll(/^ | $/g, '');
}

/** The first words of a text, with “…” where it goes on. */
export function openingOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most + 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\ud800-\udbff\s,;:]$/, '')}…`;
}
