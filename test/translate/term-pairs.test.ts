import { expect, test } from 'vitest';
import { termPairs } from '../../src/translate/term-pairs.ts';
import { conceptsOf } from '../core/glossaries.ts';

const told = (yaml: string) => termPairs(conceptsOf(yaml)).map(({ source, target }) => `${source} = ${target}`);

test.each([
  ['singular for singular, plural for plural', '- fr: jeton\n  en: token\n', ['jeton = token', 'jetons = tokens']],
  [
    'the same English for both, where it has no plural',
    '- fr: matériel\n  en: { term: hardware, plural: none }\n',
    ['matériel = hardware', 'matériels = hardware'],
  ],
  [
    'the preferred English alone, for each French term',
    '- fr: [jeton, unité]\n  en: [token, piece]\n  not: [chip]\n',
    ['jeton = token', 'jetons = tokens', 'unité = token', 'unités = tokens'],
  ],
  [
    'the first of two entries with one French form',
    '- fr: puce\n  en: chip\n- fr: puce\n  en: flea\n',
    ['puce = chip', 'puces = chips'],
  ],
])('an engine is told %s', (_what, yaml, pairs) => {
  expect(told(yaml)).toEqual(pairs);
});
