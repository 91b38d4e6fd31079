import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasForms } from '../../../src/core/matcher/match.ts';
import { buildTermIndex } from '../../../src/core/matcher/term-index.ts';
import { firstWordsOf, textsWith, wordHashes } from '../../../src/core/matcher/word-hashes.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { parseGlossaryYaml } from '../../../src/formats/glossary/yaml.ts';
import { ANY_CHARACTER } from '../../any-character.ts';

const INDEX = buildTermIndex(
  parseGlossaryYaml(
    '- { fr: [jeton, œuvre, carte mère, R&D, llama.cpp], en: token }\n- { fr: l’apprentissage, en: learning, except: [à apprentissage] }\n',
    'a.yaml',
  ).concepts,
  'fr',
);
const FIRST = firstWordsOf(INDEX);
const found = (...texts: string[]) => textsWith(finish(wordHashes(texts.map(readPlain))), FIRST);

test.each([
  ['Trois jetons.', true],
  ['Des JETON·S, des jeton(s).', true],
  ['des œuvres', true],
  ['l’OEUVRE', true],
  ['un je\u00adton', true],
  ['une carte', true],
  ['de la R&D', true],
  ['l’an mil', true],
  ['avec llama.cpp', true],
  ['src/llama.cpp', true],
  ['avec lama.cpp', false],
  ['Des jet on.', false],
  ['mère', false],
  ['', false],
])('“%s” may have a form: %s', (text, may) => {
  expect(found(text)).toEqual(may ? [0] : []);
});

test('the texts are told apart, empty ones among them', () => {
  expect(found('', 'Un jeton, deux jetons.', 'Rien.', '', 'Une carte.')).toEqual([1, 4]);
});

test('a word that comes again is there once', () => {
  expect(finish(wordHashes([readPlain('Un jeton, un JETON.')])).length).toBe('un jeton , . END'.split(' ').length);
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
      'llama.cpp',
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
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: ANY_CHARACTER, maxLength: 3 })), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3 }), (all) => {
      const texts = all.map((some) => some.join(''));
      const may = new Set(found(...texts));
      return texts.every((one, number) => may.has(number) || !hasForms(readPlain(one), INDEX));
    }),
    { numRuns: 2000 },
  );
});
