import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { programVersion } from '../../../src/files/kept/program-version.ts';

const FILES = ['dist/main.js', 'dist/files/thread/text-worker.js', 'package.json'];
let home = '';

const write = (name: string, text: string) => writeFile(path.join(home, name), text);

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'visavis-version-'));
  await mkdir(path.join(home, 'dist/files/thread'), { recursive: true });
  for (const name of FILES) await write(name, name);
});
afterEach(() => rm(home, { recursive: true }));

const LATER = Date.now() + 3_600_000;

test('is the same for the same files', async () => {
  expect(await programVersion(home, LATER)).toBe(await programVersion(home, LATER));
});

test.each(FILES)('is another where %s is', async (name) => {
  const before = await programVersion(home, LATER);
  await write(name, 'another');
  expect((await programVersion(home, LATER)) === before).toBe(false);
});

test.each(FILES)('is not known where %s was built since the program began, though it says the same', async (name) => {
  await wait(30);
  const began = Date.now();
  const before = await programVersion(home, began);
  await write(name, name);
  await utimes(path.join(home, name), 0, 0);
  expect([typeof before, await programVersion(home, began)]).toEqual(['string', null]);
});
