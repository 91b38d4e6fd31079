import { segmentText } from '../core/text/sentences.ts';
import { joinSoftBreaks } from '../core/text/soft-breaks.ts';

/** What of one neighbour goes along at most. UTF-16 units; a request has limits, and its context counts. */
const MOST_UNITS = 1500;

/**
 * The title and what stands right before and after the texts from `first` to `last`, as far as there is room for it.
 */
export function contextOf(texts: readonly string[], { first, last }: { first: number; last: number }): string {
  const parts = [beginningOf(texts[0]), endOf(texts[first - 1]), beginningOf(texts[last + 1])];
  return [...new Set(parts)].filter((text) => text !== '').join('\n');
}

/** Whole sentences, as many as there is room for. */
function beginningOf(written = ''): string {
  const text = joinSoftBreaks(written);
  if (text.length <= MOST_UNITS) return text;
  const ends = segmentText(text, 'fr').map((sentence) => sentence.end);
  return text.slice(0, ends.findLast((end) => end <= MOST_UNITS) ?? 0).trim();
}

function endOf(written = ''): string {
  const text = joinSoftBreaks(written);
  if (text.length <= MOST_UNITS) return text;
  const starts = segmentText(text, 'fr').map((sentence) => sentence.start);
  return text.slice(starts.find((start) => start >= text.length - MOST_UNITS) ?? text.length);
}
