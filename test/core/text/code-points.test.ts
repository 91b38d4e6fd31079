import { expect, test } from 'vitest';
import { countCodePoints } from '../../../src/core/text/code-points.ts';

test.each<[readonly string[], number]>([
  [['Les puces.'], 10],
  [['été', 'œuf'], 6],
  [['e\u0301'], 2],
  [['🙂'], 1],
  [['👩‍💻'], 3],
  [['\r\n'], 2],
  [['', ''], 0],
  [[], 0],
])('%j has %i', (texts, count) => {
  expect(countCodePoints(texts)).toBe(count);
});
