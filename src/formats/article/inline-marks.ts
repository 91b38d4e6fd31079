import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Mark, RichText, Span } from '../../core/model/article.ts';

/** Everything of CommonMark that is not an inline mark: in a unit it is plain text. */
const BLOCKS_AND_HTML = [
  'blockQuote',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'list',
  'setextUnderline',
  'thematicBreak',
];
/** A longer text is taken as it is, so that no input makes the parser slow. Characters. */
const MOST_TEXT = 50_000;

/** Finds the inline CommonMark marks of a unit; the text itself stays as written. */
export function parseInlineMarks(text: string): RichText {
  if (text.length > MOST_TEXT || !/[*_`[\\<]/.test(text)) return { text, marks: [], syntax: [] };
  const tree = fromMarkdown(text, { extensions: [{ disable: { null: BLOCKS_AND_HTML } }] });
  const found = { marks: [] as Mark[], syntax: [] as Span[] };
  collect(tree, text, found);
  found.syntax.sort((a, b) => a.start - b.start);
  return { text, ...found };
}

function collect(node: Nodes, text: string, found: { marks: Mark[]; syntax: Span[] }): void {
  const span = spanOf(node);
  switch (node.type) {
    case 'emphasis':
    case 'strong':
      found.marks.push({ ...span, kind: node.type, href: null });
      for (const outside of outsideChildren(node, span)) found.syntax.push(outside);
      break;
    case 'link':
      found.marks.push({ ...span, kind: 'link', href: safeAddress(node.url) });
      for (const outside of outsideChildren(node, span)) found.syntax.push(outside);
      break;
    case 'inlineCode': {
      const ticks = /^`+/.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
      found.marks.push({ ...span, kind: 'code', href: null });
      found.syntax.push({ start: span.start, end: span.start + ticks }, { start: span.end - ticks, end: span.end });
      break;
    }
    case 'text':
      for (const { index } of text.slice(span.start, span.end).matchAll(/\\(?=[!-/:-@[-`{-~])/g)) {
        found.syntax.push({ start: span.start + index, end: span.start + index + 1 });
      }
      break;
  }
  if ('children' in node) for (const child of node.children) collect(child, text, found);
}

function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** The signs around the content of a mark: `*` and `*`, `[` and `](https://…)`. */
function outsideChildren(node: Parents, { start, end }: Span): Span[] {
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (first === undefined || last === undefined) return [{ start, end }];
  return [
    { start, end: spanOf(first).start },
    { start: spanOf(last).end, end },
  ];
}

function safeAddress(url: string): string | null {
  return /^https?:\/\/[^\s]+$/i.test(url) ? url : null;
}
