import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createArticleMoves } from '../../../src/files/saving/article-moves.ts';
import { createArticleStore } from '../../../src/files/saving/articles.ts';
import { createFileEditor } from '../../../src/files/saving/file-editor.ts';
import { makeRoot } from '../../site.ts';

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

describe('once another article has the slug', () => {
  const other = () => open().articles.add({ slug: 'a', source: 'Un.\n', catalogue: PO }, 'Other');
  const versions = () => open().history.versions('content/a/en.po');

  test('a save of the one that was removed is neither offered nor undone', async () => {
    const save = await edit('One.', 'One!');
    await open().articles.remove('a', 'A');
    const isOffered = async () => (await open().history.saves()).find(({ number }) => number === save)?.undoable;
    const before = await isOffered();
    await other();
    await edit('One.', 'One!');
    const undone = await open().history.undo(save);
    expect([before, await isOffered(), await open().history.look(save), undone, await catalogue()]).toEqual([
      ...[true, false, [], null],
      PO.replace('One.', 'One!'),
    ]);
  });

  test('what is remembered of the one that was removed is not taken for its own', async () => {
    const inPlace = async () =>
      (await open().history.saves()).map(({ what, isInPlace }) => `${what}: ${isInPlace ? 'in place' : 'gone'}`);
    await edit('One.', 'One!');
    const removal = await open().articles.remove('a', 'A');
    const removed = await inPlace();
    await open().history.undo(removal);
    const back = await inPlace();
    await open().articles.remove('a', 'A');
    await other();
    await edit('One.', 'Eins.');
    expect([removed, back, await inPlace()]).toEqual([
      ['“A” removed: gone', 'One. → One!: gone'],
      ['“A” brought back: in place', '“A” removed: in place', 'One. → One!: in place'],
      [
        ...['One. → Eins.: in place', '“Other” added: in place', '“A” removed: gone', '“A” brought back: gone'],
        ...['“A” removed: gone', 'One. → One!: gone'],
      ],
    ]);
  });

  test('its own saves are undone', async () => {
    await edit('One.', 'Eins.');
    await open().articles.remove('a', 'A');
    await other();
    const save = await edit('One.', 'One!');
    const undone = await open().history.undo(save);
    const between = await catalogue();
    await open().history.undo(undone?.save ?? 0);
    expect([between, await catalogue()]).toEqual([PO, PO.replace('One.', 'One!')]);
  });

  test('a version of the one that was removed is neither compared nor brought back', async () => {
    await edit('One.', 'One!');
    await open().articles.remove('a', 'A');
    const [{ name = '' } = {}] = await versions();
    await other();
    await edit('One.', 'Eins.');
    const { history } = open();
    expect([
      await history.compare('content/a/en.po', name),
      await history.bringBack('content/a/en.po', name),
      await catalogue(),
    ]).toEqual([null, null, PO.replace('One.', 'Eins.')]);
  });

  test('a version of its own is', async () => {
    await open().articles.remove('a', 'A');
    await other();
    await edit('One.', 'Eins.');
    const [{ name = '' } = {}] = await versions();
    await open().history.bringBack('content/a/en.po', name);
    expect(await catalogue()).toBe(PO);
  });

  test('put there by hand, a save of the one that was removed is not undone in it', async () => {
    const save = await edit('One.', 'One!');
    await open().articles.remove('a', 'A');
    await mkdir(path.join(root, 'content/a'));
    await writeFile(path.join(root, 'content/a/en.po'), PO.replace('One.', 'One!'));
    const later = await edit('One!', 'Two!');
    const undone = [await open().history.undo(save), (await open().history.undo(later))?.left];
    expect([undone, await catalogue()]).toEqual([[null, 0], PO.replace('One.', 'One!')]);
  });
});

describe('an article that was removed', () => {
  test('and put back by hand has its saves', async () => {
    const save = await edit('One.', 'One!');
    await open().articles.remove('a', 'A');
    const [kept = ''] = await readdir(path.join(root, '.visavis/removed'));
    await rename(path.join(root, '.visavis/removed', kept), path.join(root, 'content/a'));
    await open().history.undo(save);
    expect(await catalogue()).toBe(PO);
  });

  test('has no version brought back before it is', async () => {
    await edit('One.', 'One!');
    const removed = await open().articles.remove('a', 'A');
    const [{ name = '' } = {}] = await open().history.versions('content/a/en.po');
    const early = await open().history.bringBack('content/a/en.po', name);
    await open().history.undo(removed);
    await open().history.bringBack('content/a/en.po', name);
    expect([early, await catalogue()]).toEqual([null, PO]);
  });
});

describe('of two articles that had one slug', () => {
  const added = () => open().articles.add({ slug: 'a', source: 'Deux.\n', catalogue: null }, 'B');
  const source = () => readFile(path.join(root, 'content/a/fr.md'), 'utf8').catch(() => 'gone');

  test('the one that is brought back is the one that was removed', async () => {
    const removed = await open().articles.remove('a', 'A');
    await open().history.undo((await added()).save);
    await open().history.undo(removed);
    expect(await source()).toBe('Un.\n');
  });

  test('then the other, once the first is gone again', async () => {
    const removed = await open().articles.remove('a', 'A');
    const undone = await open().history.undo((await added()).save);
    const back = await open().history.undo(removed);
    await open().history.undo(back?.save ?? 0);
    await open().history.undo(undone?.save ?? 0);
    expect(await source()).toBe('Deux.\n');
  });

  test('the first is not said to be back while the second has its place', async () => {
    const removed = await open().articles.remove('a', 'A');
    await added();
    const refused = await open()
      .history.undo(removed)
      .catch((error: Error) => error.message);
    const offered = (await open().history.saves()).find(({ number }) => number === removed)?.undoable;
    expect([typeof refused, offered, await source()]).toEqual(['string', true, 'Deux.\n']);
  });

  test('that the first was added is not undone in the second', async () => {
    const first = await open().articles.add({ slug: 'c', source: 'Un.\n', catalogue: null }, 'C');
    await open().articles.remove('c', 'C');
    await open().articles.add({ slug: 'c', source: 'Deux.\n', catalogue: null }, 'D');
    await open().history.undo(first.save);
    expect(await readFile(path.join(root, 'content/c/fr.md'), 'utf8')).toBe('Deux.\n');
  });
});
