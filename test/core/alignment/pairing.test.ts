import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceSpans } from '../../../src/core/alignment/dealt-sentences.ts';
import { doubtfulRows, type PairRow, pairRow } from '../../../src/core/alignment/pair-rows.ts';
import {
  createPairing,
  type Pairing,
  type PairStep,
  withoutLastStep,
  withStep,
} from '../../../src/core/alignment/pairing.ts';
import { isBetweenSentences, rowSentences } from '../../../src/core/alignment/row-sentences.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';

const english = parseArticle(
  '# The port\n\nOne boat leaves. Two come back.\n\nA lamp. A bell. A rope.\n\nNobody sleeps.\n\n> “Sail on,” they say. They do.\n',
  'fr.md',
).units;
const whole = (block: number) => ({ block, start: 0, end: english[block]?.source.text.length ?? 0 });
const rowOf = (unit: string | null, blocks: readonly number[], score = 0.9) =>
  pairRow({ unit, english: blocks.map(whole), score });
const FIRST: readonly PairRow[] = Object.freeze([
  rowOf('p1', [0]),
  rowOf('p2', [1, 2], 0.2),
  { ...rowOf('p3', []), isSaidBefore: true },
  rowOf(null, [3]),
  rowOf('p4', [4]),
]);

/** The sentences that stand somewhere in the rows, each as often as it stands there. */
function sentencesIn(rows: readonly PairRow[]): string[] {
  return rows
    .flatMap((row) => row.english)
    .flatMap(({ block, start, end }) =>
      sentenceSpans((english[block] as (typeof english)[number]).source)
        .filter((span) => span.start >= start && span.end <= end)
        .map((span) => `${block}:${span.start}`),
    )
    .sort();
}

/** A step, or a cut before some sentence of a row. */
const anyStep = fc.record({
  way: fc.constantFrom<PairStep['way'][]>('up', 'down', 'join', 'part', 'note', 'leave', 'cut', 'cut'),
  at: fc.nat(8),
  number: fc.nat(6),
});
function stepIn(
  { rows }: Pairing,
  { way, at, number }: { way: PairStep['way']; at: number; number: number },
): PairStep {
  if (way !== 'cut') return { way, at };
  const row = rows[at];
  const { piece, start } = (row === undefined ? undefined : rowSentences(row, english)[number]) ?? {
    piece: 9,
    start: 9,
  };
  return { way, at, piece, offset: start };
}
const after = (steps: readonly PairStep[]) => steps.reduce<Pairing>(withStep, createPairing(FIRST));

test('whatever is done, every sentence of the English stands somewhere once, and every French unit too, in order', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      const { rows } = steps.reduce<Pairing>((one, step) => withStep(one, stepIn(one, step)), createPairing(FIRST));
      expect([sentencesIn(rows), rows.flatMap(({ unit }) => unit ?? [])]).toEqual([
        sentencesIn(FIRST),
        ['p1', 'p2', 'p3', 'p4'],
      ]);
    }),
  );
});

test('all that was done can be undone, step by step', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      const all = [createPairing(FIRST)];
      for (const step of steps) {
        const last = all.at(-1) as Pairing;
        const next = withStep(last, stepIn(last, step));
        if (next !== last) all.push(next);
      }
      let back = all.at(-1) as Pairing;
      const undone = all.map(() => {
        const { rows } = back;
        back = withoutLastStep(back);
        return rows;
      });
      expect([undone.reverse(), back.rows]).toEqual([all.map(({ rows }) => rows), FIRST]);
    }),
  );
});

test.each<[string, PairStep, boolean]>([
  ['before a sentence', { way: 'cut', at: 1, piece: 0, offset: 17 }, true],
  ['before a block that was joined', { way: 'cut', at: 1, piece: 1, offset: 0 }, true],
  ['near-miss: within a sentence', { way: 'cut', at: 1, piece: 0, offset: 5 }, false],
  ['near-miss: in a row that is not there', { way: 'cut', at: 99, piece: 0, offset: 0 }, false],
  ['any other step', { way: 'up', at: 99 }, true],
])('%s: is between sentences', (_what, step, isBetween) => {
  expect(isBetweenSentences(step, FIRST, english)).toBe(isBetween);
});

test('of a thousand steps the last can be undone, and no more are kept', () => {
  const steps = Array.from({ length: 1000 }, (_, i): PairStep => ({ way: i % 2 === 0 ? 'note' : 'leave', at: 3 }));
  const last = after(steps);
  expect([last.steps.length, withoutLastStep(last).rows[3]?.isNote, last.rows[3]?.isNote]).toEqual([300, true, false]);
});

describe('a row that is said before', () => {
  test.each<[string, PairStep, boolean]>([
    ['is so no more when the English before goes up', { way: 'up', at: 1 }, false],
    ['is so no more when that is taken out', { way: 'part', at: 1 }, false],
    ['near-miss: is still when another moves', { way: 'note', at: 3 }, true],
  ])('%s', (_what, step, isSaid) => {
    expect(after([step]).rows.find(({ unit }) => unit === 'p3')?.isSaidBefore).toBe(isSaid);
  });
});

test.each<[string, PairStep]>([
  ['a note of a row that has French', { way: 'note', at: 0 }],
  ['a row that is not there', { way: 'join', at: 99 }],
  ['a cut before everything', { way: 'cut', at: 1, piece: 0, offset: 0 }],
  ['nothing to undo', { way: 'leave', at: 3 }],
])('%s is no step', (_what, step) => {
  const { steps } = after([step]);
  expect([steps, withoutLastStep(after([step])).rows]).toEqual([[], FIRST]);
});

test('what was joined can be cut where it was joined', () => {
  const { rows } = after([{ way: 'cut', at: 1, piece: 1, offset: 0 }]);
  expect(rows.slice(1, 3).map(({ unit, english: pieces }) => [unit, pieces.map(({ block }) => block)])).toEqual([
    ['p2', [1]],
    ['p3', [2]],
  ]);
});

test('what became a note wants to be looked at no more', () => {
  expect([doubtfulRows(FIRST), doubtfulRows(after([{ way: 'note', at: 3 }]).rows)]).toEqual([
    [1, 2, 3],
    [1, 2],
  ]);
});
