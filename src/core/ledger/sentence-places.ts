import type { AlignedPair } from '../alignment/bead-path.ts';
import { type Alignment, isAsLong } from '../alignment/sentence-pairs.ts';
import { partitionPoint } from '../model/partition-point.ts';

/**
 * Which pair of sentences an offset of either text lies in; pairs are numbered in reading order. A rendering may stand
 * in the pair beside its own where the numbers follow each other: between two pairs of one sentence each, as long as
 * the other lets expect, which are sure, a number is left out.
 */
export interface SentencePlaces {
  readonly source: (offset: number) => number;
  readonly target: (offset: number) => number;
}

/** Where the sentences of a unit are, so that a rendering is looked for in the sentence that renders the term’s own. */
export function placeSentences(alignment: Alignment): SentencePlaces {
  const { pairs, ...spans } = alignment;
  const numberOf = numbersOf(alignment);
  const side = (key: 'source' | 'target') => {
    const numbers = new Array<number>(spans[key].length).fill(0);
    pairs.forEach((pair, i) => {
      for (const sentence of pair[key]) numbers[sentence] = numberOf[i] as number;
    });
    return (offset: number) => numbers[partitionPoint(spans[key], ({ end }) => end <= offset)] ?? numbers.at(-1) ?? 0;
  };
  return { source: side('source'), target: side('target') };
}

function numbersOf({ pairs, source, target }: Alignment): number[] {
  const isSure = (pair: AlignedPair | undefined) => {
    if (pair?.source.length !== 1 || pair.target.length !== 1) return false;
    const [from, to] = [source[pair.source[0] ?? 0], target[pair.target[0] ?? 0]];
    return from !== undefined && to !== undefined && isAsLong(from, to);
  };
  const numbers: number[] = [];
  pairs.forEach((pair, i) => {
    const before = numbers.at(-1) ?? -1;
    numbers.push(before + (i > 0 && isSure(pair) && isSure(pairs[i - 1]) ? 2 : 1));
  });
  return numbers;
}
