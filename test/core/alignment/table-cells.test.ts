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

/** Models, dates and figures: much of it the same in both languages. */
const MODELS = {
  french: [
    ['Modèle', 'Date', 'Licence', 'Pages', 'Ville'],
    ['Llama', '12 mars 2023', 'libre', '310', 'Menlo Park'],
    ['Mistral', '3 mai 2024', 'ouverte', '72', 'Paris'],
    ['Qwen', '7 juin 2025', 'fermée', '145', 'Hangzhou'],
    ['Gemma', '9 août 2024', 'libre', '208', 'Londres'],
  ],
  english: [
    ['Model', 'Date', 'License', 'Pages', 'City'],
    ['Llama', 'March 12, 2023', 'free', '310', 'Menlo Park'],
    ['Mistral', 'May 3, 2024', 'open', '72', 'Paris'],
    ['Qwen', 'June 7, 2025', 'closed', '145', 'Hangzhou'],
    ['Gemma', 'August 9, 2024', 'free', '208', 'London'],
  ],
};

/** Cells of the first columns; those of the English stand in another order, and keep the places that they answer. */
function modelCells(order: readonly number[]) {
  const columns = [...order.keys()];
  const french = cellsOf(
    MODELS.french.map((texts) => columns.map((at) => texts[at] ?? '')),
    [],
  );
  const english = cellsOf(
    MODELS.english.map((texts) => order.map((at) => texts[at] ?? '')),
    [],
  ).map((one, at) => ({ ...one, place: `${Math.floor(at / order.length)} ${order[at % order.length]}` }));
  return { french, english };
}

/** What stands with another cell, and how many names and dates stand with their own. */
function columnPairs({ french, english }: ReturnType<typeof modelCells>) {
  const pairs = finish(paragraphSlices(french, english, commonRenderings)).flatMap(({ source, target }) =>
    source.flatMap((i) => target.map((j) => [french[i], english[j]] as const)),
  );
  const wrong = pairs.filter(([own, other]) => own?.place !== other?.place);
  return {
    wrong: wrong.map(([own, other]) => `${own?.text} = ${other?.text}`),
    told: pairs.filter(([own, other]) => own?.place === other?.place && /^[0-4] [01]$/.test(own?.place ?? '')).length,
  };
}

describe('cells whose columns stand in another order stay with those of their column', () => {
  test.each<[what: string, order: readonly number[]]>([
    ['two', [1, 0]],
    ['the first two of three', [1, 0, 2]],
    ['the last two of three', [0, 2, 1]],
    ['three, each in another place', [2, 0, 1]],
    ['two of five', [0, 3, 2, 1, 4]],
    ['five, each in another place', [1, 2, 3, 4, 0]],
    ['near-miss: two in the same order', [0, 1]],
    ['near-miss: five in the same order', [0, 1, 2, 3, 4]],
  ])('%s', (_what, order) => {
    expect(columnPairs(modelCells(order))).toEqual({ wrong: [], told: 10 });
  });

  test('three, where any one of the English is empty', () => {
    const { french, english } = modelCells([2, 0, 1]);
    const left = english.map((_, at) => columnPairs({ french, english: english.filter((__, i) => i !== at) }).wrong);
    expect(left.flat()).toEqual([]);
  });

  test('near-miss: columns of small figures that stand in the next one too', () => {
    const rows = [['Rang', 'Tours', 'Points'], ...[1, 2, 3, 4, 5].map((n) => [`${n}`, `${6 - n}`, `${(n * 2) % 5}`])];
    expect(columnPairs({ french: cellsOf(rows, []), english: cellsOf(rows, []) }).wrong).toEqual([]);
  });

  test('near-miss: columns whose words say the same of other rows', () => {
    const head = (rows: string[][], ...titles: string[]) => cellsOf([titles, ...rows], []);
    const days = [2, 3, 4, 5].map((n) => [`${n} mai`, `${n + 1} mai`]);
    const english = days.map((row) => row.map((text) => text.replace(/(\d) mai/, 'May $1')));
    expect(columnPairs({ french: head(days, 'Début', 'Fin'), english: head(english, 'Start', 'End') }).wrong).toEqual(
      [],
    );
  });

  test('one of two tables only', () => {
    const [swapped, straight] = [modelCells([1, 0, 2]), cellsOf(ENGLISH, [])];
    const second = (cells: readonly Cell[]): Cell[] =>
      cells.flatMap((one) => (one.cell ? [{ ...one, place: `b${one.place}`, cell: { ...one.cell, table: 2 } }] : []));
    const both = {
      french: [...swapped.french, ...second(cellsOf(FRENCH, []))],
      english: [...swapped.english, ...second(straight)],
    };
    expect(columnPairs(both).wrong).toEqual([]);
  });
});
