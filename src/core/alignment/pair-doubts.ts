import type { Slices } from '../model/slices.ts';
import { bare } from '../text/characters.ts';
import type { BeadValue } from './bead-value.ts';
import type { Sides, SideWords } from './side-words.ts';
import type { Partners } from './word-partners.ts';
import type { Bead } from './word-share.ts';

/** What speaks against two segments being one, beside their value; 0 for nothing. */
export type Doubt = (pair: Bead) => number;

/** A figure, or a word with a capital letter that does not begin a sentence. */
const KEY = /(?<=[\p{Ll},;’'] ?[«“"(]?)\p{Lu}[\p{L}\p{M}\d]+|\d+(?:[.,]\d+)*/gu;
/** What a name or figure that the other does not have tells, and how many tell at most: headings have many capitals. */
const STRANGE = { each: 1, most: 4 };
/** Two long segments of one subject share some words though they say other things; by half from so many characters on. */
const LONG = { most: 8, halfLength: 100 };
/** What the worst of lengths tells once more. */
const MISFIT = 3;

/**
 * Doubts two of which each has no other partner. They may deal with one subject, and still not say the same: then names
 * and figures differ, and of long ones fewer words find a partner than of other pairs of the text.
 */
export function* doubtSlices(
  { source, target }: Sides,
  texts: { readonly source: readonly string[]; readonly target: readonly string[] },
  { partners, value }: { readonly partners: Partners; readonly value: BeadValue },
): Slices<Doubt> {
  const keys = { source: yield* keySlices(texts.source, source), target: yield* keySlices(texts.target, target) };
  const isPartner = (word: number, other: number) => partners[word]?.has(other) ?? false;
  const strange = ({ source: i, target: j }: Bead) => {
    const [words, others] = [source.segments[i]?.words ?? [], target.segments[j]?.words ?? []];
    const own = keys.source[i]?.filter((key) => !others.some((other) => isPartner(key, other))) ?? [];
    const foreign = keys.target[j]?.filter((key) => !words.some((word) => isPartner(word, key))) ?? [];
    return own.length + foreign.length;
  };
  return (pair) => {
    const length = Math.min(source.segments[pair.source]?.length ?? 0, target.segments[pair.target]?.length ?? 0);
    const long = (LONG.most * length) / (length + LONG.halfLength);
    const unlike = STRANGE.each * Math.min(STRANGE.most, strange(pair));
    return unlike + long * Math.max(0, 1 - value.share(pair)) + MISFIT * value.misfit(pair);
  };
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
