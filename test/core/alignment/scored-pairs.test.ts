import { expect, test } from 'vitest';
import { FEW_WORDS, STANDS_ELSEWHERE } from '../../../src/core/alignment/pair-doubts.ts';
import { scoredSlices } from '../../../src/core/alignment/scored-pairs.ts';
import { finish } from '../../../src/core/model/slices.ts';

const PAIR = { source: 0, target: 0, sources: 1, targets: 1 };
const NO = { says: 'only the French says no', weight: 2 };
const NAMES = { says: 'only the French has “Lorgue”', weight: 0 };

interface Judged {
  readonly sure?: number;
  readonly unlearnt?: number;
  readonly bar?: number;
  readonly doubts?: readonly (typeof NO)[];
  readonly isMoved?: boolean;
}

function scored({ sure = 5, unlearnt = sure, bar = 0, doubts = [], isMoved = false }: Judged) {
  const settled = { beads: [PAIR], bar, moved: new Set(isMoved ? [PAIR] : []) };
  const judges = { sureness: () => sure, unlearnt: () => unlearnt, doubtsOf: () => doubts };
  return finish(scoredSlices(settled, judges))[0];
}

test.each<[what: string, judged: Judged, score: number]>([
  ['nearly all that is sure by far', { sure: 9 }, 0.998],
  ['what is sure by five', {}, 0.818],
  ['little that is no surer than it must be', { sure: 0 }, 0.011],
  ['less in a text that leaves out more', { bar: 2 }, 0.289],
  ['more in one that leaves out nothing', { sure: 3, bar: -2 }, 0.818],
  ['less of which little was known before', { unlearnt: 1 }, 0.289],
  ['less with what speaks against it', { doubts: [NO] }, 0.289],
  ['no less with what was counted already', { doubts: [NAMES] }, 0.818],
  ['less that stands elsewhere', { isMoved: true }, 0.063],
  ['yet enough that stands elsewhere and is surer', { sure: 9, isMoved: true }, 0.891],
])('a pair scores: %s', (_what, judged, score) => {
  expect(scored(judged)?.score).toBeCloseTo(score, 3);
});

test('of two that are hardly pairs the weaker one is told', () => {
  const scores = [-3, -4].map((sure) => scored({ sure })?.score ?? 0);
  expect((scores[0] ?? 0) > (scores[1] ?? 0)).toBe(true);
});

test.each<[what: string, judged: Judged, doubts: readonly string[]]>([
  ['the most telling first', { doubts: [NAMES, NO] }, [NO.says, NAMES.says]],
  ['that it stands elsewhere', { isMoved: true }, [STANDS_ELSEWHERE.says]],
  ['that little goes together', { sure: 3 }, [FEW_WORDS.says]],
  ['near-miss: not where enough does', { sure: 3.1 }, []],
  ['near-miss: nor where something else makes it weak', { sure: 3.1, doubts: [NO] }, [NO.says]],
])('a pair says: %s', (_what, judged, doubts) => {
  expect(scored(judged)?.doubts).toEqual(doubts);
});

test('what has no partner scores nothing, and nothing is said of it', () => {
  const settled = { beads: [{ ...PAIR, targets: 0 }], bar: -9, moved: new Set<typeof PAIR>() };
  const judges = { sureness: () => 9, unlearnt: () => 9, doubtsOf: () => [NO] };
  expect(finish(scoredSlices(settled, judges))).toEqual([{ source: [0], target: [], score: 0, doubts: [] }]);
});
