import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSharedFiles } from '../../../src/files/disk/shared-files.ts';

let top: string;
beforeEach(async () => {
  top = await mkdtemp(path.join(tmpdir(), 'visavis-shared-'));
});
afterEach(() => rm(top, { recursive: true, force: true }));

/** Files and folders, by their paths. */
const left = async () => (await readdir(top, { recursive: true })).sort();

test.each([
  ['the only file of an article', ['content/a/fr.md'], ['content']],
  [
    'the only file of a folder within',
    ['content/a/fr.md', 'content/a/more/deep/b.png'],
    ['content', 'content/a', 'content/a/fr.md'],
  ],
  ['one of two', ['content/a/fr.md', 'content/a/en.po'], ['content', 'content/a', 'content/a/fr.md']],
  ['one article of two', ['content/b/fr.md', 'content/a/fr.md'], ['content', 'content/b', 'content/b/fr.md']],
])('with a file go the folders that are empty then, and never the one of all articles: %s', async (_, files, after) => {
  for (const file of files) {
    await mkdir(path.join(top, path.dirname(file)), { recursive: true });
    await writeFile(path.join(top, file), 'x');
  }
  const shared = createSharedFiles({ top, root: top, prefix: '' }, (_file, work) => work());
  const isWritten = await shared.write(files.at(-1) ?? '', null, Buffer.from('x'));
  expect([isWritten, (await left()).filter((name) => !name.startsWith('.visavis'))]).toEqual([true, after]);
});
