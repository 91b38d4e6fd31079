import { expect, test } from 'vitest';
import { howOften, toldOnce } from '../../../src/core/text/told-once.ts';

const told = (things: readonly string[]) =>
  toldOnce(things, (thing) => thing.toLowerCase()).map(({ one, times }) => `${one}${howOften(times)}`);

test.each<[string, readonly string[], readonly string[]]>([
  ['what is said twice is told once, with a count', ['a', 'a'], ['a (2 times)']],
  ['it stands where its first does, as the first is', ['b', 'A', 'c', 'a', 'a'], ['b', 'A (3 times)', 'c']],
  ['near-miss: what is said once has no count', ['a', 'b'], ['a', 'b']],
  ['nothing is said of nothing', [], []],
])('%s', (_what, things, expected) => {
  expect(told(things)).toEqual(expected);
});
