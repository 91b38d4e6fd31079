import { describe, expect, test } from 'vitest';
import { repairSlices, takeRepairBack } from '../../../src/core/ledger/repair.ts';
import { type Repair, readRepair, writeRepair } from '../../../src/core/model/repair-note.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';
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
- fr: pays lointain
  en: faraway country
  not: [Y.K.]
- fr: ancien royaume
  en: Q.K.
  not: [old kingdom]
`);

const TOOLS = { indexes: GLOSSARY.indexes, read: parseInlineMarks };

function repaired(source: string, target: string) {
  return finish(repairSlices(parseInlineMarks(source), parseInlineMarks(target), TOOLS));
}

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
  [
    'the stop of an abbreviation goes with it',
    'Ce pays lointain dort.',
    'This Y.K. sleeps.',
    'This faraway country sleeps.',
  ],
  ['but not the end of the text', 'Ce pays lointain.', 'This Y.K.', 'This faraway country.'],
  ['nor that of a quotation', '« Ce pays lointain. »', '“This Y.K.”', '“This faraway country.”'],
  ['one stop is enough for both', 'Cet ancien royaume.', 'This old kingdom.', 'This Q.K.'],
  ['what is right stays', 'Trois jetons.', 'Three tokens.', 'Three tokens.'],
  ['what is missing stays missing', 'Trois jetons.', 'Three coins.', 'Three coins.'],
])('%s', (_what, source, target, expected) => {
  expect(repaired(source, target).target.text).toBe(expected);
});

test('a repair says what it did', () => {
  expect(repaired('un plongement de jetons', 'a diving of chips').repairs).toEqual([
    { from: 'a diving', to: 'an embedding', at: null },
    { from: 'chips', to: 'tokens', at: null },
  ]);
});

describe('a repair touches readable words only', () => {
  test.each([
    [
      'not a link’s address',
      '[la page du jeton](https://presse.fr/jeton-chip)',
      '[the token page](https://presse.fr/jeton-chip)',
    ],
    ['not a bare address', 'Un jeton : https://presse.fr/a.', 'A coin: https://presse.fr/chip.'],
    ['not a host', 'Un jeton sur puce.fr.', 'A coin at chip.com.'],
    ['not mail', 'Un jeton : écrire à a@y.fr.', 'A coin: write to chip@y.fr.'],
    ['not code', 'Un jeton : `a()`.', 'A coin: `chip()`.'],
    ['not a file', 'Un jeton : a.py.', 'A coin: chip.py.'],
    ['not a tag', 'Un jeton <b class="a">ici</b>.', 'A coin <b class="chip">here</b>.'],
    ['not a title of a link', '[jeton](https://a.fr "a")', '[coin](https://a.fr "chip")'],
    ['not half a mark', 'un jeton', 'a ch*ip*'],
    ['not where the marks are too many to be read', 'un jeton', `a chip, ${'`x` '.repeat(210)}`],
    ['not code between tags', 'un jeton', 'a <code>chip</code>'],
    ['not a place in a file', 'un jeton', 'a coin: chip.py:12, chip.csv?raw=1'],
  ])('%s', (_what, source, target) => {
    expect(repaired(source, target)).toMatchObject({ target: { text: target }, repairs: [] });
  });

  test.each([
    ['beside the address that has it too', 'Un jeton : chip.com.', 'A chip: chip.com.', 'A token: chip.com.'],
    ['inside a mark', 'un *jeton*', 'a *chip*', 'a *token*'],
    ['in the text of a link', '[jeton](https://a.fr/chip)', '[chip](https://a.fr/chip)', '[token](https://a.fr/chip)'],
  ])('but right %s', (_what, source, target, expected) => {
    expect(repaired(source, target).target.text).toBe(expected);
  });
});

describe('a repair is taken back', () => {
  test.each<[string, string, string, number | null, string | null]>([
    [
      'at its place, not at the last equal letters',
      'The token feeds the tokenizer.',
      'token',
      4,
      'The chip feeds the tokenizer.',
    ],
    ['at its place, not at the last equal word', 'A token, a token.', 'token', 2, 'A chip, a token.'],
    [
      'where its place was not noted, if there is one only',
      'The token feeds the tokenizer.',
      'token',
      null,
      'The chip feeds the tokenizer.',
    ],
    ['not where its place was not noted and there are two', 'A token, a token.', 'token', null, null],
    ['not where other words stand by now', 'Three tokens.', 'token', 6, null],
    ['not where nothing stands', 'A', 'token', 6, null],
    ['across a line end', 'A text\ntoken.', 'text token', 2, 'A chip.'],
  ])('%s', (_what, text, to, at, expected) => {
    expect(takeRepairBack(text, { from: 'chip', to, at })).toBe(expected);
  });

  test('its place is noted where the words stand more than once', () => {
    const { repairs } = repaired('jeton, jeton', 'token, chip');
    expect(repairs).toEqual([{ from: 'chip', to: 'token', at: 7 }]);
  });

  test('each of several, the last first, until the text is what it was', () => {
    const target = 'a diving of chips, chips and a chip: a tokenizer';
    const { target: after, repairs } = repaired('un plongement de jetons, jetons et jeton', target);
    const back = repairs.reduceRight<string | null>((text, repair) => text && takeRepairBack(text, repair), after.text);
    expect([repairs.length, back]).toEqual([4, target]);
  });
});

test.each<[note: string, repair: Repair | null]>([
  ['chips → tokens', { from: 'chips', to: 'tokens', at: null }],
  ['a chip → a token @14', { from: 'a chip', to: 'a token', at: 14 }],
  ['chips @2 → tokens', { from: 'chips @2', to: 'tokens', at: null }],
  ['chips → ', null],
  [' → tokens', null],
  ['chips', null],
  ['', null],
  ['a → b → c', null],
])('a note “%s” is read as it was written', (note, repair) => {
  expect(readRepair(note)).toEqual(repair);
  if (repair !== null) expect(writeRepair(repair)).toBe(note);
});

describe('the capitals of an acronym are not taken over', () => {
  const { indexes } = glossaryOf('- fr: grand modèle de langage\n  en: large language model\n  not: [LLM]\n');
  const tools = { indexes, read: parseInlineMarks };

  test.each([
    ['in a sentence', 'The LLM is here.', 'The large language model is here.'],
    ['but that of its beginning', 'LLM is here.', 'Large language model is here.'],
  ])('%s', (_what, target, expected) => {
    const source = parseInlineMarks('Le grand modèle de langage est là.');
    expect(finish(repairSlices(source, parseInlineMarks(target), tools)).target.text).toBe(expected);
  });
});
