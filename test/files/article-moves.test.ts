import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createArticleMoves } from '../../src/files/article-moves.ts';
import { createArticleStore } from '../../src/files/articles.ts';
import { createFileEditor } from '../../src/files/file-editor.ts';
import { makeRoot } from '../site.ts';

const PO = 'msgid "Un."\nmsgstr "One."\n';
let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot({ 'content/a/fr.md': 'Un.\n', 'content/a/en.po': PO }));
});
afterEach(() => remove());

/** As after a start: everything is read from the disk. */
function open() {
  const editor = createFileEditor(root, Date.now);
  return { editor, ...createArticleMoves({ root, store: createArticleStore(root, Date.now), editor, now: Date.now }) };
}
const edit = async (from: string, to: string) => {
  const about = { what: `${from} → ${to}`, where: '/' };
  const { save } = await open().editor.edit('content/a/en.po', about, async (text) => ({
    text: (text ?? '').replace(from, to),
    result: null,
  }));
  return save ?? 0;
};
const articles = () => readdir(path.join(root, 'content'));
const catalogue = () => readFile(path.join(root, 'content/a/en.po'), 'utf8');

test('the newest comes first, moves and saves as they came', async () => {
  const first = await edit('One.', 'One!');
  await open().articles.remove('a', 'A');
  await open().history.undo(first);
  expect((await open().history.saves()).map(({ what, number }) => `${number} ${what}`)).toEqual([
    '3 undone: One. → One!',
    '2 “A” removed',
    '1 One. → One!',
  ]);
});

describe('an article that was removed, and what was saved in it before', () => {
  test.each([[[0, 1, 2]], [[0, 2, 1]], [[1, 0, 2]], [[1, 2, 0]], [[2, 0, 1]], [[2, 1, 0]]])(
    'are undone in any order: %j',
    async (order) => {
      const saves = [await edit('One.', 'One!'), await edit('msgid', '# note: so\nmsgid')];
      saves.push(await open().articles.remove('a', 'A'));
      for (const at of order) await open().history.undo(saves[at] ?? 0);
      expect([await articles(), await catalogue()]).toEqual([['a'], PO]);
    },
  );
});

test('an article that was added and removed since is gone after both are undone in that order', async () => {
  const { slug, save } = await open().articles.add({ slug: 'b', source: 'Deux.\n', catalogue: null }, 'B');
  const removed = await open().articles.remove(slug, 'B');
  await open().history.undo(save);
  await open().history.undo(removed);
  expect(await articles()).toEqual(['a']);
});

test('removing, undoing, doing it again and undoing that', async () => {
  let save = await open().articles.remove('a', 'A');
  const seen: boolean[] = [];
  for (let round = 0; round < 4; round += 1) {
    save = (await open().history.undo(save))?.save ?? 0;
    seen.push((await articles()).includes('a'));
  }
  expect(seen).toEqual([true, false, true, false]);
});

test('a removal is undone once', async () => {
  const save = await open().articles.remove('a', 'A');
  await open().history.undo(save);
  expect(await open().history.undo(save)).toBe(null);
});
