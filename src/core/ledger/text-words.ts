import { createTokenizer } from '../matcher/tokens.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import { writtenSpan } from '../text/reading.ts';

/** A word where it stands; the span holds offsets into the text as written. */
export interface WordAt extends Span {
  readonly text: string;
}

const TOKENIZER = createTokenizer(null, 0);

/** The words and signs of a text, in order. */
export function wordsOf(text: RichText): WordAt[] {
  const words: WordAt[] = [];
  TOKENIZER.each(text.words, ({ starts, ends, begin, limit }) => {
    for (let i = begin; i < limit; i += 1) {
      const [start, end] = [starts[i] as number, ends[i] as number];
      words.push({ ...writtenSpan(text, { start, end }), text: text.words.slice(start, end) });
    }
  });
  return words;
}

/** Those that lie in none of some spans. Both in order; the spans may touch, but do not overlap. Linear. */
export function outside(words: readonly WordAt[], spans: readonly Span[]): WordAt[] {
  let next = 0;
  return words.filter(({ start, end }) => {
    while (next < spans.length && (spans[next] as Span).end <= start) next += 1;
    return (spans[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}
