import type { BeadValue } from './bead-value.ts';
import type { Counts } from './middle.ts';
import type { SegmentWords, Sides } from './side-words.ts';
import { sourcesOf, targetsOf } from './stretches.ts';
import type { SideMarks } from './telling-marks.ts';
import { createUnlikeness } from './unlike-marks.ts';
import { createDisplacement } from './word-order.ts';
import type { Partners } from './word-partners.ts';
import type { Bead } from './word-share.ts';

/**
 * How sure it is that both sides of a bead are a pair, beside all else that they could be; about 7 for most of a text.
 */
export type Sureness = (pair: Bead) => number;

/**
 * Two long segments of one subject share some words though they say other things; by half from so many characters on.
 */
const LONG = { most: 8, halfLength: 100 };
/** What the worst of lengths tells once more. */
const MISFIT = 6;
/** What it tells that partners stand apart by all of a text, and how far those of most pairs do. */
const ORDER = { most: 10, usual: 0.07 };

/**
 * So sure are two of which nothing is known: what little a short one says against it counts by half up to so many
 * characters.
 */
const FEW_WORDS = { sure: 1, halfLength: 15 };

/**
 * Judges what stands where a pair would, a merge as a whole. Both sides may deal with one subject, and still not say
 * the same: then they share no more than each shares with what stands near the other, what they share comes in another
 * order, names and figures differ, and of long ones fewer words find a partner than of other pairs of the text.
 */
export function createSureness(
  { source, target }: Sides,
  marks: SideMarks,
  { partners, value }: { readonly partners: Partners; readonly value: BeadValue },
): Sureness {
  const unlike = createUnlikeness({ source, target }, marks, partners);
  const displacement = createDisplacement({ source, target }, partners);
  const counts = { source: source.segments.length, target: target.segments.length };
  return (pair) => {
    const length = Math.min(lengthOf(sourcesOf(pair, source.segments)), lengthOf(targetsOf(pair, target.segments)));
    const long = (LONG.most * length) / (length + LONG.halfLength);
    const missing = long * Math.max(0, 1 - value.share(pair));
    const disorder = ORDER.most * (displacement(pair) - ORDER.usual);
    const against = unlike(pair) + missing + disorder + MISFIT * value.misfit(pair);
    const sure = standingOut(pair, counts, value) - against;
    return sure < FEW_WORDS.sure
      ? FEW_WORDS.sure + ((sure - FEW_WORDS.sure) * length) / (length + FEW_WORDS.halfLength)
      : sure;
  };
}

/** Segments on either side of each of a pair that it is held against. */
const AROUND = 12;
/** What any two segments share, and how much that differs, before any were seen; it weighs as so many that were. */
const BACKGROUND = { share: 0, spread: 0.2, weight: 4 };

/** How much more a pair shares than each of it does with what stands near the other; in standard deviations. */
function standingOut(pair: Bead, counts: Counts, { share }: BeadValue): number {
  const others: number[] = [];
  for (let by = -AROUND; by <= AROUND; by += 1) {
    const [i, j] = [pair.source + by, pair.target + by];
    if (by !== 0 && i >= 0 && i + pair.sources <= counts.source) others.push(share({ ...pair, source: i }));
    if (by !== 0 && j >= 0 && j + pair.targets <= counts.target) others.push(share({ ...pair, target: j }));
  }
  const weight = others.length + BACKGROUND.weight;
  const mean = others.reduce((sum, one) => sum + one, BACKGROUND.share * BACKGROUND.weight) / weight;
  const spread = others.reduce((sum, one) => sum + (one - mean) ** 2, BACKGROUND.spread ** 2 * BACKGROUND.weight);
  return (share(pair) - mean) / Math.sqrt(spread / weight);
}

/** Characters. */
function lengthOf(segments: readonly SegmentWords[]): number {
  return segments.reduce((sum, { length }) => sum + length, 0);
}
