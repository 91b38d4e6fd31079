import { describe, expect, test } from 'vitest';
import { type Paragraph, paragraphSlices } from '../../../src/core/alignment/paragraph-pairs.ts';
import { commonRenderings } from '../../../src/core/alignment/word-partners.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { rounds } from '../../rounds.ts';

const paragraphs = (texts: readonly string[]): Paragraph[] => texts.map((text) => ({ text, kind: 'paragraph' }));
const align = (french: readonly string[], english: readonly string[]) =>
  finish(paragraphSlices(paragraphs(french), paragraphs(english), commonRenderings))
    .filter(({ source, target }) => source.length > 0 && target.length > 0)
    .map(({ source, target }) => `${source.join('+')}=${target.join('+')}`);

describe('an English text that lacks a long stretch is aligned with the rest', () => {
  const COUNT = rounds(150, 800);
  const french = Array.from({ length: COUNT }, (_, i) => `La maison ${7001 + i * 3} est près de la rivière.`);
  const kept = (keeps: (i: number) => boolean) => {
    const numbers = [...french.keys()].filter(keeps);
    const english = numbers.map((i) => `The house ${7001 + i * 3} is near the river.`);
    return { english, pairs: numbers.map((i, at) => `${i}=${at}`) };
  };

  test.each([
    ['it stops half way', (i: number) => i < COUNT / 2],
    ['it begins half way', (i: number) => i >= COUNT / 2],
    ['it is a quarter of the French', (i: number) => i < COUNT / 4],
    ['it lacks the middle', (i: number) => i < COUNT / 4 || i >= (COUNT * 3) / 4],
    ['near-miss: it lacks nothing', () => true],
  ])('%s', (_, keeps) => {
    const { english, pairs } = kept(keeps);
    expect(align(french, english)).toEqual(pairs);
  });
});

describe('two on one subject of which each has no partner are no pair', () => {
  const around = {
    french: [
      'La bibliothèque municipale de Valmont rouvre ses portes samedi après trois ans de travaux.',
      'Le conseil a voté un budget de 2 millions pour les rayons et la salle de lecture.',
      'Les enfants de moins de douze ans peuvent emprunter cinq albums pendant trois semaines.',
      'Une exposition de photographies de Lucie Marchand occupe le premier étage.',
    ],
    english: [
      'The municipal library of Valmont reopens its doors on Saturday after three years of works.',
      'The council voted a budget of 2 million for the shelves and the reading room.',
      'Children under twelve can borrow five albums for three weeks.',
      'An exhibition of photographs by Lucie Marchand occupies the first floor.',
    ],
  };
  const between = (list: readonly string[], text: string) => [...list.slice(0, 2), text, ...list.slice(2)];

  test('where names and figures differ', () => {
    expect(
      align(
        between(around.french, 'La bibliothèque conserve les archives de Jean Orsel, dont 412 lettres de 1871.'),
        between(around.english, 'The library opens a café run by Mona Petit, with 36 seats, from November 2024.'),
      ),
    ).toEqual(['0=0', '1=1', '3=3', '4=4']);
  });

  test('near-miss: where they agree, though little else does', () => {
    expect(
      align(
        between(around.french, 'On y garde aussi les archives de Jean Orsel, dont 412 lettres de 1871.'),
        between(around.english, 'Papers left by Jean Orsel are kept there too, among them 412 letters from 1871.'),
      ),
    ).toEqual(['0=0', '1=1', '2=2', '3=3', '4=4']);
  });
});
