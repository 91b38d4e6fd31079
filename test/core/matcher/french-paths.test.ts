import { expect, test } from 'vitest';
import { createFrenchPaths } from '../../../src/core/matcher/french-paths.ts';
import { createTrie } from '../../../src/core/matcher/trie.ts';
import { createWordTable } from '../../../src/core/matcher/word-table.ts';
import type { Term } from '../../../src/core/model/concept.ts';

const NOUN: Omit<Term, 'text'> = {
  language: 'fr',
  status: 'preferred',
  partOfSpeech: 'noun',
  gender: null,
  caseExact: false,
  plural: null,
  forms: [],
  why: null,
  place: { file: 'x', line: 1, column: 1 },
};

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
  expect(createFrenchPaths(createWordTable(10), createTrie(10))({ ...NOUN, text: phrase }, 0, 0)).toBe(isTaken);
});
