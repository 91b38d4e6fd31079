import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SharedFiles } from '../../src/core/changes/ports/shared-files.ts';
import { type TakeOver, takeOver } from '../../src/git/take-over.ts';
import { type Checkout, makeCheckout } from './checkout.ts';

let here: Checkout;
let [from, to, unsafe, programs, texts] = ['', '', '', '', ''];
beforeAll(async () => {
  here = await makeCheckout();
  to = await here.commit({ 'a.po': 'theirs', new: 'new', link: { aim: 'a.po' } });
  programs = await here.commit({ 'a.po': { program: 'ours' }, old: { program: 'new' }, new: { program: 'new' } });
  texts = await here.commit({ 'a.po': 'ours', old: 'old', new: 'new' });
  unsafe = await here.commit({ '.env': 'x' });
  from = await here.commit({ 'a.po': 'ours', old: 'old' });
});
afterAll(() => here.remove());
beforeEach(async () => {
  await here.git('update-ref', 'HEAD', from);
  await here.git('read-tree', from);
});

/** A disk, and what was done to it. */
function diskOf(standing: Readonly<Record<string, string>>) {
  const texts = new Map(Object.entries(standing));
  const done: string[] = [];
  const files: SharedFiles = {
    inTurn: (_, work) => work(),
    async read(path) {
      const text = texts.get(path);
      if (text === 'a folder') throw new Error('no file');
      return text === undefined ? null : Buffer.from(text);
    },
    async write(path, next, expected) {
      if ((expected?.toString() ?? 'nothing') === 'busy') return false;
      const runs = { true: ', a program', false: ', no program', null: '' }[`${next?.runs ?? null}`];
      done.push(`${path}: ${expected?.toString() ?? 'nothing'} → ${next?.bytes.toString() ?? 'nothing'}${runs}`);
      return true;
    },
    list: async () => [],
  };
  return { files, done };
}

async function taken(standing: Readonly<Record<string, string>>, more: Partial<TakeOver> = {}) {
  const { files, done } = diskOf({ 'a.po': 'ours', old: 'old', ...standing });
  const [told, moved, wrote] = [[] as string[], [] as string[], new Map(more.wrote)];
  const moments = {
    isSaved: () => false,
    before: async (path: string) => void told.push(path),
    onMoved: (paths: readonly string[]) => void moved.push(...paths),
  };
  const answer = takeOver(here.repository, { from, to, files, ...moments, ...more, wrote });
  const came = await answer.catch((error: unknown) => (error instanceof Error ? error.message : error));
  const isMoved = (await here.git('rev-parse', 'HEAD')) === (more.to ?? to);
  return { came, done, told, moved, isMoved, wrote: [...wrote.keys()] };
}

const ALL = ['a.po', 'link', 'new', 'old'];

test('what differs is written and taken away, no link is made, and the index has what the commit has', async () => {
  expect(await taken({})).toEqual({
    came: ALL,
    done: ['a.po: ours → theirs', 'new: nothing → new', 'old: old → nothing'],
    told: ['a.po', 'new', 'old'],
    moved: ALL,
    isMoved: true,
    wrote: [],
  });
  expect(await here.git('diff-index', '--cached', to)).toBe('');
});

test.each<[string, () => [string, string], Readonly<Record<string, string>>, readonly string[]]>([
  [
    'is a program there is one here',
    () => [from, programs],
    {},
    ['a.po: ours → ours, a program', 'new: nothing → new, a program', 'old: old → new, a program'],
  ],
  [
    'is a program there is one here also where its text stands already',
    () => [from, programs],
    { new: 'new', old: 'new' },
    ['a.po: ours → ours, a program', 'new: new → new, a program', 'old: new → new, a program'],
  ],
  [
    'is a program there no more is none here',
    () => [programs, texts],
    { new: 'new', old: 'new' },
    ['a.po: ours → ours, no program', 'new: new → new, no program', 'old: new → old, no program'],
  ],
])('what %s', async (_, commits, standing, expected) => {
  const [first, then] = commits();
  await here.git('update-ref', 'HEAD', first);
  await here.git('read-tree', first);
  expect((await taken(standing, { from: first, to: then })).done).toEqual(expected);
});

const BY_HAND = 'a.po was changed in the other copy, and by hand here; commit it, or save it here.';

test.each<[string, Readonly<Record<string, string>>, Partial<TakeOver>, string | null]>([
  ['by hand', { 'a.po': 'by hand' }, {}, BY_HAND],
  ['by hand, after an attempt wrote it', { 'a.po': 'by hand' }, wroteIt('theirs of then'), BY_HAND],
  ['by a save that waits', { 'a.po': 'saved' }, { isSaved: (path) => path === 'a.po' }, null],
  ['by a save at this very moment', { 'a.po': 'busy' }, wroteIt('busy'), null],
  [
    'into a folder',
    { 'a.po': 'a folder' },
    {},
    'a.po is no plain file here; put that away, and the other copy’s takes its place.',
  ],
])('nothing is taken over where a file was changed %s', async (_, standing, more, expected) => {
  const { came, done, moved, isMoved } = await taken(standing, more);
  expect({ came, done, moved, isMoved }).toEqual({ came: expected, done: [], moved: [], isMoved: false });
});

test.each<[string, string, Partial<TakeOver>, readonly string[]]>([
  ['theirs has it', 'theirs', {}, []],
  ['an attempt before wrote it', 'theirs of then', wroteIt('theirs of then'), ['a.po: theirs of then → theirs']],
])('a file that stands here as %s is in nobody’s way', async (_, standing, more, expected) => {
  const { came, done } = await taken({ 'a.po': standing }, more);
  expect([came, done.filter((one) => one.startsWith('a.po'))]).toEqual([ALL, expected]);
});

test('what was written before it was cut short is remembered', async () => {
  expect((await taken({ old: 'by hand' })).wrote).toEqual(['a.po', 'new']);
});

test('what somebody staged is not overwritten', async () => {
  await here.git('read-tree', to);
  expect((await taken({})).came).toBe(
    'a.po was changed in the other copy, and is staged here; commit it, or unstage it.',
  );
});

test('a name that is for nobody to write is told', async () => {
  const { came, done } = await taken({}, { to: unsafe });
  expect([came, done]).toEqual([
    'The other copy has “.env”, which is not written to this disk; take it away there.',
    [],
  ]);
});

function wroteIt(text: string): Partial<TakeOver> {
  return { wrote: new Map([['a.po', Buffer.from(text)]]) };
}
