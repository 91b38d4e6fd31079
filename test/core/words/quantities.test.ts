import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareQuantities, quantitiesIn } from '../../../src/core/checks/pair/numbers.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { ENGLISH_NUMBERS } from '../../../src/core/words/english-numbers.ts';
import { FRENCH_NUMBERS } from '../../../src/core/words/french-numbers.ts';
import { findQuantities } from '../../../src/core/words/quantities.ts';
import type { Quantity } from '../../../src/core/words/quantity.ts';
import { rounds } from '../../rounds.ts';

const NUMBERS = { fr: FRENCH_NUMBERS, en: ENGLISH_NUMBERS };

function said(text: string, language: 'fr' | 'en'): string[] {
  return findQuantities(text, NUMBERS[language])
    .filter(({ loose }) => !loose)
    .map(({ kind, value, unit }) => `${kind === 'number' ? '' : `${kind} `}${value}${unit ?? ''}`);
}

describe('French numbers', () => {
  test.each([
    ['1,5 million de yuans', ['1500000yuan']],
    ['800 000 yuans', ['800000yuan']],
    ['800\u202f000', ['800000']],
    ['plus de 1 billion de dollars', ['1000000000000$']],
    ['1,2 milliard', ['1200000000']],
    ['un milliard', ['1000000000']],
    ['des centaines de milliards', ['100000000000']],
    ['70 %', ['70%']],
    ['vingt pour cent', ['20%']],
    ['de 9h à 21h', ['time 540', 'time 1260']],
    ['à 21 h 30', ['time 1290']],
    ['le 25 février', ['25', 'month 2']],
    ['1er juillet 2020', ['1', 'month 7', '2020']],
    ['vingt-deux', ['22']],
    ['soixante-dix-sept', ['77']],
    ['quatre-vingt-dix-neuf mille', ['99000']],
    ['deux cent cinq', ['205']],
    ['vingt et un', ['21']],
    ['deux mille trois cents', ['2300']],
    ['dix-neuf', ['19']],
    ['deux, trois', ['2', '3']],
    ['de 20 à 40 fois', ['20', '40']],
    ['deuxième', ['2']],
    ['1.250.000', ['1250000']],
  ])('%s', (text, numbers) => {
    expect(said(text, 'fr')).toEqual(numbers);
  });

  test.each([
    'premier ministre',
    "l'une des personnes",
    'milliardaire',
    'R1, R2, A100',
    'O3-Mini et GPT-4',
    'un ordinateur neuf',
    'des dizaines',
    'la génération Z',
  ])('none in “%s”', (text) => {
    expect(said(text, 'fr')).toEqual([]);
  });
});

describe('English numbers', () => {
  test.each([
    ['$1 trillion', ['1000000000000$']],
    ['1.5 million yuan', ['1500000yuan']],
    ['800,000', ['800000']],
    ['70%', ['70%']],
    ['9 a.m. to 9 p.m.', ['time 540', 'time 1260']],
    ['9:30 pm', ['time 1290']],
    ['Feb. 25', ['month 2', '25']],
    ['in early May', ['month 5']],
    ['twenty-two', ['22']],
    ['two hundred and five', ['205']],
    ['the twenty-first and the twenty first pages', ['21', '20']],
    ['the twenty\u00a0second starts', ['20']],
    ['twenty one pages', ['21']],
    ['two, three', ['2', '3']],
    ['hundreds of billions', ['100000000000']],
    ['the 20th century', ['20']],
  ])('%s', (text, numbers) => {
    expect(said(text, 'en')).toEqual(numbers);
  });

  test.each(['it may be', 'one of them', 'R1 and o3-mini', 'a decade-long plan', 'dozens', 'first', 'U.S. officials'])(
    'none in “%s”',
    (text) => {
      expect(said(text, 'en')).toEqual([]);
    },
  );
});

/** Words that hold a number, what it says, and words that look as if they did. */
const WORDS = {
  fr: {
    numbers: {
      deux: 'number 2',
      Dix: 'number 10',
      'vingt-deux': 'number 22',
      'deux cent cinq': 'number 205',
      '1,5 million': 'number 1500000',
      '70 %': 'number 70 %',
      '800\u202f000': 'number 800000',
      '1er': 'number 1',
      XXIe: 'number 21',
      '21 h 30': 'time 1290',
      décembre: 'month 12',
      AOÛT: 'month 8',
      neuf: 'number 9 loose',
      milliards: 'number 1000000000',
      XXI: 'number 21 loose',
    },
    others: ['modèle', 'GPT-4', 'O3-Mini', 'R1', '(l’été)', 'milliardaire', 'Ivan', 'de\u0301cide', 'ǅ', '中', '🙂'],
  },
  en: {
    numbers: {
      two: 'number 2',
      'Twenty-two': 'number 22',
      'two hundred and five': 'number 205',
      '$1 trillion': 'number 1000000000000 $',
      '70%': 'number 70 %',
      '800,000': 'number 800000',
      '20th': 'number 20',
      '9:30 pm': 'time 1290',
      December: 'month 12',
      first: 'number 1 loose',
      billions: 'number 1000000000',
    },
    others: [
      'model',
      'GPT-4',
      'o3-mini',
      'R1',
      'Marching',
      'oneself',
      'hundredfold',
      'december',
      'may',
      'na\u0308ive',
      'XXIe',
      '½',
    ],
  },
} as const;

describe('numbers are found where they stand, whatever stands around them', () => {
  const told = (text: string, { start, end, kind, value, unit, loose }: Quantity) =>
    `${text.slice(start, end)} = ${kind} ${value}${unit === null ? '' : ` ${unit}`}${loose ? ' loose' : ''}`;

  test.each(['fr', 'en'] as const)('%s', (language) => {
    const { numbers, others } = WORDS[language];
    const meaning = new Map<string, string>(Object.entries(numbers));
    const piece = fc.constantFrom(...meaning.keys(), ...others);
    const separator = fc.constantFrom(', ', ' ; ', ' / ', ' “', '” (');
    fc.assert(
      fc.property(fc.array(fc.tuple(separator, piece), { maxLength: 12 }), (pieces) => {
        const said = pieces.flatMap(([, word]) => (meaning.has(word) ? [`${word} = ${meaning.get(word)}`] : []));
        // A Roman figure counts centuries, and nothing else.
        const text = pieces.map(([sign, word]) => `${sign}${word === 'XXIe' ? 'XXIe siècle' : word}`).join('');
        expect(findQuantities(text, NUMBERS[language]).map((quantity) => told(text, quantity))).toEqual(said);
      }),
      { numRuns: rounds(200, 5000) },
    );
  });
});

describe('numbers of a pair are compared', () => {
  const compare = (source: string, target: string) =>
    compareQuantities(quantitiesIn(readPlain(source), NUMBERS.fr), readPlain(target)).map(
      (difference) => `${difference.source?.value ?? '-'} → ${difference.target?.value ?? '-'}`,
    );

  test.each([
    ['equal', '1,2 milliard de yuans en 2020', '1.2 billion yuan in 2020', []],
    ['in another order', 'en 2022, 13 villes', '13 cities in 2022', []],
    ['words for figures', 'deux clusters', '2 clusters', []],
    ['dix ans is a decade', "l'investissement de dix ans", 'a decade-long investment', []],
    ['the currency left to the sign', '1 billion de dollars', '$1 trillion', []],
    ['billion is not billion', '1 billion de dollars', '$1 billion', ['1000000000000 → 1000000000']],
    ['milliard is not million', '1,2 milliard', '1.2 million', ['1200000000 → 1200000']],
    ['lost', 'trois personnes', 'some people', ['3 → -']],
    ['added', 'des personnes', 'three people', ['- → 3']],
    ['changed', '70 %', '80%', ['70 → 80']],
    ['the percent sign lost', '70 % des revenus', '70 of revenue', ['70 → 70']],
    ['another currency', '10 dollars', '10 euros', ['10 → 10']],
    ['morning for evening', 'à 21h', 'at 9 a.m.', ['1260 → 540']],
    ['another month', 'en juillet', 'in June', ['7 → 6']],
    ['each counts', 'deux et deux', 'two', ['2 → -']],
  ])('%s', (_what, source, target, differences) => {
    expect(compare(source, target)).toEqual(differences);
  });
});
