import type { List, ListItem, Nodes, RootContent } from 'mdast';
import { blocksWithin, MOST_BLOCKS, tooManyBlocks } from './block-bounds.ts';
import { MOST_LONG, tooLongContainer } from './long-quotation.ts';
import type { Refusal } from './refusal.ts';

/** What is given to the parser at once: it moves all of it whenever a list, a quotation or a footnote ends. */
interface Part {
  /** UTF-16 units. */
  readonly length: number;
  readonly lines: number;
}

const PART: Part = { length: 8000, lines: 250 };
/** What a part grows by that ends no block, where the parser moves nothing, and where it does. */
const GROWTH = { plain: 4, container: 1.5 };
/** Containers that end in one of them. */
export const MOST_WITHIN = 1000;
const CONTAINERS: readonly Nodes['type'][] = ['blockquote', 'footnoteDefinition', 'list'];

/** Blocks that were read so far. */
interface Reading {
  readonly nodes: RootContent[];
  /** The list that the next part goes on with. */
  list: List | null;
  blocks: number;
}

/**
 * The blocks of a text, read part by part, so that a text twice as long takes twice as long. A part ends with a line;
 * what comes last in it may go on behind it, and is read again with the next part.
 *
 * @param parse the blocks of a part or why it is not read, offsets counted from its beginning
 */
export function readInParts(
  body: string,
  parse: (part: string) => RootContent[] | Refusal,
  first = PART,
): RootContent[] | Refusal {
  const reading: Reading = { nodes: [], list: null, blocks: 0 };
  let [start, size] = [0, first];
  for (;;) {
    const end = endOfPart(body, start, size);
    const part = parse(body.slice(start, end));
    if ('advice' in part) return { ...part, offset: start + part.offset };
    for (const node of part) moveBy(node, start);
    const refusal = refusalAmong(part);
    if (refusal !== null) return refusal;
    if (end === body.length) {
      goOn(reading, part, false);
      return reading.blocks > MOST_BLOCKS ? tooManyBlocks(start) : reading.nodes;
    }
    const last = takeLast(part);
    // A part of empty lines alone has none.
    const next = last === undefined ? start : lineStart(body, offsetOf(last));
    if (next <= start) size = larger({ ...size, length: end - start }, last);
    else {
      goOn(reading, part, last?.type === 'listItem');
      if (reading.blocks > MOST_BLOCKS) return tooManyBlocks(start);
      [start, size] = [next, first];
    }
  }
}

/**
 * Takes away what may go on behind its part: the last block, or only the last item of its list, and where definitions
 * stand before it those too, since one of them may take its words.
 */
function takeLast(part: RootContent[]): RootContent | ListItem | undefined {
  const list = part.at(-1);
  if (list?.type === 'list' && list.children.length > 1) return list.children.pop();
  let last = part.pop();
  while (part.at(-1)?.type === 'definition') last = part.pop();
  return last;
}

/** @param goesOn the last block of the part is a list, and the next part begins with an item of it */
function goOn(reading: Reading, part: RootContent[], goesOn: boolean): void {
  const [first, ...others] = part;
  for (const node of part) reading.blocks += blocksWithin(node);
  if (reading.list !== null && first?.type === 'list') {
    for (const item of first.children) reading.list.children.push(item);
    reading.list.position = joined(reading.list, first);
  } else if (first !== undefined) reading.nodes.push(first);
  for (const node of others) reading.nodes.push(node);
  const last = reading.nodes.at(-1);
  reading.list = goesOn && last?.type === 'list' ? last : null;
}

function joined(list: List, { position }: List): List['position'] {
  return list.position && position ? { start: list.position.start, end: position.end } : list.position;
}

/** @param last what did not end within the part */
function larger({ length, lines }: Part, last: Nodes | undefined): Part {
  const growth = last !== undefined && isContainer(last) ? GROWTH.container : GROWTH.plain;
  return { length: length * growth, lines: lines * growth };
}

/** Behind the line break that ends a part. */
function endOfPart(body: string, start: number, { length, lines }: Part): number {
  const pattern = /\r\n?|\n/g;
  pattern.lastIndex = start;
  for (let line = 1; pattern.exec(body) !== null; line += 1)
    if (line >= lines || pattern.lastIndex > start + length) return endOfQuotation(body, pattern.lastIndex);
  return body.length;
}

/** A line of a quotation that begins nothing within it. */
const QUOTED = / {0,3}>(?![ \t]*(?:[-+*>]|\d{1,9}[.)]|\[\^))[^\r\n]*(?:\r\n?|\n|$)/y;

/** Behind the lines of a quotation that would be read at once anyway: growing towards its end reads it three times. */
function endOfQuotation(body: string, start: number): number {
  QUOTED.lastIndex = start;
  let end = start;
  while (end - start <= MOST_LONG && QUOTED.test(body) && QUOTED.lastIndex > end) end = QUOTED.lastIndex;
  return end;
}

/**
 * The line break before a place: what begins with one begins with no byte order mark that the parser would leave out.
 */
function lineStart(body: string, offset: number): number {
  let at = offset;
  while (at > 0 && !/[\r\n]/.test(body.charAt(at))) at -= 1;
  return at;
}

/** Lines and columns stay those of the part. */
function moveBy(node: Nodes, offset: number): void {
  if (node.position?.start.offset !== undefined) node.position.start.offset += offset;
  if (node.position?.end.offset !== undefined) node.position.end.offset += offset;
  if ('children' in node) for (const child of node.children) moveBy(child, offset);
}

/** What stands within one quotation, one footnote or one item of a list is read at once. */
function refusalAmong(part: readonly RootContent[]): Refusal | null {
  for (const block of part) {
    for (const node of block.type === 'list' ? block.children : [block]) {
      if (!isContainer(node)) continue;
      const offset = tooMuchWithin(node);
      if (offset !== null) return tooLongContainer(offset);
    }
  }
  return null;
}

/** Where that begins which is too much for one container; null where nothing is. UTF-16 offset. */
function tooMuchWithin(node: Nodes): number | null {
  const start = offsetOf(node);
  if ((node.position?.end.offset ?? start) - start > MOST_LONG) return start;
  return offsetOf(containersWithin(node)[MOST_WITHIN]) || null;
}

function containersWithin(node: Nodes): Nodes[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => [
    ...(CONTAINERS.includes(child.type) ? [child] : []),
    ...containersWithin(child),
  ]);
}

function isContainer({ type }: Nodes): boolean {
  return type === 'listItem' || CONTAINERS.includes(type);
}

function offsetOf(node: Nodes | undefined): number {
  return node?.position?.start.offset ?? 0;
}
