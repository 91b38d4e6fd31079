import { expect, test } from 'vitest';
import { partitionPoint } from '../../../src/core/model/partition-point.ts';

test.each<[list: number[], index: number]>([
  [[], 0],
  [[5], 0],
  [[4], 1],
  [[1, 2, 3], 3],
  [[5, 6, 7], 0],
  [[1, 4, 5, 9], 2],
  [[4, 4, 4, 5, 5], 3],
])('in %j the first that is 5 or more is at %i', (list, index) => {
  expect(partitionPoint(list, (one) => one < 5)).toBe(index);
});
