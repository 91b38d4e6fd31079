import type {
  Blockquote,
  Code,
  Definition,
  FootnoteDefinition,
  Html,
  List,
  Nodes,
  Paragraph,
  Parents,
  RootContent,
  Table,
} from 'mdast';
import type { ListItem, SourceUnit, TableCell, UnitKind } from '../../core/model/article.ts';
import type { LinkTarget } from '../../core/model/rich-text.ts';
import { endOfCalloutTitle } from './callouts.ts';
import { plainLabel } from './link-labels.ts';

/** One block of an article, as it becomes a unit. */
export interface Block extends Pick<SourceUnit, 'kind' | 'level' | 'item' | 'afterRule' | 'cell' | 'note' | 'info'> {
  /** UTF-16 offset. */
  readonly start: number;
  readonly text: string;
  /** A block of HTML, with or without words. */
  readonly isHtml?: true;
  /** Of a line that says only where links lead. */
  readonly definition?: LinkTarget;
}

/** Where the walk through a tree stands. */
interface Place {
  readonly kind: UnitKind;
  /** Lists around. */
  readonly depth: number;
}

/** A walk through a tree. */
interface Walk {
  readonly body: string;
  readonly blocks: Block[];
  /** What the next block begins: an item, a footnote, the part behind a line across the page. */
  next: Pick<Block, 'item' | 'afterRule' | 'note'>;
  /** Where the footnote begins that the next block is the first of. UTF-16 offset. */
  noteStart: number | null;
  tables: number;
}

/** Signs of no width, which may be all that is left of a line. */
const UNSEEN = /[\s\u200b\u2060\ufeff]/g;
/** Signs of lists without numbers, by their depth. */
const BULLETS = ['•', '◦', '▪'];
const TASK = /^\[([ xX])\](?=[ \t\r\n])/;

/**
 * What becomes of the blocks of a Markdown text, each as it stands there; offsets count from the beginning of that
 * text.
 */
export function blocksOf(nodes: readonly RootContent[], body: string): Block[] {
  const walk: Walk = { body, blocks: [], next: {}, noteStart: null, tables: 0 };
  for (const node of nodes) visit(walk, node, { kind: 'paragraph', depth: 0 });
  return walk.blocks;
}

function visit(walk: Walk, node: Nodes, place: Place): void {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      visitText(walk, node, place);
      break;
    case 'code':
    case 'html':
    case 'definition':
      add(walk, leafBlock(walk, node), place);
      break;
    case 'thematicBreak':
      walk.next = { ...walk.next, afterRule: true };
      break;
    case 'blockquote':
      visitQuote(walk, node, { ...place, kind: 'quote' });
      break;
    case 'footnoteDefinition':
      visitNote(walk, node);
      break;
    case 'table':
      visitTable(walk, node);
      break;
    case 'list':
      visitList(walk, node, place);
  }
}

/** A block that is no running text. */
function leafBlock({ body }: Walk, node: Code | Definition | Html): Block {
  const { start, end } = spanOf(node);
  const block = { level: 0, start, text: body.slice(start, end) };
  if (node.type === 'html') return { ...block, kind: 'paragraph', isHtml: true };
  if (node.type === 'definition') {
    const definition = { label: plainLabel(node.identifier), address: node.url };
    return { ...block, kind: 'aside', text: unindent(block.text), definition };
  }
  const info = [node.lang, node.meta].filter(Boolean).join(' ');
  return { ...block, kind: 'code', text: node.value, ...(info === '' ? {} : { info }) };
}

function add(walk: Walk, block: Block, { depth }: Place): void {
  const continued = depth > 0 ? { item: { marker: '', depth } } : {};
  walk.blocks.push({ ...block, ...continued, ...walk.next });
  walk.next = {};
  walk.noteStart = null;
}

function visitText(walk: Walk, node: Nodes & Parents, place: Place): void {
  const level = node.type === 'heading' ? node.depth : 0;
  const inner = innerSpan(node);
  const start = level > 0 ? inner.start : (walk.noteStart ?? inner.start);
  const text = unindent(walk.body.slice(start, inner.end));
  if (text.replaceAll(UNSEEN, '') !== '')
    add(walk, { kind: level > 0 ? 'heading' : place.kind, level, start, text }, place);
}

/** The first line of a quotation may be its title; it is a unit by itself. */
function visitQuote(walk: Walk, { children: [first, ...others] }: Blockquote, place: Place): void {
  if (first?.type === 'paragraph') visitTitled(walk, first, place);
  else if (first !== undefined) visit(walk, first, place);
  for (const child of others) visit(walk, child, place);
}

function visitTitled(walk: Walk, node: Paragraph, place: Place): void {
  const { start, end } = innerSpan(node);
  const text = walk.body.slice(start, end);
  const titleEnd = endOfCalloutTitle(text);
  if (titleEnd === null) {
    visitText(walk, node, place);
    return;
  }
  add(walk, { kind: place.kind, level: 0, start, text: text.slice(0, titleEnd).trim() }, place);
  const rest = text.slice(titleEnd).replace(LINE_LEAD, '');
  if (rest !== '') add(walk, { kind: place.kind, level: 0, start: end - rest.length, text: unindent(rest) }, place);
}

/**
 * The first paragraph of a footnote begins with its label; where it begins with something else, the label stands alone.
 */
function visitNote(walk: Walk, node: FootnoteDefinition): void {
  const { start, end } = spanOf(node);
  const place = { kind: 'note', depth: 0 } as const;
  walk.next = { ...walk.next, note: node.label ?? node.identifier };
  walk.noteStart = start;
  if (node.children[0]?.type !== 'paragraph') {
    const [text = ''] = /^\[\^[^\]]*\]:/.exec(walk.body.slice(start, end)) ?? [];
    add(walk, { kind: 'note', level: 0, start, text }, place);
  }
  for (const child of node.children) visit(walk, child, place);
}

function visitTable(walk: Walk, node: Table): void {
  walk.tables += 1;
  const columns = node.children.reduce((most, { children }) => Math.max(most, children.length), 0);
  for (const [row, { children }] of node.children.entries()) {
    for (const [i, cell] of children.entries()) {
      const { start, end } = innerSpan(cell);
      // A bar that parts no cells is written with a backslash, in code too.
      const text = cell.children.length === 0 ? '' : walk.body.slice(start, end).replaceAll('\\|', '|').trim();
      if (text === '') continue;
      const place: TableCell = { table: walk.tables, row, column: i + 1, columns, align: node.align?.[i] ?? null };
      add(walk, { kind: 'cell', level: 0, start, text, cell: place }, { kind: 'cell', depth: 0 });
    }
  }
}

function visitList(walk: Walk, node: List, { depth }: Place): void {
  for (const [i, item] of node.children.entries()) {
    const marker = markerOf(node, i, { depth, task: taskOf(walk, item) });
    walk.next = { ...walk.next, item: { marker, depth: depth + 1 } };
    for (const child of item.children) visit(walk, child, { kind: 'item', depth: depth + 1 });
    // What holds nothing begins nothing.
    const { item: _, ...next } = walk.next;
    walk.next = next;
  }
}

/** The sign of a task that is open or done; null for an item that is none. */
function taskOf({ body }: Walk, { children: [first] }: Parents): string | null {
  if (first?.type !== 'paragraph') return null;
  const { start, end } = spanOf(first);
  const [, sign] = TASK.exec(body.slice(start, Math.min(end, start + 4))) ?? [];
  if (sign === undefined) return null;
  return sign === ' ' ? '☐' : '☑';
}

/** CommonMark counts from the first number of a list, whatever the others say. */
function markerOf(
  { ordered, start }: List,
  index: number,
  of: { depth: number; task: string | null },
): ListItem['marker'] {
  if (ordered) return [`${(start ?? 1) + index}.`, of.task ?? []].flat().join(' ');
  return of.task ?? BULLETS[Math.min(of.depth, BULLETS.length - 1)] ?? '•';
}

function spanOf(node: Nodes): { start: number; end: number } {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}

function innerSpan(node: Nodes & Parents): { start: number; end: number } {
  const { start, end } = spanOf(node);
  return {
    start: node.children[0]?.position?.start.offset ?? start,
    end: node.children.at(-1)?.position?.end.offset ?? end,
  };
}

/** A line end with the indent and the “>” of the line behind it. */
const LINE_LEAD = /(?:\r\n?|\n)[ \t]*(?:>[ \t]?)*/;

/** Lines of one block without the indent or “>” that its list or quotation puts before them. */
function unindent(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/\n[ \t]*(?:>[ \t]?)*/g, '\n');
}
