import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlain } from '../../../src/core/text/reading.ts';
import { alignSentences } from '../../../src/core/text/sentence-pairs.ts';
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
    ['mis par Liang sur...', ['mis par Liang sur...']],
  ])('%s', (text, expected) => {
    expect(sentences(text, 'fr')).toEqual(expected);
  });
});

describe('English sentences', () => {
  test.each([
    ['One. Two.', ['One.', 'Two.']],
    ['The U.S. Commerce Department', ['The U.S. Commerce Department']],
    ['from 9 a.m. to 9 p.m. Monday', ['from 9 a.m. to 9 p.m. Monday']],
    ['on Feb. 9 that', ['on Feb. 9 that']],
    ['“How?” he asked. “When?” She left.', ['“How?” he asked.', '“When?”', 'She left.']],
    ['said Mr. J. Smith. Then', ['said Mr. J. Smith.', 'Then']],
    ['It is 1.5 million. Yes.', ['It is 1.5 million.', 'Yes.']],
  ])('%s', (text, expected) => {
    expect(sentences(text, 'en')).toEqual(expected);
  });
});

test('segments cover the text, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'B', '.', '?', ' ', '"', '«', '»', '…', '\n', '9', '🙂') }),
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

describe('sentences of a unit are aligned', () => {
  const shape = (source: string, target: string) =>
    alignSentences(readPlain(source), readPlain(target)).pairs.map(
      (pair) => `${pair.source.join('+')}=${pair.target.join('+')}`,
    );

  test.each([
    ['one to one', 'Il pleut. Il vente fort ce soir.', 'It rains. The wind is strong tonight.', ['0=0', '1=1']],
    [
      'one French sentence cut in two',
      'Il pleut depuis trois jours et le vent de la mer ne tombe pas. Fin.',
      'It has been raining for three days. And the wind off the sea is not dropping. The end.',
      ['0=0+1', '1=2'],
    ],
    [
      'two French sentences joined',
      'Il pleut depuis trois jours sur toute la côte. Le vent de la mer ne tombe pas. Fin.',
      'It has been raining for three days all along the coast, and the wind off the sea is not dropping. The end.',
      ['0+1=0', '2=1'],
    ],
    ['nothing', '', '', []],
  ])('%s', (_what, source, target, expected) => {
    expect(shape(source, target)).toEqual(expected);
  });

  test('every sentence is in one pair, whatever the texts', () => {
    const text = fc.array(fc.constantFrom('Un mot.', 'Une phrase plus longue que les autres.', 'Liang 2024.'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, text, (source, target) => {
        const { pairs, ...sides } = alignSentences(readPlain(source.join(' ')), readPlain(target.join(' ')));
        expect(pairs.flatMap((pair) => pair.source)).toEqual([...sides.source.keys()]);
        expect(pairs.flatMap((pair) => pair.target)).toEqual([...sides.target.keys()]);
      }),
    );
  });
});
