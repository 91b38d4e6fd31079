import { Lexer } from 'yaml';

/**
 * What must be known of a YAML text before the parser sees it. Nesting some thousand levels deep ends the whole
 * process inside the parser, where nothing can be caught, so depth is counted here first, over the tokens that the
 * parser would get: brackets that open a list or a mapping, indentation, and the markers of one line (`- - - x`).
 * What stands in prose, in quotation marks, in blocks and in comments opens nothing.
 */

/**
 * Levels that a text may nest.
 *
 * @guard nesting → Infinity
 */
export const MOST_LEVELS = 32;

/** Tokens that stand for no characters. The last says that a text without quotation marks is next. */
const DOCUMENT = '\u0002';
const FLOW_END = '\u0018';
const TEXT_FOLLOWS = '\u001f';
/** Further markers may stand behind a marker, a name or a kind. */
const LEADING = /^(?:[-?:]$|[&!])/;

/** UTF-16 offset where the text nests deeper than 32 levels, or -1. One pass. */
export function findTooDeep(text: string): number {
  const lines = createBlockDepth();
  let [at, open] = [0, 0];
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    if (token === DOCUMENT || token === TEXT_FOLLOWS) {
      isText = token === TEXT_FOLLOWS;
      continue;
    }
    if (token === FLOW_END) {
      open = 0;
      continue;
    }
    if (open === 0) lines.take(token, at, isText);
    if (!isText) open = Math.max(0, open + stepOf(token));
    if (open > MOST_LEVELS || lines.depth() > MOST_LEVELS) return at;
    if (token.endsWith('\n')) lines.startAt(at + token.length);
    at += token.length;
    isText = false;
  }
  return -1;
}

function stepOf(token: string): number {
  if (token === '[' || token === '{') return 1;
  return token === ']' || token === '}' ? -1 : 0;
}

/** Follows the columns at which the collections begin that stand in each other by indentation. */
function createBlockDepth() {
  const columns: number[] = [];
  let start = 0;
  let [isFirst, isOpening] = [true, true];
  return {
    depth: () => columns.length,
    startAt(at: number) {
      start = at;
      [isFirst, isOpening] = [true, true];
    },
    take(token: string, at: number, isText: boolean) {
      if (!isOpening || token.trim() === '' || (!isText && token.startsWith('#'))) return;
      const column = at - start;
      while (isFirst && columns.length > 0 && (columns.at(-1) as number) >= column) columns.pop();
      columns.push(column);
      isFirst = false;
      isOpening = !isText && LEADING.test(token);
    },
  };
}
