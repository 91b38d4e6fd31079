import { partitionPoint } from '../../core/model/partition-point.ts';
import type { MarkKind, RichText, Span } from '../../core/model/rich-text.ts';
import { findHardBreaks } from '../../core/text/hard-breaks.ts';
import { findHiddenIn } from '../../core/text/hidden-characters.ts';
import { findUnbreakable } from '../../core/text/unbreakable.ts';
import type { MentionView } from './mention-view.ts';

/** A stretch of text under the same inline marks. */
export interface Run {
  readonly text: string;
  readonly emphasis: boolean;
  readonly strong: boolean;
  readonly code: boolean;
  /** Must not break at a line end: “10 000”, “70 %”, a straight quote and its padding. */
  readonly keep: boolean;
  /** The line ends here because its author wanted that. */
  readonly isBreak: boolean;
  /** Name of a sign that nobody sees, U+202E, to be shown in its place. */
  readonly hidden: string | null;
  /** Leads out of the page: http or https only. Null inside a term, which is a link itself. */
  readonly href: string | null;
}

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

/**
 * Cuts a text into what the page prints: sentences, in them terms and what is between, in them runs under the same
 * marks. Markup signs are left out; every other character appears once, in order.
 *
 * @param segments cover the text; `marked` is in order and does not overlap
 */
export function cutIntoSegments(
  rich: RichText,
  segments: readonly NumberedSpan[],
  marked: readonly MarkedSpan[],
): SegmentView[] {
  const cut = createRunCutter(rich);
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

/** What holds over a stretch of text: how often each mark is open there, and where a link leads. */
interface Layer extends Span {
  readonly kind: MarkKind | 'syntax' | 'keep' | 'hidden' | 'reference' | 'break';
  /** Of a hidden sign: what stands in its place. */
  readonly name?: string;
  /** Of a character reference: what it stands for. */
  readonly character?: string;
  readonly href?: string | null;
}

/** A stretch in which nothing begins or ends; `run` is null where the text is markup. */
interface Stretch extends Span {
  readonly run: Omit<Run, 'text'> | null;
  /** What is shown instead of the text as written; null for that text itself. */
  readonly shown: string | null;
}

/** Cuts any stretch of one text where its marks, its markup or what must stay on one line begin and end. */
function createRunCutter(rich: RichText): (span: Span) => Run[] {
  const { text, marks, syntax, references } = rich;
  const stretches = stretchesOf(text, [
    ...marks,
    ...syntax.map((span) => ({ ...span, kind: 'syntax' as const })),
    ...references.map((reference) => ({ ...reference, kind: 'reference' as const })),
    ...findHiddenIn(rich).map((span) => ({ ...span, kind: 'hidden' as const })),
    ...findHardBreaks(rich).map((span) => ({ ...span, kind: 'break' as const })),
    ...findUnbreakable(text).map((span) => ({ ...span, kind: 'keep' as const })),
  ]);
  return ({ start, end }) => {
    const runs: Run[] = [];
    for (let i = partitionPoint(stretches, ({ end }) => end <= start); i < stretches.length; i += 1) {
      const stretch = stretches[i] as Stretch;
      if (stretch.start >= end) break;
      if (stretch.run === null) continue;
      const written = text.slice(Math.max(start, stretch.start), Math.min(end, stretch.end));
      runs.push({ text: stretch.shown ?? written, ...stretch.run });
    }
    return runs;
  };
}

/** One sweep over all beginnings and ends. */
function stretchesOf(text: string, layers: readonly Layer[]): Stretch[] {
  const edges = layers
    .flatMap((layer) => [
      { at: layer.start, layer, opens: true },
      { at: layer.end, layer, opens: false },
    ])
    .sort((a, b) => a.at - b.at);
  const open = new Set<Layer>();
  const stretches: Stretch[] = [];
  let at = 0;
  for (const edge of [...edges, { at: text.length, layer: null, opens: false }]) {
    if (edge.at > at) stretches.push({ start: at, end: edge.at, run: runUnder(open), shown: shownUnder(open) });
    at = edge.at;
    if (edge.layer === null) continue;
    if (edge.opens) open.add(edge.layer);
    else open.delete(edge.layer);
  }
  return stretches;
}

function shownUnder(open: ReadonlySet<Layer>): string | null {
  if ([...open].some(({ kind }) => kind === 'break')) return '\n';
  return [...open].find(({ kind }) => kind === 'reference')?.character ?? null;
}

function runUnder(open: ReadonlySet<Layer>): Stretch['run'] {
  const kinds = new Set([...open].map(({ kind }) => kind));
  if (kinds.has('syntax')) return null;
  return {
    emphasis: kinds.has('emphasis'),
    strong: kinds.has('strong'),
    code: kinds.has('code'),
    keep: kinds.has('keep'),
    isBreak: kinds.has('break'),
    hidden: [...open].find(({ kind }) => kind === 'hidden')?.name ?? null,
    href: [...open].find(({ kind }) => kind === 'link')?.href ?? null,
  };
}
