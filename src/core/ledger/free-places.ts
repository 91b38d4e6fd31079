import { partitionPoint } from '../model/partition-point.ts';
import type { Span } from '../model/rich-text.ts';
import type { WordAt } from './text-words.ts';

/** A word of a target where it stands. */
export interface Occurrence extends WordAt {
  /** Number of the pair of sentences it stands in. */
  readonly sentence: number;
  /** The word before it, folded; '' at the beginning. */
  readonly before: string;
}

/** Occurrences of one word that are tried, and that are looked at to find them. */
const MOST_TRIES = 32;
const MOST_LOOKED_AT = 256;

/** The first free places of an ordered list in a pair of sentences and those beside it. */
export function freeNear(list: readonly Occurrence[], sentence: number, isFree: (span: Span) => boolean): Occurrence[] {
  const found: Occurrence[] = [];
  const from = partitionPoint(list, (one) => one.sentence < sentence - 1);
  for (let at = from; at < Math.min(list.length, from + MOST_LOOKED_AT) && found.length < MOST_TRIES; at += 1) {
    const one = list[at] as Occurrence;
    if (one.sentence > sentence + 1) break;
    if (isFree(one)) found.push(one);
  }
  return found;
}

/** Whether so many places are free. */
export function hasFree(list: readonly Occurrence[], count: number, isFree: (span: Span) => boolean): boolean {
  let found = 0;
  return list.some((one) => {
    if (isFree(one)) found += 1;
    return found === count;
  });
}
