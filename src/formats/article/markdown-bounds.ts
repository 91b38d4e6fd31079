import { surelyTooManyBlocks } from './block-bounds.ts';
import { surelyTooLongQuotation } from './long-quotation.ts';
import { findTooDeepBlock } from './nesting.ts';
import type { Refusal } from './refusal.ts';

/** Lines that underline a heading or divide the text; each costs the parser more than the one before. */
const MOST_RULES = 400;
const RULE = /^[ \t>]*(?:=+|-+)[ \t]*$/gm;
/** Lists that begin behind the marker of another, on its line: the same. */
const MOST_BEHIND = 1000;
/** Two markers on one line: `- 1. `. */
const BEHIND = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+(?:[-+*>]|\d{1,9}[.)])(?=[ \t\r\n]|$)/gm;
/** Lines of one paragraph that hold a sign of a mark: each moves all that come after it. */
const MOST_MARKED = 2000;
/** An empty line, which ends a paragraph; or one that holds a sign of a mark. */
const EMPTY_OR_MARKED = /(?<!\r(?=\n))^[ \t>]*$|^.*[*_`[\]\\<&!].*$/gm;
/** Lines that go on with a paragraph of a quotation, a footnote or an item without its sign or indent: the same. */
const MOST_LAZY = 1000;
/** How a line begins: with the sign of a quotation, with another marker, with a word. */
const LINE = /(?<!\r(?=\n))^[ \t]*(?:(>)|((?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)|\[\^)|(\S))?/gm;

/** Why a text is not given to the parser, which would take too long over it; null for almost every one. */
export function refusalOf(body: string): Refusal | null {
  const deep = findTooDeepBlock(body);
  if (deep !== null)
    return { offset: deep, rule: 'too-deep', advice: 'write at most 32 levels of lists and quotations' };
  const tooMany: readonly (readonly [offset: number | null, advice: string])[] = [
    [
      offsetOfNext(body.matchAll(RULE), MOST_RULES),
      'write at most 400 lines of nothing but - or =; a heading can begin with # instead',
    ],
    [
      offsetOfNext(body.matchAll(BEHIND), MOST_BEHIND),
      'write at most 1,000 lines on which a list or a quotation begins behind the sign of another list',
    ],
    [
      offsetOfNext(body.matchAll(EMPTY_OR_MARKED), MOST_MARKED),
      'write at most 2,000 lines with signs of marks (* _ ` [ ] \\ < & !) in one paragraph; leave an empty line between its parts',
    ],
    [
      offsetOfLazy(body),
      'write at most 1,000 lines that go on with a paragraph of a quotation, a footnote or an item and do not begin as it does; begin them with > or spaces',
    ],
  ];
  for (const [offset, advice] of tooMany) if (offset !== null) return { offset, rule: 'too-many-marks', advice };
  return surelyTooLongQuotation(body) ?? surelyTooManyBlocks(body);
}

/** Where the first one stands beyond the most there may be; an empty line begins anew. Null where there is none. */
function offsetOfNext(lines: Iterable<RegExpExecArray>, most: number): number | null {
  let count = 0;
  for (const { 0: line, index } of lines) {
    count = /[^ \t>]/.test(line) ? count + 1 : 0;
    if (count > most) return index;
  }
  return null;
}

/** Where the first line stands beyond the most there may be that go on so; an empty line and an item begin anew. */
function offsetOfLazy(body: string): number | null {
  let [isWithin, count] = [false, 0];
  for (const { 1: quotation, 2: item, 3: text, index } of body.matchAll(LINE)) {
    if (text !== undefined && isWithin) count += 1;
    else if (quotation === undefined) count = 0;
    isWithin = quotation !== undefined || item !== undefined || (isWithin && text !== undefined);
    if (count > MOST_LAZY) return index;
  }
  return null;
}
