/** One item of a list, from its dash to the next one, in UTF-16 offsets of the text. */
export interface Item {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a list at its dashes in the first column. What each item says alone is then what it says in the list: nothing
 * is open at its end, and the parser breaks lines at LF only.
 *
 * @returns null for a text that is not plainly such a list: one with a byte order mark, with marks of documents, or
 * with anything but comments before the first dash
 */
export function cutItems(text: string): Item[] | null {
  if (/(?:^|\n)(?:---|\.\.\.|%)/.test(text)) return null;
  const starts = dashesIn(text);
  const [first] = starts;
  if (first === undefined || !text.slice(0, first).split('\n').every(isRemark)) return null;
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }));
}

/** Offsets of the dashes in the first column. LF alone begins a line, as for the parser. */
export function dashesIn(text: string): number[] {
  return [...text.matchAll(/(?:^|\n)-(?=[ \t\r\n]|$)/g)].map(({ 0: { length }, index }) => index + length - 1);
}

/** Whether a line says nothing to the parser. */
function isRemark(line: string): boolean {
  return /^[ \t]*(?:#.*)?\r?$/.test(line);
}
