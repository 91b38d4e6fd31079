import type { RichText, Span } from '../../../core/model/rich-text.ts';
import type { Leads } from '../../../core/text/leads.ts';
import { createRunCutter, cutIntoPieces, type MarkedSpan } from '../../../core/text/pieces.ts';
import { type HeldPiece, heldTogether } from './held-together.ts';
import type { MentionView } from './mention-view.ts';

/** A sentence; sentences of the two sides with the same pair number say the same thing. */
export interface SegmentView {
  readonly pair: number;
  readonly pieces: readonly HeldPiece<MentionView>[];
}

/** A stretch of one side and the term it belongs to. */
export type MarkedMention = MarkedSpan<MentionView>;

/** A sentence of one side and the number it shares with its partner. */
export interface NumberedSpan extends Span {
  readonly pair: number;
}

/** What is known of a text that is cut. */
export interface CutText {
  /** They cover the text. */
  readonly segments: readonly NumberedSpan[];
  /** In order, without overlaps. */
  readonly marked: readonly MarkedMention[];
  readonly leads: Leads;
}

/** Cuts a text into what the page prints: sentences, and those into pieces. */
export function cutIntoSegments(rich: RichText, { segments, marked, leads }: CutText): SegmentView[] {
  const cut = createRunCutter(rich, leads);
  let first = 0;
  return segments.map(({ pair, start, end }) => {
    while (first < marked.length && (marked[first] as MarkedMention).end <= start) first += 1;
    let last = first;
    while (last < marked.length && (marked[last] as MarkedMention).start < end) last += 1;
    return { pair, pieces: heldTogether(cutIntoPieces({ start, end }, marked.slice(first, last), cut)) };
  });
}
