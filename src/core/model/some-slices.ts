import type { Slices } from './slices.ts';

/** Items between two pauses. */
const SOME = 64;

/** Does a little with each item, with a pause after some. */
export function* someSlices<Item>(items: Iterable<Item>, act: (item: Item) => void): Slices<void> {
  let i = 0;
  for (const item of items) {
    act(item);
    i += 1;
    if (i % SOME === 0) yield;
  }
}
