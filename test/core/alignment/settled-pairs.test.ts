import { expect, test } from 'vitest';
import type { AlignedPair } from '../../../src/core/alignment/bead-path.ts';
import { settledSlices } from '../../../src/core/alignment/settled-pairs.ts';
import type { Bead } from '../../../src/core/alignment/word-share.ts';
import { finish } from '../../../src/core/model/slices.ts';

/** By pair, `0=1` or `0+1=2`: what speaks for it, and how sure it is. */
interface Known {
  readonly value?: Readonly<Record<string, number>>;
  readonly sure?: Readonly<Record<string, number>>;
  /** What the words of a side weigh that have partners: `0+1=0 target`. */
  readonly answered?: Readonly<Record<string, number>>;
  /** Target segments that are looked at beside any source segment. */
  readonly near?: readonly [number, number];
}

const numbersIn = (list: string) => list.split('+').filter(Boolean).map(Number);
const pairsIn = (text: string): AlignedPair[] =>
  text.split(' ').map((pair) => {
    const [source = '', target = ''] = pair.split('=');
    return { source: numbersIn(source), target: numbersIn(target) };
  });
const written = ({ source, target }: AlignedPair) => `${source.join('+')}=${target.join('+')}`;

const upTo = (from: number, count: number) => Array.from({ length: count }, (_, k) => from + k);
const keyOf = (bead: Bead) =>
  written({ source: upTo(bead.source, bead.sources), target: upTo(bead.target, bead.targets) });

function settled(path: string, { value = {}, sure = {}, answered = {}, near = [0, 99] }: Known) {
  const worth = (bead: Bead) => value[keyOf(bead)] ?? -20;
  const of = {
    of: worth,
    atMost: worth,
    share: () => 1,
    misfit: () => 0,
    answered: (bead: Bead, side: string) => answered[`${keyOf(bead)} ${side}`] ?? 0,
  };
  return finish(settledSlices(pairsIn(path), { ...of, alone: 1, near: () => near }, (bead) => sure[keyOf(bead)] ?? 9));
}

test.each<[what: string, path: string, known: Known, settled: string]>([
  ['pairs in order stay', '0=0 1=1', { value: { '0=0': 0, '1=1': 0 } }, '0=0 1=1'],
  [
    'two that follow each other are crossed where that gains more than it costs',
    '0=0 1=1',
    { value: { '0=0': 0, '1=1': 0, '0=1': 1.6, '1=0': 1.6 } },
    '0=1 1=0',
  ],
  [
    'near-miss: not where it gains no more',
    '0=0 1=1',
    { value: { '0=0': 0, '1=1': 0, '0=1': 1.5, '1=0': 1.5 } },
    '0=0 1=1',
  ],
  [
    'near-miss: nor where another stands between them',
    '0=0 =1 1=2',
    { value: { '0=0': 0, '1=2': 0, '0=2': 9, '1=0': 9 } },
    '0=0 =1 1=2',
  ],
  [
    'two that stand where a pair would and are not sure are parted',
    '0=0 1=1 2=2',
    { value: { '0=0': 0, '1=1': 0, '2=2': 0 }, sure: { '1=1': -9 } },
    '0=0 =1 1= 2=2',
  ],
  [
    'two with two become two pairs where those are worth more',
    '0+1=0+1',
    { value: { '0+1=0+1': 4.3, '0=0': 0, '1=1': 0 } },
    '0=0 1=1',
  ],
  [
    'near-miss: not where they are worth no more',
    '0+1=0+1',
    { value: { '0+1=0+1': 4.4, '0=0': 0, '1=1': 0, '0=0+1': 0 } },
    '0+1=0+1',
  ],
  [
    'crossed ones where those are worth more by what that costs',
    '0+1=0+1',
    { value: { '0+1=0+1': 0, '0=0': 0, '1=1': 0, '0=1': 1.6, '1=0': 1.5 } },
    '0=1 1=0',
  ],
  [
    'near-miss: straight ones where not',
    '0+1=0+1',
    { value: { '0+1=0+1': 0, '0=0': 0, '1=1': 0, '0=1': 1.5, '1=0': 1.5 } },
    '0=0 1=1',
  ],
  ['what does not help a merge is taken from its end', '0=0+1', { value: { '0=0+1': 0, '0=0': -0.2 } }, '0=0 =1'],
  ['and from its beginning', '0+1=0', { value: { '0+1=0': 0, '1=0': -0.2 } }, '0= 1=0'],
  ['one after the other', '0=0+1+2', { value: { '0=0+1+2': 0, '0=0+1': 0, '0=0': 0 } }, '0=0 =1 =2'],
  ['near-miss: not what helps it enough', '0=0+1', { value: { '0=0+1': 0, '0=0': -0.6 } }, '0=0+1'],
  ['what lacks a partner finds one that stands elsewhere', '0= 1=0 =1', { value: { '1=0': 0, '0=1': 0 } }, '0=1 1=0'],
  ['near-miss: not one that speaks against it', '0= 1=0 =1', { value: { '1=0': 0, '0=1': -0.1 } }, '0= 1=0 =1'],
  [
    'near-miss: nor one of which nobody is sure',
    '0= 1=0 =1',
    { value: { '1=0': 0, '0=1': 9 }, sure: { '0=1': -9 } },
    '0= 1=0 =1',
  ],
  ['near-miss: nor one too far before', '0= 1=0 =1', { value: { '1=0': 0, '0=1': 9 }, near: [2, 9] }, '0= 1=0 =1'],
  ['near-miss: nor too far behind', '0= 1=0 =1', { value: { '1=0': 0, '0=1': 9 }, near: [0, 0] }, '0= 1=0 =1'],
  ['at the edge of what is looked at', '0= 1=0 =1', { value: { '1=0': 0, '0=1': 9 }, near: [1, 1] }, '0=1 1=0'],
  [
    'of two that want one partner the surer has it',
    '0= 1= 2=0 =1',
    { value: { '2=0': 0, '0=1': 1, '1=1': 2 } },
    '0= 1=1 2=0',
  ],
  [
    'one has one partner of two, and leaves the other',
    '0= 1=0 =1 =2',
    { value: { '1=0': 0, '0=1': 1, '0=2': 2 } },
    '0=2 1=0 =1',
  ],
  [
    'what only the target has stands behind what it follows there',
    '0=0 1= 2=1 =2 3=3',
    { value: { '0=0': 0, '2=1': 0, '3=3': 0, '1=3': 0 } },
    '0=0 1= 2=1 =2 3=3',
  ],
  [
    'what a segment says that the rest of its merge says as well is no part of it',
    '0+1=0',
    { value: { '0+1=0': 9, '0=0': 2, '1=0': 8 }, answered: { '0=0 source': 9, '0+1=0 target': 20, '1=0 target': 20 } },
    '0= 1=0',
  ],
  [
    'the same of the English',
    '0=0+1',
    { value: { '0=0+1': 9, '0=0': 8, '0=1': 2 }, answered: { '0=1 target': 9, '0=0+1 source': 20, '0=0 source': 20 } },
    '0=0 =1',
  ],
  [
    'near-miss: it also says something else',
    '0+1=0',
    { value: { '0+1=0': 9, '0=0': 2, '1=0': 8 }, answered: { '0=0 source': 9, '0+1=0 target': 20, '1=0 target': 15 } },
    '0+1=0',
  ],
  [
    'near-miss: it says too little to tell',
    '0+1=0',
    { value: { '0+1=0': 9, '0=0': 2, '1=0': 8 }, answered: { '0=0 source': 1, '0+1=0 target': 20, '1=0 target': 20 } },
    '0+1=0',
  ],
  [
    'near-miss: without it much less speaks for the rest',
    '0+1=0',
    { value: { '0+1=0': 9, '0=0': 2, '1=0': 6 }, answered: { '0=0 source': 9, '0+1=0 target': 20, '1=0 target': 20 } },
    '0+1=0',
  ],
  ['at the beginning too', '=0 =1 0=2', { value: { '0=2': 0 } }, '=0 =1 0=2'],
])('%s', (_what, path, known, pairs) => {
  expect(settled(path, known).beads.map(keyOf).join(' ')).toBe(pairs);
});

/** As many on both sides that the other lacks. */
const lost = (count: number) => ['0=0', ...Array.from({ length: count }, (_, i) => `${i + 1}= =${i + 1}`)].join(' ');

test.each([
  ['nothing is left out', 0, -2.05, true],
  ['nothing is left out', 0, -2.1, false],
  ['nearly all is left out', 20, 2.3, true],
  ['nearly all is left out', 20, 2.1, false],
])('where %s, %s of them, two that are sure by %f are a pair: %s', (_what, count, sure, is) => {
  const [first] = settled(lost(count), { sure: { '0=0': sure } }).beads;
  expect(first?.targets === 1 && first.sources === 1).toBe(is);
});

test('says which pairs stand elsewhere', () => {
  const { moved } = settled('0= 1=0 =1', { value: { '1=0': 0, '0=1': 0 } });
  expect([...moved].map(keyOf)).toEqual(['0=1']);
});
