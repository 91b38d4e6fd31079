import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentText } from '../../../src/core/text/sentences.ts';

function sentences(text: string, language: 'fr' | 'en'): string[] {
  return segmentText(text, language).map(({ start, end }) => text.slice(start, end).trim());
}

describe('French sentences', () => {
  test.each([
    ['Un. Deux.', ['Un.', 'Deux.']],
    ['Est-ce vrai ? Oui ! Bien…', ['Est-ce vrai ?', 'Oui !', 'Bien…']],
    [
      '" Pourquoi tant de puces? " a indiqué la personne. " Comment ?',
      ['" Pourquoi tant de puces? " a indiqué la personne.', '" Comment ?'],
    ],
    ['leurs propres efforts... brisant l’emprise', ['leurs propres efforts... brisant l’emprise']],
    ['" Comment les utiliser? Quel impact? "', ['" Comment les utiliser?', 'Quel impact? "']],
    ['« Vraiment ? » dit-il. Oui.', ['« Vraiment ? » dit-il.', 'Oui.']],
    ['M. Swann venait. Mme Sumbung aussi.', ['M. Swann venait.', 'Mme Sumbung aussi.']],
    ['les modalités, p. ex. Texte', ['les modalités, p. ex. Texte']],
    ['des expert.e.s en linguistique', ['des expert.e.s en linguistique']],
    ['Il coûte 1.5 million', ['Il coûte 1.5 million']],
    ['« Oui. » Il sortit.', ['« Oui. »', 'Il sortit.']],
    ["Je viens d'écrire. L'encre sèche.", ["Je viens d'écrire.", "L'encre sèche."]],
    ["Il dit : 'Entrez.' Elle entra.", ["Il dit : 'Entrez.'", 'Elle entra.']],
    ['Il lut : ‹ Entrez. › Elle entra. ‹ Assis ! ›', ['Il lut : ‹ Entrez. ›', 'Elle entra.', '‹ Assis ! ›']],
    ["Le mot 'fin.' clôt le livre.", ["Le mot 'fin.' clôt le livre."]],
    ['mis par Liang sur...', ['mis par Liang sur...']],
    ['Versez 0,3 L. Remuez.', ['Versez 0,3 L.', 'Remuez.']],
    ['L’art. L. 111 vaut, A. Dupont aussi.', ['L’art. L. 111 vaut, A. Dupont aussi.']],
    ['Selon Roux et al. (2017), oui.', ['Selon Roux et al. (2017), oui.']],
  ])('%s', (text, expected) => {
    expect(sentences(text, 'fr')).toEqual(expected);
  });
});

describe('English sentences', () => {
  test.each([
    ['One. Two.', ['One.', 'Two.']],
    ['\ufffcWhen?\ufffc In May. See\ufffc it.', ['\ufffcWhen?\ufffc', 'In May.', 'See\ufffc it.']],
    ['Pour in 0.3 L. Stir.', ['Pour in 0.3 L.', 'Stir.']],
    ['Roux et al. (2017) and Roe v. Wade', ['Roux et al. (2017) and Roe v. Wade']],
    ['He saw Al. She left.', ['He saw Al.', 'She left.']],
    ['under s. 44b of the Act, c. 1900', ['under s. 44b of the Act, c. 1900']],
    ['It is Zoe’s. 44 came.', ['It is Zoe’s.', '44 came.']],
    ['It runs on buses. 44 came.', ['It runs on buses.', '44 came.']],
    ['The U.S. Commerce Department', ['The U.S. Commerce Department']],
    ['from 9 a.m. to 9 p.m. Monday', ['from 9 a.m. to 9 p.m. Monday']],
    ['on Feb. 9 that', ['on Feb. 9 that']],
    ['“How?” he asked. “When?” She left.', ['“How?” he asked.', '“When?”', 'She left.']],
    ['said Mr. J. Smith. Then', ['said Mr. J. Smith.', 'Then']],
    ['It is 1.5 million. Yes.', ['It is 1.5 million.', 'Yes.']],
    ["'Come in!' He did. 'Sit down.'", ["'Come in!'", 'He did.', "'Sit down.'"]],
    ["'Is it far?' she asked. 'Not very.' (It was.)", ["'Is it far?' she asked.", "'Not very.'", '(It was.)']],
    ['‘Is it far?’ she asked. ‘Not very.’', ['‘Is it far?’ she asked.', '‘Not very.’']],
    ["The U.S.'s rules. Ours.", ["The U.S.'s rules.", 'Ours.']],
    ["It closed in the '90s. 'Tis sad.", ["It closed in the '90s.", "'Tis sad."]],
    ["The dogs' bowl is here. Fill it.", ["The dogs' bowl is here.", 'Fill it.']],
  ])('%s', (text, expected) => {
    expect(sentences(text, 'en')).toEqual(expected);
  });
});

test('segments cover the text, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'B', '.', '?', ' ', '"', "'", '«', '»', '…', '\n', '9', '🙂') }),
      (text) => {
        expect(
          segmentText(text, 'fr')
            .map(({ start, end }) => text.slice(start, end))
            .join(''),
        ).toBe(text);
      },
    ),
  );
});
