import { expect, test } from 'vitest';
import { beadValueSlices, lengthDeviation } from '../../../src/core/alignment/bead-value.ts';
import { diagonal } from '../../../src/core/alignment/middle.ts';
import { sideSlices } from '../../../src/core/alignment/side-words.ts';
import { finish } from '../../../src/core/model/slices.ts';

const ONE = { source: 0, target: 0, sources: 1, targets: 1 };
/** The value of one segment beside one, of which no word is known. */
const beadValueOf = (source: string, target: string) => {
  const sides = { source: finish(sideSlices([source])), target: finish(sideSlices([target])) };
  const weights = { words: 8, reach: 50, middle: diagonal({ source: 1, target: 1 }) };
  return finish(beadValueSlices(sides, [], weights));
};

test.each([
  ['as long as was to be expected', 92, 0],
  ['longer by two deviations', 92 + 52, 0.2485],
  ['shorter by two deviations', 92 - 52, 0.2485],
  ['longer by almost four', 92 + 104, 0.994],
  ['longer by far', 400, 1],
])('an English of 100 signs that is %s', (_, length, misfit) => {
  const value = beadValueOf('a'.repeat(100), 'b'.repeat(length));
  expect(value.misfit(ONE)).toBeCloseTo(misfit, 3);
});

test('lengths deviate by what Gale and Church measured', () => {
  expect([lengthDeviation(100, 92), lengthDeviation(100, 118.08), lengthDeviation(0, 2.608)]).toEqual([
    expect.closeTo(0, 3),
    expect.closeTo(1, 3),
    expect.closeTo(1, 3),
  ]);
});
