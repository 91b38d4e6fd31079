import { describe, expect, test } from 'vitest';
import { createSureness } from '../../../src/core/alignment/pair-sureness.ts';
import { sideSlices } from '../../../src/core/alignment/side-words.ts';
import { markSlices } from '../../../src/core/alignment/telling-marks.ts';
import { knownSlices } from '../../../src/core/alignment/word-partners.ts';
import { finish } from '../../../src/core/model/slices.ts';

const RENDERINGS: Readonly<Record<string, readonly string[]>> = {
  liste: ['list'],
  noms: ['names'],
  ville: ['town'],
  quais: ['quays'],
  voici: ['here'],
  lire: ['read'],
};
/** Paragraphs of other subjects, so that words tell something. */
const OTHERS = ['Le four chauffe.', 'Un renard dort.', 'La pluie tombe.', 'Ils chantent.', 'Rien ne presse.'];

/** How sure it is that a French and an English paragraph are one; lengths fit, and all words find as many partners. */
function sureness(french: string, english: string): number {
  const texts = { source: [french, ...OTHERS], target: [english, ...OTHERS] };
  const sides = { source: finish(sideSlices(texts.source)), target: finish(sideSlices(texts.target)) };
  const partners = finish(knownSlices(sides.source, sides.target, (word) => RENDERINGS[word] ?? []));
  const value = {
    of: () => 0,
    atMost: () => 0,
    alone: 1,
    share: () => 1,
    misfit: () => 0,
    near: () => [0, 9] as const,
    answered: () => 0,
  };
  const one = { source: 0, target: 0, sources: 1, targets: 1 };
  const marks = {
    source: finish(markSlices(texts.source, sides.source)),
    target: finish(markSlices(texts.target, sides.target)),
  };
  return createSureness(sides, marks, { partners, value })(one);
}

/** What the second English paragraph is less sure of than the first. */
const lessSure = (french: string, english: string, other: string) =>
  sureness(french, english) - sureness(french, other) > 0.5;

describe('less sure is', () => {
  test.each<[what: string, french: string, english: string, other: string]>([
    ['another name of a program', 'On lit max_length ici.', 'One reads max_length here.', 'One reads min_length here.'],
    ['one with a capital within', 'AutoModel le dit.', 'AutoModel says so.', 'TFAutoModel says so.'],
    ['a name of a program too many', 'On lit la liste.', 'One reads the list.', 'One reads the list of load_data.'],
    ['what does not lead on', 'Voici les quais :', 'Here are the quays:', 'Here are the quays.'],
    ['what does not ask', 'Faut-il lire la liste ?', 'Should one read the list?', 'One should read the list.'],
    ['what is no sentence', 'La liste est là.', 'The list is there.', 'The list is there'],
    [
      'another order of the same words',
      'La liste donne des noms, puis la ville, puis les quais.',
      'The list gives names, then the town, then the quays.',
      'Quays and a town are there, then, with names, a list.',
    ],
  ])('%s', (_what, french, english, other) => {
    expect(lessSure(french, english, other)).toBe(true);
  });
});

describe('near-miss: as sure is', () => {
  test.each<[what: string, french: string, english: string, other: string]>([
    ['a name of a program in the plural', 'Du Dataset aux noms.', 'From Dataset to names.', 'From Datasets to names.'],
    ['the plural of one', 'Le DataFrame est là.', 'The DataFrame is there.', 'The DataFrames are there.'],
    ['a word with a low line around it', 'La _liste_ est là.', 'The _list_ is there.', 'The list is there.'],
    ['a full stop for an exclamation mark', 'La liste est là !', 'The list is there!', 'The list is there.'],
    ['a colon within quotation marks', '« Voici les quais : »', '“Here are the quays:”', 'Here are the quays:'],
    ['a full stop before a bracket', '(La liste est là.)', '(The list is there.)', '(The list is there).'],
  ])('%s', (_what, french, english, other) => {
    expect(lessSure(french, english, other)).toBe(false);
  });
});
