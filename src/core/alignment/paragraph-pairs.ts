import type { Slices } from '../model/slices.ts';
import { middleSlices } from './anchors.ts';
import { around, beside, pathSlices } from './bead-path.ts';
import { beadValueSlices, type Weights } from './bead-value.ts';
import { type BlockKind, withKinds } from './kinds.ts';
import { learntSlices } from './learnt-partners.ts';
import { createDoubts } from './pair-doubts.ts';
import { createSureness } from './pair-sureness.ts';
import { type ScoredPair, scoredSlices } from './scored-pairs.ts';
import { settledSlices } from './settled-pairs.ts';
import { sideSlices } from './side-words.ts';
import { markSlices } from './telling-marks.ts';
import { knownSlices, type Renderings } from './word-partners.ts';

/** A paragraph of either side. */
export interface Paragraph extends BlockKind {
  /** As it is shown: without signs of marks. */
  readonly text: string;
}

/** Paragraphs on either side of the middle that are looked at first, and then on either side of what was found. */
const BANDS = { first: 100, second: 20 };
/** Tuned on half of some pairs of texts, in which paragraphs were dropped, merged, split and moved. */
const PARAGRAPHS: Weights = { words: 18, reach: 120 };

/**
 * Aligns the paragraphs of two texts: by their words, by length and by what they are, and then again with the words
 * that the first time showed to go together. Those that stand elsewhere in the other text are found too.
 *
 * @param renderings what is known of words before anything is learnt, besides the commonest
 * @returns every paragraph of both sides once, in the order of the source
 */
export function* paragraphSlices(
  source: readonly Paragraph[],
  target: readonly Paragraph[],
  renderings: Renderings,
): Slices<ScoredPair[]> {
  const sides = { source: yield* sideSlices(source.map(textOf)), target: yield* sideSlices(target.map(textOf)) };
  const counts = { source: source.length, target: target.length };
  const known = yield* knownSlices(sides.source, sides.target, renderings);
  const weights = { ...PARAGRAPHS, middle: yield* middleSlices(sides, known) };
  const value = withKinds(yield* beadValueSlices(sides, known, weights), { source, target });
  const first = yield* pathSlices(counts, beside(counts, weights.middle, BANDS.first), value);
  const learnt = yield* learntSlices(known, { ...sides, pairs: first });
  const better = withKinds(yield* beadValueSlices(sides, learnt, weights), { source, target });
  const path = yield* pathSlices(counts, around(counts, first, BANDS.second), better);
  const marks = {
    source: yield* markSlices(source.map(textOf), sides.source),
    target: yield* markSlices(target.map(textOf), sides.target),
  };
  const sureness = createSureness(sides, marks, { partners: learnt, value: better });
  return yield* scoredSlices(yield* settledSlices(path, better, sureness), {
    sureness,
    unlearnt: createSureness(sides, marks, { partners: known, value }),
    doubtsOf: createDoubts(sides, marks, { partners: learnt, value: better }),
  });
}

function textOf({ text }: Paragraph): string {
  return text;
}
