/** Of no language: what a person takes for one sign is one everywhere. */
const SIGNS = new Intl.Segmenter();

/** A text of so many UTF-16 units at most, “…” behind it where more was written; see {@link beginningOf}. */
export function cutShort(text: string, most: number): string {
  return text.length <= most ? text : `${beginningOf(text, most)}…`;
}

/**
 * The beginning of a text, for a “…” behind it: whole words, or whole signs where one word takes more than half of it.
 * A space that is held, as in “10 000”, parts no words.
 *
 * @param end UTF-16 offset in the text up to which there is room
 */
export function beginningOf(text: string, end: number): string {
  // Two more units show whether a sign goes on over the end.
  const sign = SIGNS.segment(text.slice(0, end + 2)).containing(end)?.index ?? end;
  const edge = isGap(text.charAt(sign)) ? sign : Math.max(text.lastIndexOf(' ', sign), text.lastIndexOf('\n', sign));
  const beginning = text.slice(0, edge > end / 2 ? edge : sign).trimEnd();
  return beginning.replace(/\s?[,;:–—(«“]$/u, '');
}

function isGap(sign: string): boolean {
  return sign === ' ' || sign === '\n';
}

/** UTF-16 units of what a sentence quotes. */
export const MOST_QUOTED = 60;

/** What a file says, for a sentence about it: between quotation marks, and never longer than can be read. */
export function quotedShort(text: string): string {
  return `“${cutShort(text, MOST_QUOTED)}”`;
}
