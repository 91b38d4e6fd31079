import type { RichText, Span } from '../model/rich-text.ts';
import { sentenceSpans } from './dealt-sentences.ts';
import type { PairRow } from './pair-rows.ts';
import type { PairStep } from './pairing.ts';

/** A sentence of the English of a row, or what of it stands in the row. UTF-16 offsets into its block. */
export interface RowSentence extends Span {
  /** Index among the pieces of the row. */
  readonly piece: number;
  readonly source: RichText;
}

/** Blocks that are longer are one sentence: looking for others would take too long. UTF-16 units. */
const LONGEST = 50_000;

/** The sentences of the English of a row, in order; before each but the first it can be cut. */
export function rowSentences(
  { english }: PairRow,
  texts: readonly { readonly source: RichText }[],
): readonly RowSentence[] {
  return english.flatMap(({ block, start, end }, piece) => {
    const source = texts[block]?.source;
    if (source === undefined) return [];
    const spans = source.text.length > LONGEST ? [{ start: 0, end: source.text.length }] : sentenceSpans(source);
    return spans
      .map((span) => ({ piece, source, start: Math.max(start, span.start), end: Math.min(end, span.end) }))
      .filter((sentence) => sentence.start < sentence.end);
  });
}

/** Whether a step leaves sentences whole. */
export function isBetweenSentences(
  step: PairStep,
  rows: readonly PairRow[],
  texts: readonly { readonly source: RichText }[],
): boolean {
  if (step.way !== 'cut') return true;
  const row = rows[step.at];
  const sentences = row === undefined ? [] : rowSentences(row, texts);
  return sentences.some(({ piece, start }) => piece === step.piece && start === step.offset);
}
