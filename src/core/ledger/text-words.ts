import { createTokenizer } from '../matcher/tokens.ts';
import type { Language } from '../model/concept.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import { writtenOffset } from '../text/reading.ts';

/** A word where it stands; the span holds offsets into the text as written. */
export interface WordAt extends Span {
  readonly text: string;
}

const TOKENIZERS = { fr: createTokenizer([], 0, 'fr'), en: createTokenizer([], 0, 'en') };

/** The words and signs of a text, in order. */
export function placedWords(text: RichText, language: Language): WordAt[] {
  const words: WordAt[] = [];
  TOKENIZERS[language].each(text.words, ({ starts, ends, begin, limit }) => {
    for (let i = begin; i < limit; i += 1) {
      const [from, to] = [starts[i] as number, ends[i] as number];
      words.push({
        start: writtenOffset(text, from),
        end: writtenOffset(text, to),
        text: text.words.slice(from, to),
      });
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
