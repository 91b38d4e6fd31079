import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFrenchPaths } from '../../../src/core/matcher/french-paths.ts';
import { createPathReader } from '../../../src/core/matcher/path-reader.ts';
import { createTrie } from '../../../src/core/matcher/trie.ts';
import { createWordTable } from '../../../src/core/matcher/word-table.ts';
import type { Term } from '../../../src/core/model/concept.ts';
import { FORM_KINDS } from '../../../src/core/model/form.ts';
import { frenchForms } from '../../../src/core/words/french-forms.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';
import { rounds } from '../../rounds.ts';

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
  ['université de Yale', true],
  ['modèle IA', false],
  ['Modèle de Langage', true],
  ['image de Page', false],
  ['vitamine C', false],
  ['OpenAI', false],
  ['jeton 2', false],
  ['mélange d’experts', true],
  ["liaison d'entités", true],
  ['aujourd’hui', false],
  ['mélange d’ experts', false],
  ['mélange d’', false],
  ['étude d’auto-encodeur', false],
  ['Ville', true],
  ['Île de France', false],
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

/** Words of which some are odd, alone or beside another; what begins with an apostrophe goes on with it. */
const WORDS = `jeton modèle réseau neurones de d’experts d'entités d’image l’eau du langage en à au grand entièrement
  chargement entraîné ouvert image page requête œuvre travail festival idéal bleu choix gaz auteur chercheur big data
  objectif machine et ou non Yale Paris Réseau Image Travail Chercheur Big IA GPU X l’IA d’Europe d’Image aujourd’hui
  pré-entraîné coopération surapprentissage maximum ciel tout réseau’ ‘modèle bijou canal banal match party barman`;
const anyTerm = fc.record({
  text: fc
    .array(fc.constantFrom(...WORDS.split(/\s+/)), { minLength: 1, maxLength: 5 })
    .map((words) => words.join(' ')),
  partOfSpeech: fc.constantFrom<Term['partOfSpeech'][]>('noun', 'noun', 'properNoun', 'other', 'verb', 'adjective'),
});

test('what the quick way takes has the forms that it has in full, and what it does not take none', () => {
  const table = createWordTable(10);
  const added: string[] = [];
  const told = (path: ArrayLike<number>, length: number, kind: number) =>
    `${FORM_KINDS[kind]}: ${Array.from(path).slice(0, length).join(' ')}`;
  const add = (...[path, length, kind]: [ArrayLike<number>, number, number]) => added.push(told(path, length, kind));
  const addQuickly = createFrenchPaths(table, { add, seal: () => expect.unreachable() });
  const path: number[] = [];
  const read = createPathReader(table.add, path, 'fr');
  /** The kind that counts is that of the first form with a path. */
  const firstOf = (forms: readonly string[]) => {
    const kinds = new Map<string, string>();
    for (const [kind = '', words = ''] of forms.map((form) => form.split(': ')))
      if (!kinds.has(words)) kinds.set(words, kind);
    return Object.fromEntries(kinds);
  };
  fc.assert(
    fc.property(anyTerm, (one) => {
      const term = { ...NOUN, ...one };
      const isTaken = addQuickly(term, 0, 0);
      const quick = firstOf(added.splice(0));
      const full = frenchForms(term, NO_VERBS).map(({ text, kind }) =>
        told(path, read(text), FORM_KINDS.indexOf(kind)),
      );
      expect({ term, forms: quick }).toEqual({ term, forms: isTaken ? firstOf(full) : {} });
    }),
    { numRuns: rounds(500, 20_000) },
  );
});
