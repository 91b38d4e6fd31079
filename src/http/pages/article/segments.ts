import type { RichText, Span } from '../../../core/model/rich-text.ts';
import { finish, type Slices } from '../../../core/model/slices.ts';
import type { Leads } from '../../../core/text/leads.ts';
import { cutterSlices, type MarkedSpan, pieceSlices } from '../../../core/text/pieces.ts';
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
export function cutIntoSegments(rich: RichText, text: CutText): SegmentView[] {
  return finish(segmentSlices(rich, text));
}

/** The same in pieces of work. */
export function* segmentSlices(rich: RichText, { segments, marked, leads }: CutText): Slices<SegmentView[]> {
  const cut = yield* cutterSlices(rich, leads);
  const views: SegmentView[] = [];
  let first = 0;
  for (const { pair, start, end } of segments) {
    while (first < marked.length && (marked[first] as MarkedMention).end <= start) first += 1;
    let last = first;
    while (last < marked.length && (marked[last] as MarkedMention).start < end) last += 1;
    views.push({ pair, pieces: heldTogether(yield* pieceSlices({ start, end }, marked.slice(first, last), cut)) });
    yield;
  }
  return views;
}
