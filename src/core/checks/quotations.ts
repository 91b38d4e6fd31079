import type { RichText, Span } from '../model/rich-text.ts';
import { writtenSpan } from '../text/reading.ts';

/** A quotation that one side has and the other has not. */
export interface QuotationDifference {
  readonly source: Span | null;
  readonly target: Span | null;
}

const CLOSING: Readonly<Record<string, string>> = { '«': '»', '“': '”', '"': '"' };

/** Compares how many quotations the two sides hold; the first of the longer side that is left over, or null. */
export function compareQuotations(source: RichText, target: RichText): QuotationDifference | null {
  const [from, to] = [quotations(source), quotations(target)];
  // A quotation that the speaker’s name interrupts may be cut in two, or two may be joined.
  if (from.length > 0 === to.length > 0 && Math.abs(from.length - to.length) <= 1) return null;
  if (from.length > to.length) return { source: from[to.length] ?? null, target: null };
  return { source: null, target: to[from.length] ?? null };
}

/** From each opening sign to the next closing one. A sign that nothing closes any more is looked for once. */
function quotations(text: RichText): Span[] {
  const { words } = text;
  const spans: Span[] = [];
  const unclosed = new Set<string>();
  let from = 0;
  for (const { 0: sign, index } of words.matchAll(/[«“"]/g)) {
    if (index < from || unclosed.has(sign)) continue;
    const end = words.indexOf(CLOSING[sign] ?? sign, index + 1);
    if (end < 0) unclosed.add(sign);
    else spans.push(writtenSpan(text, { start: index, end: end + 1 }));
    from = end < 0 ? from : end + 1;
  }
  return spans;
}
