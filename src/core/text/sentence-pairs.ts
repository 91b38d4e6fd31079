import type { RichText, Span } from '../model/rich-text.ts';
import { writtenSpan } from './reading.ts';
import { segmentText } from './sentences.ts';

/** Sentences that say the same thing: indexes into the segments of both sides; either list may be empty. */
export interface AlignedPair {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

export interface Alignment {
  readonly source: readonly Span[];
  readonly target: readonly Span[];
  readonly pairs: readonly AlignedPair[];
}

/** A way to take sentences from both sides, and what it costs before lengths are looked at. */
const MOVES = [
  { source: 1, target: 1, cost: 0 },
  { source: 1, target: 2, cost: 2.3 },
  { source: 2, target: 1, cost: 2.3 },
  { source: 2, target: 2, cost: 4.4 },
  { source: 1, target: 0, cost: 4.5 },
  { source: 0, target: 1, cost: 4.5 },
] as const;
/** English is a little shorter than French; characters of target for one of source. */
const LENGTH_RATIO = 0.92;
/** Spread of that ratio per character. Gale & Church 1993, variance 6.8. */
const VARIANCE = 6.8;
const ANCHOR_BONUS = 1.5;
/** Sentences on either side of the diagonal that are looked at. */
const BAND = 40;
/** A unit with more sentences on a side is no paragraph, and not aligned. */
const MOST_SENTENCES = 1000;

/**
 * Aligns the sentences of a unit by length (Gale & Church 1993), helped by the numbers and names both sides share.
 * Time grows with the longer side: only a band around the diagonal is searched.
 */
export function alignSentences(source: RichText, target: RichText): Alignment {
  const sides = { source: segmentText(source.words, 'fr'), target: segmentText(target.words, 'en') };
  const written = {
    source: sides.source.map((span) => writtenSpan(source, span)),
    target: sides.target.map((span) => writtenSpan(target, span)),
  };
  if (Math.max(sides.source.length, sides.target.length) > MOST_SENTENCES) {
    return { ...written, pairs: everything(sides.source, sides.target) };
  }
  const sourceSentences = sides.source.map((span) => describe(source.words, span));
  const targetSentences = sides.target.map((span) => describe(target.words, span));
  const pairs = cheapestPath(sourceSentences, targetSentences);
  return { ...written, pairs: pairs.length > 0 ? pairs : everything(sides.source, sides.target) };
}

/** One pair of all: for sides so long, or so unlike, that no path is found. */
function everything(source: readonly Span[], target: readonly Span[]): AlignedPair[] {
  if (source.length + target.length === 0) return [];
  return [{ source: [...source.keys()], target: [...target.keys()] }];
}

interface Sentence {
  readonly length: number;
  readonly anchors: ReadonlySet<string>;
}

function describe(text: string, { start, end }: Span): Sentence {
  const words = text.slice(start, end);
  return { length: words.trim().length, anchors: anchorsOf(words) };
}

/** What a translation keeps: figures without their separators, capitalized words and codes after the first word. */
function anchorsOf(sentence: string): Set<string> {
  const figures = sentence.match(/\d+(?:[.,\u00a0\u202f ]\d+)*/g) ?? [];
  const names = sentence.match(/(?<=\S\s+["“(]?)\p{Lu}[\p{L}\d-]+/gu) ?? [];
  return new Set([...figures.map((figure) => figure.replaceAll(/[.,\u00a0\u202f ]/g, '')), ...names]);
}

interface Step {
  readonly cost: number;
  readonly move: (typeof MOVES)[number] | null;
}

function cheapestPath(source: readonly Sentence[], target: readonly Sentence[]): AlignedPair[] {
  const rows: Map<number, Step>[] = [new Map([[0, { cost: 0, move: null }]])];
  for (let i = 0; i <= source.length; i += 1) {
    const row = rows[i] ?? new Map<number, Step>();
    rows[i] = row;
    const middle = source.length === 0 ? 0 : Math.round((i * target.length) / source.length);
    const last = source.length === 0 ? target.length : Math.min(target.length, middle + BAND);
    for (let j = Math.max(0, middle - BAND); j <= last; j += 1) {
      const step = cheapestStep(rows, source, target, i, j);
      if (step !== null && !(i === 0 && j === 0)) row.set(j, step);
    }
  }
  return walkBack(rows, source.length, target.length);
}

function cheapestStep(
  rows: readonly Map<number, Step>[],
  source: readonly Sentence[],
  target: readonly Sentence[],
  i: number,
  j: number,
): Step | null {
  let best: Step | null = null;
  for (const move of MOVES) {
    const before = rows[i - move.source]?.get(j - move.target);
    if (before === undefined) continue;
    const own = costOf(source.slice(i - move.source, i), target.slice(j - move.target, j));
    const cost = before.cost + move.cost + own;
    if (best === null || cost < best.cost) best = { cost, move };
  }
  return best;
}

function costOf(source: readonly Sentence[], target: readonly Sentence[]): number {
  if (source.length === 0 || target.length === 0) return 0;
  const sourceLength = source.reduce((sum, { length }) => sum + length, 0);
  const targetLength = target.reduce((sum, { length }) => sum + length, 0);
  const deviation = (targetLength - sourceLength * LENGTH_RATIO) / Math.sqrt(Math.max(1, sourceLength) * VARIANCE);
  const anchors = new Set(source.flatMap((sentence) => [...sentence.anchors]));
  const shared = target.flatMap((sentence) => [...sentence.anchors]).filter((anchor) => anchors.has(anchor));
  return deviation ** 2 / 2 - ANCHOR_BONUS * new Set(shared).size;
}

function walkBack(rows: readonly Map<number, Step>[], sourceCount: number, targetCount: number): AlignedPair[] {
  const pairs: AlignedPair[] = [];
  let i = sourceCount;
  let j = targetCount;
  for (let move = rows[i]?.get(j)?.move; move; move = rows[i]?.get(j)?.move) {
    pairs.push({
      source: Array.from({ length: move.source }, (_, k) => i - move.source + k),
      target: Array.from({ length: move.target }, (_, k) => j - move.target + k),
    });
    i -= move.source;
    j -= move.target;
  }
  return pairs.reverse();
}
