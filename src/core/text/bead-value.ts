import { partitionPoint } from '../model/partition-point.ts';
import type { Slices } from '../model/slices.ts';
import type { Partners, SideWords } from './word-partners.ts';

/** A stretch of sentences of each side: from, and how many. */
export interface Bead {
  readonly source: number;
  readonly target: number;
  readonly sources: number;
  readonly targets: number;
}

/** English is a little shorter than French; characters of target for one of source. */
const LENGTH_RATIO = 0.92;
/** Spread of that ratio per character. Gale & Church 1993, variance 6.8. */
const VARIANCE = 6.8;
/** Length from which on the words of a bead count by half. Characters. */
const HALF_LENGTH = 40;
const MOST_EVIDENCE = 8;
/** Share of words with partners, scaled, that tells neither way. */
const NEUTRAL = 0.4;
const LENGTH_WEIGHT = 0.6;
const WORST_LENGTH = 8;
/** What is assumed of any two languages, and how many pairs of sentences that weighs. */
const ASSUMED = { apart: 0.08, together: 0.42, weight: 4 };
const LEAST_SPREAD = 0.1;

/** Sentences off the diagonal from which on nothing is looked at: more than any path strays. */
const MOST_APART = 50;

/** How likely it is that both sides of a bead say the same: a logarithm of odds, without what the kind of bead costs. */
export interface BeadValue {
  readonly of: (bead: Bead) => number;
  /** No less than its value, and found with less work. */
  readonly atMost: (bead: Bead) => number;
}

/** How far the length of a target is from what its source lets expect, in standard deviations. Characters. */
export function lengthDeviation(source: number, target: number): number {
  return (target - source * LENGTH_RATIO) / Math.sqrt(Math.max(1, source) * VARIANCE);
}

/** Values beads by the words that find partners, and by length. */
export function* beadValueSlices(source: SideWords, target: SideWords, partners: Partners): Slices<BeadValue> {
  const share = yield* shareSlices(source, target, partners);
  const { apart, together } = scaleOf(source, target, share);
  const lengths = { source: sumsOf(lengthsOf(source)), target: sumsOf(lengthsOf(target)) };
  const valueWith = (shareOf: (bead: Bead) => number) => (bead: Bead) => {
    const own = between(lengths.source, bead.source, bead.sources);
    const other = between(lengths.target, bead.target, bead.targets);
    const shorter = Math.min(own, other);
    const deviation = lengthDeviation(own, other);
    const evidence = (shareOf(bead) - apart) / (together - apart) - NEUTRAL;
    const words = ((MOST_EVIDENCE * shorter) / (shorter + HALF_LENGTH)) * evidence;
    return words - LENGTH_WEIGHT * Math.min(WORST_LENGTH, deviation ** 2 / 2);
  };
  return { of: valueWith(share.of), atMost: valueWith(share.atMost) };
}

/** Share of the words of both sides of a bead that have a partner on the other, by weight; 0 to 1. */
function* shareSlices(source: SideWords, target: SideWords, partners: Partners): Slices<BeadValue> {
  const hits = yield* hitSlices(source, target, partners);
  const sums = { source: sumsOf(weightsOf(source)), target: sumsOf(weightsOf(target)) };
  const unions = { source: createUnion(source), target: createUnion(target) };
  const width = target.sentences.length;
  const all = (bead: Bead) =>
    between(sums.source, bead.source, bead.sources) + between(sums.target, bead.target, bead.targets);
  const found = ({ source: i, target: j, sources, targets }: Bead) => {
    let sum = 0;
    for (let at = i; at < i + sources; at += 1)
      sum += unions.source(targets, (k) => hits.get(at * width + j + k)?.source);
    for (let at = j; at < j + targets; at += 1)
      sum += unions.target(sources, (k) => hits.get((i + k) * width + at)?.target);
    return sum;
  };
  const foundAtMost = ({ source: i, target: j, sources, targets }: Bead) => {
    let sum = 0;
    for (let at = i; at < i + sources; at += 1)
      for (let k = 0; k < targets; k += 1) sum += hits.get(at * width + j + k)?.weight ?? 0;
    return sum;
  };
  const over = (bead: Bead, sum: number, whole = all(bead)) => (whole === 0 ? 0 : Math.min(1, sum / whole));
  return { of: (bead) => over(bead, found(bead)), atMost: (bead) => over(bead, foundAtMost(bead)) };
}

/** The words of a pair of sentences that have partners in it. */
interface Hits {
  readonly source: number[];
  readonly target: number[];
  /** What all of them weigh, twice where one stands twice. */
  weight: number;
}

/** By source sentence × target sentences + target sentence. */
function* hitSlices(source: SideWords, target: SideWords, partners: Partners): Slices<ReadonlyMap<number, Hits>> {
  const places = placesOf(target);
  const hits = new Map<number, Hits>();
  const width = target.sentences.length;
  for (const [i, { words }] of source.sentences.entries()) {
    const middle = Math.round((i * width) / source.sentences.length);
    for (const word of words) {
      for (const partner of partners[word] ?? []) {
        const weight = (source.weights[word] as number) + (target.weights[partner] as number);
        for (const j of stretch(places[partner] ?? [], middle - MOST_APART, middle + MOST_APART)) {
          const cell = hits.get(i * width + j) ?? { source: [], target: [], weight: 0 };
          if (cell.weight === 0) hits.set(i * width + j, cell);
          cell.source.push(word);
          cell.target.push(partner);
          cell.weight += weight;
        }
      }
    }
    yield;
  }
  return hits;
}

/** The sentences in which each word stands. */
function placesOf({ sentences, texts }: SideWords): readonly (readonly number[])[] {
  const places: number[][] = texts.map(() => []);
  for (const [j, { words }] of sentences.entries()) for (const word of words) places[word]?.push(j);
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

function lengthsOf({ sentences }: SideWords): number[] {
  return sentences.map(({ length }) => length);
}

function weightsOf({ sentences, weights }: SideWords): number[] {
  return sentences.map(({ words }) => words.reduce((sum, word) => sum + (weights[word] as number), 0));
}

/** Sums of a list up to each place, so that any stretch is one subtraction. */
function sumsOf(list: readonly number[]): number[] {
  const sums = [0];
  for (const one of list) sums.push((sums.at(-1) as number) + one);
  return sums;
}

function between(sums: readonly number[], from: number, count: number): number {
  return (sums[from + count] as number) - (sums[from] as number);
}

/** Sentences looked at to see what a share of this text means. */
const MOST_LOOKED_AT = 60;
/** Sentences off the diagonal that surely say something else. */
const FAR = 5;

/** The share that means nothing in this text, and the share of sentences that do belong together. */
function scaleOf(source: SideWords, target: SideWords, share: BeadValue): { apart: number; together: number } {
  const count = Math.min(source.sentences.length, MOST_LOOKED_AT);
  const apart: number[] = [];
  const best: number[] = [];
  for (let k = 0; k < count; k += 1) {
    const i = Math.floor((k * source.sentences.length) / count);
    const middle = Math.round((i * target.sentences.length) / source.sentences.length);
    const near = [-2, -1, 0, 1, 2].map((by) => middle + by).filter((j) => j >= 0 && j < target.sentences.length);
    best.push(near.reduce((most, j) => Math.max(most, share.of({ source: i, target: j, sources: 1, targets: 1 })), 0));
    for (const j of [middle - FAR, middle + FAR])
      if (j >= 0 && j < target.sentences.length) apart.push(share.of({ source: i, target: j, sources: 1, targets: 1 }));
  }
  best.sort((a, b) => a - b);
  const low = blended(meanOf(apart), apart.length, ASSUMED.apart);
  const high = blended(best[best.length >> 1] ?? 0, best.length, ASSUMED.together);
  return { apart: low, together: Math.max(high, low + LEAST_SPREAD) };
}

function meanOf(list: readonly number[]): number {
  return list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length);
}

/** What was measured counts the more, the more was measured. */
function blended(measured: number, count: number, assumed: number): number {
  return (measured * count + assumed * ASSUMED.weight) / (count + ASSUMED.weight);
}
