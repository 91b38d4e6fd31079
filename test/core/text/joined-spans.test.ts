import { expect, test } from 'vitest';
import { joinedSpans } from '../../../src/core/text/joined-spans.ts';

const spans = (said: string) =>
  said
    .split(' ')
    .filter((one) => one !== '')
    .map((one) => {
      const [start = 0, end = 0] = one.split('-').map(Number);
      return { start, end };
    });

test.each([
  ['', ''],
  ['2-4', '2-4'],
  ['0-3 2-5', '0-5'],
  ['0-9 2-5', '0-9'],
  ['2-5 0-3', '0-5'],
  ['0-3 3-5', '0-5'],
  // near-misses
  ['0-3 4-5', '0-3 4-5'],
  ['3-3', ''],
  ['0-3 3-3 4-5', '0-3 4-5'],
])('%s → %s', (before, after) => {
  expect(joinedSpans(spans(before))).toEqual(spans(after));
});
