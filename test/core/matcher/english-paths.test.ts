import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEnglishPaths } from '../../../src/core/matcher/english-paths.ts';
import { createPathReader } from '../../../src/core/matcher/path-reader.ts';
import { createWordTable } from '../../../src/core/matcher/word-table.ts';
import type { Term } from '../../../src/core/model/concept.ts';
import { FORM_KINDS } from '../../../src/core/model/form.ts';
import { capitalized } from '../../../src/core/text/capitalized.ts';
import { formsToFind } from '../../../src/core/words/forms.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';
import { rounds } from '../../rounds.ts';

const NOUN: Term = {
  text: '',
  language: 'en',
  status: 'preferred',
  partOfSpeech: 'noun',
  gender: null,
  caseExact: false,
  plural: null,
  forms: [],
  why: null,
  place: { file: 'x', line: 1, column: 1 },
};

/** The forms of terms, one after the other with one table, by the quick way; and what each of them is in full. */
function waysOf(terms: readonly Term[]) {
  const table = createWordTable(10);
  const added: string[] = [];
  const told = (path: ArrayLike<number>, length: number, kind: number) =>
    `${FORM_KINDS[kind]}: ${Array.from(path).slice(0, length).join(' ')}`;
  const trie = {
    add: (...[path, length, kind]: [ArrayLike<number>, number, number]) => added.push(told(path, length, kind)),
  };
  const addQuickly = createEnglishPaths(table, { ...trie, seal: () => expect.unreachable() });
  const path: number[] = [];
  const read = createPathReader(table.add, path, 'en');
  return terms.map((term) => {
    const isTaken = addQuickly(term, 0, 0);
    const quick = added.splice(0);
    const full = formsToFind(term, NO_VERBS).map(({ text, kind }) => told(path, read(text), FORM_KINDS.indexOf(kind)));
    return { term, isTaken, quick, full };
  });
}

test.each<[term: Partial<Term>, isTaken: boolean]>([
  [{ text: 'token' }, true],
  [{ text: 'language model' }, true],
  [{ text: 'chain of thought' }, true],
  [{ text: 'passer by' }, true],
  [{ text: 'series' }, true],
  [{ text: 'data models by rows of all' }, true],
  [{ text: 'software', plural: 'none' }, true],
  [{ text: 'in real terms', partOfSpeech: 'other' }, true],
  [{ text: 'train', partOfSpeech: 'verb' }, false],
  [{ text: 'datum', forms: ['data'] }, false],
  [{ text: 'Token' }, true],
  [{ text: 'University of California' }, true],
  [{ text: 'Matrix' }, false],
  [{ text: 'Color Center' }, false],
  [{ text: 'Database' }, false],
  [{ text: 'Retraining' }, false],
  [{ text: 'OpenAI model' }, false],
  [{ text: 'LLM' }, false],
  [{ text: 'token 2' }, false],
  [{ text: 'open-source model' }, false],
  [{ text: 'Moore’s law' }, false],
  [{ text: 'language  model' }, false],
  [{ text: 'matrix' }, false],
  [{ text: 'color' }, false],
  [{ text: 'retraining' }, false],
  [{ text: 'rerun of a model' }, true],
  [{ text: 'non starter' }, false],
  [{ text: 'database' }, false],
  [{ text: 'data base' }, false],
  [{ text: 'data model' }, true],
  [{ text: 'dry ice' }, true],
  [{ text: 'vitamin e' }, true],
  [{ text: '' }, false],
])('whether the quick way takes %o: %s', (term, isTaken) => {
  expect(waysOf([{ ...NOUN, ...term }])).toMatchObject([{ isTaken }]);
});

test('the quick way leaves a word that is longer than any', () => {
  expect(waysOf([{ ...NOUN, text: 'a'.repeat(5000) }])).toMatchObject([{ isTaken: false, quick: [] }]);
});

/** Words of which some are odd, alone or beside another. */
const WORDS = `token model batch query analysis series person child woman matrix index bus color center modeling labelled
  program license data base time frame work flow off on line web site new paper deep fake e mail learning retraining
  rerun pretest non multi agent cross of for in by to with from passer maker ice rice es le s x tech epoch veto`;
const anyWord = fc.constantFrom(...WORDS.split(/\s+/));
const anyTerm = fc.record({
  text: fc.array(anyWord, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
  isCapital: fc.boolean(),
  partOfSpeech: fc.constantFrom<Term['partOfSpeech'][]>('noun', 'adjective', 'properNoun', 'other'),
  plural: fc.constantFrom<Term['plural'][]>(null, 'none'),
});

test('what the quick way takes has the forms that it has in full, and what it does not take none', () => {
  fc.assert(
    fc.property(fc.array(anyTerm, { maxLength: 20 }), (terms) => {
      for (const { term, isTaken, quick, full } of waysOf(
        terms.map(({ isCapital, ...one }) => ({ ...NOUN, ...one, text: isCapital ? capitalized(one.text) : one.text })),
      ))
        expect({ term, forms: new Set(quick) }).toEqual({ term, forms: new Set(isTaken ? full : []) });
    }),
    { numRuns: rounds(100, 5000) },
  );
});
