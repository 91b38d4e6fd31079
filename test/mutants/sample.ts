import path from 'node:path';
import { type Mutation, mutationsOf } from './mutations.ts';

/** A mutation of one file; the path is relative to the checkout. */
export interface Mutant extends Mutation {
  readonly file: string;
  /** The file as it is. */
  readonly source: string;
}

/**
 * Some mutants, drawn by chance that a seed decides: from each room in turn, so that a small room counts as much as a
 * large one. Fewer where there are no more.
 */
export function drawSample(files: ReadonlyMap<string, string>, number: number, seed: number): Mutant[] {
  const chance = createChance(seed);
  const rooms = shuffled(roomsOf(files), chance).map((room) => shuffled(room, chance));
  const drawn: Mutant[] = [];
  for (let turn = 0; drawn.length < number && rooms.some((room) => room.length > turn); turn += 1)
    drawn.push(...rooms.flatMap((room) => room[turn] ?? []));
  return drawn.slice(0, number);
}

function roomsOf(files: ReadonlyMap<string, string>): Mutant[][] {
  const rooms = new Map<string, Mutant[]>();
  for (const [file, source] of files) {
    const room = path.dirname(file);
    const mutants = mutationsOf(source).map((one) => ({ ...one, file, source }));
    rooms.set(room, [...(rooms.get(room) ?? []), ...mutants]);
  }
  return [...rooms.values()];
}

/** Numbers from 0 to below 1, the same for the same seed (a linear congruence of 32 bits). */
function createChance(seed: number): () => number {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  // Seeds that are neighbours begin alike.
  for (let i = 0; i < 8; i += 1) next();
  return next;
}

function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  return list
    .map((one) => ({ one, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
