import { expect, test } from 'vitest';
import { cutShort } from '../../../src/core/text/cut-short.ts';

test.each([
  ['what fits is left as it is', 'Trois jetons', 12, 'Trois jetons'],
  ['the last word that fits whole is the last', 'Trois jetons de plus', 12, 'Trois jetons…'],
  ['a word that is cut goes', 'Trois petits jetons', 17, 'Trois petits…'],
  ['with its elision', 'Les effets de l’intelligence', 20, 'Les effets de…'],
  ['with the number that a held space is part of', 'Il y en a 10\u00a0000 ici', 13, 'Il y en a…'],
  ['with a sign that leads to what is gone', 'Un réseau (le plus grand)', 12, 'Un réseau…'],
  ['with a comma', 'Un réseau, puis deux', 11, 'Un réseau…'],
  ['with an opening quotation mark', 'Ils disent « oui » toujours', 14, 'Ils disent…'],
  ['a full stop stays', 'Un réseau. Puis deux', 11, 'Un réseau.…'],
  ['a line is an edge', 'Trois jetons\nde plus', 14, 'Trois jetons…'],
  ['a word that takes more than half is cut', 'Un anticonstitutionnellement', 20, 'Un anticonstitutionn…'],
  ['so is a text of one word', 'x'.repeat(30), 10, `${'x'.repeat(10)}…`],
  ['a pair of surrogates stays whole', 'aa😀😀', 3, 'aa…'],
  ['an accent stays with its letter', 'ete\u0301s', 3, 'et…'],
  ['so does a family', 'a👩\u200d👩\u200d👧', 5, 'a…'],
  ['and a flag', 'a🇫🇷', 4, 'a…'],
  ['what is one sign and too long is left out', `e${'\u0301'.repeat(40)}`, 10, '…'],
  ['nothing is left of no room', 'Trois', 0, '…'],
])('%s', (_what, text, most, wanted) => {
  expect(cutShort(text, most)).toBe(wanted);
});

test.each([
  ['', ''],
  ['abcde', 'abcde'],
  ['abcdef', 'abcde…'],
  ['abcd ef', 'abcd…'],
  ['abc🌉', 'abc🌉'],
  ['abc🌉f', 'abc🌉…'],
  ['abcd🌉', 'abcd…'],
  ['a🌉🌉🌉', 'a🌉🌉…'],
])('%j of five at most is %j', (text, short) => {
  expect(cutShort(text, 5)).toBe(short);
});
