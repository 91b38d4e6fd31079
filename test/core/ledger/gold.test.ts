import { describe, expect, test } from 'vitest';
import { isFound, readGold } from './gold.ts';

const GOLD = readGold();

test('the gold list is large enough to mean something', () => {
  const count = (matches: boolean) => GOLD.filter((pair) => pair.matches === matches).length;
  expect([count(true) >= 300, count(false) >= 150]).toEqual([true, true]);
});

describe('the gold list', () => {
  test('every pair that must match is found', () => {
    expect(
      GOLD.filter((pair) => pair.matches && !isFound(pair)).map(({ term, text }) => `${term} in “${text}”`),
    ).toEqual([]);
  });

  test('nothing is found that must not be', () => {
    expect(
      GOLD.filter((pair) => !pair.matches && isFound(pair)).map(({ term, text }) => `${term} in “${text}”`),
    ).toEqual([]);
  });
});
