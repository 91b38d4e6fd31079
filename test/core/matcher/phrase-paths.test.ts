import { expect, test } from 'vitest';
import { createPhrasePaths } from '../../../src/core/matcher/phrase-paths.ts';
import { createTrie } from '../../../src/core/matcher/trie.ts';
import { createWordTable } from '../../../src/core/matcher/word-table.ts';

test.each([
  ['jeton', true],
  ['réseau de neurones', true],
  ['apprentissage profond', true],
  ['chargement', true],
  ['suite', true],
  ['Jeton', false],
  ['jeton 2', false],
  ['mélange d’experts', false],
  ['apprentissage  profond', false],
  ['auto-encodeur', false],
  ['cœur', false],
  ['connaître', false],
  ['ail', false],
  [`jeton ${'a'.repeat(120)}`, false],
  ['', false],
])('whether the quick way takes “%s”: %s', (phrase, isTaken) => {
  expect(createPhrasePaths(createWordTable(10), createTrie(10))(phrase, 0, 0)).toBe(isTaken);
});
