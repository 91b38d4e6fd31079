import { longestRun } from '../model/longest-run.ts';
import type { Slices } from '../model/slices.ts';
import { diagonal, type Middle } from './middle.ts';
import type { Sides, SideWords } from './side-words.ts';
import type { Partners } from './word-partners.ts';

/** A source segment and a target segment that share a word which nothing else has. */
interface Anchor {
  readonly source: number;
  readonly target: number;
}

/** Of so many anchors in any order at all, twice the root of their number follow each other on both sides. */
const CHANCE = 2;
/** How many times as many must follow each other for them to be believed. */
const BELIEVED = 2;
/** Segments off the diagonal that one pace for both sides still finds. */
const NEAR = 30;

/**
 * Where the partner of each source segment is looked for first. Both sides are taken to go on at one pace, but where
 * words that stand once on either side show that one of them stops early or lacks a long stretch.
 */
export function* middleSlices(sides: Sides, partners: Partners): Slices<Middle> {
  const counts = { source: sides.source.segments.length, target: sides.target.segments.length };
  const all = yield* anchorSlices(sides, partners);
  // They come in the order of the source.
  const chain = longestRun(all, (one, before) => before.target <= one.target);
  const straight = diagonal(counts);
  const isBelieved = chain.length >= BELIEVED * CHANCE * Math.sqrt(all.length);
  const isFar = chain.some(({ source, target }) => Math.abs(straight(source) - target) > NEAR);
  if (!isBelieved || !isFar) return straight;
  return through([{ source: 0, target: 0 }, ...chain, counts]);
}

function* anchorSlices({ source, target }: Sides, partners: Partners): Slices<Anchor[]> {
  const places = onlyPlaces(target);
  const anchors: Anchor[] = [];
  for (const [i, { words }] of source.segments.entries()) {
    const found = words.flatMap((word) => {
      if (source.counts[word] !== 1) return [];
      const once = [...(partners[word] ?? [])].flatMap((partner) => places[partner] ?? []);
      return once.length === 1 ? once : [];
    });
    for (const target of found.sort((a, b) => a - b)) anchors.push({ source: i, target });
    yield;
  }
  return anchors;
}

/** The segment of each word that stands in one only. */
function onlyPlaces({ segments, counts }: SideWords): readonly (number | undefined)[] {
  const places: (number | undefined)[] = counts.map(() => undefined);
  for (const [j, { words }] of segments.entries()) for (const word of words) if (counts[word] === 1) places[word] = j;
  return places;
}

/** In a straight line from each anchor to the next. */
function through(anchors: readonly Anchor[]): Middle {
  const middles: number[] = [];
  let from: Anchor = { source: 0, target: 0 };
  for (const to of anchors) {
    for (let i = middles.length; i <= to.source; i += 1) {
      const done = (i - from.source) / Math.max(1, to.source - from.source);
      middles.push(Math.round(from.target + done * (to.target - from.target)));
    }
    from = to;
  }
  return (i) => middles[Math.max(0, i)] ?? from.target;
}
