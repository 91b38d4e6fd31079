import type { Nodes } from 'mdast';
import type { Refusal } from './refusal.ts';

/** Paragraphs, items, cells and the like that are read of an article. */
export const MOST_BLOCKS = 50_000;
const MOST_COLUMNS = 1000;
const LINE = /(?<!\r(?=\n))^.*$/gm;
const EMPTY = /^[ \t>]*$/;
/** What parts the head of a table from its rows. */
const DIVIDER = /^[ \t>]*[|:-][|:\- \t]*$/;

/** Why an article is not read that has more. @param offset where what is too much begins. UTF-16 units */
export function tooManyBlocks(offset: number): Refusal {
  const advice = 'write at most 50,000 paragraphs, items and cells in one article; make several of it';
  return { offset, rule: 'too-many-blocks', advice };
}

/** Why a text is not read that has a table of so many columns or cells; null where it has none. */
export function refusalOfTable(body: string): Refusal | null {
  let [columns, rows] = [0, 0];
  for (const { 0: line, index } of body.matchAll(LINE)) {
    if (columns > 0) {
      rows += 1;
      if (EMPTY.test(line)) columns = 0;
    } else if (line.includes('|') && DIVIDER.test(line)) {
      columns = line.match(/-+/g)?.length ?? 0;
      rows = 0;
    }
    if (columns > MOST_COLUMNS)
      return { offset: index, rule: 'too-many-blocks', advice: 'write at most 1,000 columns in a table' };
    if (columns * rows > MOST_BLOCKS) return tooManyBlocks(index);
  }
  return null;
}

/** What becomes a paragraph, an item or a cell of its own. */
export function blocksWithin(node: Nodes): number {
  if (!('children' in node) || node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    return 1;
  return node.children.reduce((sum, child) => sum + blocksWithin(child), 0);
}
