import { expect, test } from 'vitest';
import { compareTexts } from '../../../src/core/text/compare-texts.ts';

test.each([
  [['b', 'a'], 'a b'],
  [['a', 'B'], 'B a'],
  [['é', 'z', 'e'], 'e z é'],
  [['a-b', 'a', 'ab'], 'a a-b ab'],
  [['10', '9'], '10 9'],
])('%j are in order as %s', (texts, order) => {
  expect(texts.toSorted(compareTexts).join(' ')).toBe(order);
});

test('a text is no way before itself', () => {
  expect(compareTexts('a', 'a')).toBe(0);
});
