import { expect, test } from 'vitest';
import { findUnbreakable, withHeldSpaces } from '../../../src/core/text/unbreakable.ts';

test.each<[string, string[]]>([
  ['Un, a-t-il dit.', ['a-t-il']],
  ['Où va-t-elle ?', ['va-t-elle ?']],
  ['Pourra-t-on, parlera-t-ils', ['Pourra-t-on', 'parlera-t-ils']],
  ['« Oui », dit-il.', ['« Oui »']],
  ['Un « mot » ; (un « autre »)', ['« mot » ;', '« autre »']],
  ['« Comprend »-il ?', ['« Comprend »-il ?']],
  ['« Lui »… « elle »— « eux »[^1]', ['« Lui »', '« elle »', '« eux »']],
  ['Quoi ?! Non !!! « Si !… »', ['Quoi ?!', 'Non !!!', '« Si !… »']],
  ['*Vrai !*, :nom et ?nom, un »mot«', ['*Vrai !']],
  ['Un t-shirt, un porte-t-image', []],
  ['« Parle-t-il, y a-t-elle', ['« Parle-t-il,', 'a-t-elle']],
  ['𝒜-t-il', ['𝒜-t-il']],
  ['-t-il', []],
  ['(mot) : « mot »', ['(mot) :', '« mot »']],
  [' : un', []],
  ['12 % de moins', ['12 %']],
  ['Vrai ! vraiment', ['Vrai !']],
  ['Vrai !vraiment', []],
  ['Il dit " oui " et part.', ['" oui "']],
  ['" Les deux " mots', ['" Les', 'deux "']],
  ['Il dit "oui" et part.', []],
  ['Un " mot', ['" mot']],
  ['1 200 000 voix, 1,5 million, 10 000', ['1 200 000', '1,5 million', '10 000']],
])('%s', (text, wanted) => {
  expect(findUnbreakable(text).map(({ start, end }) => text.slice(start, end))).toEqual(wanted);
});

test.each([
  ['Un mot : « Oui », 10 000 fois', 'Un mot_: «_Oui_», 10_000 fois'],
  ['Rien de tel, va-t-il dire', 'Rien de tel, va-t-il dire'],
  ['', ''],
])('with held spaces: %s', (text, wanted) => {
  expect(withHeldSpaces(text).replaceAll('\u00a0', '_')).toBe(wanted);
});
