import fs from 'node:fs';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openUsers } from '../../src/files/users-file.ts';
import { makeRoot } from '../site.ts';

let root: string;
let remove: () => Promise<void>;
let file: string;
beforeEach(async () => {
  ({ root, remove } = await makeRoot({}));
  file = path.join(root, 'people/users.txt');
  await mkdir(path.dirname(file));
  await writeFile(file, 'Ana::reader\n', { mode: 0o600 });
});
afterEach(() => remove());

/** All names, with what was told since the last look. */
function opened() {
  const told: string[] = [];
  const users = openUsers(file, (message) => told.push(message));
  return () => ({ names: users.all().map(({ name }) => name), told: told.splice(0).length });
}

/** Has no file be opened while something is done. */
function whileNothingOpens<T>(work: () => T): T {
  const { openSync } = fs;
  fs.openSync = () => {
    throw Object.assign(new Error('too many open files'), { code: 'EMFILE' });
  };
  syncBuiltinESMExports();
  try {
    return work();
  } finally {
    fs.openSync = openSync;
    syncBuiltinESMExports();
  }
}

test('what kept the file from being read may pass, and lets everybody in again without a change of it', async () => {
  const look = opened();
  await writeFile(file, 'Ana::reader\nBen::reader\n');
  // Old enough that it is taken for read.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const looks = [whileNothingOpens(look), whileNothingOpens(look), look()];
  expect(looks).toEqual([
    { names: [], told: 1 },
    { names: [], told: 0 },
    { names: ['Ana', 'Ben'], told: 0 },
  ]);
});

test.each([
  ['a file', (folder: string) => writeFile(folder, '')],
  ['a link to itself', (folder: string) => symlink(path.basename(folder), folder)],
])('nobody is in while %s stands in the place of its folder, and the server goes on', async (_what, put) => {
  const look = opened();
  const folder = path.dirname(file);
  await rename(folder, `${folder}-away`);
  await put(folder);
  const away = look();
  await rm(folder);
  await rename(`${folder}-away`, folder);
  expect([away, look()]).toEqual([
    { names: [], told: 1 },
    { names: ['Ana'], told: 0 },
  ]);
});
