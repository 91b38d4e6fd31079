import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { RuleId } from '../../core/checks/rules.ts';
import { findTooDeepBlock } from './nesting.ts';

/** Lines that underline a heading or divide the text; each costs the parser more than the one before. */
const MOST_RULES = 400;
const RULE = /^[ \t>]*(?:=+|-+)[ \t]*$/gm;
/** Lists that begin behind the marker of another, on its line: the same. */
const MOST_BEHIND = 1000;
const BEHIND = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]+(?:[-+*>]|\d{1,9}[.)])(?=[ \t\r\n]|$)/gm;
/** Lines of one paragraph that hold a sign of a mark: each moves all that come after it. */
const MOST_MARKED = 2000;
const EMPTY_OR_MARKED = /(?<!\r(?=\n))^[ \t>]*$|^.*[*_`[\]\\<&!].*$/gm;
/** Everything of CommonMark that stands within a paragraph: that is read paragraph by paragraph. */
const INLINE = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
];

/** Why a text is not given to the parser, which would take too long over it; null for almost every one. */
export function refusalOf(body: string): { offset: number; rule: RuleId; advice: string } | null {
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
  ];
  for (const [offset, advice] of tooMany) if (offset !== null) return { offset, rule: 'too-many-marks', advice };
  return null;
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

/** Of footnotes only where they are defined; references to them stand within a paragraph. */
const GFM = [gfmTable(), { document: gfmFootnote().document ?? {} }];

/** The blocks of a text that {@link refusalOf} lets pass, as a tree; what stands within a paragraph is not read. */
export function markdownTree(body: string): Root {
  return fromMarkdown(body, {
    extensions: [{ disable: { null: INLINE } }, ...GFM],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  });
}
