import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cutEnglish,
  doubtfulRows,
  type EnglishPiece,
  joinEnglish,
  moveEnglish,
  type PairRow,
  pairRow,
  partEnglish,
} from '../../../src/core/alignment/pair-rows.ts';

/** `p2=1@.5` in short: a unit, its blocks, its score; each block has ten characters. */
function rowsOf(text: string): PairRow[] {
  return text.split(' ').map((written) => {
    const [, unit = '', blocks = '', score] = /^(\w*)=([\d+]*)(?:@([\d.]+))?$/.exec(written) ?? [];
    const english = blocks
      .split('+')
      .filter(Boolean)
      .map((block) => ({ block: Number(block), start: 0, end: 10 }));
    return pairRow({ unit: unit || null, english, score: Number(score ?? 1) });
  });
}

const piece = ({ block, start, end }: EnglishPiece) => (end - start === 10 ? `${block}` : `${block}[${start}-${end}]`);
const shape = (rows: readonly PairRow[]) =>
  rows.map(({ unit, english }) => `${unit ?? ''}=${english.map(piece).join('+')}`).join(' ');

describe('a row is of a kind', () => {
  test.each([
    ['p1=0@0.3', 'paired'],
    ['p1=0@0.29', 'weak'],
    ['p1=@0', 'empty'],
    ['=0@0', 'extra'],
  ])('%s: %s', (text, kind) => {
    expect(rowsOf(text).map((row) => row.kind)).toEqual([kind]);
  });

  test('what a person chose is never weak', () => {
    expect(moveEnglish(rowsOf('p1=0@0.1 p2='), 0, 'down').map(({ kind }) => kind)).toEqual(['empty', 'paired']);
  });
});

describe('the English of a row moves', () => {
  test.each([
    ['down to an empty row', 'p1=0 p2= p3=1', 0, 'down', 'p1= p2=0 p3=1'],
    ['up to an empty row', 'p1= p2=0', 1, 'up', 'p1=0 p2='],
    ['and changes places with another', 'p1=0 p2=1', 0, 'down', 'p1=1 p2=0'],
    ['from a row of its own to an empty one: that row is no more', 'p1= =0 p2=1', 1, 'up', 'p1=0 p2=1'],
    ['from a row of its own to one that has some', 'p1=0 =1 p2=2', 1, 'down', 'p1=0 =2 p2=1'],
    ['near-miss: not above the first', 'p1=0 p2=1', 0, 'up', 'p1=0 p2=1'],
    ['near-miss: not below the last', 'p1=0 p2=1', 1, 'down', 'p1=0 p2=1'],
    ['near-miss: not where there is none', 'p1= p2=1', 0, 'down', 'p1= p2=1'],
    ['near-miss: not without a row', 'p1=0', 7, 'down', 'p1=0'],
  ] as const)('%s', (_what, before, at, way, after) => {
    expect(shape(moveEnglish(rowsOf(before), at, way))).toBe(after);
  });
});

describe('the English of a row is cut', () => {
  test.each([
    ['and goes on below where there is none', 'p1=0 p2=', 0, 0, 4, 'p1=0[0-4] p2=0[4-10]'],
    ['and goes on in a row of its own', 'p1=0 p2=1', 0, 0, 4, 'p1=0[0-4] =0[4-10] p2=1'],
    ['in its second piece', 'p1=0+1 p2=', 0, 1, 4, 'p1=0+1[0-4] p2=1[4-10]'],
    ['before its second piece: both go', 'p1=0+1+2 p2=', 0, 0, 4, 'p1=0[0-4] p2=0[4-10]+1+2'],
    ['near-miss: not at its beginning', 'p1=0 p2=', 0, 0, 0, 'p1=0 p2='],
    ['near-miss: not at its end', 'p1=0 p2=', 0, 0, 10, 'p1=0 p2='],
    ['near-miss: not in a piece that it does not have', 'p1=0 p2=', 0, 1, 4, 'p1=0 p2='],
  ] as const)('%s', (_what, before, at, cut, offset, after) => {
    expect(shape(cutEnglish(rowsOf(before), at, { piece: cut, offset }))).toBe(after);
  });
});

describe('the English of two rows is joined', () => {
  test.each([
    ['with the unit below', 'p1=0 p2=1', 0, 'p1=0+1 p2='],
    ['with a row of its own: that row is no more', 'p1=0 =1 p2=2', 0, 'p1=0+1 p2=2'],
    ['where there is none yet', 'p1= p2=1', 0, 'p1=1 p2='],
    ['near-miss: not with nothing', 'p1=0 p2=', 0, 'p1=0 p2='],
    ['near-miss: not with the end', 'p1=0', 0, 'p1=0'],
  ] as const)('%s', (_what, before, at, after) => {
    expect(shape(joinEnglish(rowsOf(before), at))).toBe(after);
  });

  test('what was cut is one piece again', () => {
    const cut = cutEnglish(rowsOf('p1=0 p2='), 0, { piece: 0, offset: 4 });
    expect(shape(joinEnglish(cut, 0))).toBe('p1=0 p2=');
  });
});

test.each([
  ['goes to a row of its own', 'p1=0 p2=1', 0, 'p1= =0 p2=1'],
  ['near-miss: stays there', 'p1=0 =1', 1, 'p1=0 =1'],
])('English that is parted from its unit %s', (_what, before, at, after) => {
  expect(shape(partEnglish(rowsOf(before), at))).toBe(after);
});

test('the weakest come first, then what has no partner, in its order', () => {
  expect(doubtfulRows(rowsOf('p1=0 p2=1@0.2 p3= p4=2@0.1 =3 p5=4'))).toEqual([3, 1, 2, 4]);
});

test('no change loses a unit or a character, and none changes what it was given', () => {
  const change = fc.tuple(fc.nat(4), fc.nat(8), fc.nat(2), fc.nat(10));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const first = Object.freeze(rowsOf('p1=0 p2=1+2 p3= =3 p4=4 p5=5'));
      const last = changes.reduce<readonly PairRow[]>((rows, [kind, at, cut, offset]) => {
        if (kind < 2) return moveEnglish(rows, at, kind === 0 ? 'up' : 'down');
        if (kind === 2) return cutEnglish(rows, at, { piece: cut, offset });
        return kind === 3 ? joinEnglish(rows, at) : partEnglish(rows, at);
      }, first);
      const length = last.flatMap((row) => row.english).reduce((sum, { start, end }) => sum + end - start, 0);
      expect([last.flatMap(({ unit }) => unit ?? []), length]).toEqual([['p1', 'p2', 'p3', 'p4', 'p5'], 60]);
    }),
  );
});
