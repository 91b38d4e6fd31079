import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { decodeString } from 'micromark-util-decode-string';
import type { Mark, Reference, RichText, Span } from '../../core/model/rich-text.ts';
import { readMarked, readPlain, readUnread } from '../../core/text/reading.ts';

/** Everything of CommonMark that is not inline: in a unit it is plain text. */
const BLOCKS = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'labelStartImage',
  'list',
  'setextUnderline',
  'thematicBreak',
];
/** The marks of a longer text stay unread, so that no input makes the parser slow. Characters. */
const MOST_TEXT = 50_000;
/** The same for a text with more signs that can begin or end a mark: the parser compares each with all. */
const MOST_SIGNS = 400;
const SIGN = /\*+|_+|`+|[[\\<&]/g;

/** What is found in a text, in the order of the tree. */
interface Found {
  readonly marks: Mark[];
  readonly syntax: Span[];
  readonly wordless: Span[];
  readonly references: Omit<Reference, 'at'>[];
}

/** Reads the inline CommonMark marks of a unit, its tags and character references; the text itself stays as written. */
export function parseInlineMarks(text: string): RichText {
  if (!/[*_`[\\<&]/.test(text)) return text.length > MOST_TEXT ? readUnread(text) : readPlain(text);
  if (whyUnread(text) !== null) return readUnread(text);
  const tree = fromMarkdown(text, { extensions: [{ disable: { null: BLOCKS } }] });
  const found: Found = { marks: [], syntax: [], wordless: [], references: [] };
  collect(tree, text, found);
  found.syntax.sort((a, b) => a.start - b.start);
  return readMarked(text, found);
}

/** Why the marks of a text are shown as they are written: a sentence for whoever wrote it; null where they are read. */
export function whyUnread(text: string): string | null {
  if (text.length > MOST_TEXT)
    return 'this paragraph has more than 50,000 characters, so its marks are shown as they are written; split it';
  let signs = 0;
  for (const _ of text.matchAll(SIGN)) {
    signs += 1;
    if (signs > MOST_SIGNS)
      return 'this paragraph has more than 400 signs of marks (* _ ` [ \\ < &), so they are shown as they are written; split it';
  }
  return null;
}

function collect(node: Nodes, text: string, found: Found): void {
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
      if (text.charAt(span.start) === '<') found.wordless.push({ start: span.start + 1, end: span.end - 1 });
      break;
    case 'inlineCode': {
      const ticks = /^`+/.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
      found.marks.push({ ...span, kind: 'code', href: null });
      found.syntax.push({ start: span.start, end: span.start + ticks }, { start: span.end - ticks, end: span.end });
      found.wordless.push({ start: span.start + ticks, end: span.end - ticks });
      break;
    }
    case 'html':
      found.wordless.push(span);
      break;
    case 'text':
      collectSigns(span, text, found);
  }
  if (!('children' in node)) return;
  for (const code of codeBetweenTags(node)) found.wordless.push(code);
  for (const child of node.children) collect(child, text, found);
}

/** Tags between which stands no language, their text as little as themselves. */
const CODE_TAG = /^<(code|pre|kbd|samp|var|tt|script|style)[\s>]/i;

/** From each tag of code to the tag that ends it, or to the end of what holds both. */
function codeBetweenTags(parent: Parents): Span[] {
  const spans: Span[] = [];
  let open: { start: number; closing: string } | null = null;
  for (const child of parent.children) {
    if (child.type !== 'html') continue;
    const { start, end } = spanOf(child);
    const [, name] = CODE_TAG.exec(child.value) ?? [];
    if (open === null && name !== undefined) open = { start, closing: `</${name.toLowerCase()}` };
    else if (open !== null && child.value.toLowerCase().startsWith(open.closing)) {
      spans.push({ start: open.start, end });
      open = null;
    }
  }
  if (open !== null) spans.push({ start: open.start, end: spanOf(parent).end });
  return spans;
}

const SIGNS =
  /\\(?<escape>[!-/:-@[-`{-~])|(?<reference>&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)|\]\[(?<label>[^\][\n]{0,200})\]|\[(?<note>\^[^\s\][]{1,100})\]/gi;

/** Escapes, character references and the labels of references between the marks. */
function collectSigns({ start, end }: Span, text: string, found: Found): void {
  for (const { 0: sign, index, groups } of text.slice(start, end).matchAll(SIGNS)) {
    const span = { start: start + index, end: start + index + sign.length };
    if (groups?.['escape'] !== undefined) found.syntax.push({ start: span.start, end: span.start + 1 });
    else if (groups?.['reference'] === undefined)
      found.wordless.push({ start: span.start + (groups?.['label'] === undefined ? 0 : 1), end: span.end });
    else {
      const character = decodeString(sign);
      if (character !== sign) found.references.push({ ...span, character });
    }
  }
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
