import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish } from '../../../src/core/model/slices.ts';
import { sortSlices } from '../../../src/core/model/sort-slices.ts';

const byNumber = (a: readonly [number, number], b: readonly [number, number]) => a[0] - b[0];

test.each([0, 1, 3999, 4000, 4001, 8000, 12_345])(
  '%i items are sorted as at once, equal ones in their order',
  (count) => {
    const items = Array.from({ length: count }, (_, i) => [(i * 7919) % 97, i] as const);
    expect(finish(sortSlices(items, byNumber))).toEqual(items.toSorted(byNumber));
  },
);

test('any numbers are sorted, and the list itself stays', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer(), fc.integer()), { maxLength: 50 }), (items) => {
      const before = [...items];
      expect([finish(sortSlices(items, byNumber)), items]).toEqual([items.toSorted(byNumber), before]);
    }),
  );
});

test('others have their turn while many are sorted', () => {
  const work = sortSlices(
    Array.from({ length: 40_000 }, (_, i) => -i),
    (a, b) => a - b,
  );
  let turns = 0;
  while (!work.next().done) turns += 1;
  expect(turns).toBeGreaterThan(20);
});
