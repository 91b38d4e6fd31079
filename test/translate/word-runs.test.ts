import { expect, test } from 'vitest';
import { wordRuns } from '../../src/translate/word-runs.ts';

test.each<readonly [string, readonly string[]]>([
  ['jeton', ['jeton']],
  ['modèle d’IA', ['modèle', 'modèle d', 'modèle d’IA', 'd', 'd’IA', 'IA']],
  ['mi-temps', ['mi', 'mi-temps', 'temps']],
  [' un  mot ', ['un', 'un  mot', 'mot']],
  ['GPT-4', ['GPT', 'GPT-4', '4']],
  ['a\u0301 b', ['a\u0301', 'a\u0301 b', 'b']],
  ['…', []],
  ['', []],
])('stretches of whole words of “%s”', (phrase, runs) => {
  expect(wordRuns(phrase)).toEqual(runs);
});

test.each([
  [2, 3],
  [15, 120],
  [16, 120],
  [1000, 120],
])('of %d words the first fifteen are looked at', (words, runs) => {
  expect(wordRuns('mot '.repeat(words)).length).toBe(runs);
});
