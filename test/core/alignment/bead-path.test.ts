import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlignedPair, around, beside, pathSlices } from '../../../src/core/alignment/bead-path.ts';
import { type Counts, diagonal } from '../../../src/core/alignment/middle.ts';
import { paragraphSlices } from '../../../src/core/alignment/paragraph-pairs.ts';
import { alignmentSlices } from '../../../src/core/alignment/sentence-pairs.ts';
import { commonRenderings } from '../../../src/core/alignment/word-partners.ts';
import type { Bead } from '../../../src/core/alignment/word-share.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { readPlain } from '../../../src/core/text/reading.ts';

/** Nothing tells for or against any pair. */
const SILENT = {
  of: () => 0,
  atMost: () => 0,
  share: () => 0,
  misfit: () => 0,
  alone: 1,
  answered: () => 0,
  near: (): readonly [number, number] => [0, Infinity],
};
const indexes = (pairs: readonly AlignedPair[]) => ({
  source: pairs.flatMap(({ source }) => source),
  target: pairs.flatMap(({ target }) => target),
});
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
const all = ({ source, target }: Counts) => ({ source: upTo(source), target: upTo(target) });

/** A side of a few segments beside one of many, either way round. */
const lopsided = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 1000 }), fc.boolean())
  .map(([few, many, isTurned]): Counts => (isTurned ? { source: many, target: few } : { source: few, target: many }));

describe('every segment of both sides is paired once', () => {
  test('however steep the diagonal and narrow the band', () => {
    fc.assert(
      fc.property(lopsided, fc.integer({ min: 0, max: 100 }), (counts, width) => {
        const first = finish(pathSlices(counts, beside(counts, diagonal(counts), width), SILENT));
        const second = finish(pathSlices(counts, around(counts, first, width), SILENT));
        expect([indexes(first), indexes(second)]).toEqual([all(counts), all(counts)]);
      }),
    );
  });

  const sentences = (what: string, count: number) => upTo(count).map((i) => `${what} ${i} est là.`);

  test.each([
    [2, 172],
    [2, 1000],
    [3, 250],
    [4, 331],
    [5, 1000],
    [1000, 2],
    [172, 2],
    [331, 4],
  ])('of %i sentences beside %i', (source, target) => {
    const [french, english] = [sentences('Le mot', source).join(' '), sentences('Word', target).join(' ')];
    const { pairs } = finish(alignmentSlices(readPlain(french), readPlain(english)));
    expect(indexes(pairs)).toEqual(all({ source, target }));
  });

  test.each([
    [1, 500],
    [3, 800],
    [800, 3],
    [2, 401],
    [0, 3],
  ])('of %i paragraphs beside %i', (source, target) => {
    const side = (texts: string[]) => texts.map((text) => ({ text, kind: 'paragraph' as const }));
    const [french, english] = [side(sentences('Le mot', source)), side(sentences('Word', target))];
    const { source: sources, target: targets } = indexes(finish(paragraphSlices(french, english, commonRenderings)));
    const sorted = { source: sources, target: targets.toSorted((a, b) => a - b) };
    expect(sorted).toEqual(all({ source, target }));
  });
});

/**
 * How much must speak for a merge, where a segment without a partner costs 1 and nothing speaks for any of its parts.
 */
test.each([
  [1, 2, 1.3],
  [2, 1, 1.3],
  [2, 2, 4.4],
  [1, 3, 2.5],
  [3, 1, 2.5],
  [1, 4, 4],
  [4, 1, 4],
  [1, 5, 5],
  [5, 1, 5],
])('%i with %i are one where more than %f speaks for them', (source, target, least) => {
  const paired = (speaks: number) => {
    const isWhole = (bead: Bead) => bead.sources === source && bead.targets === target;
    const of = (bead: Bead) => (isWhole(bead) ? speaks : bead.sources === 1 && bead.targets === 1 ? 0 : -100);
    return finish(pathSlices({ source, target }, () => [0, target], { ...SILENT, of, atMost: of })).length;
  };
  expect([paired(least + 0.01), paired(least - 0.01) > 1]).toEqual([1, true]);
});

test('a band without a way through it is named', () => {
  const torn = (i: number): readonly [number, number] => (i === 0 ? [0, 1] : [8, 9]);
  expect(() => finish(pathSlices({ source: 1, target: 9 }, torn, SILENT))).toThrow(
    'No way through the band leads to 1 and 9 segments.',
  );
});
