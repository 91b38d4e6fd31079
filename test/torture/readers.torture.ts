import { expect, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { makeRoot, NO_ENGINES, start } from '../site.ts';
import { articleOf, report, save, tagOf, times } from './server.ts';

const READERS = 10;
/** Time between two looks at a reader: one paragraph, of which it makes no page. Milliseconds. */
const LOOK = 20;
/** Milliseconds. */
const MOST = 2000;

test('R9: ten servers that only read show each save of the one that writes', async () => {
  const { root, remove } = await makeRoot(articleOf(10));
  const writer = await start(root);
  const readers: Site[] = [];
  for (let i = 0; i < READERS; i += 1) readers.push(await start(root, NO_ENGINES, 0, { readOnly: true }));
  const textOf = async ({ url }: Site, unit: string) => {
    const answer = await fetch(`${url}api/articles/essai/units/${unit}`);
    return ((await answer.json()) as { target: string }).target;
  };
  const waits: number[] = [];
  for (let round = 0; round < times(50); round += 1) {
    const [unit, text] = [`p${2 + (round % 10)}`, `Saved for all ${round}.`];
    const { status } = await save(writer.url, unit, await tagOf(writer.url, unit), text);
    expect(status).toBe(200);
    const began = performance.now();
    await Promise.all(
      readers.map(async (reader) => {
        while ((await textOf(reader, unit)) !== text && performance.now() - began < 5 * MOST)
          await new Promise((resolve) => setTimeout(resolve, LOOK));
        waits.push(performance.now() - began);
      }),
    );
  }
  for (const site of [...readers, writer]) await site.close();
  await remove();
  waits.sort((a, b) => a - b);
  const worst = waits.at(-1) ?? Number.NaN;
  report(
    `${READERS} readers, ${waits.length} looks: milliseconds from a save, middle`,
    middleOf(waits).toFixed(0),
    '-',
  );
  report('  the longest', worst.toFixed(0), `≤ ${MOST}`);
  expect(worst).toBeLessThanOrEqual(MOST);
});

function middleOf(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
