/**
 * What must be known of a YAML text before the parser sees it. Nesting some thousand levels deep ends the whole
 * process inside the parser, where nothing can be caught, so depth is counted here first: brackets, indentation,
 * and the markers of one line (`- - - x`).
 */

const MOST_LEVELS = 32;
const MARKERS = /(?:[-?:](?:[ \t]+|$))+/y;

/** UTF-16 offset where the text nests deeper than 32 levels, or -1. One pass. */
export function findTooDeep(text: string): number {
  const brackets = findDeepBracket(text);
  const block = findDeepBlock(text);
  if (brackets < 0 || block < 0) return Math.max(brackets, block);
  return Math.min(brackets, block);
}

function findDeepBracket(text: string): number {
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5b || unit === 0x7b) open += 1;
    else if ((unit === 0x5d || unit === 0x7d) && open > 0) open -= 1;
    if (open > MOST_LEVELS) return at;
  }
  return -1;
}

/** Follows the columns at which nested collections begin. */
function findDeepBlock(text: string): number {
  const columns: number[] = [];
  let start = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const indent = line.length - line.trimStart().length;
    if (indent < line.length && line.charAt(indent) !== '#') {
      while (columns.length > 0 && (columns.at(-1) as number) >= indent) columns.pop();
      for (const column of markerColumns(line, indent)) {
        columns.push(column);
        if (columns.length > MOST_LEVELS) return start;
      }
    }
    start += line.length;
    start += text.startsWith('\r\n', start) ? 2 : 1;
  }
  return -1;
}

function markerColumns(line: string, indent: number): number[] {
  MARKERS.lastIndex = indent;
  const markers = MARKERS.exec(line)?.[0] ?? '';
  const columns = [indent];
  for (let at = 0; at < markers.length && columns.length <= MOST_LEVELS; at += 1) {
    if (/\S/.test(markers.charAt(at)) && at > 0) columns.push(indent + at);
  }
  return markers === '' ? columns : [...columns, indent + markers.length];
}
