import type { Nodes } from 'mdast';
import { grouped } from '../../core/text/counted.ts';
import type { Refusal } from './refusal.ts';

/** Paragraphs, items, cells and the like that are read of an article. */
export const MOST_BLOCKS = 50_000;
/** Columns that are read of a table. */
export const MOST_COLUMNS = 1000;

/** Why an article is not read that has more. @param offset where what is too much begins. UTF-16 units */
export function tooManyBlocks(offset: number): Refusal {
  const advice = `write at most ${grouped(MOST_BLOCKS)} paragraphs, items and cells in one article; make several of it`;
  return { offset, rule: 'too-many-blocks', advice };
}

/**
 * Why a table is not read that has more. @param offset of the line below its head, in the column too many. UTF-16 units
 */
export function tooManyColumns(offset: number): Refusal {
  return { offset, rule: 'too-many-blocks', advice: `write at most ${grouped(MOST_COLUMNS)} columns in a table` };
}

/** A line that begins a block whatever stands before it, unless that is code or HTML. */
const BEGINNING =
  /^(?:(?:[-+*]|#{1,6})[ \t]|(?<=^[ \t]*\r?\n)(?:\[\^)?)(?:[*_«“"(—–][*_«“"(\u00a0\u202f ]{0,4})?[\p{L}\p{N}]/gmu;
/** Where code or HTML may begin, in which any sign may stand and begins nothing. */
const CODE_OR_HTML = /^[ \t]*<|```|~~~/m;

/** What of a text stands before all code and HTML. */
export function beforeCode(body: string): string {
  return body.slice(0, CODE_OR_HTML.exec(body)?.index);
}

/**
 * Why a text is not read that surely has more, which is found without the parser, who takes seconds to come there; null
 * for any other.
 */
export function surelyTooManyBlocks(body: string): Refusal | null {
  let count = 0;
  for (const { index } of beforeCode(body).matchAll(BEGINNING)) {
    count += 1;
    if (count > MOST_BLOCKS) return tooManyBlocks(index);
  }
  return null;
}

/** What becomes a paragraph, an item or a cell of its own. */
export function blocksWithin(node: Nodes): number {
  if (!('children' in node) || node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    return 1;
  return node.children.reduce((sum, child) => sum + blocksWithin(child), 0);
}
