import { addToGroup } from '../model/groups.ts';
import type { Slices } from '../model/slices.ts';
import { COMMON_WORDS } from './common-words.ts';
import type { Compound } from './compounds.ts';
import type { SideWords } from './side-words.ts';

/** For each word of the source, the words of the target that may render it. */
export type Partners = readonly ReadonlySet<number>[];

/** The English words that may render a French one; in small letters, without accents. */
export type Renderings = (french: string) => Iterable<string>;

/**
 * Endings of the simple future, behind the letters that stand before them in nearly every verb: sera, disposerez,
 * voudront.
 */
const FUTURE = /.(?:[eiu]|[dtvr])r(?:ai|as|a|ons|ez|ont)$/;

/**
 * What stands in every text: pronouns, small numbers, and for a verb of the future the word that makes one of English.
 */
export const commonRenderings: Renderings = (french) =>
  COMMON_WORDS.get(french) ?? (FUTURE.test(french) ? ['will', 'shall'] : []);

/** Words between two pauses. */
const SLICE = 200;

/**
 * What may be taken to render each other before anything is learnt: words that are known to, and words that look alike.
 */
export function* knownSlices(source: SideWords, target: SideWords, renderings: Renderings): Slices<Set<number>[]> {
  const byBeginning = beginnings(target);
  const partners: Set<number>[] = [];
  for (const [word, text] of source.texts.entries()) {
    const found = cognates(text, target, byBeginning);
    for (const rendering of renderings(text)) {
      const number = target.numbers.get(rendering);
      if (number !== undefined) found.add(number);
    }
    partners.push(found);
    if (word % SLICE === 0) yield;
  }
  for (const [{ words }, other] of yield* inOneSlices(source, target, byBeginning))
    for (const word of words) partners[word]?.add(other);
  for (const [{ words }, other] of yield* inOneSlices(target, source, beginnings(source)))
    for (const word of words) partners[other]?.add(word);
  return partners;
}

/**
 * The compounds of one side that are a word of the other: autorégressif, auto-regressive; without a hyphen only the
 * same.
 */
function* inOneSlices(
  { compounds }: SideWords,
  other: SideWords,
  byBeginning: ReadonlyMap<string, readonly number[]>,
): Slices<(readonly [compound: Compound, word: number])[]> {
  const found: (readonly [Compound, number])[] = [];
  let at = 0;
  for (const compound of compounds.values()) {
    const same = other.numbers.get(compound.text);
    if (compound.hasHyphen)
      for (const word of cognates(compound.text, other, byBeginning)) found.push([compound, word]);
    else if (same !== undefined) found.push([compound, same]);
    at += 1;
    if (at % SLICE === 0) yield;
  }
  return found;
}

/** Letters that two words must begin with to be looked at together. */
const BEGINNING = 2;
/** Words that begin alike, beyond which none is compared: they are no words of a language. */
const MOST_ALIKE = 400;

function beginnings(target: SideWords): ReadonlyMap<string, readonly number[]> {
  const byBeginning = new Map<string, number[]>();
  target.texts.forEach((text, number) => {
    const key = text.slice(0, BEGINNING);
    if ((byBeginning.get(key)?.length ?? 0) < MOST_ALIKE) addToGroup(byBeginning, key, number);
  });
  return byBeginning;
}

/**
 * Words of the target that look like one of the source: the same, a number, or of one origin (modèle, model; étude,
 * study).
 */
function cognates(text: string, target: SideWords, byBeginning: ReadonlyMap<string, readonly number[]>): Set<number> {
  const found = new Set<number>();
  for (const spelled of spellingsOf(text)) {
    for (const number of byBeginning.get(spelled.slice(0, BEGINNING)) ?? [])
      if (isCognate(spelled, target.texts[number] as string)) found.add(number);
  }
  return found;
}

/** Where French has é-, English often has s-: étude, study; épice, spice; état, state. */
function spellingsOf(word: string): string[] {
  return /^e[ctp]/.test(word) ? [word, `s${word.slice(1)}`] : [word];
}

/** The same; or alike in four letters and half of the longer at the beginning, or in three quarters at both ends. */
function isCognate(a: string, b: string): boolean {
  if (a === b) return true;
  if (/^\d/.test(a)) return false;
  const longer = Math.max(a.length, b.length);
  const shorter = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix < shorter && a[prefix] === b[prefix]) prefix += 1;
  if (prefix >= 4 && prefix >= 0.55 * longer) return true;
  let suffix = 0;
  while (suffix < shorter - prefix && a[a.length - 1 - suffix] === b[b.length - 1 - suffix]) suffix += 1;
  return shorter >= 4 && prefix + suffix >= 0.75 * longer;
}
