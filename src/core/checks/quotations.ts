import type { RichText, Span } from '../model/rich-text.ts';
import { writtenSpan } from '../text/reading.ts';

/** A quotation that one side has and the other has not. */
export interface QuotationDifference {
  readonly source: Span | null;
  readonly target: Span | null;
}

const QUOTATION = /«[^»]*»|“[^”]*”|"[^"]*"/g;

/** Compares how many quotations the two sides hold; the first of the longer side that is left over, or null. */
export function compareQuotations(source: RichText, target: RichText): QuotationDifference | null {
  const [from, to] = [quotations(source), quotations(target)];
  // A quotation that the speaker’s name interrupts may be cut in two, or two may be joined.
  if (from.length > 0 === to.length > 0 && Math.abs(from.length - to.length) <= 1) return null;
  if (from.length > to.length) return { source: from[to.length] ?? null, target: null };
  return { source: null, target: to[from.length] ?? null };
}

function quotations(text: RichText): Span[] {
  return [...text.words.matchAll(QUOTATION)].map(({ 0: words, index }) =>
    writtenSpan(text, { start: index, end: index + words.length }),
  );
}
