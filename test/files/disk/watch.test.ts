import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { watchFolders } from '../../../src/files/disk/watch.ts';
import { makeRoot, until } from '../../site.ts';

/** Watches a folder in which nothing happens, until something holds. */
async function watchStillness(onSweep: () => Promise<void>, holds: (told: readonly string[]) => boolean) {
  const { root, remove } = await makeRoot({ 'glossary/a.yaml': '[]\n' });
  const told: string[] = [];
  const onChange = async () => {
    told.push('a change');
  };
  const watching = watchFolders(root, ['glossary'], { onChange, onSweep, onTrouble: (message) => told.push(message) });
  await until(() => holds(told), 15_000).finally(() => watching.close());
  await remove();
  return told;
}

test.concurrent('all is looked at from time to time, though no change is told', async () => {
  const times: number[] = [];
  const began = performance.now();
  const look = async () => {
    times.push(performance.now() - began);
  };
  const told = await watchStillness(look, () => times.length === 2);
  const apart = (times[1] ?? 0) - (times[0] ?? 0);
  expect([told, apart > 1000, apart < 6000]).toEqual([[], true, true]);
});

test.concurrent('a change is told with the name of its file', async () => {
  const { root, remove } = await makeRoot({ 'content/essai/fr.md': 'Un.\n' });
  const told: string[] = [];
  const onChange = async (names: readonly string[]) => {
    told.push(...names);
  };
  const watching = watchFolders(root, ['content'], { onChange, onSweep: async () => {}, onTrouble: () => {} });
  // The watcher says nothing of when it is ready.
  await until(async () => {
    await writeFile(path.join(root, 'content/essai/fr.md'), `${performance.now()}\n`);
    return told.length > 0;
  }, 15_000).finally(() => watching.close());
  await remove();
  expect(new Set(told)).toEqual(new Set(['content/essai/fr.md']));
});

test.concurrent('an image is told that comes into a folder of its article, and what git keeps is not', async () => {
  const { root, remove } = await makeRoot({ 'content/essai/images/a.png': '', 'content/.git/objects/00/a': '' });
  const told: string[] = [];
  const onChange = async (names: readonly string[]) => {
    told.push(...names);
  };
  const watching = watchFolders(root, ['content'], { onChange, onSweep: async () => {}, onTrouble: () => {} });
  await until(async () => {
    await writeFile(path.join(root, 'content/.git/objects/00/a'), `${performance.now()}\n`);
    await writeFile(path.join(root, 'content/essai/images/a.png'), `${performance.now()}\n`);
    return told.length > 0;
  }, 15_000).finally(() => watching.close());
  await remove();
  expect(new Set(told)).toEqual(new Set(['content/essai/images/a.png']));
});

test.concurrent('a look that goes wrong is told, and others follow', async () => {
  let looks = 0;
  const fail = async () => {
    looks += 1;
    if (looks === 1) throw new Error('no memory');
  };
  expect(await watchStillness(fail, () => looks === 2)).toEqual([
    'The files could not be looked at (Error: no memory).',
  ]);
});

test.concurrent('a long look is not begun twice', async () => {
  let [under, most, looks] = [0, 0, 0];
  const look = async () => {
    under += 1;
    most = Math.max(most, under);
    await setTimeout(2500);
    under -= 1;
    looks += 1;
  };
  await watchStillness(look, () => looks === 1);
  expect(most).toBe(1);
});

test.concurrent('a look that takes much of the processor is followed by nine times that in rest', async () => {
  const times: number[] = [];
  const look = async () => {
    times.push(performance.now());
    const work = process.cpuUsage();
    for (let isBusy = true; isBusy; ) isBusy = process.cpuUsage(work).user < 250_000;
  };
  await watchStillness(look, () => times.length === 2);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(2500);
});
