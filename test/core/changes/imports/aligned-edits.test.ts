import { describe, expect, test } from 'vitest';
import { pairRow } from '../../../../src/core/alignment/pair-rows.ts';
import { alignedEdits } from '../../../../src/core/changes/imports/aligned-edits.ts';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';

const french = parseArticle('# Le port\n\nUn bateau.\n\n- Un phare\n\n    code\n', 'fr.md').units;
const english = parseArticle('# The port\n\nOne boat.\n\nTwo boats. \n\nA light\n\n    some\n', 'fr.md').units;
const whole = (block: number) => ({ block, start: 0, end: english[block]?.source.text.length ?? 0 });
const texts = { french, english, file: 'port.txt', date: '2026-11-26', approve: null };
const said = (unit: string, blocks: readonly number[], approve: number | null = null, score = 0.9) =>
  alignedEdits([pairRow({ unit, english: blocks.map(whole), score })], { ...texts, approve }).map(
    ({ target, state, comments }) => [target, state, ...comments],
  );

const ORIGIN = 'origin: aligned port.txt 2026-11-26';

test.each([
  ['one block', 'p2', [1], 'One boat.'],
  ['two, with a space between them', 'p2', [1, 2], 'One boat. Two boats.'],
  ['two of an item, with a line end', 'p3', [1, 2], 'One boat.\nTwo boats.'],
])('%s is a draft that says where it comes from', (_what, unit, blocks, target) => {
  expect(said(unit, blocks)).toEqual([[target, 'translated', ORIGIN]]);
});

describe('a sign of a list that the English writes out', () => {
  const signs = parseArticle('# T\n\nUn.\n\n- Un\n', 'fr.md').units;
  const target = (text: string, unit: string, start = 0) => {
    const written = parseArticle(`# T\n\n${text}\n`, 'fr.md').units;
    const piece = { block: 1, start, end: written[1]?.source.text.length ?? 0 };
    const row = pairRow({ unit, english: [piece], score: 0.9 });
    return alignedEdits([row], { ...texts, french: signs, english: written })[0]?.target;
  };

  test.each([
    ['a dash', '\\- to use it', 'to use it'],
    ['a star', '\\* to use it', 'to use it'],
    ['a bullet', '• to use it', 'to use it'],
    ['a long dash', '– to use it', 'to use it'],
    ['a number', '1\\. To use it', 'To use it'],
    ['a number in a bracket', '12\\) To use it', 'To use it'],
    ['near-miss: a year', '1998\\. A good one', '1998\\. A good one'],
    ['near-miss: a minus', '-5 °C', '-5 °C'],
    ['near-miss: emphasis', '*To use* it', '*To use* it'],
    ['near-miss: nothing but the sign', '–', '–'],
    ['near-miss: an item, which has its own', '- – to use it', '– to use it'],
  ])('is none of its item: %s', (_what, text, expected) => {
    expect(target(text, 'p3')).toBe(expected);
  });

  test.each([
    ['of a paragraph', 'p2', 0, '– Who is there?'],
    ['within a piece that was cut', 'p3', 2, 'Who is there?'],
  ])('near-miss: stays as it is %s', (_what, unit, start, expected) => {
    expect(target('– Who is there?', unit, start)).toBe(expected);
  });
});

test.each([
  ['a score as high as asked for is approved', 0.8, 0.8, 'reviewed'],
  ['near-miss: a lower one is not', 0.8, 0.79, 'translated'],
  ['near-miss: nothing is where nobody asked', null, 1, 'translated'],
])('%s', (_what, approve, score, state) => {
  expect(said('p2', [1], approve, score)).toEqual([['One boat.', state, ORIGIN]]);
});

test('a unit without English gets no message', () => {
  expect(said('p2', [])).toEqual([]);
});

test('what only the English has gets no message', () => {
  expect(alignedEdits([pairRow({ unit: null, english: [whole(1)], score: 0 })], texts)).toEqual([]);
});

test('a unit whose English stands with the one before says so in a note, and stays without a target', () => {
  const row = { ...pairRow({ unit: 'p2', english: [], score: 0.9 }), isSaidBefore: true };
  expect(alignedEdits([row], texts)).toEqual([
    {
      unit: 'p2',
      target: '',
      state: 'reviewed',
      comments: ['note: The English of this paragraph is part of the one before.'],
      previous: null,
      expected: '',
    },
  ]);
});

test.each([
  ['goes to the unit above it', ['p2', null, 'p3'], [1, 2, 3], 1, { p2: true, p3: false }],
  ['goes to the first unit where none is above it', [null, 'p2', 'p3'], [2, 1, 3], 0, { p2: true, p3: false }],
  ['goes to a unit that has no English', ['p2', null], [null, 2], 1, { p2: true }],
  ['near-miss: is left out where nobody wants it', ['p2', null], [1, 2], null, { p2: false }],
])('what only the English has and is a note %s', (_what, units, blocks, note, wanted) => {
  const rows = units.map((unit, i) => ({
    ...pairRow({ unit, english: blocks[i] === null ? [] : [whole(blocks[i] as number)], score: 0.9 }),
    isNote: i === note,
  }));
  const edits = alignedEdits(rows, texts);
  const has = (unit: string) =>
    edits.some((edit) => edit.unit === unit && edit.comments.includes('note: (only in the English) Two boats.'));
  expect(Object.fromEntries(Object.keys(wanted).map((unit) => [unit, has(unit)]))).toEqual(wanted);
});
