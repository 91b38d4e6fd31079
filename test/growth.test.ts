import { expect, test } from 'vitest';
import { growthOf, KINDS } from './growth.ts';
import { everyNth } from './rounds.ts';

/** Between 4, which is right, and 16, which is wrong; other work on the machine may come between. */
const MOST = 11;

// Each of them is measured at greater lengths in the slow set.
test.each(everyNth(KINDS, 6))('$name: four times the length takes about four times as long', (kind) => {
  growthOf(kind, 1000, 1);
  const { ratio } = growthOf(kind, 3000, 1);
  // Only what seems wrong is measured again, for longer: the best of some runs.
  expect(ratio < MOST ? ratio : growthOf(kind, 6000, 5).ratio).toBeLessThan(MOST);
});
