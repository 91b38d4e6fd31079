import { describe, expect, test } from 'vitest';
import {
  appliedEntries,
  entryProblemSlices,
  fileOfImport,
  glossaryImportSlices,
} from '../../../../src/core/changes/imports/glossary-import.ts';
import { sayOutcome } from '../../../../src/core/changes/imports/save-entries.ts';
import { StoreError } from '../../../../src/core/changes/ports/store-error.ts';
import { createGlossary } from '../../../../src/core/checks/glossary/check-glossary.ts';
import { finish } from '../../../../src/core/model/slices.ts';
import { parseGlossaryCsv } from '../../../../src/formats/glossary/csv.ts';
import { plainEntry } from '../../../../src/formats/glossary/plain-entry.ts';
import { parseGlossaryYaml } from '../../../../src/formats/glossary/yaml.ts';

const OURS = `- fr: [jeton, unité lexicale]
  en: [token, lexical unit]
  not: [{ term: chip, why: that is puce }]
  except: [jeton de présence]
- fr: puce
  en: chip
  definition: A small thing.
- keep: OpenAI
`;
const GLOSSARY = createGlossary(parseGlossaryYaml(OURS, 'glossary/ai.yaml').concepts);
const rowsOf = (csv: string) => {
  const { concepts } = parseGlossaryCsv(csv, 'termes.csv');
  return finish(glossaryImportSlices({ concepts }, GLOSSARY));
};
const told = (csv: string) => rowsOf(csv).map(({ kind, entry, says }) => [kind, entry.id, ...says].join(' '));

describe('what an entry would do', () => {
  test.each([
    ['a French term that nobody has is new', 'fr,en\npont,bridge\n', ['new bridge']],
    ['a pair that is there is the same', 'fr,en\njeton,token\n', ['same token']],
    ['its case is no difference', 'fr,en\nJeton,Token\n', ['same token']],
    ['another term of the same entry is the same', 'fr,en\nunité lexicale,lexical unit\n', ['same token']],
    ['an English that is new is a change', 'fr,en\njeton,text token\n', ['changed token “text token” is new']],
    [
      'what we rule out is a conflict',
      'fr,en\njeton,chip\n',
      ['conflict token “chip” is accepted there and ruled out here'],
    ],
    [
      'what they rule out is one too',
      'fr,en,status\npuce,semiconductor,preferred\npuce,chip,forbidden\n',
      ['conflict chip “semiconductor” is new “chip” is ruled out there and accepted here'],
    ],
    ['the same English of another French is an entry of its own', 'fr,en\nfrite,chip\n', ['new chip-frite']],
    [
      'a definition that differs is a change',
      'fr,en,definition\npuce,chip,Large.\n',
      ['changed chip another definition'],
    ],
    ['a definition that is missing there is none', 'fr,en,definition\npuce,chip,\n', ['same chip']],
    ['a name that is kept is the same', 'fr,en\nOpenAI,OpenAI\n', ['same openai']],
    [
      'two rows of one entry are one',
      'fr,en\njeton,text token\nunité lexicale,word piece\n',
      ['changed token “text token” is new “word piece” is new'],
    ],
    ['two new rows of one French are one', 'fr,en\npont,bridge\npont,deck\n', ['new bridge']],
  ])('%s', (_, csv, says) => {
    expect(told(csv)).toEqual(says);
  });
});

test('entries that are there stay as they are unless theirs go first', () => {
  const rows = rowsOf('fr,en\npont,bridge\njeton,text token\njeton,chip\n');
  expect([false, true].map((theirs) => appliedEntries(rows, { theirs }).map(({ entry }) => entry.id))).toEqual([
    ['bridge'],
    ['bridge', 'token'],
  ]);
});

test('theirs adds to ours and takes nothing away', () => {
  const [row] = rowsOf('fr,en\njeton,text token\njeton,chip\n');
  expect(row && plainEntry(row.entry)).toEqual({
    id: 'token',
    fr: ['jeton', 'unité lexicale'],
    en: ['token', 'lexical unit', { term: 'chip', status: 'admitted' }, { term: 'text token', status: 'admitted' }].map(
      (term) => (typeof term === 'string' ? term : term.term),
    ),
    except: ['jeton de présence'],
  });
});

test('a new entry is written as a person would write it', () => {
  const [row] = rowsOf('fr,en\npont suspendu,suspension bridge\n');
  expect(row && plainEntry(row.entry)).toEqual({
    id: 'suspension-bridge',
    fr: ['pont suspendu'],
    en: ['suspension bridge'],
  });
});

test('what a new entry has wrong is said where it stands in its file', () => {
  const rows = rowsOf('fr,en\npont,bridge\ntrain,railway\n');
  const problems = finish(entryProblemSlices(rows, GLOSSARY));
  expect(problems.map(({ rule, file, line }) => [rule, file, line])).toContainEqual(['no-definition', 'termes.csv', 3]);
});

test.each([
  ['one', 1, null, '1 entry written into a.yaml.'],
  ['several', 2, null, '2 entries written into a.yaml.'],
  ['one that changed', 2, ['a'], '“a” changed meanwhile. Nothing was written into a.yaml (2 entries).'],
  [
    'ten that changed',
    1,
    [...'abcdefghij'],
    '“a”, “b”, “c”, “d”, “e”, “f”, “g”, “h”, “i”, “j” changed meanwhile. Nothing was written into a.yaml (1 entry).',
  ],
  [
    'eleven',
    1,
    [...'abcdefghijk'],
    '“a”, “b”, “c”, “d”, “e”, “f”, “g”, “h”, “i”, “j” and 1 more changed meanwhile. Nothing was written into a.yaml (1 entry).',
  ],
  [
    'a full disk',
    1,
    new StoreError('The disk is full.'),
    'The disk is full. Nothing was written into a.yaml (1 entry).',
  ],
] as const)('what became of the entries of a file is said: %s', (_, count, why, said) => {
  const rows = rowsOf('fr,en\npont,bridge\ntrain,railway\n').slice(0, count);
  expect(sayOutcome({ file: 'a.yaml', rows, why, save: null })).toBe(said);
});

test.each([
  ['Termes du Web.tbx', 'glossary/termes-du-web.yaml'],
  ['/tmp/x/ai.csv', 'glossary/ai.yaml'],
  ['C:\\Users\\a\\Glossaire.v2.csv', 'glossary/glossaire-v2.yaml'],
  ['…', 'glossary/imported.yaml'],
])('the entries of %s go into %s', (name, file) => {
  expect(fileOfImport(name)).toBe(file);
});
