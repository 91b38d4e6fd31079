import { expect, test } from 'vitest';
import { repairTarget } from '../../../src/core/ledger/repair.ts';
import { glossaryOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf(`
- fr: jeton
  en: token
  not: [chip, text chip]
- fr: puce
  en: chip
- fr: plongement
  en: embedding
  not: [diving, plunge]
- fr: [grand modèle de langage, LLM]
  en: [large language model, LLM]
  not: [big language model, language big model]
- fr: unité
  en: unit
  not: [entity]
- fr: modèle ouvert
  en: open model
  not: [opened model]
- fr: modèle
  en: model
`);

test.each([
  ['a plural stays a plural', 'Trois jetons.', 'Three chips.', 'Three tokens.'],
  ['either number stays open', 'Le(s) jeton(s).', 'The chip(s).', 'The token(s).'],
  ['a singular stays one', 'Un jeton.', 'One chip.', 'One token.'],
  ['a capital that opens the sentence', 'Jetons et mots.', 'Chips and words.', 'Tokens and words.'],
  ['capitals throughout', 'JETONS', 'CHIPS', 'TOKENS'],
  ['a becomes an', 'un plongement', 'a diving', 'an embedding'],
  ['an becomes a', 'une unité', 'an entity', 'a unit'],
  ['An at the start becomes A', 'Une unité.', 'An entity.', 'A unit.'],
  ['the longer wrong rendering goes whole', 'un jeton', 'a text chip', 'a token'],
  ['another concept keeps its rendering', 'une puce et un jeton', 'a chip and a chip', 'a chip and a token'],
  ['only where the French term stands', 'une puce', 'a chip', 'a chip'],
  ['inside a compound', 'un modèle ouvert', 'an opened model', 'an open model'],
  ['long for long', 'un grand modèle de langage', 'a big language model', 'a large language model'],
  ['every one of them', 'jeton, jeton, jeton', 'chip, chip, chip', 'token, token, token'],
  ['what is right stays', 'Trois jetons.', 'Three tokens.', 'Three tokens.'],
  ['what is missing stays missing', 'Trois jetons.', 'Three coins.', 'Three coins.'],
])('%s', (_what, source, target, expected) => {
  expect(repairTarget(source, target, GLOSSARY.indexes).target).toBe(expected);
});

test('a repair says what it did', () => {
  expect(repairTarget('un plongement de jetons', 'a diving of chips', GLOSSARY.indexes).repairs).toEqual([
    { from: 'a diving', to: 'an embedding' },
    { from: 'chips', to: 'tokens' },
  ]);
});
