import type { RichText, Span } from '../model/rich-text.ts';
import { alignSentences } from '../text/sentence-pairs.ts';

/** Which pair of sentences an offset of either text lies in; pairs are numbered in reading order. */
export interface SentencePlaces {
  readonly source: (offset: number) => number;
  readonly target: (offset: number) => number;
}

/** Pairs the sentences of a unit, so that a rendering is looked for in the sentence that renders the term’s own. */
export function placeSentences(source: RichText, target: RichText): SentencePlaces {
  const { pairs, ...spans } = alignSentences(source, target);
  const side = (key: 'source' | 'target') => {
    const numbers = new Array<number>(spans[key].length).fill(0);
    pairs.forEach((pair, number) => {
      for (const sentence of pair[key]) numbers[sentence] = number;
    });
    return (offset: number) => numbers[sentenceAt(spans[key], offset)] ?? 0;
  };
  return { source: side('source'), target: side('target') };
}

/** Index of the sentence that holds an offset. */
function sentenceAt(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
