import type { Slices } from '../model/slices.ts';
import type { BeadValue } from './bead-value.ts';
import type { Bead } from './word-share.ts';

/** Segments that say the same thing: indexes into the segments of both sides; either list may be empty. */
export interface AlignedPair {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** A way to take segments from both sides, and how much rarer it is than one for one; a logarithm of odds. */
const MOVES = [
  { sources: 1, targets: 1, prior: 0 },
  { sources: 1, targets: 2, prior: 2.3 },
  { sources: 2, targets: 1, prior: 2.3 },
  { sources: 2, targets: 2, prior: 4.4 },
  { sources: 1, targets: 3, prior: 4.5 },
  { sources: 3, targets: 1, prior: 4.5 },
  { sources: 1, targets: 4, prior: 7 },
  { sources: 4, targets: 1, prior: 7 },
  { sources: 1, targets: 5, prior: 9 },
  { sources: 5, targets: 1, prior: 9 },
] as const;

/** What it costs that a pair takes so many segments of each side. */
export function priorOf(sources: number, targets: number): number {
  return MOVES.find((move) => move.sources === sources && move.targets === targets)?.prior ?? Infinity;
}

/** A segment that the other side does not have. */
const ALONE = [
  { sources: 1, targets: 0 },
  { sources: 0, targets: 1 },
] as const;

/** Segments of each side. */
export interface Counts {
  readonly source: number;
  readonly target: number;
}

/** The target segments that are looked at beside so many source segments: from, to. */
export type Band = (source: number) => readonly [number, number];

/** A band around the diagonal. However steep that is, each row reaches its middle in the rows before and behind it. */
export function diagonal({ source, target }: Counts, width: number): Band {
  const middleOf = (i: number) => Math.round((i * target) / Math.max(1, source));
  return (i) => {
    const from = Math.min(middleOf(i) - width, middleOf(i - 1));
    const to = Math.max(middleOf(i) + width, middleOf(i + 1));
    return [Math.max(0, from), i === source ? target : Math.min(target, to)];
  };
}

/** A band around a path. */
export function around({ source, target }: Counts, path: readonly AlignedPair[], width: number): Band {
  const lowest = new Int32Array(source + 1).fill(target);
  const highest = new Int32Array(source + 1);
  let [i, j] = [0, 0];
  const widen = (at: number, from: number, to: number) => {
    lowest[at] = Math.min(lowest[at] as number, from);
    highest[at] = Math.max(highest[at] as number, to);
  };
  widen(0, 0, 0);
  for (const pair of path) {
    const next = j + pair.target.length;
    for (let at = i; at <= i + pair.source.length; at += 1) widen(at, j, next);
    i += pair.source.length;
    j = next;
  }
  return (at) => [Math.max(0, (lowest[at] as number) - width), Math.min(target, (highest[at] as number) + width)];
}

type Move = Pick<Bead, 'sources' | 'targets'>;

/** The likeliest ways to so many source segments and each number of target segments of the band. */
interface Row {
  readonly from: number;
  readonly values: Float64Array;
  readonly moves: (Move | null)[];
}

/**
 * The likeliest way to pair all segments in order, within a band.
 *
 * @throws {Error} for a band without a way from its beginning to its end
 */
export function* pathSlices(counts: Counts, band: Band, value: BeadValue): Slices<AlignedPair[]> {
  const rows: Row[] = [];
  for (let i = 0; i <= counts.source; i += 1) {
    const [from, to] = band(i);
    const row: Row = { from, values: new Float64Array(to - from + 1).fill(-Infinity), moves: [] };
    rows.push(row);
    for (let j = from; j <= to; j += 1) {
      const step = i + j === 0 ? { value: 0, move: null } : bestStep(rows, i, j, value);
      row.values[j - from] = step.value;
      row.moves[j - from] = step.move;
    }
    yield;
  }
  if (valueAt(rows[counts.source], counts.target) === -Infinity)
    throw new Error(`No way through the band leads to ${counts.source} and ${counts.target} segments.`);
  return walkBack(rows, counts);
}

function bestStep(rows: readonly Row[], i: number, j: number, value: BeadValue) {
  let best = -Infinity;
  let move: Move | null = null;
  for (const one of ALONE) {
    const reached = valueAt(rows[i - one.sources], j - one.targets) - value.alone;
    if (reached > best) [best, move] = [reached, one];
  }
  for (const one of MOVES) {
    const { sources, targets, prior } = one;
    const before = valueAt(rows[i - sources], j - targets) - prior;
    if (before === -Infinity) continue;
    const bead: Bead = { source: i - sources, target: j - targets, sources, targets };
    if (before + value.atMost(bead) <= best) continue;
    const reached = before + value.of(bead);
    if (reached > best) [best, move] = [reached, one];
  }
  return { value: best, move };
}

function valueAt(row: Row | undefined, j: number): number {
  return row?.values[j - row.from] ?? -Infinity;
}

function walkBack(rows: readonly Row[], { source, target }: Counts): AlignedPair[] {
  const pairs: AlignedPair[] = [];
  let [i, j] = [source, target];
  for (let move = moveAt(rows[i], j); move !== null; move = moveAt(rows[i], j)) {
    const [from, other] = [i - move.sources, j - move.targets];
    pairs.push({
      source: Array.from({ length: move.sources }, (_, k) => from + k),
      target: Array.from({ length: move.targets }, (_, k) => other + k),
    });
    [i, j] = [from, other];
  }
  return pairs.reverse();
}

function moveAt(row: Row | undefined, j: number): Move | null {
  return row?.moves[j - row.from] ?? null;
}
