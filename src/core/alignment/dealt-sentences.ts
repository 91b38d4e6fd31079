import type { RichText, Span } from '../model/rich-text.ts';
import type { Slices } from '../model/slices.ts';
import { writtenSpan } from '../text/reading.ts';
import { segmentText } from '../text/sentences.ts';
import type { EnglishPiece } from './pair-rows.ts';
import { sentencePairSlices } from './sentence-pairs.ts';
import { sideSlices } from './side-words.ts';
import type { Renderings } from './word-partners.ts';

/** A block of the English text. */
interface Block {
  /** Its index there. */
  readonly block: number;
  readonly source: RichText;
}

/**
 * Deals the sentences of some English blocks out to the French units that they answer together.
 *
 * @returns for each unit its English, nothing where a sentence answers several units: it stands with the first of them
 */
export function* dealtSlices(
  units: readonly { readonly source: RichText }[],
  blocks: readonly Block[],
  renderings: Renderings,
): Slices<EnglishPiece[][]> {
  const sentences = units.flatMap(({ source }, unit) =>
    segmentText(source.words, 'fr').map(({ start, end }) => ({ unit, text: source.words.slice(start, end) })),
  );
  const pieces = blocks.flatMap(({ block, source }) =>
    sentenceSpans(source).map((span) => ({ block, source, ...span })),
  );
  const sides = {
    source: yield* sideSlices(sentences.map(({ text }) => text)),
    target: yield* sideSlices(pieces.map(({ source, start, end }) => source.text.slice(start, end))),
  };
  const dealt: EnglishPiece[][] = units.map(() => []);
  let unit = 0;
  for (const pair of yield* sentencePairSlices(sides, renderings)) {
    unit = sentences[pair.source[0] ?? -1]?.unit ?? unit;
    for (const number of pair.target) {
      const { block, start, end } = pieces[number] as EnglishPiece;
      const last = dealt[unit]?.at(-1);
      if (last?.block === block) dealt[unit]?.splice(-1, 1, { ...last, end });
      else dealt[unit]?.push({ block, start, end });
    }
  }
  return dealt;
}

/** The sentences of a text where it can be cut: not within a mark. */
export function sentenceSpans(text: RichText): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let mark = 0;
  let markEnd = 0;
  for (const sentence of segmentText(text.words, 'en')) {
    const { end } = writtenSpan(text, sentence);
    for (; (text.marks[mark]?.start ?? end) < end; mark += 1) markEnd = Math.max(markEnd, text.marks[mark]?.end ?? 0);
    if (end < text.text.length && end < markEnd) continue;
    spans.push({ start, end });
    start = end;
  }
  if (start < text.text.length) spans.push({ start, end: text.text.length });
  return spans;
}
