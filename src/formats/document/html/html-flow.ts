import type { List, ListItem, PhrasingContent } from 'mdast';
import { codeInRows, codeOf } from './html-code.ts';
import { type HtmlElement, type HtmlNode, isElement, isText, nameOf } from './html-dom.ts';
import { isBeside, isDropped, isInlineName, markOf } from './html-kinds.ts';
import { addressOf } from './html-links.ts';
import { phrasingOf, phrasingWithin } from './html-phrasing.ts';
import type { HtmlReading } from './html-reading.ts';
import { dataTable, outsideCells, rowsOf } from './html-table.ts';
import { isEpigraph, versesOf } from './html-verse.ts';
import { type FlowBlock, joinLists, joinNodes } from './join-lists.ts';
import { isMarkOfItem, markedText, typedLists, withMark } from './marked-text.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';

/** What holds for all that stands within an element. */
interface Around {
  readonly doubt: string | null;
  /** Lists and quotations around. */
  readonly depth: number;
  /** Marks that a page puts around whole blocks; each is put on their words, outermost last. */
  readonly wraps: readonly Wrap[];
}
type Wrap = (children: PhrasingContent[]) => PhrasingContent;

const NOTHING_AROUND: Around = { doubt: null, depth: 0, wraps: [] };
/** Deeper lists and quotations are read as if they stood at that depth: articles hold no more than 32. */
const MOST_DEPTH = 16;

/** The blocks within an element, in reading order. */
export function flowWithin(element: HtmlElement, reading: HtmlReading, around: Around = NOTHING_AROUND): FlowBlock[] {
  return flowOf(element.childNodes, reading, around);
}

function flowOf(nodes: Iterable<HtmlNode>, reading: HtmlReading, around: Around): FlowBlock[] {
  const blocks: FlowBlock[] = [];
  let line: PhrasingContent[] = [];
  const endLine = () => {
    for (const block of paragraphs(line, around)) blocks.push(block);
    line = [];
  };
  for (const node of nodes) {
    if (isText(node)) line.push({ type: 'text', value: node.textContent });
    if (!isElement(node)) continue;
    if (isInlineName(nameOf(node)) && !reading.holdsBlock.has(node)) {
      for (const child of phrasingOf(node, reading)) line.push(child);
    } else if (!isDropped(node)) {
      endLine();
      for (const block of blockOf(node, reading, within(node, reading, around))) blocks.push(block);
    }
  }
  endLine();
  return joinLists(typedLists(blocks));
}

function within(element: HtmlElement, reading: HtmlReading, around: Around): Around {
  const doubt = around.doubt ?? reading.doubtOf(element);
  const wrap = wrapOf(element, reading);
  return { ...around, doubt, wraps: wrap === null ? around.wraps : [wrap, ...around.wraps] };
}

/** A link or a mark around whole blocks. */
function wrapOf(element: HtmlElement, { base }: HtmlReading): Wrap | null {
  const url = nameOf(element) === 'a' ? addressOf(element, base) : null;
  if (url !== null) return (children) => ({ type: 'link', url, children });
  const mark = markOf(element);
  return mark === null ? null : (children) => ({ type: mark, children });
}

/** Two line breaks in a row part paragraphs, as old pages do it. */
function paragraphs(line: readonly PhrasingContent[], { doubt, wraps }: Around): FlowBlock[] {
  return partedByBreaks(line).flatMap((nodes) => {
    const wrapped = wraps.reduce<PhrasingContent[]>((children, wrap) => [wrap(children)], nodes);
    const children = tidyPhrasing(wrapped);
    const node = isAsterism(children)
      ? ({ type: 'thematicBreak' } as const)
      : ({ type: 'paragraph', children } as const);
    return children.length === 0 ? [] : [{ node, doubt }];
  });
}

/** What parts a text without a line: * * *, ⁂. */
function isAsterism([line, second]: readonly PhrasingContent[]): boolean {
  return line?.type === 'text' && second === undefined && /^(?:\*[ \u00a0]?){3,10}$|^⁂$/.test(line.value.trim());
}

function partedByBreaks(line: readonly PhrasingContent[]): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  let breaks = 0;
  for (const node of line) {
    if (node.type === 'text' && node.value.trim() === '' && breaks > 0) continue;
    breaks = node.type === 'break' ? breaks + 1 : 0;
    if (breaks === 2) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

type BlockReader = (element: HtmlElement, reading: HtmlReading, around: Around) => FlowBlock[];

function blockOf(element: HtmlElement, reading: HtmlReading, around: Around): FlowBlock[] {
  if (reading.notes.bodies.has(element)) return [];
  if (isBeside(element)) {
    reading.leftOut.box(element);
    return [];
  }
  const lines = versesOf(element, reading);
  if (lines !== null) return paragraphs(lines, around);
  const marked = markedText(element);
  if (marked !== null) {
    const { mark, text } = marked;
    const blocks = flowOf([text], reading, around);
    return nameOf(element) === 'li' && isMarkOfItem(mark, element) ? blocks : withMark(mark, blocks);
  }
  const read = isEpigraph(element) ? quote : (READERS.get(nameOf(element)) ?? flowWithin);
  return read(element, reading, around);
}

const heading: BlockReader = (element, reading, { doubt, wraps }) => {
  const depth = Number(nameOf(element).slice(1)) as 1 | 2 | 3 | 4 | 5 | 6;
  const line = phrasingWithin(element, reading).map((node) => (node.type === 'break' ? SPACE : node));
  // A heading is strong by itself.
  const plain = line.flatMap((node) => (node.type === 'strong' ? node.children : [node]));
  const children = tidyPhrasing(wraps.reduce<PhrasingContent[]>((nodes, wrap) => unlessStrong(wrap(nodes)), plain));
  return children.length === 0 ? [] : [{ node: { type: 'heading', depth, children }, doubt }];
};

const SPACE: PhrasingContent = { type: 'text', value: ' ' };

function unlessStrong(node: PhrasingContent): PhrasingContent[] {
  return node.type === 'strong' ? node.children : [node];
}

const quote: BlockReader = (element, reading, around) => {
  if (around.depth >= MOST_DEPTH) return flowWithin(element, reading, around);
  const blocks = flowWithin(element, reading, { ...around, depth: around.depth + 1 });
  if (blocks.length === 0) return [];
  const doubt = around.doubt ?? doubtOfAll(blocks);
  return [{ node: { type: 'blockquote', children: blocks.map(({ node }) => node) }, doubt }];
};

/** What is doubtful about everything that a block is made of. */
function doubtOfAll(blocks: readonly FlowBlock[]): string | null {
  return blocks.every(({ doubt }) => doubt !== null) ? (blocks[0]?.doubt ?? null) : null;
}

const rule: BlockReader = (_element, _reading, { doubt }) => [{ node: { type: 'thematicBreak' }, doubt }];

const code: BlockReader = (element, _reading, { doubt }) => {
  const node = codeOf(element);
  return node === null ? [] : [{ node, doubt }];
};

const verse: BlockReader = (element, reading, around) => {
  if (!/verse|poem|poeme/.test(element.getAttribute('class') ?? '')) return code(element, reading, around);
  const lines = element.textContent.trim().split('\n');
  const line = lines.flatMap((value): PhrasingContent[] => [{ type: 'text', value }, { type: 'break' }]);
  return paragraphs(line, around);
};

/**
 * Items by the elements that are one, or else by whatever stands there; a list in a list belongs to the item before it.
 */
const list: BlockReader = (element, reading, around) => {
  if (around.depth >= MOST_DEPTH || isRowOfCards(element)) return flowWithin(element, reading, around);
  const items: ListItem[] = [];
  const inner = { ...around, depth: around.depth + 1 };
  const all = [...element.childNodes].map((child) => ({ child, blocks: flowOf([child], reading, inner) }));
  for (const { child, blocks } of all) {
    const nodes = blocks.map(({ node }) => node);
    const last = items.at(-1);
    if (nodes.length === 0) continue;
    if (last !== undefined && isList(child)) last.children = joinNodes(last.children, nodes);
    else items.push(itemOf(nodes));
  }
  const doubt = around.doubt ?? doubtOfAll(all.flatMap(({ blocks }) => blocks));
  return items.length === 0 ? [] : [{ node: listOf(items, element), doubt }];
};

function isList(node: HtmlNode): boolean {
  return isElement(node) && /^(?:ul|ol|menu|dir)$/.test(nameOf(node));
}

/** What pages call a list, and readers do not: boxes with a heading each. */
function isRowOfCards(element: HtmlElement): boolean {
  return element.querySelector('h1, h2, h3, h4, h5, h6, table') !== null;
}

function itemOf(children: ListItem['children']): ListItem {
  const paragraphsIn = children.filter(({ type }) => type !== 'list').length;
  return { type: 'listItem', spread: paragraphsIn > 1, children };
}

function listOf(children: ListItem[], element?: HtmlElement): List {
  const ordered = element !== undefined && nameOf(element) === 'ol';
  const first = Number(element?.getAttribute('start') ?? 1);
  const start = Number.isInteger(first) && first >= 0 && first < 1e9 ? first : 1;
  return {
    type: 'list',
    ordered,
    start: ordered ? start : null,
    spread: children.some(({ spread }) => spread),
    children,
  };
}

/** A term with what is said of it is an item; a page that has no terms only wants an indent. */
const definitions: BlockReader = (element, reading, around) => {
  if (element.querySelector('dt') === null || around.depth >= MOST_DEPTH || isRowOfCards(element))
    return flowWithin(element, reading, around);
  const items: ListItem['children'][] = [];
  let isTermOver = true;
  const inner = { ...around, depth: around.depth + 1 };
  for (const child of termsOf(element)) {
    const blocks = flowOf([child], reading, inner).map(({ node }) => node);
    if (blocks.length === 0) continue;
    const isTerm = isElement(child) && nameOf(child) === 'dt';
    const last = items.at(-1);
    if ((isTerm && isTermOver) || last === undefined) items.push(blocks);
    else for (const block of blocks) last.push(block);
    isTermOver = !isTerm;
  }
  return items.length === 0 ? [] : [{ node: listOf(items.map(itemOf)), doubt: around.doubt }];
};

function* termsOf(element: HtmlElement): Generator<HtmlNode> {
  for (const child of element.childNodes) {
    if (isElement(child) && nameOf(child) === 'div') yield* child.childNodes;
    else yield child;
  }
}

const table: BlockReader = (element, reading, around) => {
  const rows = [...rowsOf(element)];
  const isList = rows.length > 0 && rows.every((row) => markedText(row) !== null);
  const node = codeInRows(rows) ?? (isList ? null : dataTable(element, reading));
  if (node === null) return flowWithin(element, reading, around);
  return [...flowOf(outsideCells(element), reading, around), { node, doubt: around.doubt }];
};

const READERS: ReadonlyMap<string, BlockReader> = new Map(
  Object.entries({
    ...{ h1: heading, h2: heading, h3: heading, h4: heading, h5: heading, h6: heading },
    ...{ blockquote: quote, hr: rule, pre: verse, listing: code, xmp: code, plaintext: code },
    ...{ ul: list, ol: list, menu: list, dir: list, dl: definitions, table },
  }),
);
