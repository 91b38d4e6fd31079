import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { restAfter, watchFolders } from '../../../src/files/disk/watch.ts';
import { makeRoot, until } from '../../site.ts';

/** Watches a folder in which nothing happens, until something holds. */
async function watchStillness(onSweep: () => Promise<number>, holds: (told: readonly string[]) => boolean) {
  const { root, remove } = await makeRoot({ 'glossary/a.yaml': '[]\n' });
  const told: string[] = [];
  const onChange = async () => {
    told.push('a change');
  };
  const watching = watchFolders(root, ['glossary'], { onChange, onSweep, onTrouble: (message) => told.push(message) });
  await until(() => holds(told), 60_000).finally(() => watching.close());
  await remove();
  return told;
}

test.concurrent('all is looked at from time to time, though no change is told', async () => {
  const times: number[] = [];
  const began = performance.now();
  const look = async () => {
    times.push(performance.now() - began);
    return 0;
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
  const watching = watchFolders(root, ['content'], { onChange, onSweep: async () => 0, onTrouble: () => {} });
  // The watcher says nothing of when it is ready.
  await until(async () => {
    await writeFile(path.join(root, 'content/essai/fr.md'), `${performance.now()}\n`);
    return told.length > 0;
  }, 60_000).finally(() => watching.close());
  await remove();
  expect(new Set(told)).toEqual(new Set(['content/essai/fr.md']));
});

test.concurrent('an image is told that comes into a folder of its article, and what git keeps is not', async () => {
  const { root, remove } = await makeRoot({ 'content/essai/images/a.png': '', 'content/.git/objects/00/a': '' });
  const told: string[] = [];
  const onChange = async (names: readonly string[]) => {
    told.push(...names);
  };
  const watching = watchFolders(root, ['content'], { onChange, onSweep: async () => 0, onTrouble: () => {} });
  await until(async () => {
    await writeFile(path.join(root, 'content/.git/objects/00/a'), `${performance.now()}\n`);
    await writeFile(path.join(root, 'content/essai/images/a.png'), `${performance.now()}\n`);
    return told.length > 0;
  }, 60_000).finally(() => watching.close());
  await remove();
  expect(new Set(told)).toEqual(new Set(['content/essai/images/a.png']));
});

test.concurrent('a look that goes wrong is told, and others follow', async () => {
  let looks = 0;
  const fail = async () => {
    looks += 1;
    if (looks === 1) throw new Error('no memory');
    return 0;
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
    return 0;
  };
  await watchStillness(look, () => looks === 1);
  expect(most).toBe(1);
});

test.each([
  ['nothing', 0, 1, 1999],
  ['a small folder', 100, 20, 1980],
  ['a small folder, beside much other work', 100, 1500, 500],
  ['a small folder, all of which was loaded then', 100, 60_000, 100],
  ['four thousand files', 4000, 300, 1800],
  ['ten thousand files', 10_000, 700, 4500],
  ['ten thousand files, all of which were loaded then', 10_000, 60_000, 4500],
  ['half a million files', 500_000, 30_000, 20_000],
])('after a look at %s', (_what, files, passed, rest) => {
  expect(restAfter(files, passed)).toBe(rest);
});

test.concurrent('a look at many files is followed by a longer rest', async () => {
  const times: number[] = [];
  const look = async () => {
    times.push(performance.now());
    return 7000;
  };
  await watchStillness(look, () => times.length === 2);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(2800);
});

test.concurrent('a look at few files beside much other work is not', async () => {
  const rests: number[] = [];
  let ended = 0;
  const look = async () => {
    rests.push(performance.now() - ended);
    const work = process.cpuUsage();
    for (let isBusy = true; isBusy; ) isBusy = process.cpuUsage(work).user < 400_000;
    ended = performance.now();
    return 10;
  };
  await watchStillness(look, () => rests.length === 2);
  expect(rests[1]).toBeLessThan(2500);
});
