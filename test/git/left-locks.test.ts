import { access, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeLeftLocks } from '../../src/git/left-locks.ts';
import { openRepository } from '../../src/git/repository.ts';
import { SMALL } from '../site.ts';
import { makeCopies, openCopy } from './copies.ts';

const PO = 'content/essai/en.po';
const NOTE = 'visavis-locks';
/** Seconds since 1970. */
const THEN = 1_700_000_000;

let copies: Awaited<ReturnType<typeof makeCopies>>;
beforeEach(async () => {
  copies = await makeCopies(SMALL);
});
afterEach(() => copies.remove());

const inGit = (name: string) => path.join(copies.first, '.git', name);

/** @param time seconds since 1970 */
async function leave(name: string, time: number): Promise<void> {
  await writeFile(inGit(name), '');
  await utimes(inGit(name), time, time);
}

const isThere = (name: string) =>
  access(inGit(name)).then(
    () => true,
    () => false,
  );

test('a server whose git was killed with it goes on by itself at its next start', async () => {
  const first = await openCopy(copies.first);
  await first.save(PO, 'A chip.', 'One chip.');
  await first.store.exchange();
  await leave(NOTE, THEN);
  const locks = ['index', 'HEAD', 'refs/heads/main', 'refs/visavis/main', 'visavis-index'].map((one) => `${one}.lock`);
  for (const lock of locks) await leave(lock, THEN);
  const again = await openCopy(copies.first);
  again.store.start();
  await again.save(PO, 'One chip.', 'A single chip.');
  await again.store.exchange();
  const { unsent, trouble } = again.store.state();
  await again.store.close();
  expect([unsent, trouble, await again.git('status', '--short'), await isThere(NOTE)]).toEqual([0, null, '', false]);
});

test.each([
  ['nobody noted', null, THEN],
  ['was there before the note', THEN, THEN - 1],
  ['came long after the note', THEN, THEN + 60],
])('a lock of the index that %s is a person’s, and stays', async (_, noted, made) => {
  if (noted !== null) await leave(NOTE, noted);
  await leave('index.lock', made);
  await leave('visavis-index.lock', made);
  await removeLeftLocks(await openRepository(copies.first));
  expect(await Promise.all(['index.lock', 'visavis-index.lock'].map(isThere))).toEqual([true, false]);
});
