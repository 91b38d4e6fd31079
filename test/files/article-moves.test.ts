import { expect, test } from 'vitest';
import type { History, Save } from '../../src/core/changes/history.ts';
import { createArticleMoves } from '../../src/files/article-moves.ts';

const STORE = {
  add: async ({ slug }: { readonly slug: string }) => slug,
  remove: async (slug: string) => `${slug}-1`,
  restore: async (removed: string) => removed.replace('-1', ''),
};
const saveAt = (number: number, time: number): Save => ({
  ...{ number, time, file: 'content/a/en.po', what: `save ${number}`, where: '/', undoable: true },
});
const savesAt = (...times: readonly number[]): History => ({
  saves: async () => times.map((time, i) => saveAt(times.length - i, time)),
  undo: async () => null,
});

/** What is told where each move has the time given. */
async function told(saves: History, ...times: readonly number[]): Promise<string[]> {
  const clock = [...times];
  const { articles, history } = createArticleMoves(STORE, saves, () => clock.shift() ?? 0);
  for (const [i] of times.entries())
    if (i % 2 === 0) await articles.add({ slug: `a${i}`, source: '', catalogue: null }, `A${i}`);
    else await articles.remove(`a${i - 1}`, `A${i - 1}`);
  return (await history.saves()).map(({ what }) => what);
}

test.each([
  ['moves of one moment', savesAt(), [5, 5], ['“A0” removed', '“A0” added']],
  ['three of one moment', savesAt(), [5, 5, 5], ['“A2” added', '“A0” removed', '“A0” added']],
  ['moves one after the other', savesAt(), [5, 6], ['“A0” removed', '“A0” added']],
  ['saves of one moment', savesAt(5, 5), [], ['save 2', 'save 1']],
  ['a save between two moves', savesAt(6), [5, 7], ['“A0” removed', 'save 1', '“A0” added']],
  ['saves and moves of one moment', savesAt(5, 5), [5, 5], ['“A0” removed', '“A0” added', 'save 2', 'save 1']],
])('the newest comes first: %s', async (_what, saves, times, expected) => {
  expect(await told(saves, ...times)).toEqual(expected);
});
