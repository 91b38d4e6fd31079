import type { ReadDocument } from './document.ts';

/** Blocks of the text itself, by their places from 0: those without a doubt, or all where there is none without. */
export function likelyBlocks({ blocks }: Pick<ReadDocument, 'blocks'>): ReadonlySet<number> {
  const likely = blocks.flatMap(({ doubt }, i) => (doubt === null ? [i] : []));
  return new Set(likely.length === 0 ? blocks.keys() : likely);
}

/** The others, which are no part of it, most likely. */
export function unlikelyBlocks(document: Pick<ReadDocument, 'blocks'>): ReadonlySet<number> {
  const likely = likelyBlocks(document);
  return new Set([...document.blocks.keys()].filter((i) => !likely.has(i)));
}
