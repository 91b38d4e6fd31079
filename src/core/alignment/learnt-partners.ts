import { addToGroup } from '../model/groups.ts';
import type { Slices } from '../model/slices.ts';
import type { AlignedPair } from './bead-path.ts';
import type { SideWords } from './side-words.ts';
import type { Partners } from './word-partners.ts';

/** A word that is learnt must have been seen so often. */
const LEAST_SEEN = 2;
/** Dice coefficient from which on two words count as partners. */
const LEAST_DICE = 0.6;
/** Pairs that are counted, or words that are compared, between two pauses. */
const SLICE = 20;

/** Two sides, and what of them is paired. */
export interface PairedSides {
  readonly source: SideWords;
  readonly target: SideWords;
  readonly pairs: readonly AlignedPair[];
}

/** Adds the words that stand in paired segments together, and hardly ever apart. */
export function* learntSlices(known: Partners, { source, target, pairs }: PairedSides): Slices<Set<number>[]> {
  const seen = { source: new Map<number, number>(), target: new Map<number, number>() };
  const places = new Map<number, number[]>();
  const others: ReadonlySet<number>[] = [];
  for (const pair of pairs) {
    others.push(wordsOf(target, pair.target));
    for (const other of others.at(-1) ?? []) seen.target.set(other, (seen.target.get(other) ?? 0) + 1);
    for (const word of wordsOf(source, pair.source)) {
      seen.source.set(word, (seen.source.get(word) ?? 0) + 1);
      addToGroup(places, word, others.length - 1);
    }
    if (others.length % SLICE === 0) yield;
  }
  const learnt: Set<number>[] = [];
  for (const [word, partners] of known.entries()) {
    const at = places.get(word) ?? [];
    const own = at.length < LEAST_SEEN ? [] : alwaysWith(at, { others, seen: seen.target });
    learnt.push(new Set([...partners, ...own]));
    if (word % SLICE === 0) yield;
  }
  return learnt;
}

/** The words of the target that stand where one of the source does, and hardly ever elsewhere. */
function alwaysWith(
  places: readonly number[],
  { others, seen }: { readonly others: readonly ReadonlySet<number>[]; readonly seen: ReadonlyMap<number, number> },
): number[] {
  const together = new Map<number, number>();
  for (const place of places) {
    for (const other of others[place] ?? []) {
      const most = seen.get(other) ?? 0;
      if (2 * Math.min(most, places.length) < LEAST_DICE * (most + places.length)) continue;
      together.set(other, (together.get(other) ?? 0) + 1);
    }
  }
  return [...together]
    .filter(([other, count]) => {
      const dice = (2 * count) / (places.length + (seen.get(other) ?? 0));
      return count >= LEAST_SEEN && dice >= LEAST_DICE;
    })
    .map(([other]) => other);
}

function wordsOf({ segments }: SideWords, numbers: readonly number[]): Set<number> {
  return new Set(numbers.flatMap((number) => segments[number]?.words ?? []));
}
