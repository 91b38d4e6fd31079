import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { instanceOf } from '../../src/files/instance.ts';
import { makeRoot } from '../site.ts';

let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot({ 'content/a/fr.md': 'Un.\n' }));
});
afterEach(() => remove());

test('a checkout has one name for good', async () => {
  const first = await instanceOf(root);
  expect([/^[0-9a-f]{8}$/.test(first ?? ''), await instanceOf(root)]).toEqual([true, first]);
});

test('twenty that ask at once hear the same', async () => {
  const names = await Promise.all(Array.from({ length: 20 }, () => instanceOf(root)));
  expect(new Set(names).size).toBe(1);
});

test('another checkout under the same path has another', async () => {
  const first = await instanceOf(root);
  await rm(path.join(root, '.visavis'), { recursive: true });
  expect(await instanceOf(root)).not.toBe(first);
});

test('what nobody of ours wrote is no name, and stays', async () => {
  await mkdir(path.join(root, '.visavis'));
  await writeFile(path.join(root, '.visavis/instance'), '../../x\n');
  expect([await instanceOf(root), await readFile(path.join(root, '.visavis/instance'), 'utf8')]).toEqual([
    null,
    '../../x\n',
  ]);
});

test('no link is followed', async () => {
  await mkdir(path.join(root, '.visavis'));
  await symlink('/etc/hostname', path.join(root, '.visavis/instance'));
  expect(await instanceOf(root)).toBeNull();
});
