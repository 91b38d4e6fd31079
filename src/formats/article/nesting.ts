/** Lists, quotations and footnotes in each other deeper than this are refused. */
const DEEPEST = 32;
/** Many levels that begin on one line. */
const ON_ONE_LINE = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)]|\[\^[^\s\][]{1,999}\]:)){33}/m;
/** The indent of a line with the signs of its quotations, and the marker of an item or a footnote. */
const LINE_START = /^([ \t>]*)((?:[*+-]|\d{1,9}[.)])(?=[ \t\r\n]|$)|\[\^[^\s\][]{1,999}\]:)?/gm;

/**
 * Where an article nests too deep, by an estimate that never counts less than the parser does; null where it does not.
 * A list item lies in those before it that are indented less, until a line after an empty one is indented less itself.
 */
export function findTooDeepBlock(body: string): number | null {
  const atOnce = ON_ONE_LINE.exec(body);
  const indents: number[] = [];
  let afterEmpty = true;
  for (const { 0: start, 1: lead = '', 2: marker, index } of body.matchAll(LINE_START)) {
    const isEmpty = /^[\r\n]?$/.test(body.charAt(index + start.length)) && marker === undefined;
    const indent = lead.replaceAll('\t', '    ').length;
    if (!isEmpty && (marker !== undefined || afterEmpty)) while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    if (marker !== undefined) indents.push(indent);
    if (indents.length > DEEPEST) return Math.min(index, atOnce?.index ?? index);
    afterEmpty = isEmpty;
  }
  return atOnce?.index ?? null;
}
