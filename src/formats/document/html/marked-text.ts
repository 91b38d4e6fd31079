import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { type HtmlElement, isElement, nameOf } from './html-dom.ts';
import { openingWords } from './html-reading.ts';
import type { FlowBlock } from './join-lists.ts';

/** `(1)`, `a)`, `iv.`, a dash, a point. */
const MARK = /^(?:\([\dA-Za-z]{1,4}\)|(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,6})[.)]|[•·▪▫◦‣●○■□–—-])$/;
const LONGEST_MARK = 6;
const HOLDERS = /^(?:tr|div|li)$/;

/** A text that stands beside its mark, in a cell or a box each. */
export interface MarkedText {
  readonly mark: string;
  readonly text: HtmlElement;
}

/** As laws, and programs that make pages of other texts, set their lists; null for anything else. */
export function markedText(element: HtmlElement): MarkedText | null {
  if (!HOLDERS.test(nameOf(element))) return null;
  const parts: HtmlElement[] = [];
  for (const node of element.childNodes) {
    const isElse = !isElement(node);
    if (isElse ? node.textContent.trim() === '' : openingWords([node], 1) === '') continue;
    if (isElse || parts.length === 2) return null;
    parts.push(node);
  }
  const [first, text] = parts;
  if (first === undefined || text === undefined || nameOf(first) === 'th') return null;
  const mark = openingWords([first], LONGEST_MARK + 1);
  return MARK.test(mark) && openingWords([text], LONGEST_MARK + 1).length > LONGEST_MARK ? { mark, text } : null;
}

/** Whether an item of a list has this mark in any case: a point, or a number in a list of numbers. */
export function isMarkOfItem(mark: string, { parentNode }: HtmlElement): boolean {
  const isNumbered = parentNode !== null && nameOf(parentNode) === 'ol';
  return isNumbered ? /^\d+[.)]$/.test(mark) : !/[\p{L}\d]/u.test(mark);
}

/** Its blocks with the mark before the first. */
export function withMark(mark: string, [first, ...others]: readonly FlowBlock[]): FlowBlock[] {
  const sign = { type: 'text', value: `${mark} ` } as const;
  if (first?.node.type === 'paragraph')
    return [{ ...first, node: { ...first.node, children: [sign, ...first.node.children] } }, ...others];
  const alone = { node: { type: 'paragraph', children: [{ ...sign, value: mark }] } as Paragraph, doubt: null };
  return first === undefined ? [alone] : [alone, first, ...others];
}

/** A point before a line, as people type one or Word writes it; no dash, which begins a speech. */
const TYPED = /^(?:[•·▪▫◦‣●○■□❖➢➤][ \t\u00a0]+|o\u00a0{2,}[ \t]*)/u;

/** Paragraphs, or lines of one, before each of which a point is typed, as lists. */
export function typedLists(blocks: readonly FlowBlock[]): FlowBlock[] {
  return blocks.flatMap((block) => (block.node.type === 'paragraph' ? linesOf(block.node, block.doubt) : [block]));
}

function linesOf(paragraph: Paragraph, doubt: string | null): FlowBlock[] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of paragraph.children) {
    if (node.type === 'break') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  const from = lines.findIndex(isTyped);
  if (from < 0 || !lines.slice(from).every(isTyped)) return [{ node: paragraph, doubt }];
  const before = paragraph.children.slice(0, paragraph.children.indexOf(lines[from]?.[0] as PhrasingContent));
  const list: List = {
    type: 'list',
    ordered: false,
    start: null,
    spread: false,
    children: lines.slice(from).map(itemOf),
  };
  const text = before.at(-1)?.type === 'break' ? before.slice(0, -1) : before;
  const opening: FlowBlock[] = text.length === 0 ? [] : [{ node: { type: 'paragraph', children: text }, doubt }];
  return [...opening, { node: list, doubt }];
}

function isTyped([first, second]: readonly PhrasingContent[]): boolean {
  if (first?.type !== 'text' || !TYPED.test(first.value)) return false;
  return second !== undefined || /[\p{L}\p{N}]/u.test(first.value);
}

function itemOf([first, ...others]: readonly PhrasingContent[]): ListItem {
  const value = first?.type === 'text' ? first.value.replace(TYPED, '') : '';
  const children = value === '' ? others : [{ type: 'text', value } as const, ...others];
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: [...children] }] };
}
