import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isSameSignature, signatureOf } from '../../../src/files/disk/signature.ts';
import { makeRoot } from '../../site.ts';

test.each([
  ['a text', 'essai/fr.md', true],
  ['an image in a folder of its article', 'essai/images/b.png', true],
  ['an image in folders of folders', 'essai/a/b/c/d/b.png', true],
  ['what git keeps', '.git/objects/00/b', false],
  ['what an editor keeps of an article', 'essai/.obsidian/b.json', false],
])('%s that is new is a change: %s', async (_what, file, isChange) => {
  const { root, remove } = await makeRoot({
    'content/essai/en.po': '',
    'content/.git/a': '',
    'content/essai/.obsidian/a': '',
  });
  const at = path.join(root, 'content', file);
  await mkdir(path.dirname(at), { recursive: true });
  const before = await signatureOf(root, ['content']);
  await writeFile(at, 'x');
  expect(isSameSignature(before, await signatureOf(root, ['content']))).toBe(!isChange);
  await remove();
});
