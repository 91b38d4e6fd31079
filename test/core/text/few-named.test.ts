import { expect, test } from 'vitest';
import { fewNamed } from '../../../src/core/text/few-named.ts';

test.each<[readonly number[], number, string]>([
  [[], 2, ''],
  [[1], 2, '“1”'],
  [[1, 2], 2, '“1”, “2”'],
  [[1, 2, 3], 2, '“1”, “2” and 1 more'],
  [Array.from({ length: 1236 }, (_, i) => i), 2, '“0”, “1” and 1,234 more'],
])('of %j at most %i are named', (items, most, wanted) => {
  expect(fewNamed(items, most, (item) => `“${item}”`)).toBe(wanted);
});
