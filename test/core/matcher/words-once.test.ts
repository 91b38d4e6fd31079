import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasForms } from '../../../src/core/matcher/match.ts';
import { buildTermIndex } from '../../../src/core/matcher/term-index.ts';
import { mayHaveForms, wordsOnce } from '../../../src/core/matcher/words-once.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { parseGlossaryYaml } from '../../../src/formats/glossary/yaml.ts';

const INDEX = buildTermIndex(
  parseGlossaryYaml(
    '- { fr: [jeton, œuvre, carte mère, R&D], en: token }\n- { fr: l’apprentissage, en: learning, except: [à apprentissage] }\n',
    'a.yaml',
  ).concepts,
  'fr',
);
const once = (...texts: string[]) => finish(wordsOnce(texts.map(readPlain)));

test.each([
  ['Trois jetons.', true],
  ['Des JETON·S, des jeton(s).', true],
  ['des œuvres', true],
  ['l’OEUVRE', true],
  ['un je\u00adton', true],
  ['une carte', true],
  ['de la R&D', true],
  ['l’an mil', true],
  ['Des jet on.', false],
  ['mère', false],
  ['', false],
])('“%s” may have a form: %s', (text, may) => {
  expect(mayHaveForms(once(text), INDEX)).toBe(may);
});

test('a word that comes again is there once', () => {
  expect(once('Un jeton, un jeton.', 'Un jeton')).toBe('Un jeton , un .');
});

test('whatever stands in texts, no form in them is missed', () => {
  const pieces = [
    ...[
      'jeton',
      'Jetons',
      'jeton(s)',
      'jeton·s',
      'œuvre',
      'OEUVRES',
      'oe',
      'uvre',
      'cartes mères',
      'carte',
      'mère',
      'R&D',
    ],
    ...[
      'l’apprentissage',
      'L\u2019',
      'post-',
      'à apprentissage',
      '\u00ad',
      '\u0301',
      '\ufb01',
      '\ud835',
      '😀',
      '-',
      ' ',
      '\n',
      '(',
      ')',
      '·',
    ],
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3 }), (all) => {
      const texts = all.map((some) => some.join(''));
      const has = texts.some((one) => hasForms(readPlain(one), INDEX));
      return !has || mayHaveForms(once(...texts), INDEX);
    }),
    { numRuns: 2000 },
  );
});
