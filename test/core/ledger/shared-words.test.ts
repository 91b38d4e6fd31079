import { expect, test } from 'vitest';
import { glossaryOf, ledgerOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf(`
- {fr: jeton, en: token}
- {fr: jeton d'entrée, en: input token}
- {fr: jeton de sortie, en: output token}
- {fr: mémoire à court terme, en: short-term memory}
- {fr: mémoire à long terme, en: long-term memory}
- {fr: réseau convolutif, en: [convolutional neural network, CNN]}
- {fr: réseau récurrent, en: [recurrent neural network, RNN]}
- {fr: modèle ouvert, en: open model}
- {fr: modèle fermé, en: closed model}
- {fr: puce, en: chip}
- {fr: algorithme, en: algorithm}
- {fr: apprentissage supervisé, en: supervised learning}
- {fr: apprentissage profond, en: deep learning}
- {fr: coût d'entraînement, en: training cost}
- {fr: coût d'inférence, en: inference cost}
- {fr: mégawattheure, en: [megawatt-hour, MWh]}
- {fr: mètre, en: [metre, m]}
`);

const missing = (french: string, english: string) =>
  ledgerOf(french, english, GLOSSARY)
    .filter((line) => line.endsWith('missing'))
    .map((line) => line.split(' →')[0]);

test.each([
  ['a last word for both', 'les jetons d’entrée et les jetons de sortie', 'input and output tokens'],
  ['the other order', 'les jetons de sortie ou les jetons d’entrée', 'output or input tokens'],
  ['a slash', 'les jetons d’entrée et les jetons de sortie', 'input/output tokens'],
  [
    'two words',
    'des réseaux récurrents plutôt que des réseaux convolutifs',
    'recurrent rather than convolutional neural networks',
  ],
  ['an adjective between', 'les jetons d’entrée et les jetons de sortie', 'the input and costlier output tokens'],
  ['a hyphen that waits', 'mémoire à court terme et mémoire à long terme', 'short- and long-term memory'],
  ['from one to the other', 'du modèle fermé au modèle ouvert', 'from closed to open models'],
])('a compound leaves out what the next one says: %s', (_what, french, english) => {
  expect(missing(french, english)).toEqual([]);
});

test.each([
  [
    'nothing of it stands there',
    'les jetons d’entrée et les jetons de sortie',
    'the first and output tokens',
    'jetons d’entrée',
  ],
  [
    'another phrase begins',
    'le jeton d’entrée et le jeton de sortie',
    'the input and the price of an output token',
    'jeton d’entrée',
  ],
  [
    'a verb stands between',
    'le jeton d’entrée et le jeton de sortie',
    'the input is in and output tokens are out',
    'jeton d’entrée',
  ],
  ['nothing joins them', 'le jeton d’entrée, le jeton de sortie', 'input gives output tokens', 'jeton d’entrée'],
  [
    'too far apart',
    'le jeton d’entrée et le jeton de sortie',
    'input and very good old large new cheap fast output tokens',
    'jeton d’entrée',
  ],
  ['the rest is another', 'le modèle fermé et le jeton de sortie', 'closed and output tokens', 'modèle fermé'],
])('and not where %s', (_why, french, english, term) => {
  expect(missing(french, english)).toEqual([term]);
});

test.each([
  ['ones', 'Les modèles ouverts gagnent, les modèles fermés perdent.', 'Open models win, closed ones lose.'],
  [
    'ones of the next sentence',
    'Les modèles ouverts gagnent. Les modèles fermés perdent.',
    'Open models win. Closed ones lose.',
  ],
  ['one', 'Le modèle ouvert gagne, le modèle fermé perd.', 'The open model wins, the closed one loses.'],
  ['ones of a single word', 'Des puces chères et des puces chinoises.', 'Dear chips, and Chinese ones.'],
  ['those of', 'Le coût d’inférence dépasse le coût d’entraînement.', 'Inference costs exceed those of training.'],
  [
    'that of',
    'Le coût d’inférence de Max dépasse le coût d’inférence de Zoé.',
    'Max’s inference cost exceeds that of Zoe.',
  ],
  [
    'the latter',
    'Le modèle ouvert suit le modèle fermé, et le modèle fermé perd.',
    'The open model follows the closed model, and the latter loses.',
  ],
  [
    'the former',
    'Les modèles ouverts et les puces plaisent ; les puces sont chères.',
    'Chips and open models are liked; the former are dear.',
  ],
  [
    'ones with a noun within',
    'Des algorithmes d’apprentissage supervisé et des algorithmes d’apprentissage profond.',
    'Supervised learning algorithms and deep ones.',
  ],
  [
    'the latter, not of late',
    'Ces derniers mois, le jeton suit la puce, et la puce chauffe.',
    'These past months the token followed the chip, and the latter is hot.',
  ],
  [
    'those who, not people',
    'Des gens voient des puces qui chauffent et des puces qui cassent.',
    'People see chips which heat and those which break.',
  ],
  ['a possessive', 'Les puces de Max valent les puces de Zoé.', 'Max’s chips equal Zoe’s.'],
  [
    'vice versa',
    'Du modèle ouvert à la puce, et de la puce au modèle ouvert.',
    'From the open model to the chip, and vice versa.',
  ],
])('a word stands for a noun said before: %s', (_what, french, english) => {
  expect(missing(french, english)).toEqual([]);
});

test.each([
  [
    'another adjective',
    'Les modèles ouverts gagnent, les modèles fermés perdent.',
    'Open models win, big ones lose.',
    'modèles fermés',
  ],
  [
    'no noun within',
    'Des algorithmes et des algorithmes d’apprentissage profond.',
    'Algorithms and deep ones.',
    'apprentissage profond',
  ],
  ['nothing said before', 'Des puces chères.', 'Some dear ones.', 'puces'],
  ['another noun said before', 'Des jetons et des puces.', 'Tokens, and Chinese ones.', 'puces'],
  ['a noun of its own', 'Des puces et ces puces.', 'Chips and those cards.', 'puces'],
  ['a former what', 'Des puces et une puce.', 'Chips and the former boss.', 'puce'],
  ['a number', 'Une puce et une puce.', 'A chip and one card.', 'puce'],
  ['a genitive with its noun', 'La puce et la puce de Max.', 'The chip and Max’s card.', 'puce'],
  [
    'one that the French has too',
    'Des puces, celles de Max, et des puces.',
    'Chips, those of Max, and so on.',
    'puces',
  ],
  [
    'the latter that the French has',
    'Le jeton suit la puce ; cette dernière et la puce chauffent.',
    'The token follows the chip; the latter runs hot.',
    'puce',
  ],
  [
    'vice versa that the French has',
    'Des puces aux jetons et inversement ; des puces.',
    'From chips to tokens and vice versa; hot.',
    'puces',
  ],
  [
    'people',
    'Les puces coûtent. Les personnes qui achètent des puces râlent.',
    'Chips cost. Those who buy grumble.',
    'puces',
  ],
  ['a verb', 'La puce et la puce de Max.', 'The chip and it’s, well, late.', 'puce'],
  [
    'said long before',
    `Des puces. ${'Il dort. Elle rit. '.repeat(4)}Des puces.`,
    `Chips. ${'He sleeps. She laughs. '.repeat(4)}Dear ones.`,
    'puces',
  ],
])('and not %s', (_why, french, english, term) => {
  expect(missing(french, english)).toEqual([term]);
});

test.each([
  ['a unit', '1 287 mégawattheures', '1,287MWh', []],
  ['a short one', 'à 10 mètres', 'at 10m', []],
  ['another unit', '1 287 mégawattheures', '1,287kWh', ['mégawattheures']],
  ['a code', 'à 10 mètres', 'at m10', ['mètres']],
  ['two of them', '3 mégawattheures, 4 mégawattheures', '3MWh, 4', ['mégawattheures']],
])('a unit is written to its figure: %s', (_what, french, english, expected) => {
  expect(missing(french, english)).toEqual(expected);
});

const MODELS = glossaryOf(`
- {fr: [grand modèle de langage, large language model, LLM], en: [large language model, LLM]}
- {fr: serveur, en: server}
`);

test.each([
  ['spelled out', 'un grand modèle de langage (LLM, pour large language model)', 'a large language model (LLM)', []],
  ['and quoted', 'un grand modèle de langage (LLM, pour « large language model »)', 'a large language model (LLM)', []],
  [
    'in English first',
    'un grand modèle de langage (en anglais large language model, LLM)',
    'a large language model',
    [],
  ],
  ['in English alone', 'un grand modèle de langage (en anglais : large language model)', 'a large language model', []],
  ['in English behind a comma', 'un grand modèle de langage (en anglais, LLM)', 'a large language model', []],
  ['not at all', 'un grand modèle de langage (LLM, pour large language model)', 'a thing', [0]],
  ['twice', 'un grand modèle de langage (LLM), puis un LLM', 'a large language model', [1]],
  ['beside another term', 'un grand modèle de langage (LLM, pour serveur)', 'a large language model (LLM)', [2]],
])('a gloss in brackets is one mention with what it explains: %s', (_what, french, english, expected) => {
  const lines = ledgerOf(french, english, MODELS);
  expect(lines.flatMap((line, i) => (line.endsWith('missing') ? [i] : []))).toEqual(expected);
});
