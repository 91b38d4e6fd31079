import type { RichText, Span } from '../model/rich-text.ts';
import type { Slices } from '../model/slices.ts';
import { writtenSpan } from '../text/reading.ts';
import { segmentText } from '../text/sentences.ts';
import { middleSlices } from './anchors.ts';
import { type AlignedPair, around, beside, pathSlices } from './bead-path.ts';
import { beadValueSlices, lengthDeviation, type Weights } from './bead-value.ts';
import { learntSlices } from './learnt-partners.ts';
import { type Sides, sideSlices } from './side-words.ts';
import { commonRenderings, knownSlices, type Renderings } from './word-partners.ts';

export interface Alignment {
  readonly source: readonly Span[];
  readonly target: readonly Span[];
  readonly pairs: readonly AlignedPair[];
}

/** A unit with more sentences on a side is no paragraph, and not aligned. */
const MOST_SENTENCES = 1000;
/** Sentences on either side of the middle that are looked at first, and then on either side of what was found. */
const BANDS = { first: 40, second: 8 };

/**
 * Aligns the sentences of a unit: by the words that look alike, by length, and then again with the words that the first
 * time showed to go together. Time grows with the longer side: only a band is searched.
 */
export function* alignmentSlices(source: RichText, target: RichText): Slices<Alignment> {
  const sides = { source: segmentText(source.words, 'fr'), target: segmentText(target.words, 'en') };
  // Not spread, as that would give each its own shape in memory.
  const written = (pairs: readonly AlignedPair[]): Alignment => ({
    source: sides.source.map((span) => writtenSpan(source, span)),
    target: sides.target.map((span) => writtenSpan(target, span)),
    pairs,
  });
  const [count, other] = [sides.source.length, sides.target.length];
  if (Math.min(count, other) <= 1 || Math.max(count, other) > MOST_SENTENCES)
    return written(everything(sides.source, sides.target));
  if (isOneForOne(sides)) return written(ONE_FOR_ONE[count] ?? []);
  const read = (text: string, spans: readonly Span[]) =>
    sideSlices(spans.map(({ start, end }) => text.slice(start, end)));
  const words = { source: yield* read(source.words, sides.source), target: yield* read(target.words, sides.target) };
  return written(yield* sentencePairSlices(words, commonRenderings));
}

/** One pair of all: for a side of one sentence, and for sides too long. */
function everything(source: readonly Span[], target: readonly Span[]): readonly AlignedPair[] {
  if (source.length <= 1 && source.length === target.length) return ONE_FOR_ONE[source.length] ?? [];
  return [{ source: [...source.keys()], target: [...target.keys()] }];
}

/** Sentences of a paragraph that most people write. */
const FEW = 8;
/** Each with its own, by how many there are: the same list for all paragraphs, since nearly all are paired so. */
const ONE_FOR_ONE: readonly (readonly AlignedPair[])[] = Array.from({ length: FEW + 1 }, (_, count) =>
  Array.from({ length: count }, (_, i) => ({ source: [i], target: [i] })),
);
/** Standard deviations within which a length is what was to be expected. */
const AS_EXPECTED = 1.5;

/** As many sentences on both sides, and each as long as the other lets expect: nearly every paragraph. */
function isOneForOne({ source, target }: Readonly<Record<'source' | 'target', readonly Span[]>>): boolean {
  if (source.length !== target.length || source.length > FEW) return false;
  return source.every((span, i) => isAsLong(span, target[i] as Span));
}

/** Whether a sentence is as long as its source lets expect. */
export function isAsLong(source: Span, target: Span): boolean {
  return Math.abs(lengthDeviation(source.end - source.start, target.end - target.start)) <= AS_EXPECTED;
}

/** Tuned on literature, where a sentence says little. */
const SENTENCES: Weights = { words: 8, reach: 50 };

/** Pairs the sentences of two sides, in order. */
export function* sentencePairSlices({ source, target }: Sides, renderings: Renderings): Slices<AlignedPair[]> {
  const counts = { source: source.segments.length, target: target.segments.length };
  const known = yield* knownSlices(source, target, renderings);
  const weights = { ...SENTENCES, middle: yield* middleSlices({ source, target }, known) };
  const value = yield* beadValueSlices({ source, target }, known, weights);
  const first = yield* pathSlices(counts, beside(counts, weights.middle, BANDS.first), value);
  const learnt = yield* learntSlices(known, { source, target, pairs: first });
  const better = yield* beadValueSlices({ source, target }, learnt, weights);
  return yield* pathSlices(counts, around(counts, first, BANDS.second), better);
}
