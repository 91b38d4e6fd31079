import { bare } from './characters.ts';
import { COMMON_WORDS } from './common-words.ts';

/** The words of one sentence, each once. */
export interface SentenceWords {
  /** Numbers of words in the list of their side. */
  readonly words: readonly number[];
  /** UTF-16 units of the sentence without the space around it. */
  readonly length: number;
}

/** The words of one side of a text. */
export interface SideWords {
  readonly sentences: readonly SentenceWords[];
  readonly texts: readonly string[];
  /** The place of each text in that list. */
  readonly numbers: ReadonlyMap<string, number>;
  /** How much a word tells: the fewer sentences have it, the more. */
  readonly weights: readonly number[];
}

/** For each word of the source, the words of the target that may render it. */
export type Partners = readonly ReadonlySet<number>[];

/**
 * Figures keep one sign between their digits, whichever it was: 1,5 = 1.5, and 12 000 = 12,000. What asks, exclaims or
 * stands in brackets mostly does so in both languages, so these signs tell as words do.
 */
const WORD = /\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)*|[\p{L}\p{M}\d]+|[?!(]/gu;

/** Reads the sentences of one side. */
export function readSide(sentences: readonly string[]): SideWords {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const read = sentences.map((sentence) => {
    const found = new Set<number>();
    for (const [word] of bare(sentence).matchAll(WORD)) {
      const key = word.replaceAll(/[., ]/g, '.');
      const number = numbers.get(key) ?? counts.push(0) - 1;
      numbers.set(key, number);
      found.add(number);
    }
    for (const number of found) counts[number] = (counts[number] as number) + 1;
    return { words: [...found], length: sentence.trim().length };
  });
  const weights = counts.map((count) => Math.log((sentences.length + 1) / count));
  return { sentences: read, texts: [...numbers.keys()], numbers, weights };
}

/** Letters that two words must begin with to be looked at together. */
const BEGINNING = 2;
/** Words that begin alike, beyond which none is compared: they are no words of a language. */
const MOST_ALIKE = 400;

/** What may be taken to render each other before anything is learnt: common words, and words that look alike. */
export function knownPartners(source: SideWords, target: SideWords): Set<number>[] {
  const partners = cognates(source, target);
  source.texts.forEach((text, word) => {
    for (const rendering of COMMON_WORDS.get(text) ?? []) {
      const number = target.numbers.get(rendering);
      if (number !== undefined) partners[word]?.add(number);
    }
  });
  return partners;
}

/** Words of both languages that look alike: the same, a number, or of one origin (modèle, model; étude, study). */
function cognates(source: SideWords, target: SideWords): Set<number>[] {
  const byBeginning = new Map<string, number[]>();
  target.texts.forEach((text, number) => {
    const key = text.slice(0, BEGINNING);
    const list = byBeginning.get(key);
    if (list === undefined) byBeginning.set(key, [number]);
    else if (list.length < MOST_ALIKE) list.push(number);
  });
  return source.texts.map((text) => {
    const found = new Set<number>();
    for (const spelled of spellingsOf(text)) {
      for (const number of byBeginning.get(spelled.slice(0, BEGINNING)) ?? [])
        if (isCognate(spelled, target.texts[number] as string)) found.add(number);
    }
    return found;
  });
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

/** A word that is learnt must have been seen so often. */
const LEAST_SEEN = 2;
/** Dice coefficient from which on two words count as partners. */
const LEAST_DICE = 0.6;

/** Adds the words that stand in paired sentences together, and hardly ever apart. */
export function learnPartners(
  known: Partners,
  pairs: readonly { readonly source: readonly number[]; readonly target: readonly number[] }[],
  { source, target }: { readonly source: SideWords; readonly target: SideWords },
): Set<number>[] {
  const seen = { source: new Map<number, number>(), target: new Map<number, number>() };
  const together = new Map<number, Map<number, number>>();
  for (const pair of pairs) {
    const [words, others] = [wordsOf(source, pair.source), wordsOf(target, pair.target)];
    for (const word of words) seen.source.set(word, (seen.source.get(word) ?? 0) + 1);
    for (const other of others) seen.target.set(other, (seen.target.get(other) ?? 0) + 1);
    for (const word of words) {
      const row = together.get(word) ?? new Map<number, number>();
      together.set(word, row);
      for (const other of others) row.set(other, (row.get(other) ?? 0) + 1);
    }
  }
  return known.map((partners, word) => {
    const learnt = new Set(partners);
    for (const [other, count] of together.get(word) ?? []) {
      const dice = (2 * count) / ((seen.source.get(word) ?? 0) + (seen.target.get(other) ?? 0));
      if (count >= LEAST_SEEN && dice >= LEAST_DICE) learnt.add(other);
    }
    return learnt;
  });
}

function wordsOf({ sentences }: SideWords, numbers: readonly number[]): Set<number> {
  return new Set(numbers.flatMap((number) => sentences[number]?.words ?? []));
}
