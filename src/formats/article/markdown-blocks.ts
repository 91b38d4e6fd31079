import type { List, Nodes, Parents } from 'mdast';
import type { ListItem, UnitKind } from '../../core/model/article.ts';

/** One block of an article, as it becomes a unit. */
export interface Block {
  readonly kind: UnitKind;
  /** 1–6 for headings, 0 otherwise. */
  readonly level: number;
  /** UTF-16 offset. */
  readonly start: number;
  readonly text: string;
  readonly item?: ListItem;
  readonly afterRule?: true;
}

/** Where the walk through a tree stands. */
interface Place {
  readonly kind: UnitKind;
  /** Lists around. */
  readonly depth: number;
}

/** Signs of lists without numbers, by their depth. */
const BULLETS = ['•', '◦', '▪'];

/** The blocks of a Markdown tree, each as it stands in the text; offsets count from the beginning of that text. */
export function blocksOf(tree: Parents, body: string): Block[] {
  const blocks: Block[] = [];
  /** What the next block begins: an item, the part behind a line across the page. */
  let next: Pick<Block, 'item' | 'afterRule'> = {};
  const add = (block: Block, { depth }: Place) => {
    const continued = depth > 0 ? { item: { marker: '', depth } } : {};
    blocks.push({ ...block, ...continued, ...next });
    next = {};
  };
  const visit = (node: Nodes, place: Place) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    const block = { kind: place.kind, level: 0, start };
    switch (node.type) {
      case 'paragraph':
      case 'heading': {
        const level = node.type === 'heading' ? node.depth : 0;
        const inner = innerSpan(node, start, end);
        const text = unindent(body.slice(inner.start, inner.end));
        if (text !== '') add({ kind: level > 0 ? 'heading' : place.kind, level, start: inner.start, text }, place);
        break;
      }
      case 'code':
        add({ ...block, kind: 'code', text: node.value }, place);
        break;
      case 'html':
        add({ ...block, kind: 'paragraph', text: body.slice(start, end) }, place);
        break;
      case 'definition':
        add({ ...block, kind: 'paragraph', text: unindent(body.slice(start, end)) }, place);
        break;
      case 'thematicBreak':
        next = { ...next, afterRule: true };
        break;
      case 'blockquote':
        for (const child of node.children) visit(child, { ...place, kind: 'quote' });
        break;
      case 'list':
        for (const [i, item] of node.children.entries()) {
          next = { ...next, item: { marker: markerOf(node, i, place.depth), depth: place.depth + 1 } };
          for (const child of item.children) visit(child, { kind: 'item', depth: place.depth + 1 });
        }
    }
  };
  for (const child of tree.children) visit(child, { kind: 'paragraph', depth: 0 });
  return blocks;
}

/** CommonMark counts from the first number of a list, whatever the others say. */
function markerOf({ ordered, start }: List, index: number, depth: number): string {
  if (ordered) return `${(start ?? 1) + index}.`;
  return BULLETS[Math.min(depth, BULLETS.length - 1)] ?? '•';
}

function innerSpan(node: Parents, start: number, end: number): { start: number; end: number } {
  return {
    start: node.children[0]?.position?.start.offset ?? start,
    end: node.children.at(-1)?.position?.end.offset ?? end,
  };
}

/** Lines of one block without the indent or “>” that its list or quotation puts before them. */
function unindent(text: string): string {
  return text.replaceAll('\r', '').replaceAll(/\n[ \t]*(?:>[ \t]?)*/g, '\n');
}
