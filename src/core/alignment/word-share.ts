import { partitionPoint } from '../model/partition-point.ts';
import type { Slices } from '../model/slices.ts';
import type { Middle } from './middle.ts';
import { between, sumsOf } from './running-sums.ts';
import type { Sides, SideWords } from './side-words.ts';
import type { Partners } from './word-partners.ts';

/** A stretch of segments of each side: from, and how many. */
export interface Bead {
  readonly source: number;
  readonly target: number;
  readonly sources: number;
  readonly targets: number;
}

/** How much of the words of a bead find a partner in it; 0 to 1. */
export interface WordShare {
  readonly of: (bead: Bead) => number;
  /** No less than its share, and found with less work. */
  readonly atMost: (bead: Bead) => number;
  /** What the words of one side of a bead weigh that have a partner on the other; a logarithm of odds. */
  readonly answered: (bead: Bead, side: 'source' | 'target') => number;
  /** The target segments that are looked at beside a source segment: from, and up to. */
  readonly near: (source: number) => readonly [from: number, to: number];
}

/** How far from the middle a partner is looked for. */
export interface Reach {
  readonly middle: Middle;
  /** Segments on either side of it. */
  readonly reach: number;
}

/** Share of the words of both sides of a bead that have a partner on the other, by weight; 0 to 1. */
export function* shareSlices(
  { source, target }: Sides,
  partners: Partners,
  { middle, reach }: Reach,
): Slices<WordShare> {
  const near = (i: number): readonly [number, number] => [Math.max(0, middle(i) - reach), middle(i) + reach];
  const rows = yield* hitSlices({ source, target }, partners, near);
  const sums = { source: sumsOf(weightsOf(source)), target: sumsOf(weightsOf(target)) };
  const unions = { source: createUnion(source, rows, 'source'), target: createUnion(target, rows, 'target') };
  const all = (bead: Bead) =>
    between(sums.source, bead.source, bead.sources) + between(sums.target, bead.target, bead.targets);
  const answered = ({ source: i, target: j, sources, targets }: Bead, side: 'source' | 'target') => {
    let sum = 0;
    if (side === 'source')
      for (let k = 0; k < sources; k += 1) sum += unions.source({ source: i + k, target: j, sources: 1, targets });
    else for (let k = 0; k < targets; k += 1) sum += unions.target({ source: i, target: j + k, sources, targets: 1 });
    return sum;
  };
  const found = (bead: Bead) => answered(bead, 'source') + answered(bead, 'target');
  const foundAtMost = ({ source: i, target: j, sources, targets }: Bead) => {
    let sum = 0;
    for (let at = i; at < i + sources; at += 1) {
      const row = rows[at];
      if (row === undefined) continue;
      for (let k = j - row.from; k < j - row.from + targets; k += 1) sum += row.weights[k] ?? 0;
    }
    return sum;
  };
  const over = (bead: Bead, sum: number, whole = all(bead)) => (whole === 0 ? 0 : Math.min(1, sum / whole));
  return { of: (bead) => over(bead, found(bead)), atMost: (bead) => over(bead, foundAtMost(bead)), answered, near };
}

/**
 * The words of a source segment that have partners in the target segments near it. Long lists of numbers rather than an
 * object for each two segments: of those there are so many that to clean up behind them took most of the time.
 */
interface HitRow {
  /** The first of the target segments. */
  readonly from: number;
  /** Where the words of each begin in the lists below, and where those of the last end. */
  readonly starts: Int32Array;
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** What all words of each weigh, twice where one stands twice. */
  readonly weights: Float64Array;
}

/** Hits that are kept of all segments together: they bound the memory. Where there are more, the rarest count. */
const MOST_HITS = 8_000_000;

/** A word, a partner of it, and the target segments in which that stands: a stretch of an ordered list. */
interface WordHits {
  readonly word: number;
  readonly partner: number;
  readonly places: readonly number[];
  readonly first: number;
  readonly count: number;
}

/** Leaves out the commonest words of a segment where all would be too many. */
function fewEnough(hits: readonly WordHits[], most: number): readonly WordHits[] {
  let sum = hits.reduce((all, { count }) => all + count, 0);
  if (sum <= most) return hits;
  const commonest = [...hits].sort((a, b) => b.count - a.count);
  const kept = commonest.findIndex(({ count }) => {
    if (sum <= most) return true;
    sum -= count;
    return false;
  });
  return kept === -1 ? [] : commonest.slice(kept);
}

function* hitSlices({ source, target }: Sides, partners: Partners, near: WordShare['near']): Slices<HitRow[]> {
  const places = placesOf(target);
  const rows: HitRow[] = [];
  for (const [i, { words }] of source.segments.entries()) {
    const [from, to] = near(i);
    const hits = words.flatMap((word) =>
      [...(partners[word] ?? [])].map((partner) => hitsIn(places[partner] ?? [], { word, partner, from, to })),
    );
    const kept = fewEnough(hits, MOST_HITS / source.segments.length);
    rows.push(rowOf(kept, { from, to }, (word, partner) => weightOf(source, word) + weightOf(target, partner)));
    yield;
  }
  return rows;
}

function weightOf({ weights }: SideWords, word: number): number {
  return weights[word] as number;
}

/** What stands from one segment to another. */
function hitsIn(
  places: readonly number[],
  { word, partner, from, to }: { word: number; partner: number; from: number; to: number },
): WordHits {
  const first = partitionPoint(places, (one) => one < from);
  const count = partitionPoint(places, (one) => one <= to) - first;
  return { word, partner, places, first, count };
}

function rowOf(
  hits: readonly WordHits[],
  { from, to }: { readonly from: number; readonly to: number },
  weigh: (word: number, partner: number) => number,
): HitRow {
  const starts = new Int32Array(to - from + 2);
  const weights = new Float64Array(to - from + 1);
  const each = (take: (hit: WordHits, cell: number) => void) => {
    for (const hit of hits)
      for (let at = hit.first; at < hit.first + hit.count; at += 1) take(hit, (hit.places[at] as number) - from);
  };
  each((_, cell) => {
    starts[cell + 1] = (starts[cell + 1] as number) + 1;
  });
  for (let cell = 1; cell < starts.length; cell += 1)
    starts[cell] = (starts[cell] as number) + (starts[cell - 1] as number);
  const next = starts.slice();
  const row = {
    from,
    starts,
    source: new Int32Array(starts.at(-1) ?? 0),
    target: new Int32Array(starts.at(-1) ?? 0),
    weights,
  };
  each(({ word, partner }, cell) => {
    const at = next[cell] as number;
    next[cell] = at + 1;
    row.source[at] = word;
    row.target[at] = partner;
    weights[cell] = (weights[cell] as number) + weigh(word, partner);
  });
  return row;
}

/** The segments in which each word stands. */
function placesOf({ segments, texts }: SideWords): readonly (readonly number[])[] {
  const places: number[][] = texts.map(() => []);
  for (const [j, { words }] of segments.entries()) for (const word of words) places[word]?.push(j);
  return places;
}

/** Adds up the weights of the words of one side that have partners in a bead, each word once. */
function createUnion({ texts, weights }: SideWords, rows: readonly HitRow[], side: 'source' | 'target') {
  const seen = new Int32Array(texts.length);
  let turn = 0;
  return ({ source, target, sources, targets }: Bead): number => {
    turn += 1;
    let sum = 0;
    for (let i = source; i < source + sources; i += 1) {
      const row = rows[i];
      if (row === undefined) continue;
      const words = row[side];
      const last = row.starts[Math.max(0, target + targets - row.from)] ?? words.length;
      for (let at = row.starts[Math.max(0, target - row.from)] ?? words.length; at < last; at += 1) {
        const word = words[at] as number;
        if (seen[word] === turn) continue;
        seen[word] = turn;
        sum += weights[word] as number;
      }
    }
    return sum;
  };
}

function weightsOf({ segments, weights }: SideWords): number[] {
  return segments.map(({ words }) => words.reduce((sum, word) => sum + (weights[word] as number), 0));
}
