import type { Slices } from '../model/slices.ts';
import { meanOf } from './mean.ts';
import type { Middle } from './middle.ts';
import { between, sumsOf } from './running-sums.ts';
import type { Sides, SideWords } from './side-words.ts';
import type { Partners } from './word-partners.ts';
import { type Bead, shareSlices, type WordShare } from './word-share.ts';

/** What tells how much, of sentences and of paragraphs. */
export interface Weights {
  /** Of words at most. */
  readonly words: number;
  /** Segments off the middle from which on nothing is looked at. */
  readonly reach: number;
}

/** What tells how much, and where partners are looked for. */
export interface Weighing extends Weights {
  readonly middle: Middle;
}

/** English is a little shorter than French; characters of target for one of source. */
const LENGTH_RATIO = 0.92;
/** Spread of that ratio per character. Gale & Church 1993, variance 6.8. */
const VARIANCE = 6.8;
/** What is assumed of any two languages, and how many pairs of segments that weighs. */
const ASSUMED = { apart: 0.08, together: 0.42, weight: 4 };
const LEAST_SPREAD = 0.1;
/** The length from which on words count by half. Characters. */
const HALF_LENGTH = 40;
/** Share of words with partners, scaled, that tells neither way. */
const NEUTRAL = 0.4;
/** What a length tells at worst, and how many standard deviations it then is off what was to be expected. */
const LENGTH = { weight: 4.8, worst: 4 };
/** What it costs that a segment has no partner. */
const ALONE = 4.5;

/**
 * How likely it is that both sides of a bead say the same: a logarithm of odds, without what the kind of bead costs.
 */
export interface BeadValue {
  readonly of: (bead: Bead) => number;
  /** No less than its value, and found with less work. */
  readonly atMost: (bead: Bead) => number;
  /** What it costs that a segment has no partner. */
  readonly alone: number;
  /** Share of words with partners: 0 = as any two segments, 1 = as those of this text that belong together. */
  readonly share: (bead: Bead) => number;
  /** The target segments that are looked at beside a source segment: from, and up to. */
  readonly near: WordShare['near'];
  /** What the words of one side of a bead weigh that have a partner on the other. */
  readonly answered: WordShare['answered'];
  /** What the lengths say against it: 0 where they are as expected, 1 at worst. */
  readonly misfit: (bead: Bead) => number;
}

/** How far the length of a target is from what its source lets expect, in standard deviations. Characters. */
export function lengthDeviation(source: number, target: number): number {
  return (target - source * LENGTH_RATIO) / Math.sqrt(Math.max(1, source) * VARIANCE);
}

/** Values beads by the words that find partners, and by length. */
export function* beadValueSlices({ source, target }: Sides, partners: Partners, weights: Weighing): Slices<BeadValue> {
  const share = yield* shareSlices({ source, target }, partners, weights);
  const { apart, together } = scaleOf({ source, target }, share, weights.middle);
  const lengths = { source: sumsOf(lengthsOf(source)), target: sumsOf(lengthsOf(target)) };
  const lengthsIn = (bead: Bead) => ({
    own: between(lengths.source, bead.source, bead.sources),
    other: between(lengths.target, bead.target, bead.targets),
  });
  const scaled = (bead: Bead) => (share.of(bead) - apart) / (together - apart);
  const misfit = (bead: Bead) => {
    const { own, other } = lengthsIn(bead);
    return Math.min(1, (lengthDeviation(own, other) / LENGTH.worst) ** 2);
  };
  const valueWith = (shareOf: (bead: Bead) => number) => (bead: Bead) => {
    const { own, other } = lengthsIn(bead);
    const shorter = Math.min(own, other);
    const evidence = (shareOf(bead) - apart) / (together - apart) - NEUTRAL;
    const words = ((weights.words * shorter) / (shorter + HALF_LENGTH)) * evidence;
    return words - LENGTH.weight * misfit(bead);
  };
  return {
    of: valueWith(share.of),
    atMost: valueWith(share.atMost),
    alone: ALONE,
    share: scaled,
    misfit,
    near: share.near,
    answered: share.answered,
  };
}

function lengthsOf({ segments }: SideWords): number[] {
  return segments.map(({ length }) => length);
}

/** Segments looked at to see what a share of this text means. */
const MOST_LOOKED_AT = 60;
/** Segments off the middle that surely say something else. */
const FAR = 5;

/** The share that means nothing in this text, and the share of segments that do belong together. */
function scaleOf({ source, target }: Sides, share: WordShare, middleOf: Middle): { apart: number; together: number } {
  const count = Math.min(source.segments.length, MOST_LOOKED_AT);
  const apart: number[] = [];
  const best: number[] = [];
  for (let k = 0; k < count; k += 1) {
    const i = Math.floor((k * source.segments.length) / count);
    const middle = middleOf(i);
    const near = [-2, -1, 0, 1, 2].map((by) => middle + by).filter((j) => j >= 0 && j < target.segments.length);
    best.push(near.reduce((most, j) => Math.max(most, share.of({ source: i, target: j, sources: 1, targets: 1 })), 0));
    for (const j of [middle - FAR, middle + FAR])
      if (j >= 0 && j < target.segments.length) apart.push(share.of({ source: i, target: j, sources: 1, targets: 1 }));
  }
  best.sort((a, b) => a - b);
  const low = blended(meanOf(apart), apart.length, ASSUMED.apart);
  const high = blended(best[best.length >> 1] ?? 0, best.length, ASSUMED.together);
  return { apart: low, together: Math.max(high, low + LEAST_SPREAD) };
}

/** What was measured counts the more, the more was measured. */
function blended(measured: number, count: number, assumed: number): number {
  return (measured * count + assumed * ASSUMED.weight) / (count + ASSUMED.weight);
}
