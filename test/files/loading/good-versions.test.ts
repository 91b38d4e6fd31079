import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/core/checks/problem.ts';
import { asText, createGoodVersions } from '../../../src/files/loading/good-versions.ts';

interface Said {
  readonly says: string;
  readonly problems: readonly Problem[];
}

const PLACE = { file: 'a.yaml', line: 1, column: 1 };
const BROKEN: Problem = { rule: 'file', severity: 'error', message: 'is broken', ...PLACE } as unknown as Problem;
const file = (text: string | null) => ({ path: 'a.yaml', text, problem: null });

/**
 * Files that are parsed as told: `!` is a problem; parsing the good one fails as often as is said, once it was read.
 */
function versions(failures: number) {
  const tries: string[] = [];
  let left = 0;
  const parse = async (text: string): Promise<Said> => {
    tries.push(text);
    if (text === 'good' && left > 0) {
      left -= 1;
      throw new Error('no room');
    }
    return { says: text, problems: text === '!' ? [BROKEN] : [] };
  };
  const good = createGoodVersions<Said>({ says: '', problems: [] }, parse, asText);
  return { good, tries, fail: () => (left = failures) };
}

describe.each<[string, (good: ReturnType<typeof versions>['good']) => unknown]>([
  ['that was read', (good) => good.read(file('good') as never, [])],
  ['that nobody read', (good) => good.hold(file('good') as never)],
])('the last good version %s', (_what, begin) => {
  const readBroken = ({ good }: ReturnType<typeof versions>) =>
    good.read(file('!') as never, []).then(
      ({ says }) => says,
      (error) => String(error),
    );

  test('is read once, however often it is wanted', async () => {
    const made = versions(0);
    await begin(made.good);
    const before = made.tries.filter((text) => text === 'good').length;
    expect([await readBroken(made), await readBroken(made)]).toEqual(['good', 'good']);
    expect(made.tries.filter((text) => text === 'good').length - before).toBe(1);
  });

  test('is read again where that failed', async () => {
    const made = versions(2);
    await begin(made.good);
    made.fail();
    expect([await readBroken(made), await readBroken(made), await readBroken(made)]).toEqual([
      'Error: no room',
      'Error: no room',
      'good',
    ]);
  });
});

test('a version in which somebody has to decide something is a good one', async () => {
  const choice = { ...BROKEN, rule: 'entry-conflict' } as Problem;
  const problemsOf = (text: string) => (text.includes('!') ? [BROKEN] : text.includes('?') ? [choice] : []);
  const parse = async (text: string): Promise<Said> => ({ says: text, problems: problemsOf(text) });
  const good = createGoodVersions<Said>({ says: '', problems: [] }, parse);
  const says: string[] = [];
  const told: Problem[] = [];
  for (const text of ['one', 'two?', '!', '?!']) says.push((await good.read(file(text) as never, told)).says);
  expect([says, told.map(({ rule }) => rule)]).toEqual([
    ['one', 'two?', 'two?', 'two?'],
    ['entry-conflict', 'file', 'file'],
  ]);
});
