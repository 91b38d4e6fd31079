import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createJournal } from '../../src/git/journal.ts';
import { seenOf } from '../../src/git/own-names.ts';
import { openRepository, type Repository } from '../../src/git/repository.ts';
import { makeRoot } from '../site.ts';

let remove: () => Promise<void>;
let top: Repository;
let one: Repository;
let other: Repository;
beforeAll(async () => {
  const made = await makeRoot({ 'a/content/essai/fr.md': 'Essai\n', 'b/content/essai/fr.md': 'Essai\n' });
  remove = made.remove;
  await promisify(execFile)('git', ['init', '-q', '-b', 'main'], { cwd: made.root });
  [top, one, other] = [
    await openRepository(made.root),
    await openRepository(path.join(made.root, 'a')),
    await openRepository(path.join(made.root, 'b')),
  ];
});
afterAll(() => remove());

test('two folders of one checkout share no file in the folder of git, and no name of a branch', () => {
  const namesOf = ({ own }: Repository) => [
    own.index,
    own.journal,
    own.lockNote,
    own.fetched,
    seenOf(own, 'refs/heads/main'),
  ];
  const all = [top, one, other].flatMap(namesOf);
  expect(new Set(all).size).toBe(15);
});

test('at the top of a checkout they are plain', () => {
  const { index, journal, lockNote } = top.own;
  expect([index, journal, lockNote].map((file) => path.relative(top.folder, file))).toEqual([
    ...['visavis-index', 'visavis-unsaved', 'visavis-locks'],
  ]);
  expect(seenOf(top.own, 'refs/heads/essai/un')).toBe('refs/visavis/essai/un');
});

test('what one left uncommitted is not taken for the other’s', async () => {
  await createJournal(one.own.journal).begin('content/essai/en.po');
  const left = await Promise.all([one, other].map(({ own }) => createJournal(own.journal).left()));
  expect(left).toEqual([new Map([['content/essai/en.po', []]]), new Map()]);
});

test('of what was noted a line that was cut short says nothing', async () => {
  const save = { place: 'content/essai/en.po', what: 'A} of it', by: 'Ana' };
  const journal = createJournal(top.own.journal);
  await journal.saved({ ...save, text: 'A.', time: 0 });
  const whole = await readFile(top.own.journal, 'utf8');
  const found: unknown[] = [];
  for (const text of [
    whole,
    whole.slice(0, -9),
    `${whole}${whole.slice(0, whole.indexOf('}') + 1)}`,
    '{}\n',
    '[1]\n',
  ]) {
    await writeFile(top.own.journal, text);
    found.push([...(await createJournal(top.own.journal).left())].map(([place, saves]) => [place, saves.length]));
  }
  expect(found).toEqual([[[save.place, 1]], [], [[save.place, 1]], [], []]);
});
