import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isSameSignature, signatureOf } from '../../../src/files/disk/signature.ts';
import { makeRoot } from '../../site.ts';

const DISKS = [
  ['of this machine', async () => true],
  ['elsewhere', async () => false],
] as const;

const CHANGES = [
  ['a text', 'essai/fr.md', true],
  ['an image in a folder of its article', 'essai/images/b.png', true],
  ['an image in folders of folders', 'essai/a/b/c/d/b.png', true],
  ['what git keeps', '.git/objects/00/b', false],
  ['what an editor keeps of an article', 'essai/.obsidian/b.json', false],
] as const;

describe.each(DISKS)('on a disk %s', (_where, isLocal) => {
  test.each(CHANGES)('%s that is new is a change: %s', async (_what, file, isChange) => {
    const { root, remove } = await makeRoot({
      'content/essai/en.po': '',
      'content/.git/a': '',
      'content/essai/.obsidian/a': '',
    });
    const at = path.join(root, 'content', file);
    await mkdir(path.dirname(at), { recursive: true });
    const before = await signatureOf(root, ['content'], isLocal);
    await writeFile(at, 'x');
    expect(isSameSignature(before, await signatureOf(root, ['content'], isLocal))).toBe(!isChange);
    await remove();
  });
});

test('both ways of looking see the same', async () => {
  const { root, remove } = await makeRoot({
    'content/essai/en.po': 'x',
    'content/essai/a/b.png': 'y',
    'content/.a/b': '',
  });
  await symlink('.', path.join(root, 'content/essai/x'));
  const looks = await Promise.all(DISKS.map(([, isLocal]) => signatureOf(root, ['content', 'glossary'], isLocal)));
  await remove();
  expect([...(looks[0] ?? [])].sort()).toEqual([...(looks[1] ?? [])].sort());
  expect(looks[0]?.size).toBe(6);
});
