import { expect, test } from 'vitest';
import { either } from '../../../src/core/text/either.ts';

test.each([
  ['nothing', [], ''],
  ['one', ['un'], 'un'],
  ['two', ['un', 'deux'], 'un or deux'],
  ['three', ['un', 'deux', 'trois'], 'un, deux or trois'],
])('%s, told as a choice', (_, words, told) => {
  expect(either(words)).toBe(told);
});
