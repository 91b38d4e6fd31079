import { expect, test } from 'vitest';
import { nearestWord } from '../../../src/core/text/nearest-word.ts';

test.each<[word: string, known: readonly string[], meant: string | null]>([
  ['reviwer', ['reader', 'translator', 'reviewer'], 'reviewer'],
  ['Reviewer', ['reader', 'reviewer'], 'reviewer'],
  ['token', ['Tokens'], 'Tokens'],
  // a third of its letters may be wrong, and one in any case
  ['abx', ['abc'], 'abc'],
  ['axx', ['abc'], null],
  ['x', ['a'], 'a'],
  ['xxcdef', ['abcdef'], 'abcdef'],
  ['xxxdef', ['abcdef'], null],
  ['xxxdefg', ['abcdefg'], 'abcdefg'],
  // a letter left out, one too many, two that changed places
  ['jton', ['jeton'], 'jeton'],
  ['jetton', ['jeton'], 'jeton'],
  ['jeotn', ['jeton'], 'jeton'],
  ['', ['jeton'], null],
  ['jeton', [], null],
  // of equals the first
  ['cat', ['bat', 'rat'], 'bat'],
])('%j of %j means %j', (word, known, meant) => {
  expect(nearestWord(word, known)).toBe(meant);
});
