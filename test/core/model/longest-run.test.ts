import { array, assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { longestRun } from '../../../src/core/model/longest-run.ts';
import { rounds } from '../../rounds.ts';

const rising = (item: number, before: number) => before < item;

test.each<[string, number[], number[]]>([
  ['nothing', [], []],
  ['what rises', [1, 2, 3], [1, 2, 3]],
  ['what falls', [3, 2, 1], [1]],
  ['one that went to the end', [2, 3, 4, 1], [2, 3, 4]],
  ['one that went to the front', [4, 1, 2, 3], [1, 2, 3]],
  ['two of one value', [1, 1, 2, 2], [1, 2]],
])('of %s', (_what, items, run) => {
  expect(longestRun(items, rising)).toEqual(run);
});

test('where the same may follow, two of one value both stand', () => {
  expect(longestRun([1, 3, 1, 2, 2], (item, before) => before <= item)).toEqual([1, 1, 2, 2]);
});

/** Of all that may be chosen. */
function longest(items: readonly number[], behind = -1): number {
  return Math.max(0, ...items.map((item, i) => (item > behind ? 1 + longest(items.slice(i + 1), item) : 0)));
}

test('it rises, and none is longer', () => {
  assert(
    property(array(integer({ min: 0, max: 9 }), { maxLength: 10 }), (items) => {
      const run = longestRun(items, rising);
      expect([run.length, run.every((item, i) => i === 0 || item > (run[i - 1] ?? 0))]).toEqual([longest(items), true]);
    }),
    { numRuns: rounds(50, 1000) },
  );
});
