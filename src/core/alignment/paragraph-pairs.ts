import type { Slices } from '../model/slices.ts';
import { middleSlices } from './anchors.ts';
import { around, beside, pathSlices } from './bead-path.ts';
import { beadValueSlices, type Weights } from './bead-value.ts';
import { answeredCells, columnOrder } from './columns.ts';
import { type BlockKind, withKinds } from './kinds.ts';
import { learntSlices } from './learnt-partners.ts';
import { createDoubts } from './pair-doubts.ts';
import { createSureness } from './pair-sureness.ts';
import { type ScoredPair, scoredSlices } from './scored-pairs.ts';
import { settledSlices } from './settled-pairs.ts';
import { type Sides, sideSlices } from './side-words.ts';
import { markSlices } from './telling-marks.ts';
import { knownSlices, type Partners, type Renderings } from './word-partners.ts';

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
 * that the first time showed to go together. Those that stand elsewhere in the other text are found too. Tables are
 * read in the order of the columns of the source.
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
  const known = yield* knownSlices(sides.source, sides.target, renderings);
  const cells = answeredCells(sides, known, { source: source.map(cellOf), target: target.map(cellOf) });
  const order = columnOrder(cells);
  const inOrder = <T>(list: readonly T[]) => order.map((at) => list[at] as T);
  const answers = target.map((one, at) => ({ ...one, ...(cells[at] && { cell: cells[at] }) }));
  const read = {
    sides: { ...sides, target: { ...sides.target, segments: inOrder(sides.target.segments) } },
    paragraphs: { source, target: inOrder(answers) },
  };
  const pairs = yield* pairSlices(read, known);
  return pairs.map((pair) => ({ ...pair, target: inPlace(pair.target, order) }));
}

/** Both texts as they are read. */
interface ReadTexts {
  readonly sides: Sides;
  readonly paragraphs: { readonly source: readonly Paragraph[]; readonly target: readonly Paragraph[] };
}

function* pairSlices({ sides, paragraphs }: ReadTexts, known: Partners): Slices<ScoredPair[]> {
  const { source, target } = paragraphs;
  const counts = { source: source.length, target: target.length };
  const weights = { ...PARAGRAPHS, middle: yield* middleSlices(sides, known) };
  const value = withKinds(yield* beadValueSlices(sides, known, weights), paragraphs);
  const first = yield* pathSlices(counts, beside(counts, weights.middle, BANDS.first), value);
  const learnt = yield* learntSlices(known, { ...sides, pairs: first });
  const better = withKinds(yield* beadValueSlices(sides, learnt, weights), paragraphs);
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

/** The numbers that paragraphs had before they were put in an order. */
function inPlace(numbers: readonly number[], order: readonly number[]): readonly number[] {
  return numbers.map((at) => order[at] as number).sort((a, b) => a - b);
}

function textOf({ text }: Paragraph): string {
  return text;
}

function cellOf({ cell }: Paragraph) {
  return cell;
}
