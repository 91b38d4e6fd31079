import { partitionPoint } from '../model/partition-point.ts';
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
export type BeadValue = (bead: Bead) => number;

/** How far the length of a target is from what its source lets expect, in standard deviations. Characters. */
export function lengthDeviation(source: number, target: number): number {
  return (target - source * LENGTH_RATIO) / Math.sqrt(Math.max(1, source) * VARIANCE);
}

/** Values beads by the words that find partners, and by length. */
export function createBeadValue(source: SideWords, target: SideWords, partners: Partners): BeadValue {
  const share = createShare(source, target, partners);
  const { apart, together } = scaleOf(source, target, share);
  const lengths = { source: sumsOf(lengthsOf(source)), target: sumsOf(lengthsOf(target)) };
  return (bead) => {
    const own = between(lengths.source, bead.source, bead.sources);
    const other = between(lengths.target, bead.target, bead.targets);
    const shorter = Math.min(own, other);
    const deviation = lengthDeviation(own, other);
    const evidence = (share(bead) - apart) / (together - apart) - NEUTRAL;
    const words = ((MOST_EVIDENCE * shorter) / (shorter + HALF_LENGTH)) * evidence;
    return words - LENGTH_WEIGHT * Math.min(WORST_LENGTH, deviation ** 2 / 2);
  };
}

/** Share of the words of both sides that have a partner on the other, by weight; 0 to 1. */
function createShare(source: SideWords, target: SideWords, partners: Partners): BeadValue {
  const hits = findHits(source, target, partners);
  const sums = { source: sumsOf(weightsOf(source)), target: sumsOf(weightsOf(target)) };
  const weigh = { source: createUnion(source), target: createUnion(target) };
  return ({ source: i, target: j, sources, targets }) => {
    const all = between(sums.source, i, sources) + between(sums.target, j, targets);
    if (all === 0) return 0;
    let found = 0;
    for (let at = i; at < i + sources; at += 1)
      found += weigh.source(targets, (k) => hits.source.get(at * target.sentences.length + j + k));
    for (let at = j; at < j + targets; at += 1)
      found += weigh.target(sources, (k) => hits.target.get((i + k) * target.sentences.length + at));
    return found / all;
  };
}

/** The words of a pair of sentences that have partners in it, by source sentence × target sentences + target sentence. */
type Hits = ReadonlyMap<number, readonly number[]>;

function findHits(source: SideWords, target: SideWords, partners: Partners): { source: Hits; target: Hits } {
  const places: number[][] = target.texts.map(() => []);
  target.sentences.forEach(({ words }, j) => {
    for (const word of words) places[word]?.push(j);
  });
  const hits = { source: new Map<number, number[]>(), target: new Map<number, number[]>() };
  const add = (side: Map<number, number[]>, key: number, word: number) => {
    const list = side.get(key);
    if (list === undefined) side.set(key, [word]);
    else list.push(word);
  };
  source.sentences.forEach(({ words }, i) => {
    const middle = Math.round((i * target.sentences.length) / source.sentences.length);
    for (const word of words) {
      for (const partner of partners[word] ?? []) {
        for (const j of stretch(places[partner] ?? [], middle - MOST_APART, middle + MOST_APART)) {
          add(hits.source, i * target.sentences.length + j, word);
          add(hits.target, i * target.sentences.length + j, partner);
        }
      }
    }
  });
  return hits;
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
    best.push(near.reduce((most, j) => Math.max(most, share({ source: i, target: j, sources: 1, targets: 1 })), 0));
    for (const j of [middle - FAR, middle + FAR])
      if (j >= 0 && j < target.sentences.length) apart.push(share({ source: i, target: j, sources: 1, targets: 1 }));
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
