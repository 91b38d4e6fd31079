import type { Slices } from '../model/slices.ts';
import { bare } from '../text/characters.ts';

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
  for (const segment of segments) {
    const found = new Set<number>();
    for (const [word] of bare(segment).matchAll(WORD)) {
      const key = word.replaceAll(/[., ]/g, '.');
      const number = numbers.get(key) ?? counts.push(0) - 1;
      numbers.set(key, number);
      found.add(number);
    }
    for (const number of found) counts[number] = (counts[number] as number) + 1;
    read.push({ words: [...found], length: segment.trim().length });
    yield;
  }
  const weights = counts.map((count) => Math.log((segments.length + 1) / count));
  return { segments: read, texts: [...numbers.keys()], numbers, counts, weights };
}
