import type { Slices } from '../model/slices.ts';
import type { BeadValue } from './bead-value.ts';
import type { Counts, Middle } from './middle.ts';
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

/** All ways: a step is kept as its place in this list. */
const WAYS = [...ALONE, ...MOVES];
/** No step at all: the beginning. */
const NOWHERE = WAYS.length;

/** The target segments that are looked at beside so many source segments: from, to. */
export type Band = (source: number) => readonly [number, number];

/** A band around middles. However steep they are, each row reaches its middle in the rows before and behind it. */
export function beside({ source, target }: Counts, middle: Middle, width: number): Band {
  return (i) => {
    const from = Math.min(middle(i) - width, middle(i - 1));
    const to = Math.max(middle(i) + width, middle(i + 1));
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

/** The likeliest ways to so many source segments and each number of target segments of the band. */
interface Row {
  readonly from: number;
  readonly values: Float64Array;
  /** The last step of each, by its place in the list of ways. */
  readonly steps: Uint8Array;
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
    const width = to - from + 1;
    const row = { from, values: new Float64Array(width).fill(-Infinity), steps: new Uint8Array(width).fill(NOWHERE) };
    rows.push(row);
    for (let j = from; j <= to; j += 1) {
      if (i + j === 0) row.values[0] = 0;
      else takeBestStep(rows, { i, j }, value);
    }
    yield;
  }
  if (valueAt(rows[counts.source], counts.target) === -Infinity)
    throw new Error(`No way through the band leads to ${counts.source} and ${counts.target} segments.`);
  return walkBack(rows, counts);
}

function takeBestStep(rows: readonly Row[], { i, j }: { readonly i: number; readonly j: number }, value: BeadValue) {
  let best = -Infinity;
  let step = NOWHERE;
  for (const [number, { sources, targets }] of ALONE.entries()) {
    const reached = valueAt(rows[i - sources], j - targets) - value.alone;
    if (reached > best) [best, step] = [reached, number];
  }
  for (const [number, { sources, targets, prior }] of MOVES.entries()) {
    const before = valueAt(rows[i - sources], j - targets) - prior;
    if (before === -Infinity) continue;
    const bead: Bead = { source: i - sources, target: j - targets, sources, targets };
    if (before + value.atMost(bead) <= best) continue;
    const reached = before + value.of(bead);
    if (reached > best) [best, step] = [reached, ALONE.length + number];
  }
  const row = rows[i] as Row;
  row.values[j - row.from] = best;
  row.steps[j - row.from] = step;
}

function valueAt(row: Row | undefined, j: number): number {
  return row?.values[j - row.from] ?? -Infinity;
}

function walkBack(rows: readonly Row[], { source, target }: Counts): AlignedPair[] {
  const pairs: AlignedPair[] = [];
  let [i, j] = [source, target];
  for (let way = wayAt(rows[i], j); way !== undefined; way = wayAt(rows[i], j)) {
    const [from, other] = [i - way.sources, j - way.targets];
    pairs.push({
      source: Array.from({ length: way.sources }, (_, k) => from + k),
      target: Array.from({ length: way.targets }, (_, k) => other + k),
    });
    [i, j] = [from, other];
  }
  return pairs.reverse();
}

function wayAt(row: Row | undefined, j: number): Pick<Bead, 'sources' | 'targets'> | undefined {
  return WAYS[row?.steps[j - row.from] ?? NOWHERE];
}
