import { addToGroup } from '../../model/groups.ts';
import type { PartChange } from '../ports/file-parts.ts';

/** Where parts left and where they arrived, among the changes of a save: by the one the other. */
export type Moves = ReadonlyMap<number, number>;

/** The parts that only stand elsewhere: they go in one change and come in another, under one key. */
export function movesIn(changes: readonly PartChange[]): Moves {
  const left = new Map<string, number[]>();
  for (const [i, { from, to }] of changes.entries()) if (from !== null && to === null) addToGroup(left, from.key, i);
  const moves = new Map<number, number>();
  for (const [i, { from, to }] of changes.entries()) {
    const leaves = from === null && to !== null ? left.get(to.key)?.shift() : undefined;
    if (leaves !== undefined) moves.set(leaves, i);
  }
  return moves;
}
