import { describe, expect, test } from 'vitest';
import { createDoubts } from '../../../src/core/alignment/pair-doubts.ts';
import { sideSlices } from '../../../src/core/alignment/side-words.ts';
import { markSlices } from '../../../src/core/alignment/telling-marks.ts';
import { commonRenderings, knownSlices } from '../../../src/core/alignment/word-partners.ts';
import { finish } from '../../../src/core/model/slices.ts';

/** Paragraphs of other subjects. */
const OTHERS = ['Le four chauffe.', 'Un renard dort.'];

/** What speaks against a French and an English paragraph. */
function doubts(french: string, english: string, misfit = 0) {
  const texts = { source: [french, ...OTHERS], target: [english, ...OTHERS] };
  const sides = { source: finish(sideSlices(texts.source)), target: finish(sideSlices(texts.target)) };
  const marks = {
    source: finish(markSlices(texts.source, sides.source)),
    target: finish(markSlices(texts.target, sides.target)),
  };
  const partners = finish(knownSlices(sides.source, sides.target, commonRenderings));
  const value = { misfit: () => misfit };
  return createDoubts(sides, marks, { partners, value })({ source: 0, target: 0, sources: 1, targets: 1 });
}

const words = (french: string, english: string, misfit?: number) =>
  doubts(french, english, misfit).map(({ says }) => says);

describe('against a pair speaks', () => {
  test.each<[what: string, french: string, english: string, says: readonly string[]]>([
    [
      'a figure that only the French has',
      'Le bassin a 12 portes.',
      'The basin has gates.',
      ['only the French has “12”'],
    ],
    ['one that only the English has', 'Le bassin a des portes.', 'It has 12 gates.', ['only the English has “12”']],
    [
      'another figure on either side',
      'Il mesure 38 mètres.',
      'It measures 83 metres.',
      ['only the French has “38”', 'only the English has “83”'],
    ],
    ['a figure as it is written', 'Il a 1,5 mètre.', 'It is that long.', ['only the French has “1,5”']],
    ['one with a space within', 'Pour 12\u202f000 euros.', 'For that much.', ['only the French has “12\u202f000”']],
    ['a name', 'C’est là que vivait Lorgue.', 'That is where the engineer lived.', ['only the French has “Lorgue”']],
    [
      'a file of another kind',
      'On lit noms.csv ici.',
      'One reads noms.txt here.',
      ['only the French has “noms.csv”', 'only the English has “noms.txt”'],
    ],
    [
      'a name behind another stop',
      'On appelle quai.load ici.',
      'Here one calls port.load.',
      ['only the French has “quai.load”', 'only the English has “port.load”'],
    ],
    ['a name of a program', 'On lit max_length.', 'One reads it.', ['only the French has “max_length”']],
    ['three of several words', 'De 11 à 22, 33, 44 et 55.', 'To all.', ['only the French has “11”, “22”, “33”']],
    ['no hour that both have', 'De 10 h à 18 h.', 'From 10 am to 6 pm.', []],
    ['no hour with minutes', 'À 18 h 30.', 'At 6:30 p.m.', []],
    ['another hour', 'À 17 h.', 'At 6 pm.', ['only the French has “17”', 'only the English has “6”']],
    [
      'a figure that is no hour',
      'Il y en a 18.',
      'There are 6.',
      ['only the French has “18”', 'only the English has “6”'],
    ],
    ['a denial in French', 'Il ne vient pas.', 'He is coming.', ['only the French says no']],
    ['a denial in English', 'Il vient.', 'He isn’t coming.', ['only the English says no']],
    ['another word for no', 'Il vient.', 'He comes without her.', ['only the English says no']],
    ['what is so no more', 'Il ne vient plus.', 'He is coming.', ['only the French says no']],
    ['what hardly is so', 'Il vient.', 'He hardly comes.', ['only the English says no']],
    ['a question', 'Vient-il ?', 'He comes.', ['only the French asks']],
  ])('%s', (_what, french, english, says) => {
    expect(words(french, english)).toEqual(says);
  });

  test('a length that does not fit', () => {
    expect(words('Il vient.', 'He comes.', 0.4)).toEqual(['their lengths do not fit']);
  });
});

describe('near-miss: nothing speaks against', () => {
  test.each<[what: string, french: string, english: string]>([
    ['the same figure', 'Il a 12 portes.', 'It has 12 gates.'],
    ['the same written otherwise', 'Il a 1,5 mètre pour 12 000 euros.', 'It is 1.5 metres for 12,000 euros.'],
    ['a small figure in words', 'Il a 2 portes.', 'It has two gates.'],
    ['the figure of a word', 'On lit t5 ici.', 'One reads t5 here.'],
    ['the same file', 'On lit noms.csv.', 'One reads noms.csv.'],
    ['a name of a program in the plural', 'Un DataFrame.', 'Some DataFrames.'],
    ['a full stop without a space behind it', 'Il lit.Puis il part.', 'He reads. Then he goes.'],
    ['the same name', 'Là vivait Lorgue.', 'There lived Lorgue.'],
    ['a capital that begins a sentence', 'Il part. Demain il vient.', 'He goes. Tomorrow he comes.'],
    ['a denial in other words', 'Sans elle.', 'Not with her.'],
    ['a kind that French names with non', 'Le tri non supervisé.', 'Unsupervised sorting.'],
    ['one that English names with un-', 'Un tri qui n’est pas supervisé.', 'Unsupervised sorting.'],
    ['a step', 'Le pas d’apprentissage.', 'The learning rate.'],
    ['what English says with -less', 'Un réseau sans fil.', 'A wireless network.'],
    ['no longer', 'Il n’est plus ici.', 'He is no longer here.'],
    ['only', 'Il ne lit que cela.', 'He only reads that.'],
    ['a number that No stands before', 'Voici la liste 12.', 'Here is list no. 12.'],
    ['a word that begins as a denial', 'Il note.', 'He notes nothingness.'],
    ['a question', 'Vient-il ?', 'Is he coming?'],
    ['lengths that fit badly', 'Il vient.', 'He comes.'],
  ])('%s', (_what, french, english) => {
    expect(words(french, english, 0.39)).toEqual([]);
  });
});

test.each<[what: string, french: string, english: string, weight: number]>([
  ['a figure', 'Il a 12 portes.', 'It has gates.', 1],
  ['two at most, whichever side they are on', 'De 11 à 22.', 'From 33 to 44.', 2],
  ['a name of a program more', 'On lit max_length.', 'One reads it.', 2.5],
  ['two of those at most', 'De a_b à c_d et e_f.', 'To all.', 5],
  ['a name nothing more: it was counted', 'Là vivait Lorgue.', 'There he lived.', 0],
  ['a question nothing more', 'Vient-il ?', 'He comes.', 0],
])('it counts: %s', (_what, french, english, weight) => {
  expect(doubts(french, english).reduce((sum, doubt) => sum + doubt.weight, 0)).toBe(weight);
});
