import { expect, test } from 'vitest';
import { glossaryOf, ledgerOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf(`
- {fr: jeu de données, en: dataset}
- {fr: modèle, en: model}
- {fr: tokenisation, en: tokenization}
- {fr: [jeton, token], en: token}
- {fr: système d'IA, en: AI system}
`);

test.each<[why: string, french: string, english: string, expected: string[]]>([
  [
    'a library of that name',
    'Datasets lit un jeu de données.',
    'Datasets reads a collection.',
    ['jeu de données → -: missing'],
  ],
  [
    'a library and the term',
    'Datasets lit un jeu de données.',
    'Datasets reads a dataset.',
    ['jeu de données → dataset: preferred'],
  ],
  [
    'the title of a page',
    'Voyez Model Hub et son modèle.',
    'See the Model Hub and its thing.',
    ['modèle → -: missing'],
  ],
  ['a call', 'Appelez model.fit() sur votre modèle.', 'Call model.fit() on your thing.', ['modèle → -: missing']],
  [
    'a call of the same family',
    'La tokenisation appelle tokenize().',
    'The cutting calls tokenize().',
    ['tokenisation → -: missing'],
  ],
  [
    'a loan in the French',
    'Le dataset et le jeu de données',
    'The dataset and the collection',
    ['jeu de données → -: missing'],
  ],
  [
    'twice in the French, twice in the English',
    'Model et Model, un modèle',
    'Model and Model, a thing',
    ['modèle → -: missing'],
  ],
  ['once in the French, twice in the English', 'Model, un modèle', 'Model, a Model', ['modèle → Model: preferred']],
  [
    'a term that is the same in both',
    'Un token et un jeton',
    'A token and a thing',
    ['token → token: preferred', 'jeton → -: missing'],
  ],
  [
    'not what is glossed in brackets',
    'La tokenisation (tokenization) aide.',
    'Tokenization helps.',
    ['tokenisation → Tokenization: preferred'],
  ],
  [
    'not what is glossed by another term of the entry',
    'Un jeton (token) et un jeton (token en anglais)',
    'A token and a token',
    ['jeton (token) → token: preferred', 'jeton (token en anglais) → token: preferred'],
  ],
  ['other capitals', 'MODEL est un modèle.', 'MODEL is a model.', ['modèle → model: preferred']],
])('%s renders itself', (_, french, english, expected) => {
  expect(ledgerOf(french, english, GLOSSARY)).toStrictEqual(expected);
});

test.each<[why: string, french: string, english: string, expected: string]>([
  ['spare', 'Un système d’IA, puis ce système d’IA', 'An AI system, then this system', 'admitted'],
  [
    'wanted by a head that stands alone',
    'Un système d’IA, un système, ce système d’IA',
    'An AI system, a system, this thing',
    'missing',
  ],
  [
    'enough for both',
    'Un système d’IA, un système, ce système d’IA',
    'An AI system, a system, this system',
    'admitted',
  ],
])('a head alone answers a compound where it is %s', (_, french, english, expected) => {
  expect(ledgerOf(french, english, GLOSSARY).at(-1)?.split(': ').at(-1)).toBe(expected);
});

test('a verb answers no noun: “should be set” is no training set', () => {
  const glossary = glossaryOf("- {fr: jeu d'entraînement, en: training set}");
  expect(
    ledgerOf('Le seuil est fixé par le jeu d’entraînement.', 'The training threshold should be set by it.', glossary),
  ).toStrictEqual(['jeu d’entraînement → -: missing']);
});
