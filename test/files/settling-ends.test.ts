import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '../../src/core/changes/ports/library.ts';
import { createSettling, type Settling, type SettlingPorts, type Unsettled } from '../../src/files/loading/settling.ts';

const EMPTY = { revision: '', glossaryFiles: [], articles: new Map(), problems: [] } as unknown as Snapshot;

/** Articles that are checked one each turn; those of `bad` cannot be. */
function loadingOf(slugs: readonly string[], bad: readonly string[] = []) {
  const pending = new Set(slugs);
  const checked: string[] = [];
  const loading: Unsettled = {
    pending,
    async check(slug) {
      await new Promise((resolve) => setImmediate(resolve));
      if (bad.includes(slug)) throw new Error(`no ${slug}`);
      checked.push(slug);
      pending.delete(slug);
    },
    isTested: () => true,
    test: async () => {},
    snapshot: () => ({ ...EMPTY, pending: new Set(pending) }),
  };
  return { loading, checked };
}

function open(first: readonly string[] = [], few = 0, giveWay: SettlingPorts['giveWay'] = async () => {}) {
  const troubles: string[] = [];
  const shown: (readonly string[])[] = [];
  const settling = createSettling({
    ...{ few, first: () => first },
    show: ({ pending }) => shown.push([...pending]),
    giveWay,
    onTrouble: (error) => troubles.push(String(error)),
  });
  return { settling, shown, troubles };
}

afterEach(() => vi.restoreAllMocks());

test.each<[what: string, opened: [first: string[], few: number], each: number, states: string[][]]>([
  ['few that are short', [[], 3], 15, [[]]],
  ['few that are long', [[], 3], 45, [['c'], []]],
  ['those that are looked at, where they are short', [['c', 'b', 'a'], 0], 15, [[]]],
  ['those that are looked at, where they are long', [['c', 'b', 'a'], 0], 45, [['a'], []]],
  ['the one that is looked at, though it takes longer', [['c'], 0], 200, [['a', 'b'], []]],
  ['no others where more than a few are left', [['c'], 1], 15, [['a', 'b'], []]],
  ['others behind it where they are few', [['c'], 2], 45, [['b'], []]],
])(
  'articles are checked before anything is shown as far as that takes a moment: %s',
  async (_what, [first, few], each, states) => {
    const { loading, checked } = loadingOf(['a', 'b', 'c']);
    vi.spyOn(process, 'cpuUsage').mockImplementation(() => ({ user: checked.length * each * 1000, system: 0 }));
    const { settling, shown } = open(first, few);
    await settling.begin(loading);
    await settling.settled();
    expect(shown).toEqual(states);
  },
);

test('those that somebody looks at come first among those that are left, too', async () => {
  const { loading, checked } = loadingOf(['a', 'b', 'c', 'd']);
  vi.spyOn(process, 'cpuUsage').mockImplementation(() => ({ user: checked.length * 1e6, system: 0 }));
  const { settling } = open(['d', 'c']);
  await settling.begin(loading);
  await settling.settled();
  expect(checked).toEqual(['d', 'c', 'a', 'b']);
});

/** What became of a promise in a moment. */
const outcome = (one: Promise<void>) =>
  Promise.race([
    one.then(
      () => 'done',
      (error: unknown) => String(error),
    ),
    new Promise<string>((resolve) => setTimeout(resolve, 200, 'waits')),
  ]);

test.each<[what: string, wait: (settling: Settling) => Promise<void>, isWanted: boolean]>([
  ['one article', (settling) => settling.checked('c'), true],
  ['the entries', (settling) => settling.tested(), true],
  ['all', (settling) => settling.settled(), true],
  ['one that is not there', (settling) => settling.checked('nowhere'), false],
  ['nothing', async () => {}, false],
])('what is left gives way to others but where somebody waits for %s', async (_what, wait, isWanted) => {
  const asked: boolean[] = [];
  const { settling } = open([], 0, async (isWantedNow) => {
    await new Promise((resolve) => setImmediate(resolve));
    asked.push(isWantedNow());
  });
  await settling.begin({ ...loadingOf(['a', 'b', 'c']).loading, isTested: () => asked.length > 0 });
  const waiting = wait(settling);
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await settling.end();
  await waiting.catch(() => {});
  expect(asked[0]).toBe(isWanted);
});

describe('who waits for articles', () => {
  test('is told where one that somebody looks at cannot be checked, and the state is shown all the same', async () => {
    const { settling, shown, troubles } = open(['a']);
    await settling.begin(loadingOf(['b']).loading);
    const waiting = outcome(settling.settled());
    await settling.stop();
    await settling.begin(loadingOf(['a', 'b'], ['a']).loading);
    expect([shown.at(-1), troubles, await waiting, await outcome(settling.checked('b'))]).toEqual([
      ['a', 'b'],
      ['Error: no a'],
      'Error: no a',
      'done',
    ]);
  });

  test('is told at the end that nothing more is checked', async () => {
    const { settling } = open();
    await settling.begin(loadingOf(['a', 'b', 'c']).loading);
    const waiting = [settling.settled(), settling.checked('c')].map(outcome);
    await settling.end();
    await settling.begin(loadingOf(['a', 'b', 'c']).loading);
    expect([await Promise.all(waiting), await outcome(settling.settled())]).toEqual([
      ['Error: the files are closed', 'done'],
      'Error: the files are closed',
    ]);
  });

  test('and asks for many keeps nobody from stopping after one', async () => {
    // What other threads of this process do meanwhile counts as time of the processor too.
    vi.spyOn(process, 'cpuUsage').mockReturnValue({ user: 0, system: 0 });
    const { settling } = open();
    const slugs = Array.from({ length: 50 }, (_, i) => `a${i}`);
    const { loading, checked } = loadingOf(slugs);
    await settling.begin(loading);
    const asked = slugs.map(settling.checked);
    await new Promise((resolve) => setImmediate(resolve));
    await settling.stop();
    const done = checked.length;
    const next = loadingOf(slugs);
    await settling.begin(next.loading);
    expect([done < 5, next.checked.length, await outcome(Promise.all(asked).then(() => {}))]).toEqual([
      true,
      50,
      'done',
    ]);
  });
});
