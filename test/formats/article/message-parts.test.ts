import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/model/slices.ts';
import { joinCatalogue, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { editCatalogue } from '../../../src/formats/article/po-edit.ts';
import { proofSlices } from '../../../src/formats/article/po-proof.ts';

const unitsOf = (body: string) => parseArticle(`# T\n\n${body}\n`, 'fr.md').units;
const catalogue = (french: string, english: string, above = '') =>
  `${above}msgid ${JSON.stringify(french)}\nmsgstr ${JSON.stringify(english)}\n`;
const joined = (body: string, text: string) => {
  const { units, problems } = joinCatalogue(unitsOf(body), parseCatalogue(text, 'en.po'));
  return { said: units.slice(1).map(({ target, state }) => `${state} ${target?.text ?? '-'}`), problems };
};

const TABLE = '| Modèle | Jetons |\n| --- | ---: |\n| petit | 128 000 |';

describe('a message of several units says what it said of each', () => {
  test.each([
    ['a table', TABLE, '| Model | Tokens |\n|---|---|\n| small | 128,000 |', ['Model', 'Tokens', 'small', '128,000']],
    [
      'two notes',
      '[^1]: Un mot.\n[^2]: Deux mots.',
      '[^1]: A word.\n[^2]: Two words.',
      ['[^1]: A word.', '[^2]: Two words.'],
    ],
  ])('%s', (_what, french, english, said) => {
    expect(joined(french, catalogue(french, english))).toEqual({
      said: said.map((one) => `reviewed ${one}`),
      problems: [],
    });
  });

  test('as the draft that it is', () => {
    const text = catalogue(TABLE, '| Model | Tokens |\n|---|---|\n| small | 128,000 |', '#, fuzzy\n');
    expect(joined(TABLE, text).said[0]).toBe('translated Model');
  });

  test('of each as often as it stands there', () => {
    const french = '| A | A |\n|---|---|\n| b | |';
    expect(joined(french, catalogue(french, '| C | D |\n|---|---|\n| e | |')).said).toEqual([
      'reviewed C',
      'reviewed D',
      'reviewed e',
    ]);
  });

  test.each([
    ['its English has another shape', TABLE, '| Model |\n|---|\n| small |'],
    ['its English is no table', TABLE, 'Model and tokens'],
    ['it is a paragraph with bars', 'Un | mot\nici', 'A | word\nhere'],
  ])('not where %s: at most a draft, as of any text that was edited', (_what, french, english) => {
    expect(joined(TABLE, catalogue(french, english)).said.filter((one) => one.startsWith('reviewed'))).toEqual([]);
  });
});

test('a cell that is edited gets a message of its own, the others keep theirs', () => {
  const before = catalogue(TABLE, '| Model | Tokens |\n|---|---|\n| small | 128,000 |');
  const units = unitsOf(TABLE);
  const edit = {
    ...{ unit: 'p4', source: 'petit', target: 'little', comments: [], previous: null, expected: 'small' },
    state: 'reviewed' as const,
  };
  const { text, refused } = editCatalogue(before, units, [edit]);
  expect([
    refused,
    joined(TABLE, text).said,
    finish(proofSlices({ before, after: text, units, edits: [edit] })),
  ]).toEqual([[], ['reviewed Model', 'reviewed Tokens', 'reviewed little', 'reviewed 128,000'], true]);
});
