import { describe, expect, test } from 'vitest';
import { createEverydayWords } from '../../../src/core/alignment/everyday-words.ts';
import { type Paragraph, paragraphSlices } from '../../../src/core/alignment/paragraph-pairs.ts';
import { commonRenderings } from '../../../src/core/alignment/word-partners.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';

const paragraphs = (texts: readonly string[]): Paragraph[] => texts.map((text) => ({ text, kind: 'paragraph' }));
const everyday = finish(createEverydayWords(NO_VERBS)());
const renderings = (word: string) => [...commonRenderings(word), ...everyday(word)];
const align = (french: readonly string[], english: readonly string[]) =>
  finish(paragraphSlices(paragraphs(french), paragraphs(english), renderings));
const links = (french: readonly string[], english: readonly string[]) =>
  align(french, english)
    .filter(({ source, target }) => source.length > 0 && target.length > 0)
    .map(({ source, target }) => `${source.join('+')}=${target.join('+')}`);

/** A guide to a lock on a canal: each paragraph with its translation. */
const LOCK: readonly (readonly [french: string, english: string])[] = [
  [
    'L’écluse de Montrival fut construite en 1842 par l’ingénieur Bastien Lorgue.',
    'The lock at Montrival was built in 1842 by the engineer Bastien Lorgue.',
  ],
  [
    'Deux portes de chêne ferment le bassin, long de 38 mètres.',
    'Two oak gates close the basin, which is 38 metres long.',
  ],
  [
    'Le gardien ouvre les vannes à sept heures et les ferme à vingt heures.',
    'The keeper opens the sluices at seven and closes them at eight in the evening.',
  ],
  [
    'Une péniche met douze minutes pour monter jusqu’au niveau supérieur.',
    'A barge takes twelve minutes to rise to the upper level.',
  ],
  [
    'En 1910, la crue emporta la maison du gardien et la passerelle.',
    'In 1910 the flood carried away the keeper’s house and the footbridge.',
  ],
  [
    'Le trafic commercial a cessé en 1974 ; restent les bateaux de plaisance.',
    'Commercial traffic stopped in 1974; pleasure boats remain.',
  ],
  [
    'Un musée occupe l’ancienne forge, avec une collection de 215 outils.',
    'A museum occupies the former forge, with a collection of 215 tools.',
  ],
  [
    'Les canards de l’écluse sont nourris par les enfants de l’école Jules-Verne.',
    'The ducks of the lock are fed by the children of the Jules-Verne school.',
  ],
  [
    'Une association répare les portes chaque hiver avec des bénévoles.',
    'An association repairs the gates every winter with volunteers.',
  ],
  [
    'Le bassin est vidé en novembre pour une inspection du fond.',
    'The basin is emptied in November for an inspection of the bottom.',
  ],
  ['La visite guidée coûte 4 euros et dure une heure.', 'The guided tour costs 4 euros and lasts one hour.'],
  [
    'Le sentier continue vers le pont-canal de Berthes, à 6 kilomètres.',
    'The path goes on to the aqueduct of Berthes, 6 kilometres away.',
  ],
];
const without = (side: 0 | 1, left: readonly number[]) =>
  LOCK.flatMap((pair, i) => (left.includes(i) ? [] : pair[side]));
/** Links of the paragraphs that neither side left out. */
const rest = (french: readonly number[], english: readonly number[]) => {
  const all = [...LOCK.keys()];
  const [own, other] = [all.filter((i) => !french.includes(i)), all.filter((i) => !english.includes(i))];
  return own.flatMap((i, at) => (other.includes(i) ? [`${at}=${other.indexOf(i)}`] : []));
};

describe('what one text leaves out has no partner in the other', () => {
  test.each<[string, readonly number[], readonly number[]]>([
    ['the English leaves out one', [], [4]],
    ['the English leaves out two in a row', [], [6, 7]],
    ['the English leaves out the first and the last', [], [0, 11]],
    ['the English leaves out every third', [], [2, 5, 8]],
    ['each leaves out one, and those face each other', [3], [4]],
    ['each leaves out one at two places', [1, 7], [2, 8]],
    ['each leaves out two, and those face each other', [5, 6], [7, 8]],
    ['near-miss: nothing is left out', [], []],
    ['near-miss: the French leaves out what the English does', [4, 9], [4, 9]],
  ])('%s', (_what, french, english) => {
    expect(links(without(0, french), without(1, english))).toEqual(rest(french, english));
  });
});

test('two on one subject that say different things are no pair or the weakest, though they stand where a pair would', () => {
  const french = LOCK.map(([text]) => text);
  const english = LOCK.map(([, text]) => text);
  const pairs = align(
    french.with(4, 'Le gardien de l’écluse vit seul avec un vieux chat gris et lit le journal.'),
    english.with(4, 'The keeper of the lock sells honey and eggs to whoever rings at the door.'),
  );
  const scores = pairs
    .filter(({ target }) => target.length > 0)
    .map(({ source, score }) => [score, source[0]] as const);
  const [weakest] = scores.sort(([a], [b]) => a - b);
  expect((weakest?.[1] === 4 && weakest[0] < 0.5) || !scores.some(([, source]) => source === 4)).toBe(true);
});

describe('a paragraph beside two others', () => {
  const french = LOCK.map(([text]) => text);
  const english = LOCK.map(([, text]) => text);
  const AT = 5;

  test('is no merge where they only stand in its place', () => {
    const other = [
      'The fish that the anglers catch below the weir in spring are mostly bream.',
      'Cyclists who ride along the water find a bench and a tap behind the hedge.',
    ];
    const long = `${'Un vieux moulin à farine, dont la roue ne tourne plus, appartient au notaire et à sa sœur'} ; ils en vendent parfois la pierre, ou les poutres, aux maçons de la vallée voisine.`;
    expect(links(french.with(AT, long), english.toSpliced(AT, 1, ...other))).not.toContain(`${AT}=${AT}+${AT + 1}`);
  });

  test('near-miss: is one where they say what it says', () => {
    const halves = ['Commercial traffic stopped in 1974.', 'Pleasure boats remain.'];
    expect(links(french, english.toSpliced(AT, 1, ...halves))).toContain(`${AT}=${AT}+${AT + 1}`);
  });
});

describe('of two that are nearly the same, the one with the words of the other side has it', () => {
  const lockThen = (twins: readonly string[], side: 0 | 1) => [...LOCK.slice(0, 6).map((pair) => pair[side]), ...twins];
  test.each([
    ['a name', ['Le bassin du canal de Vaux', 'Le bassin du canal de Berthes'], 'The basin of the Vaux canal', 6],
    ['a name', ['Le bassin du canal de Vaux', 'Le bassin du canal de Berthes'], 'The basin of the Berthes canal', 7],
    ['a figure', ['Le quai mesure 38 mètres.', 'Le quai mesure 83 mètres.'], 'The quay measures 83 metres.', 7],
    ['the future', ['Avez-vous un bateau ?', 'Aurez-vous un bateau ?'], 'Will you have a boat?', 7],
    ['the present', ['Aurez-vous un bateau ?', 'Avez-vous un bateau ?'], 'Do you have a boat?', 7],
    ['a compound', ['ceux à porte autocentrée', 'ceux à porte automatique'], 'those with an auto-centred gate', 6],
  ])('%s: %j, %s', (_what, french, english, at) => {
    expect(links(lockThen(french, 0), lockThen([english], 1)).at(-1)).toBe(`${at}=6`);
  });
});

test.each(['Le musée', 'Le musée de la forge', 'L’ancienne forge et sa collection d’outils'])(
  'a title that the English leaves out is no part of the paragraph below it: %s',
  (title) => {
    const french = LOCK.map(([text]) => text).toSpliced(6, 0, title);
    expect(
      links(
        french,
        LOCK.map(([, text]) => text),
      ),
    ).toEqual(LOCK.map((_, i) => `${i < 6 ? i : i + 1}=${i}`));
  },
);

describe('a bar that follows the text', () => {
  test('a short title is paired though it shares no word, where nothing was left out', () => {
    const french = LOCK.map(([text]) => text).toSpliced(6, 0, 'Et aujourd’hui ?');
    const english = LOCK.map(([, text]) => text).toSpliced(6, 0, 'What about now?');
    expect(links(french, english)).toContain('6=6');
  });
});
