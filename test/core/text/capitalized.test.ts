import { expect, test } from 'vitest';
import { capitalized } from '../../../src/core/text/capitalized.ts';

test.each([
  ['tokens', 'Tokens'],
  ['élection', 'Élection'],
  ['œuvre', 'Œuvre'],
  ['𐐨𐐩', '𐐀𐐩'],
  ['iPad', 'IPad'],
  ['Tokens', 'Tokens'],
  ['“tokens”', '“tokens”'],
  ['3 tokens', '3 tokens'],
  ['', ''],
])('%s begins as %s', (text, begun) => {
  expect(capitalized(text)).toBe(begun);
});
