import { partitionPoint } from '../model/partition-point.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import { finish, type Slices } from '../model/slices.ts';
import type { Leads } from './leads.ts';
import { type Run, type Stretch, stretchSlices } from './stretches.ts';

/** A term, or the text between two terms. */
export interface Piece<Mention> {
  readonly mention: Mention | null;
  readonly runs: readonly Run[];
}

/** A stretch of one side and the term it belongs to. */
export interface MarkedSpan<Mention> extends Span {
  readonly mention: Mention;
}

/** Cuts a stretch of one text into runs. */
export type CutRuns = (span: Span) => Slices<Run[]>;

/**
 * Cuts a stretch into terms and what is between, and those into runs under the same marks. Markup signs are left out;
 * every other character appears once, in order.
 *
 * @param marked in order, without overlaps
 */
export function cutIntoPieces<Mention>(
  { start, end }: Span,
  marked: readonly MarkedSpan<Mention>[],
  cut: CutRuns,
): Piece<Mention>[] {
  return finish(pieceSlices({ start, end }, marked, cut));
}

/** The same in pieces of work. */
export function* pieceSlices<Mention>(
  { start, end }: Span,
  marked: readonly MarkedSpan<Mention>[],
  cut: CutRuns,
): Slices<Piece<Mention>[]> {
  const pieces: Piece<Mention>[] = [];
  function* add(from: number, to: number, mention: Mention | null): Slices<void> {
    const runs = from < to ? yield* cut({ start: from, end: to }) : [];
    if (runs.length === 0) return;
    pieces.push({ mention, runs: mention === null ? runs : runs.map((run) => ({ ...run, href: null })) });
  }
  let at = start;
  for (const span of marked) {
    yield* add(at, Math.max(at, span.start), null);
    yield* add(Math.max(at, span.start), Math.min(end, span.end), span.mention);
    at = Math.min(end, span.end);
    yield;
  }
  yield* add(at, end, null);
  return pieces;
}

/** Runs that are cut between two pauses. */
const RUNS = 64;

/** Cuts any stretch of one text where its marks, its markup or what must stay on one line begin and end. */
export function createRunCutter(rich: RichText, leads: Leads): CutRuns {
  return finish(cutterSlices(rich, leads));
}

/** The same in pieces of work. */
export function* cutterSlices(rich: RichText, leads: Leads): Slices<CutRuns> {
  const stretches = yield* stretchSlices(rich, leads);
  return function* ({ start, end }) {
    const runs: Run[] = [];
    for (let i = partitionPoint(stretches, ({ end }) => end <= start); i < stretches.length; i += 1) {
      const stretch = stretches[i] as Stretch;
      if (stretch.start >= end) break;
      if (stretch.run === null) continue;
      const written = rich.text.slice(Math.max(start, stretch.start), Math.min(end, stretch.end));
      runs.push({ text: stretch.shown ?? written, ...stretch.run });
      if (runs.length % RUNS === 0) yield;
    }
    return runs;
  };
}
