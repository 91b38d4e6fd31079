import { describe, expect, test } from 'vitest';
import { type Paragraph, paragraphSlices } from '../../../src/core/alignment/paragraph-pairs.ts';
import { commonRenderings } from '../../../src/core/alignment/word-partners.ts';
import { finish } from '../../../src/core/model/slices.ts';

/** Trades, their tools and hours: hardly a word that is known, or alike in both languages. */
const FRENCH = [
  ['Métier', 'Outil', 'Heures'],
  ['menuisier', 'rabot', '38'],
  ['maçon', 'truelle', '41'],
  ['boulanger', 'pelle', '52'],
  ['forgeron', 'enclume', '38'],
  ['cordonnier', 'alêne', '44'],
];
const ENGLISH = [
  ['Trade', 'Tool', 'Hours'],
  ['joiner', 'plane', '38'],
  ['mason', 'trowel', '41'],
  ['baker', 'peel', '52'],
  ['blacksmith', 'anvil', '38'],
  ['cobbler', 'awl', '44'],
];

/** A cell by its row and column, from 0; the head is row 0. */
type Place = readonly [row: number, column: number];
type Cell = Paragraph & { readonly place: string };

const cellsOf = (rows: readonly (readonly string[])[], empty: readonly Place[]): Cell[] =>
  rows.flatMap((texts, row) =>
    texts.flatMap((text, at): Cell[] =>
      empty.some((place) => place[0] === row && place[1] === at)
        ? []
        : [
            {
              ...{ text, kind: 'cell', place: `${row} ${at}` },
              cell: { table: 1, row, column: at + 1, columns: texts.length, align: null },
            },
          ],
    ),
  );

/** Cells that stand with another one than that of their place, or with none though there is one. */
function wrongPairs(french: readonly Cell[], english: readonly Cell[]): string[] {
  const there = new Set(english.map(({ place }) => place));
  return finish(paragraphSlices(french, english, commonRenderings)).flatMap(({ source, target }) => {
    const [own, other] = [source.map((i) => french[i]), target.map((j) => english[j])];
    const wanted = own.map((cell) => cell?.place ?? '').filter((place) => there.has(place));
    const isRight = own.length === 0 || wanted.join() === other.map((cell) => cell?.place).join();
    return isRight ? [] : [`${own.map((cell) => cell?.text).join()} = ${other.map((cell) => cell?.text).join()}`];
  });
}

const PLACES = FRENCH.flatMap((texts, row) => texts.map((_, column): Place => [row, column]));

describe('cells of one or two words stay with those of their place', () => {
  test.each<[what: string, french: readonly Place[], english: readonly Place[]]>([
    ['where none is empty', [], []],
    ['where the tool of a row and the trade of the next are', [[2, 1]], [[3, 0]]],
    [
      'where two in a row are',
      [],
      [
        [4, 0],
        [4, 1],
      ],
    ],
    [
      'where two under each other are',
      [
        [3, 1],
        [4, 1],
      ],
      [],
    ],
  ])('%s', (_what, french, english) => {
    expect(wrongPairs(cellsOf(FRENCH, french), cellsOf(ENGLISH, english))).toEqual([]);
  });

  test('where any one of the French is empty', () => {
    expect(PLACES.flatMap((place) => wrongPairs(cellsOf(FRENCH, [place]), cellsOf(ENGLISH, [])))).toEqual([]);
  });

  test('where any one of the English is empty', () => {
    expect(PLACES.flatMap((place) => wrongPairs(cellsOf(FRENCH, []), cellsOf(ENGLISH, [place])))).toEqual([]);
  });
});

test('near-miss: where one side has fewer columns, columns tell nothing', () => {
  const narrow = (rows: typeof FRENCH) => rows.map(([, ...rest]) => rest);
  const pairs = finish(paragraphSlices(cellsOf(FRENCH, []), cellsOf(narrow(ENGLISH), []), commonRenderings));
  const figures = pairs.filter(({ source }) => source.some((i) => i % 3 === 2 && i > 2));
  expect(figures.map(({ target }) => target.some((j) => j % 2 === 1))).toEqual(Array(5).fill(true));
});
