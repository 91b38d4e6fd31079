import { partitionPoint } from '../../core/model/partition-point.ts';
import type { RichText, Span } from '../../core/model/rich-text.ts';
import type { Leads } from './article-leads.ts';
import type { MentionView } from './mention-view.ts';
import { type Run, type Stretch, stretchesOf } from './stretches.ts';

/** A term, or the text between two terms. */
export interface Piece {
  readonly mention: MentionView | null;
  readonly runs: readonly Run[];
}

/** A sentence; sentences of the two sides with the same pair number say the same thing. */
export interface SegmentView {
  readonly pair: number;
  readonly pieces: readonly Piece[];
}

/** A stretch of one side and the term it belongs to. */
export interface MarkedSpan extends Span {
  readonly mention: MentionView;
}

/** A sentence of one side and the number it shares with its partner. */
export interface NumberedSpan extends Span {
  readonly pair: number;
}

/** What is known of a text that is cut. */
export interface CutText {
  /** They cover the text. */
  readonly segments: readonly NumberedSpan[];
  /** In order, without overlaps. */
  readonly marked: readonly MarkedSpan[];
  readonly leads: Leads;
}

/**
 * Cuts a text into what the page prints: sentences, in them terms and what is between, in them runs under the same
 * marks. Markup signs are left out; every other character appears once, in order.
 */
export function cutIntoSegments(rich: RichText, { segments, marked, leads }: CutText): SegmentView[] {
  const cut = createRunCutter(rich, leads);
  let first = 0;
  return segments.map(({ pair, start, end }) => {
    while (first < marked.length && (marked[first] as MarkedSpan).end <= start) first += 1;
    let last = first;
    while (last < marked.length && (marked[last] as MarkedSpan).start < end) last += 1;
    return { pair, pieces: cutIntoPieces({ start, end }, marked.slice(first, last), cut) };
  });
}

function cutIntoPieces({ start, end }: Span, marked: readonly MarkedSpan[], cut: (span: Span) => Run[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (from: number, to: number, mention: MentionView | null) => {
    const runs = from < to ? cut({ start: from, end: to }) : [];
    if (runs.length === 0) return;
    pieces.push({ mention, runs: mention === null ? runs : runs.map((run) => ({ ...run, href: null })) });
  };
  let at = start;
  for (const span of marked) {
    add(at, Math.max(at, span.start), null);
    add(Math.max(at, span.start), Math.min(end, span.end), span.mention);
    at = Math.min(end, span.end);
  }
  add(at, end, null);
  return pieces;
}

/** Cuts any stretch of one text where its marks, its markup or what must stay on one line begin and end. */
function createRunCutter(rich: RichText, leads: Leads): (span: Span) => Run[] {
  const stretches = stretchesOf(rich, leads);
  return ({ start, end }) => {
    const runs: Run[] = [];
    for (let i = partitionPoint(stretches, ({ end }) => end <= start); i < stretches.length; i += 1) {
      const stretch = stretches[i] as Stretch;
      if (stretch.start >= end) break;
      if (stretch.run === null) continue;
      const written = rich.text.slice(Math.max(start, stretch.start), Math.min(end, stretch.end));
      runs.push({ text: stretch.shown ?? written, ...stretch.run });
    }
    return runs;
  };
}
