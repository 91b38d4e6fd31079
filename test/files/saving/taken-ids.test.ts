import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EntryChange } from '../../../src/core/changes/ports/entry-change.ts';
import { createFileEditor } from '../../../src/files/saving/file-editor.ts';
import { createGlossaryStore } from '../../../src/files/saving/glossary-store.ts';
import { readEntry } from '../../../src/formats/glossary/entry.ts';
import { makeRoot } from '../../site.ts';

const A = 'glossary/a.yaml';
const B = 'glossary/b.yml';
const TABLE = 'glossary/table.csv';
const FILES = {
  [A]: '- fr: jeton\n  en: token\n\n- fr: puce\n  en: chip\n',
  [B]: '- fr: lot\n  en: batch\n',
  [TABLE]: 'fr,en\nréseau,network\n',
};
let root: string;
let remove: () => Promise<void>;
let editor: ReturnType<typeof createFileEditor>;
let store: ReturnType<typeof createGlossaryStore>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot(FILES));
  editor = createFileEditor(root, Date.now);
  store = createGlossaryStore(editor);
});
afterEach(() => remove());

const read = (file: string) => readFile(path.join(root, file), 'utf8').catch(() => 'gone');
const all = async () => (await Promise.all(Object.keys(FILES).map(read))).join('');
const entry = (fr: string, en: string, id?: string, file = A) => {
  const { concept } = readEntry(id === undefined ? { fr, en } : { id, fr, en }, () => ({ file, line: 1, column: 1 }));
  if (concept === null) throw new Error('no entry');
  return concept;
};
const add = (fr: string, en: string, id?: string): EntryChange => ({ kind: 'add', entry: entry(fr, en, id) });
const put = (id: string, fr: string, en: string, to = id): EntryChange => ({
  kind: 'put',
  id,
  entry: entry(fr, en, to),
});
/** What each said: “saved”, or the sentence. */
const outcomes = async (saves: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(saves)).map((one) => (one.status === 'fulfilled' ? 'saved' : String(one.reason.message)));
const taken = (id: string, where: string) =>
  `“${id}” is the id of the entry at ${where}. Change that entry, or give this one another id.`;

describe('of two saves at once that give one id, the second is refused and writes nothing', () => {
  test.each<[what: string, first: readonly [string, EntryChange], second: readonly [string, EntryChange], string]>([
    ['the same entry', [A, add('course', 'race')], [A, add('course', 'race')], taken('race', `${A}:7`)],
    ['other terms', [A, add('course', 'race')], [A, add('épreuve', 'race')], taken('race', `${A}:7`)],
    ['an id that is written', [A, add('un', 'one', 'x')], [A, add('deux', 'two', 'x')], taken('x', `${A}:7`)],
    ['in two files', [A, add('mot', 'word')], [B, add('mot', 'word')], taken('word', `${A}:7`)],
    [
      'two entries renamed',
      [A, put('token', 'jeton', 'token', 'x')],
      [A, put('chip', 'puce', 'chip', 'x')],
      taken('x', `${A}:1`),
    ],
    [
      'one renamed as another comes',
      [A, put('chip', 'puce', 'chip', 'x')],
      [B, add('un', 'one', 'x')],
      taken('x', `${A}:4`),
    ],
    ['one renamed upwards', [A, add('un', 'one', 'x')], [A, put('token', 'jeton', 'token', 'x')], taken('x', `${A}:7`)],
    ['a row of a table', [TABLE, add('course', 'race')], [TABLE, add('course', 'race')], taken('race', `${TABLE}:3`)],
  ])('%s', async (_, first, second, sentence) => {
    const saves = [first, second].map(([file, change]) => store.save(file, change, null));
    const written = saves[0]?.then(all);
    expect(await outcomes(saves)).toEqual(['saved', sentence]);
    expect(await all()).toBe(await written);
  });

  test.each<[what: string, EntryChange, EntryChange]>([
    ['two ids', add('course', 'race'), add('mot', 'word')],
    ['an id that goes as another comes', { kind: 'delete', id: 'chip' }, add('copeau', 'chip')],
    ['an id that is kept', put('chip', 'puce', 'chip'), put('chip', 'copeau', 'chip')],
  ])('but not %s', async (_, first, second) => {
    const saves = [first, second].map((change) => store.save(A, change, null));
    expect(await outcomes(saves)).toEqual(['saved', 'saved']);
  });
});

describe('an id is looked for in the files as they are now, whatever was read of them', () => {
  test.each([A, B])('an entry written into %s by hand', async (file) => {
    await store.save(A, add('un', 'one'), null);
    await appendFile(path.join(root, file), '- fr: octet\n  en: byte\n');
    expect(await outcomes([store.save(A, add('octet', 'byte'), null)])).toEqual([
      taken('byte', file === A ? `${A}:9` : `${B}:3`),
    ]);
  });

  test.each([
    ['a copy that is not read', 'glossary/b (1).yml'],
    ['a folder', 'glossary/more/c.yaml'],
    ['another language', 'glossary/c.md'],
  ])('but not in %s', async (_, file) => {
    await mkdir(path.join(root, path.dirname(file)), { recursive: true });
    await writeFile(path.join(root, file), '- fr: octet\n  en: byte\n');
    expect(await outcomes([store.save(A, add('octet', 'byte'), null)])).toEqual(['saved']);
  });

  test('what is there twice already stops no other save', async () => {
    await appendFile(path.join(root, B), '- fr: jeton\n  en: token\n');
    expect(await outcomes([store.save(B, add('octet', 'byte'), null)])).toEqual(['saved']);
  });
});

test('entries that are imported as others come are refused as a whole', async () => {
  const adds = [entry('octet', 'byte'), entry('mot', 'word')];
  const saves = [store.save(B, add('un mot', 'word'), null), store.saveAll(A, { puts: [], adds, expected: new Map() })];
  expect(await outcomes(saves)).toEqual(['saved', taken('word', `${B}:4`)]);
  expect(await read(A)).toBe(FILES[A]);
});

describe('an id that another entry has by now does not come back', () => {
  test('by undoing its deletion', async () => {
    const gone = (await store.save(A, { kind: 'delete', id: 'chip' }, null)) ?? 0;
    await store.save(B, add('copeau', 'chip'), null);
    expect(await outcomes([editor.history.undo(gone)])).toEqual([taken('chip', `${B}:4`)]);
  });

  test('by doing again what was undone', async () => {
    const made = (await store.save(A, add('octet', 'byte'), null)) ?? 0;
    const undone = (await editor.history.undo(made))?.save ?? 0;
    await store.save(B, add('multiplet', 'byte'), null);
    expect(await outcomes([editor.history.undo(undone)])).toEqual([taken('byte', `${B}:4`)]);
  });

  test('with an old version of its file', async () => {
    await store.save(A, { kind: 'delete', id: 'chip' }, null);
    await store.save(B, add('copeau', 'chip'), null);
    const [version] = await editor.history.versions(A);
    expect(await outcomes([editor.history.bringBack(A, version?.name ?? '')])).toEqual([taken('chip', `${B}:4`)]);
  });

  test('unless that entry went too', async () => {
    const gone = (await store.save(A, { kind: 'delete', id: 'chip' }, null)) ?? 0;
    await rm(path.join(root, B));
    expect(await outcomes([editor.history.undo(gone)])).toEqual(['saved']);
    expect(await read(A)).toBe(FILES[A]);
  });
});
