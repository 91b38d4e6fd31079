import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Problem } from '../../core/checks/problem.ts';
import type { RuleId } from '../../core/checks/rules.ts';
import type { Citation, SourceUnit } from '../../core/model/article.ts';
import { createLines } from '../../core/text/line-and-column.ts';
import { problemAt } from '../problem-at.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter.ts';
import { type Block, blocksOf } from './markdown-blocks.ts';
import { findTooDeepBlock } from './nesting.ts';
import { unitsOf } from './source-units.ts';

/** The source of an article: its front matter and its units, `p1` = the title. */
export interface ArticleSource {
  readonly citation: Citation;
  readonly units: readonly SourceUnit[];
  readonly problems: readonly Problem[];
}

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

/** Reads `fr.md` (CommonMark and GFM) or `fr.txt` (blocks between blank lines). One unit for each block, as written. */
export function parseArticle(text: string, file: string): ArticleSource {
  const lines = createLines(text, file);
  const front = parseFrontMatter(text, file);
  const body = text.slice(front.bodyStart);
  const isPlain = file.endsWith('.txt');
  const refusal = isPlain ? null : refusalOf(body);
  const problems = [...front.problems];
  if (refusal !== null) problems.push(problemAt(lines, front.bodyStart + refusal.offset, refusal.rule, refusal.advice));
  const read = isPlain ? plainBlocks : markdownBlocks;
  const blocks = refusal === null ? read(body, front.bodyStart) : [];
  const { title, rest } = splitTitle(front, blocks);
  if (title === null) {
    problems.push(
      problemAt(lines, 0, 'front-matter', 'no title; write “title: …” between two lines of “---” at the top'),
    );
  }
  const units = unitsOf(title === null ? rest : [title, ...rest], lines);
  return { citation: { ...front.citation, title: title?.text ?? 'Untitled' }, units, problems };
}

/** Why a text is not given to the parser, which would take too long over it; null for almost every one. */
function refusalOf(body: string): { offset: number; rule: RuleId; advice: string } | null {
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

/** The title of the front matter; without one, a first heading, or the first block of a plain text. */
function splitTitle(front: FrontMatter, blocks: readonly Block[]): { title: Block | null; rest: readonly Block[] } {
  const { title } = front.citation;
  if (title !== null) return { title: { kind: 'title', level: 1, start: front.titleStart, text: title }, rest: blocks };
  const [first, ...rest] = blocks;
  if (first === undefined || (first.kind !== 'heading' && first.kind !== 'title')) return { title: null, rest: blocks };
  return { title: { ...first, kind: 'title', level: 1 }, rest };
}

function plainBlocks(body: string, offset: number): Block[] {
  const lineBreaks = body.replaceAll(/\r(?!\n)/g, '\n');
  const blocks = [...lineBreaks.matchAll(isOneLineEach(lineBreaks) ? LINE : BLOCK)];
  return blocks.map(({ 0: text, index }, i) => ({
    kind: i === 0 ? 'title' : 'paragraph',
    level: 0,
    start: offset + index,
    text: text.replaceAll('\r', '').trimEnd(),
  }));
}

const LINE = /\S[^\n]*/g;
/** Lines without an empty one between them. */
const BLOCK = /\S[^\n]*(?:\n[ \t]*\S[^\n]*)*/g;
/** Lines of a text that was broken to fit a width end in the middle of sentences, and are about as long as each other. */
const BROKEN_LINE = /^.{50,100}(?<![.!?:…»”"][ \t]*)$/gm;

/** No empty line parts its paragraphs, and it is not one that was broken to fit a width: each line is one. */
function isOneLineEach(body: string): boolean {
  if (/\n[ \t\r]*\n/.test(body.trim())) return false;
  const lines = body.trim().split('\n').length;
  return (body.match(BROKEN_LINE) ?? []).length < (lines - 1) / 2;
}

/** Of footnotes only where they are defined; references to them stand within a paragraph. */
const GFM = [gfmTable(), { document: gfmFootnote().document ?? {} }];

function markdownBlocks(body: string, offset: number): Block[] {
  const tree = fromMarkdown(body, {
    extensions: [{ disable: { null: INLINE } }, ...GFM],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  });
  return blocksOf(tree, body).map((block) => ({ ...block, start: offset + block.start }));
}
