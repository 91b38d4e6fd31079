import { access, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { removeLeftLocks } from '../../src/git/left-locks.ts';
import { SMALL } from '../site.ts';
import { makeCheckout } from './checkout.ts';
import { makeCopies, openCopy } from './copies.ts';

const PO = 'content/essai/en.po';
const NOTE = 'visavis-locks';
/** Seconds since 1970. */
const THEN = 1_700_000_000;

/** @param time seconds since 1970 */
async function leave(root: string, name: string, time: number): Promise<void> {
  const file = path.join(root, '.git', name);
  await writeFile(file, '');
  await utimes(file, time, time);
}

const isThere = (root: string, name: string) =>
  access(path.join(root, '.git', name)).then(
    () => true,
    () => false,
  );

test('a server whose git was killed with it goes on by itself at its next start', async () => {
  const copies = await makeCopies(SMALL);
  const first = await openCopy(copies.first);
  await first.save(PO, 'A chip.', 'One chip.');
  await first.store.exchange();
  await leave(copies.first, NOTE, THEN);
  const locks = ['index', 'HEAD', 'refs/heads/main', 'refs/visavis/main', 'visavis-index'].map((one) => `${one}.lock`);
  for (const lock of locks) await leave(copies.first, lock, THEN);
  const again = await openCopy(copies.first);
  again.store.start();
  await again.save(PO, 'One chip.', 'A single chip.');
  await again.store.exchange();
  const { unsent, trouble } = again.store.state();
  await again.store.close();
  const left = [await again.git('status', '--short'), await isThere(copies.first, NOTE)];
  await copies.remove();
  expect([unsent, trouble, ...left]).toEqual([0, null, '', false]);
});

test.each([
  ['nobody noted', null, THEN],
  ['was there before the note', THEN, THEN - 1],
  ['came long after the note', THEN, THEN + 60],
])('a lock of the index that %s is a person’s, and stays', async (_, noted, made) => {
  const { root, repository, remove } = await makeCheckout();
  if (noted !== null) await leave(root, NOTE, noted);
  await leave(root, 'index.lock', made);
  await leave(root, 'visavis-index.lock', made);
  await removeLeftLocks(repository);
  const there = await Promise.all(['index.lock', 'visavis-index.lock'].map((name) => isThere(root, name)));
  await remove();
  expect(there).toEqual([true, false]);
});
