import { partitionPoint } from '../model/partition-point.ts';
import type { Slices } from '../model/slices.ts';
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
  /** The target segments that are looked at beside a source segment: from, and up to. */
  readonly near: (source: number) => readonly [from: number, to: number];
}

/** Share of the words of both sides of a bead that have a partner on the other, by weight; 0 to 1. */
export function* shareSlices({ source, target }: Sides, partners: Partners, reach: number): Slices<WordShare> {
  const hitsAt = yield* hitSlices({ source, target }, partners, reach);
  const sums = { source: sumsOf(weightsOf(source)), target: sumsOf(weightsOf(target)) };
  const unions = { source: createUnion(source), target: createUnion(target) };
  const all = (bead: Bead) =>
    between(sums.source, bead.source, bead.sources) + between(sums.target, bead.target, bead.targets);
  const found = ({ source: i, target: j, sources, targets }: Bead) => {
    let sum = 0;
    for (let at = i; at < i + sources; at += 1) sum += unions.source(targets, (k) => hitsAt(at, j + k)?.source);
    for (let at = j; at < j + targets; at += 1) sum += unions.target(sources, (k) => hitsAt(i + k, at)?.target);
    return sum;
  };
  const foundAtMost = ({ source: i, target: j, sources, targets }: Bead) => {
    let sum = 0;
    for (let at = i; at < i + sources; at += 1)
      for (let k = 0; k < targets; k += 1) sum += hitsAt(at, j + k)?.weight ?? 0;
    return sum;
  };
  const over = (bead: Bead, sum: number, whole = all(bead)) => (whole === 0 ? 0 : Math.min(1, sum / whole));
  return {
    of: (bead) => over(bead, found(bead)),
    atMost: (bead) => over(bead, foundAtMost(bead)),
    near: nearDiagonal({ source, target }, reach),
  };
}

/** The words of a pair of segments that have partners in it. */
interface Hits {
  readonly source: number[];
  readonly target: number[];
  /** What all of them weigh, twice where one stands twice. */
  weight: number;
}

/** The hits of a source segment beside a target segment. */
type HitsAt = (source: number, target: number) => Hits | undefined;

function nearDiagonal({ source, target }: Sides, reach: number): WordShare['near'] {
  return (i) => {
    const middle = Math.round((i * target.segments.length) / Math.max(1, source.segments.length));
    return [Math.max(0, middle - reach), middle + reach];
  };
}

/** Hits that are kept of all segments together: they bound the memory. Where there are more, the rarest count. */
const MOST_HITS = 8_000_000;

/** A word, a partner of it, and the target segments in which that stands. */
interface WordHits {
  readonly word: number;
  readonly partner: number;
  readonly places: readonly number[];
}

/** Leaves out the commonest words of a segment where all would be too many. */
function fewEnough(hits: readonly WordHits[], most: number): readonly WordHits[] {
  let sum = hits.reduce((all, { places }) => all + places.length, 0);
  if (sum <= most) return hits;
  const commonest = [...hits].sort((a, b) => b.places.length - a.places.length);
  const kept = commonest.findIndex(({ places }) => {
    if (sum <= most) return true;
    sum -= places.length;
    return false;
  });
  return kept === -1 ? [] : commonest.slice(kept);
}

function* hitSlices({ source, target }: Sides, partners: Partners, reach: number): Slices<HitsAt> {
  const places = placesOf(target);
  const near = nearDiagonal({ source, target }, reach);
  const rows: { readonly from: number; readonly cells: (Hits | undefined)[] }[] = [];
  for (const [i, { words }] of source.segments.entries()) {
    const [from, to] = near(i);
    const row = { from, cells: [] as (Hits | undefined)[] };
    const hits = words.flatMap((word) =>
      [...(partners[word] ?? [])].map((partner) => ({
        word,
        partner,
        places: stretch(places[partner] ?? [], from, to),
      })),
    );
    for (const { word, partner, places: at } of fewEnough(hits, MOST_HITS / source.segments.length)) {
      const weight = (source.weights[word] as number) + (target.weights[partner] as number);
      for (const j of at) {
        const cell = row.cells[j - from] ?? { source: [], target: [], weight: 0 };
        row.cells[j - from] = cell;
        cell.source.push(word);
        cell.target.push(partner);
        cell.weight += weight;
      }
    }
    rows.push(row);
    yield;
  }
  return (i, j) => {
    const row = rows[i];
    return row?.cells[j - row.from];
  };
}

/** The segments in which each word stands. */
function placesOf({ segments, texts }: SideWords): readonly (readonly number[])[] {
  const places: number[][] = texts.map(() => []);
  for (const [j, { words }] of segments.entries()) for (const word of words) places[word]?.push(j);
  return places;
}

/** The numbers of an ordered list from one to another. */
function stretch(list: readonly number[], from: number, to: number): readonly number[] {
  const start = partitionPoint(list, (one) => one < from);
  return list.slice(start, start + to - from + 1).filter((one) => one <= to);
}

/** Adds up the weights of the words of some lists, each word once. */
function createUnion({ texts, weights }: SideWords) {
  const seen = new Int32Array(texts.length);
  let turn = 0;
  return (count: number, listAt: (index: number) => readonly number[] | undefined): number => {
    turn += 1;
    let sum = 0;
    for (let k = 0; k < count; k += 1) {
      for (const word of listAt(k) ?? []) {
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
