import type { Language } from '../model/concept.ts';
import { addToGroup } from '../model/groups.ts';
import type { Span } from '../model/rich-text.ts';
import type { Slices } from '../model/slices.ts';
import type { SearchIndex } from './search-index.ts';
import type { Phrase, Sought } from './search-query.ts';
import { eachWord, SIGN_BETWEEN, type WordNumbers } from './word-numbers.ts';

/** A paragraph that has all that is sought. */
export interface FoundParagraph {
  /** Number of the article in the index, and of the paragraph in it; from 0. */
  readonly article: number;
  readonly unit: number;
}

/** What is sought, by the numbers of its words. */
export interface Search {
  readonly sides: readonly [Beginnings, Beginnings];
  /** A bit for each thing that is sought. */
  readonly all: number;
}

/** What may begin with a word. */
interface Beginnings {
  /** By the number of a word: a bit for each thing that has a phrase which begins with it. */
  readonly bits: Uint32Array;
  readonly phrases: ReadonlyMap<number, readonly Beginning[]>;
}

interface Beginning {
  readonly bit: number;
  readonly words: readonly number[];
}

export function searchFor(sought: readonly Sought[], numbers: WordNumbers): Search {
  const side = (language: Language) => beginningsOf(sought, language, numbers);
  return { sides: [side('fr'), side('en')], all: 2 ** sought.length - 1 };
}

function beginningsOf(sought: readonly Sought[], language: Language, numbers: WordNumbers): Beginnings {
  const bits = new Uint32Array(numbers.size());
  const phrases = new Map<number, Beginning[]>();
  for (const [i, { phrases: all }] of sought.entries()) {
    for (const phrase of all[language]) {
      const words = numbersOf(phrase, numbers);
      const [first] = words ?? [];
      if (words === null || first === undefined) continue;
      bits[first] = (bits[first] as number) | (1 << i);
      addToGroup(phrases, first, { bit: 1 << i, words });
    }
  }
  return { bits, phrases };
}

/** Null where no text has one of the words. */
function numbersOf(phrase: Phrase, numbers: WordNumbers): number[] | null {
  const found = phrase.map((word) => numbers.find(word));
  return found.every((number) => number !== null) ? found : null;
}

/**
 * The paragraphs that have all of it, in the order of the index; every word of the articles is looked at once. Their
 * paragraphs are not: they may have to be made.
 */
export function* findParagraphs({ articles }: SearchIndex, search: Search): Slices<FoundParagraph[]> {
  const found: FoundParagraph[] = [];
  for (const [article, { words: read }] of articles.entries()) {
    for (let unit = 0; unit * 2 < read.starts.length - 1; unit += 1) {
      const bits = (side: 0 | 1) => {
        const [start, end] = [read.starts[unit * 2 + side] as number, read.starts[unit * 2 + side + 1] as number];
        return bitsIn(read.words.subarray(start, end), search.sides[side]);
      };
      if ((bits(0) | bits(1)) === search.all) found.push({ article, unit });
    }
    yield;
  }
  return found;
}

function bitsIn(words: Uint32Array, { bits, phrases }: Beginnings): number {
  let found = 0;
  for (let at = 0; at < words.length; at += 1) {
    const wanted = bits[words[at] as number] as number;
    if ((wanted & ~found) === 0) continue;
    for (const { bit, words: phrase } of phrases.get(words[at] as number) ?? [])
      if ((bit & found) === 0 && standsAt(words, at, phrase)) found |= bit;
  }
  return found;
}

function standsAt(words: ArrayLike<number>, at: number, phrase: readonly number[]): boolean {
  for (let i = 0; i < phrase.length; i += 1) if (words[at + i] !== phrase[i]) return false;
  return true;
}

/** Where a text has what is sought, in order, the longest where several begin; UTF-16 offsets. They do not overlap. */
export function hitsIn(text: string, { phrases }: Beginnings, numbers: WordNumbers): Span[] {
  const words: number[] = [];
  const places: Span[] = [];
  eachWord(text, {}, (start, end, isWord) => {
    words.push(isWord ? (numbers.find(text.slice(start, end)) ?? SIGN_BETWEEN) : SIGN_BETWEEN);
    places.push({ start, end });
  });
  const hits: Span[] = [];
  for (let at = 0; at < words.length; ) {
    let length = 0;
    for (const { words: phrase } of phrases.get(words[at] as number) ?? [])
      if (phrase.length > length && standsAt(words, at, phrase)) length = phrase.length;
    const last = places[at + length - 1];
    if (length > 0 && last !== undefined) hits.push({ start: (places[at] as Span).start, end: last.end });
    at += Math.max(1, length);
  }
  return hits;
}
