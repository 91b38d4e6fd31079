import type { Slices } from '../model/slices.ts';
import { bare } from '../text/characters.ts';
import type { BeadValue } from './bead-value.ts';
import type { Counts } from './middle.ts';
import type { SegmentWords, Sides, SideWords } from './side-words.ts';
import type { Partners } from './word-partners.ts';
import type { Bead } from './word-share.ts';

/** How sure it is that both sides of a bead are a pair, beside all else that they could be; about 7 for most of a text. */
export type Sureness = (pair: Bead) => number;

/** A figure, or a word with a capital letter that does not begin a sentence. */
const KEY = /(?<=[\p{Ll},;’'] ?[«“"(]?)\p{Lu}[\p{L}\p{M}\d]+|\d+(?:[.,]\d+)*/gu;
/** What a name or figure that the other does not have tells, and how many tell at most: headings have many capitals. */
const STRANGE = { each: 1, most: 4 };
/** Two long segments of one subject share some words though they say other things; by half from so many characters on. */
const LONG = { most: 8, halfLength: 100 };
/** What the worst of lengths tells once more. */
const MISFIT = 6;

/** So sure are two of which nothing is known: what little a short one says against it counts by half up to so many characters. */
const FEW_WORDS = { sure: 1, halfLength: 15 };

/**
 * Judges what stands where a pair would, a merge as a whole. Both sides may deal with one subject, and still not say the
 * same: then they share no more than each shares with what stands near the other, names and figures differ, and of long
 * ones fewer words find a partner than of other pairs of the text.
 */
export function* surenessSlices(
  { source, target }: Sides,
  texts: { readonly source: readonly string[]; readonly target: readonly string[] },
  { partners, value }: { readonly partners: Partners; readonly value: BeadValue },
): Slices<Sureness> {
  const keys = { source: yield* keySlices(texts.source, source), target: yield* keySlices(texts.target, target) };
  const isPartner = (word: number, other: number) => partners[word]?.has(other) ?? false;
  const strange = (pair: Bead) => {
    const words = sourcesOf(pair, source.segments).flatMap((segment) => segment.words);
    const others = targetsOf(pair, target.segments).flatMap((segment) => segment.words);
    const [own, foreign] = [sourcesOf(pair, keys.source).flat(), targetsOf(pair, keys.target).flat()];
    const unpaired = own.filter((key) => !others.some((other) => isPartner(key, other)));
    return unpaired.length + foreign.filter((key) => !words.some((word) => isPartner(word, key))).length;
  };
  const counts = { source: source.segments.length, target: target.segments.length };
  return (pair) => {
    const length = Math.min(lengthOf(sourcesOf(pair, source.segments)), lengthOf(targetsOf(pair, target.segments)));
    const long = (LONG.most * length) / (length + LONG.halfLength);
    const unlike = STRANGE.each * Math.min(STRANGE.most, strange(pair));
    const missing = long * Math.max(0, 1 - value.share(pair));
    const sure = standingOut(pair, counts, value) - unlike - missing - MISFIT * value.misfit(pair);
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

/** The names and figures of each segment, as numbers of words of its side. */
function* keySlices(texts: readonly string[], { numbers }: SideWords): Slices<number[][]> {
  const keys: number[][] = [];
  for (const text of texts) {
    const words = (text.match(KEY) ?? []).map((word) => numbers.get(bare(word).replaceAll(',', '.')));
    keys.push([...new Set(words.filter((word) => word !== undefined))]);
    yield;
  }
  return keys;
}

/** What a list has for the segments of the source in a bead. */
function sourcesOf<T>({ source, sources }: Bead, list: readonly T[]): readonly T[] {
  return list.slice(source, source + sources);
}

function targetsOf<T>({ target, targets }: Bead, list: readonly T[]): readonly T[] {
  return list.slice(target, target + targets);
}

/** Characters. */
function lengthOf(segments: readonly SegmentWords[]): number {
  return segments.reduce((sum, { length }) => sum + length, 0);
}
