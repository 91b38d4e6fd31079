import type { SegmentWords, Sides } from './side-words.ts';
import { sourcesOf, targetsOf } from './stretches.ts';
import type { Partners } from './word-partners.ts';
import type { Bead } from './word-share.ts';

/** How far apart partners stand in the two sides of a bead, as a share of their lengths: 0 to 1. */
export type Displacement = (pair: Bead) => number;

/** How much a word must tell to be looked for: commoner ones stand everywhere. A logarithm of odds. */
const LEAST_WEIGHT = 1.5;
/** What is assumed before any words were seen, and how many that weighs. */
const ASSUMED = { apart: 0.2, weight: 2 };

/**
 * Says whether partners come in one order. A sentence and its translation begin and end with much the same; two that
 * only deal with one subject have its words anywhere. One word off is nothing: in short ones it is a large share.
 */
export function createDisplacement({ source, target }: Sides, partners: Partners): Displacement {
  const tells = (word: number) => (source.weights[word] as number) >= LEAST_WEIGHT && partners[word]?.size !== 0;
  return (pair) => {
    const words = wordsIn(sourcesOf(pair, source.segments));
    const others = wordsIn(targetsOf(pair, target.segments));
    const places = new Map(others.map((other, at) => [other, at / others.length]));
    let [sum, seen] = [ASSUMED.apart * ASSUMED.weight, ASSUMED.weight];
    for (const [at, word] of words.entries()) {
      if (!tells(word)) continue;
      const nearest = nearestOf(at / words.length, partners[word] ?? [], places);
      if (nearest === Infinity) continue;
      sum += Math.max(0, nearest - 1 / Math.min(words.length, others.length));
      seen += 1;
    }
    return sum / seen;
  };
}

/**
 * How far the nearest partner stands from a place; Infinity where none does.
 *
 * @param places where each word of the other side stands; of one that stands there again, the last place
 */
function nearestOf(place: number, partners: Iterable<number>, places: ReadonlyMap<number, number>): number {
  let nearest = Infinity;
  for (const partner of partners) nearest = Math.min(nearest, Math.abs((places.get(partner) ?? Infinity) - place));
  return nearest;
}

function wordsIn(segments: readonly SegmentWords[]): number[] {
  return segments.flatMap(({ words }) => words);
}
