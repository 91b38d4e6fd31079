import { expect, test } from 'vitest';
import { cutShort } from '../../../src/core/text/cut-short.ts';

test.each([
  ['', ''],
  ['abcde', 'abcde'],
  ['abcdef', 'abcde…'],
  ['abcd ef', 'abcd…'],
  ['abc🌉', 'abc🌉'],
  ['abc🌉f', 'abc🌉…'],
  ['abcd🌉', 'abcd…'],
  ['a🌉🌉🌉', 'a🌉🌉…'],
])('%j of five at most is %j', (text, short) => {
  expect(cutShort(text, 5)).toBe(short);
});
