import { appendFile, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileSave } from '../../../src/core/changes/ports/save-record.ts';
import { createSaveLog, type NewSave } from '../../../src/files/saving/save-log.ts';
import { makeRoot } from '../../site.ts';

const LOG = '.visavis/history/saves.jsonl';
let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot({}));
});
afterEach(() => remove());

const part = (body: string) => ({ key: 'k', gap: '', body });
const save = (what = 'x', body = 'b'): NewSave<FileSave> => ({
  ...{ kind: 'file', file: 'content/a/en.po', what, where: '/articles/a#p2', time: 5, by: null, undoes: null },
  changes: [{ from: part('a'), to: part(body), follows: null, leads: null }],
  ...{ turned: [], isChosen: false, isNew: false },
});
const whats = async () => (await createSaveLog(root).records()).map(({ what }) => what);
const text = () => readFile(path.join(root, LOG), 'utf8');

test('what was noted is there after a restart, and numbers go on', async () => {
  await createSaveLog(root).note(save('one'));
  const number = await createSaveLog(root).note(save('two'));
  expect([number, await whats()]).toEqual([2, ['one', 'two']]);
});

test('what another process notes meanwhile is seen', async () => {
  const [one, other] = [createSaveLog(root), createSaveLog(root)];
  const numbers = [await one.note(save('one')), await other.note(save('two')), await one.note(save('three'))];
  expect([numbers, (await other.records()).length]).toEqual([[1, 2, 3], 3]);
});

test('what two processes note at the same moment is all there, each under a number of its own', async () => {
  const [one, other] = [createSaveLog(root), createSaveLog(root)];
  const noted = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? one : other).note(save(`${i}`)));
  const numbers = (await Promise.all(noted)).sort((a, b) => a - b);
  const expected = Array.from({ length: 12 }, (_, i) => i + 1);
  expect([numbers, (await whats()).length, await readdir(path.join(root, '.visavis'))]).toEqual([
    expected,
    12,
    ['.gitignore', 'history'],
  ]);
});

test('where something else stands in the place of the lock, a save is noted all the same, and that is said once', async () => {
  const told: string[] = [];
  await mkdir(path.join(root, '.visavis/saves.lock'), { recursive: true });
  const log = createSaveLog(root, (message) => told.push(message));
  const numbers = [await log.note(save('one')), await log.note(save('two'))];
  expect([numbers, await whats(), told.length]).toEqual([[1, 2], ['one', 'two'], 1]);
});

const line = (change: object) => `${JSON.stringify({ number: 7, ...save('odd'), ...change })}\n`;
describe('a line that is none of ours is passed over, and those around it are read', () => {
  test.each([
    ['cut off', '{"kind":"file","num\n'],
    ['no JSON', 'abc\n'],
    ['null', 'null\n'],
    ['a list', '[]\n'],
    ['another kind', line({ kind: 'other' })],
    ['a number that is none', line({ number: 'x' })],
    ['a number below that before', line({ number: 1 })],
    ['a file above the root', line({ file: '../a' })],
    ['a file at the root of the disk', line({ file: '/etc/passwd' })],
    ['a hidden file', line({ file: '.env' })],
    ['a file in a hidden folder', line({ file: 'content/.git/config' })],
    ['a file by way of its folder', line({ file: 'content/./a' })],
    ['a back-slash', line({ file: 'content\\..\\a' })],
    ['an address elsewhere', line({ where: '//evil.example' })],
    ['a script for an address', line({ where: 'javascript:alert(1)' })],
    ['no changes', line({ changes: null })],
    ['a change of nothing', line({ changes: [{ from: null, to: null, follows: null, leads: null }] })],
    [
      'a part without a body',
      line({ changes: [{ from: { key: 'k', gap: '' }, to: null, follows: null, leads: null }] }),
    ],
    ['turned by a word', line({ turned: ['x'] })],
    ['a time beyond all calendars', line({ time: 9e15 })],
    ['an article above the root', line({ kind: 'move', slug: '../a', title: 'A', did: 'removed', removed: 'a-1' })],
    [
      'a removed article above the root',
      line({ kind: 'move', slug: 'a', title: 'A', did: 'removed', removed: '../a' }),
    ],
  ])('%s', async (_what, odd) => {
    await createSaveLog(root).note(save('one'));
    await appendFile(path.join(root, LOG), odd);
    await createSaveLog(root).note(save('two'));
    expect(await whats()).toEqual(['one', 'two']);
  });

  test('and one that is ours is not', async () => {
    await createSaveLog(root).note(save('one'));
    await appendFile(path.join(root, LOG), line({}));
    expect(await whats()).toEqual(['one', 'odd']);
  });
});

test('a crash in the middle of a line costs that line alone', async () => {
  await createSaveLog(root).note(save('one'));
  await appendFile(path.join(root, LOG), '{"number":2,"kind":"fi');
  await createSaveLog(root).note(save('two'));
  expect(await whats()).toEqual(['one', 'two']);
});

test('what steers a terminal stands in the log by its number', async () => {
  await createSaveLog(root).note(save('a\u001b[31m\u202e\u0085'));
  expect([/[^\n -~]/u.test(await text()), await whats()]).toEqual([false, ['a\u001b[31m\u202e\u0085']]);
});

test.each(['.visavis', '.visavis/history', LOG])('nothing is written behind a link: %s', async (place) => {
  const { root: outside, remove: forget } = await makeRoot({ 'saves.jsonl': 'theirs\n' });
  await mkdir(path.dirname(path.join(root, place)), { recursive: true });
  await symlink(place === LOG ? path.join(outside, 'saves.jsonl') : outside, path.join(root, place));
  const log = createSaveLog(root);
  const number = await log.note(save('one'));
  const kept = (await log.records()).map(({ what }) => what);
  expect([number, kept, await readFile(path.join(outside, 'saves.jsonl'), 'utf8')]).toEqual([1, ['one'], 'theirs\n']);
  await forget();
});

test('a thousand saves are kept, and the oldest go some at a time', async () => {
  await mkdir(path.dirname(path.join(root, LOG)), { recursive: true });
  const lines = Array.from({ length: 1000 }, (_, i) => JSON.stringify({ number: i + 1, ...save(`${i + 1}`) }));
  await writeFile(path.join(root, LOG), `${lines.join('\n')}\n`);
  const before = (await whats()).length;
  await createSaveLog(root).note(save('last'));
  const after = await whats();
  expect([before, after.length, after[0], after.at(-1)]).toEqual([1000, 900, '102', 'last']);
});

test('where the log cannot be written anew without the oldest, the newest is in it nevertheless', async () => {
  await mkdir(path.dirname(path.join(root, LOG)), { recursive: true });
  const lines = Array.from({ length: 1000 }, (_, i) => JSON.stringify({ number: i + 1, ...save(`${i + 1}`) }));
  await writeFile(path.join(root, LOG), `${lines.join('\n')}\n`);
  // Bytes that are no text: what is there never reads as what was read.
  await appendFile(path.join(root, LOG), Buffer.from([0xff, 0x0a]));
  const number = await createSaveLog(root).note(save('last'));
  expect([number, (await whats()).at(-1)]).toEqual([1001, 'last']);
});

test('a disk that is full costs no save, and is said once', async () => {
  const told: string[] = [];
  await mkdir(path.join(root, LOG), { recursive: true });
  const log = createSaveLog(root, (message) => told.push(message));
  await log.note(save('one'));
  await log.note(save('two'));
  expect([(await log.records()).length, told.length]).toEqual([2, 1]);
});
