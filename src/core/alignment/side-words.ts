import type { Slices } from '../model/slices.ts';
import { bare } from '../text/characters.ts';
import { type Compound, compoundsIn } from './compounds.ts';

/** The words of one segment, a sentence or a paragraph, each once. */
export interface SegmentWords {
  /** Numbers of words in the list of their side. */
  readonly words: readonly number[];
  /** UTF-16 units of the segment without the space around it. */
  readonly length: number;
}

/** The words of one side of a text. */
export interface SideWords {
  readonly segments: readonly SegmentWords[];
  readonly texts: readonly string[];
  /** The place of each text in that list. */
  readonly numbers: ReadonlyMap<string, number>;
  /** What stands in two words and may be one on the other side, by that one. */
  readonly compounds: ReadonlyMap<string, Compound>;
  /** Segments that have each word. */
  readonly counts: readonly number[];
  /** How much a word tells: the fewer segments have it, the more. */
  readonly weights: readonly number[];
}

/** Both sides of a text. */
export interface Sides {
  readonly source: SideWords;
  readonly target: SideWords;
}

/**
 * Figures keep one sign between their digits, whichever it was: 1,5 = 1.5, and 12 000 = 12,000. What asks, exclaims or
 * stands in brackets mostly does so in both languages, so these signs tell as words do.
 */
const WORD = /\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)*|[\p{L}\p{M}\d]+|[?!(]/gu;

/** Reads the segments of one side. */
export function* sideSlices(segments: readonly string[]): Slices<SideWords> {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const read: SegmentWords[] = [];
  const compounds = new Map<string, Compound>();
  const numberOf = (key: string) => {
    const number = numbers.get(key) ?? counts.push(0) - 1;
    numbers.set(key, number);
    return number;
  };
  for (const segment of segments) {
    const text = bare(segment);
    const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => {
      const key = word.replaceAll(/[., ]/g, '.');
      return { key, number: numberOf(key), start: index, end: index + word.length };
    });
    for (const one of compoundsIn(text, words))
      if (one.hasHyphen || !compounds.has(one.text)) compounds.set(one.text, one);
    const found = new Set(words.map(({ number }) => number));
    for (const number of found) counts[number] = (counts[number] as number) + 1;
    read.push({ words: [...found], length: segment.trim().length });
    yield;
  }
  const weights = counts.map((count) => Math.log((segments.length + 1) / count));
  return { segments: read, texts: [...numbers.keys()], numbers, compounds, counts, weights };
}
