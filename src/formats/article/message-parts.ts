import type { PoMessage } from '../po/po.ts';
import { type Block, blocksOf } from './markdown-blocks.ts';
import { readMarkdown } from './markdown-tree.ts';

/** Longer ones are left whole. UTF-16 units. */
const MOST_TEXT = 5000;
/** A head with the line under it; or footnotes under each other. */
const SEVERAL = /^[^\n|]*\|[^\n]*\n[ \t]*[|:-][ \t|:-]*(?:\n|$)|^\[\^[^\s\][]+\]:[^\n]*\n/;

/**
 * The messages that one of a whole table, or of some footnotes, stands for, since each cell and each note is a unit:
 * what was translated before stays. None where its two texts do not have the same shape.
 */
export function partsOf(message: PoMessage): PoMessage[] {
  const { id, text } = message;
  if (Math.max(id.value.length, text.value.length) > MOST_TEXT || !SEVERAL.test(id.value)) return [];
  const [french, english] = [blocksIn(id.value), blocksIn(text.value)];
  const isAlike =
    french.length === english.length && french.every((block, i) => shapeOf(block) === shapeOf(english[i]));
  if (!isAlike || french.length < 2) return [];
  return french.map((block, i) => ({
    ...message,
    id: { value: block.text, placeAt: () => id.placeAt(0) },
    text: { value: english[i]?.text ?? '', placeAt: () => text.placeAt(0) },
    previous: null,
    context: null,
  }));
}

function blocksIn(text: string): Block[] {
  return blocksOf(readMarkdown(text).nodes, text);
}

function shapeOf(block: Block | undefined): string {
  return `${block?.kind} ${block?.cell?.row} ${block?.cell?.column}`;
}
