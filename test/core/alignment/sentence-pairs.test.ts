import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignmentSlices } from '../../../src/core/alignment/sentence-pairs.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { readPlain } from '../../../src/core/text/reading.ts';

const shape = (source: string, target: string) =>
  finish(alignmentSlices(readPlain(source), readPlain(target))).pairs.map(
    (pair) => `${pair.source.join('+')}=${pair.target.join('+')}`,
  );

test('paragraphs whose sentences are each answered by one have the same list of pairs, which is held once', () => {
  const pairsOf = (source: string, target: string) =>
    finish(alignmentSlices(readPlain(source), readPlain(target))).pairs;
  expect(pairsOf('Il pleut. Il vente fort ce soir.', 'It rains. The wind is strong tonight.')).toBe(
    pairsOf('Il neige. Le vent tombe enfin.', 'It snows. The wind drops at last.'),
  );
  expect(pairsOf('Il pleut.', 'It rains.')).toBe(pairsOf('Il neige.', 'It snows.'));
});

describe('sentences that say the same are paired', () => {
  test.each([
    ['one to one', 'Il pleut. Il vente fort ce soir.', 'It rains. The wind is strong tonight.', ['0=0', '1=1']],
    ['nothing', '', '', []],
    [
      'one sentence beside many',
      'Il pleut, il vente et il fait froid.',
      'It rains. It blows. It is cold.',
      ['0=0+1+2'],
    ],
    ['a side that is empty', 'Il pleut. Il vente.', '', ['0+1=']],
    [
      'one cut in two',
      'Il pleut depuis trois jours et le vent de la mer ne tombe pas. Fin.',
      'It has been raining for three days. And the wind off the sea is not dropping. The end.',
      ['0=0+1', '1=2'],
    ],
    [
      'two joined',
      'Il pleut depuis trois jours sur toute la côte. Le vent de la mer ne tombe pas. Fin.',
      'It has been raining for three days all along the coast, and the wind off the sea is not dropping. The end.',
      ['0+1=0', '2=1'],
    ],
    [
      'one cut in three',
      'Le conseil a voté le budget, le maire a promis un pont et les habitants attendent encore. La séance est levée.',
      'The council passed the budget. The mayor promised a bridge. The inhabitants are still waiting. The session is over.',
      ['0=0+1+2', '1=3'],
    ],
    [
      'three joined',
      'Le conseil a voté le budget. Le maire a promis un pont. Les habitants attendent encore. La séance est levée.',
      'The council passed the budget, the mayor promised a bridge, and the inhabitants are still waiting. The session is over.',
      ['0+1+2=0', '3=1'],
    ],
    [
      'four joined',
      'Je connais la musique. Je lis la partition. Je compte les mesures. Je répète le refrain. Puis tout le théâtre se tait.',
      'I know the music, I read the score, I count the measures, and I repeat the refrain. Then the whole theatre is silent.',
      ['0+1+2+3=0', '4=1'],
    ],
    [
      'five joined',
      'Le pilote vérifie la radio. Il examine le moteur. Il note la température. Il salue le mécanicien. Il ferme la porte. Paris est loin.',
      'The pilot checks the radio, examines the motor, notes the temperature, greets the mechanic and shuts the door. Paris is far away.',
      ['0+1+2+3+4=0', '5=1'],
    ],
    [
      'one cut in four',
      'Je connais la musique, je lis la partition, je compte les mesures et je répète le refrain. Puis tout le théâtre se tait.',
      'I know the music. I read the score. I count the measures. I repeat the refrain. Then the whole theatre is silent.',
      ['0=0+1+2+3', '1=4'],
    ],
    [
      'two short ones beside a long one',
      'Elle hésite. Puis elle signe le contrat devant le notaire. Le notaire sourit.',
      'She hesitates, then signs the contract in front of the notary. The notary smiles.',
      ['0+1=0', '2=1'],
    ],
    [
      'the short one by itself, where the English has it too',
      'Elle hésite. Puis elle signe le contrat devant le notaire. Le notaire sourit.',
      'She hesitates. Then she signs the contract in front of the notary. The notary smiles.',
      ['0=0', '1=1', '2=2'],
    ],
  ])('%s', (_what, source, target, expected) => {
    expect(shape(source, target)).toEqual(expected);
  });
});

describe('a sentence without a partner stays alone', () => {
  test.each([
    [
      'dropped in the English',
      'Le musée ouvre à dix heures. Les enfants de la rue voisine jouent au ballon sous la pluie froide. La visite du jardin coûte 4 euros.',
      'The museum opens at ten. The visit to the garden costs 4 euros.',
      ['0=0', '1=', '2=1'],
    ],
    [
      'added by the English',
      'Le musée ouvre à dix heures. La visite du jardin coûte 4 euros.',
      'The museum opens at ten. Anyone who has walked up the hill will be glad of the shade there. The visit to the garden costs 4 euros.',
      ['0=0', '=1', '1=2'],
    ],
    [
      'near-miss: the sentence is there',
      'Le musée ouvre à dix heures. Les enfants de la rue voisine jouent au ballon. La visite du jardin coûte 4 euros.',
      'The museum opens at ten. The children of the next street play ball. The visit to the garden costs 4 euros.',
      ['0=0', '1=1', '2=2'],
    ],
  ])('%s', (_what, source, target, expected) => {
    expect(shape(source, target)).toEqual(expected);
  });
});

/** As long as each other, so that lengths tell nothing. */
const LINES = {
  'the bridge of 1934': [
    'Le pont qui mène de la vieille halle à la colline date de 1934.',
    'The crossing from the old hall to the hill dates from 1934.',
  ],
  Karim: [
    'Karim, le juge de paix, a visité le moulin avec deux collègues.',
    'Karim, a local judge, visited the mill with two colleagues.',
  ],
  'the well of 1951': [
    'Le puits que les moines ont construit là porte la date de 1951.',
    'The well that the monks constructed bears the date 1951.',
  ],
  Odile: [
    'Odile, la pharmacienne, préfère la source minérale du village.',
    'Odile, the pharmacist, prefers the mineral spring nearby.',
  ],
  'a question': [
    'Que deviendra cet endroit quand plus personne ne saura y aller ?',
    'What will this place become when nobody knows how to get there?',
  ],
} as const satisfies Record<string, readonly [fr: string, en: string]>;
type Line = keyof typeof LINES;

describe('where lengths tell nothing, a number or a name does', () => {
  const ALL: readonly Line[] = ['the bridge of 1934', 'Karim', 'the well of 1951', 'Odile'];
  const text = (side: 0 | 1, lines: readonly Line[]) => lines.map((line) => LINES[line][side]).join(' ');

  test.each(ALL)('%s, dropped', (line) => {
    const kept = ALL.filter((one) => one !== line);
    const expected = ALL.map((one, i) => (one === line ? `${i}=` : `${i}=${kept.indexOf(one)}`));
    expect(shape(text(0, ALL), text(1, kept))).toEqual(expected);
  });

  test.each(ALL)('%s, added', (line) => {
    const kept = ALL.filter((one) => one !== line);
    const expected = ALL.map((one, i) => (one === line ? `=${i}` : `${kept.indexOf(one)}=${i}`));
    expect(shape(text(0, kept), text(1, ALL))).toEqual(expected);
  });

  test.each(ALL)('%s, near-miss: nothing dropped', (line) => {
    const lines = [...ALL, line, 'a question'] as const;
    expect(shape(text(0, lines), text(1, lines))).toEqual(lines.map((_, i) => `${i}=${i}`));
  });
});

test('every sentence is in one pair, whatever the texts', () => {
  const text = fc.array(
    fc.constantFrom('Un mot.', 'Une phrase plus longue que les autres.', 'Liang 2024.', 'Deux ?', '!', '(Oh.)'),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(text, text, (source, target) => {
      const { pairs, ...sides } = finish(alignmentSlices(readPlain(source.join(' ')), readPlain(target.join(' '))));
      expect(pairs.flatMap((pair) => pair.source)).toEqual([...sides.source.keys()]);
      expect(pairs.flatMap((pair) => pair.target)).toEqual([...sides.target.keys()]);
    }),
  );
});
