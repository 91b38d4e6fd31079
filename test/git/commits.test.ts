import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SharedFiles } from '../../src/core/changes/ports/shared-files.ts';
import type { SharedSave } from '../../src/core/changes/ports/shared-store.ts';
import { writeCommit } from '../../src/git/commits.ts';
import { catchIndexUp } from '../../src/git/index-behind.ts';
import { type Git, GitError } from '../../src/git/run-git.ts';
import { createSaveQueue } from '../../src/git/save-queue.ts';
import { createGitStore } from '../../src/git/shared-store.ts';
import { everyNth } from '../rounds.ts';
import { type Checkout, makeCheckout } from './checkout.ts';

const PO = 'content/essai/en.po';
let here: Checkout;
beforeEach(async () => {
  here = await makeCheckout('texts');
});
afterEach(() => here.remove());

const FILES: SharedFiles = {
  inTurn: (_, work) => work(),
  read: (file) => readFile(path.join(here.root, file)),
  write: async () => true,
  list: async (place) => [`${place}/fr.md`, `${place}/notes.md`],
};

const save = (text: string | null, more: Partial<SharedSave> = {}): SharedSave => {
  return { place: PO, text, what: `${text ?? 'nothing'} of essai`, by: null, time: 0, ...more };
};
const log = async () => {
  const said = await here.git('log', '--reverse', '--format=%x00%an <%ae> %cn: %s', '--name-status');
  return said
    .split('\0')
    .slice(1)
    .map((one) => one.trim().replaceAll(/\s+/g, ' '));
};

test('saves are commits of their files, of one person those of five minutes one', async () => {
  const queue = createSaveQueue(here.repository, FILES);
  const commit = async (...saves: readonly SharedSave[]) => {
    for (const one of saves) queue.add(one);
    await queue.commitAll();
  };
  await commit(save('A'));
  await commit(save('B', { time: 299_999 }), save('B', { time: 299_999 }));
  await commit(save('C', { time: 300_000, by: 'Chloé' }));
  queue.seal();
  await commit(save(null, { time: 300_001, by: 'Chloé' }));
  const [PLACE, ANA] = [`texts/${PO}`, 'Ana <ana@example.org> Ana'];
  expect([await log(), await here.git('diff-index', '--cached', 'HEAD')]).toEqual([
    [
      `${ANA}: A of essai and 1 more A ${PLACE}`,
      `Chloé <> Ana: C of essai M ${PLACE}`,
      `Chloé <> Ana: nothing of essai D ${PLACE}`,
    ],
    '',
  ]);
});

test.each<[string, readonly SharedSave[], readonly string[]]>([
  ['that stood before a commit', [save('B', { before: 'A', by: 'Chloé' })], ['Ana: by hand', 'Chloé: B']],
  [
    'that came between two saves',
    [save('A', { by: 'Chloé' }), save('C', { before: 'B', by: 'Dora' })],
    ['Chloé: A', 'Ana: by hand', 'Dora: C'],
  ],
  [
    'that came between two saves of one person',
    [save('A', { by: 'Chloé' }), save('C', { before: 'B', by: 'Chloé' })],
    ['Chloé: A', 'Ana: by hand', 'Chloé: C'],
  ],
  [
    'that the save took away',
    [save('A'), save(null, { before: 'B', by: 'Dora' })],
    ['Ana: A', 'Ana: by hand', 'Dora: nothing'],
  ],
  ['where there was none', [save('A'), save('B', { before: 'A', by: 'Dora' })], ['Ana: A', 'Dora: B']],
  ['where the file is new', [save('A', { before: null, by: 'Dora' })], ['Dora: A']],
])('the work of a hand is the owner’s: %s', async (_what, saves, expected) => {
  const queue = createSaveQueue(here.repository, FILES);
  for (const one of saves) {
    queue.seal();
    queue.add(one);
    await queue.commitAll();
  }
  const said = (await here.git('log', '--reverse', '--format=%an: %s')).split('\n');
  const short = said.map((line) => line.replace(`${PO} as it was changed by hand`, 'by hand').replace(' of essai', ''));
  const [left] = saves.slice(-1).map(({ text }) => text ?? '');
  expect([short, await here.git('show', `HEAD:texts/${PO}`).catch(() => '')]).toEqual([expected, left]);
});

test('what went is committed where names are longer, and an index behind is brought along', async () => {
  const long = await makeCheckout('texts', 'sha256');
  const queue = createSaveQueue(long.repository, FILES);
  for (const text of ['A', null]) {
    queue.add(save(text, { time: text === null ? 300_000 : 0 }));
    await queue.commitAll();
  }
  await long.git('read-tree', 'HEAD~1');
  await catchIndexUp(long.repository, new Set([`texts/${PO}`]));
  const said = [await long.git('log', '--format=', '--name-status'), await long.git('diff', '--cached')];
  await long.remove();
  expect(said).toEqual([`D\ttexts/${PO}\nA\ttexts/${PO}`, '']);
});

test('a name is written in UTF-8, whatever the settings of the checkout say', async () => {
  await here.git('config', 'i18n.commitEncoding', 'ISO-8859-1');
  const queue = createSaveQueue(here.repository, FILES);
  queue.add(save('A', { by: 'Łucja' }));
  await queue.commitAll();
  expect(await here.git('cat-file', 'commit', 'HEAD')).toMatch(/^tree \w+\nauthor Łucja <>(?!.*encoding)/s);
});

test('the first save of a server that starts is its person’s', async () => {
  const queue = createSaveQueue(here.repository, FILES);
  await queue.begin(PO);
  queue.add(save('A', { by: 'Chloé' }));
  await queue.takeUp(0);
  await queue.commitAll();
  expect(await log()).toEqual([`Chloé <> Ana: A of essai A texts/${PO}`]);
});

test('a folder is committed as it stands, without what went', async () => {
  const queue = createSaveQueue(here.repository, FILES);
  queue.add(save('A'));
  queue.add({ place: 'content/essai', what: 'essai', by: 'Ana', time: 0 });
  await mkdir(path.join(here.root, 'texts/content/essai'), { recursive: true });
  for (const name of ['fr.md', 'notes.md']) await writeFile(path.join(here.root, 'texts/content/essai', name), name);
  await queue.commitAll();
  const place = 'texts/content/essai';
  expect((await log()).at(-1)).toBe(
    `Ana <ana@example.org> Ana: essai D ${place}/en.po A ${place}/fr.md A ${place}/notes.md`,
  );
});

test.each(
  everyNth(
    [
      ['a file that may be run', { program: 'x' }, '100755'],
      ['any other', 'x', '100644'],
      ['one in the place of a link', { aim: 'x' }, '100644'],
      ['one that was not there', null, '100644'],
    ],
    3,
  ),
)('a save keeps %s what it is', async (_what, before, mode) => {
  await here.git('update-ref', 'HEAD', await here.commit({ [`texts/${PO}`]: before }));
  const queue = createSaveQueue(here.repository, FILES);
  queue.add(save('A'));
  await queue.commitAll();
  expect(await here.git('ls-tree', '-r', '--format=%(objectmode) %(path)', 'HEAD')).toBe(`${mode} texts/${PO}`);
});

test.each([
  ['Ana', null, 'Ana <ana@example.org> Ana <ana@example.org>'],
  ['Ana', 'Ana', 'Ana <ana@example.org> Ana <ana@example.org>'],
  ['Ana', 'Chloé', 'Chloé <> Ana <ana@example.org>'],
  [null, null, 'Vis-à-vis <> Vis-à-vis <>'],
  [null, 'Chloé', 'Chloé <> Vis-à-vis <>'],
])('in a checkout of %s what %s saved is by %s', async (owner, by, expected) => {
  let said = '';
  const git: Git = async (words, { env = {} } = {}) => {
    if (words[0] !== 'config')
      said = ['AUTHOR', 'COMMITTER'].map((who) => `${env[`GIT_${who}_NAME`]} <${env[`GIT_${who}_EMAIL`]}>`).join(' ');
    else if (owner === null) throw new GitError('', '1');
    return Buffer.from(words.at(-1) === 'user.email' ? 'ana@example.org\n' : 'Ana\n');
  };
  await writeCommit(git, { tree: 'x', parents: [], message: 'x', by });
  expect(said).toBe(expected);
});

test('what is staged stays staged', async () => {
  const queue = createSaveQueue(here.repository, FILES);
  queue.add(save('A'));
  await queue.commitAll();
  for (const name of [PO, 'other']) {
    await mkdir(path.join(here.root, 'texts', path.dirname(name)), { recursive: true });
    await writeFile(path.join(here.root, 'texts', name), 'staged');
  }
  await here.git('add', '-A');
  queue.add(save('B'));
  queue.add(save('C', { place: 'glossary/ai.yaml' }));
  await queue.commitAll();
  expect(await here.git('diff-index', '--cached', '--name-only', 'HEAD')).toBe(`texts/${PO}\ntexts/other`);
});

test('what waits is known by its place and all below it, and counted until it is sent', async () => {
  const queue = createSaveQueue(here.repository, FILES);
  queue.owe(2);
  queue.add({ place: 'content/essai', text: 'x', what: 'essai', by: null, time: 0 });
  expect([
    ['content/essai/en.po', 'content/essai', 'content/essai-2/en.po', 'content'].map((one) =>
      queue.holds(`texts/${one}`),
    ),
    queue.unsent(),
  ]).toEqual([[true, true, false, false], 3]);
  await queue.commitAll();
  expect([queue.holds('texts/content/essai'), queue.unsent()]).toEqual([false, 3]);
  queue.sent();
  expect(queue.unsent()).toBe(0);
});

test('what a server left begun is committed at the next start, and what is begun stays noted', async () => {
  const before = createSaveQueue(here.repository, FILES);
  await before.begin('content/essai');
  await before.begin('content/zwei');
  before.forget('content/zwei');
  await before.commitAll();
  const next = createSaveQueue(here.repository, FILES);
  await mkdir(path.join(here.root, 'texts/content/essai'), { recursive: true });
  for (const name of ['fr.md', 'notes.md']) await writeFile(path.join(here.root, 'texts/content/essai', name), name);
  await next.takeUp(0);
  expect(next.unsent()).toBe(1);
  await next.commitAll();
  expect([await here.git('log', '--format=%an: %s'), await readFile(here.repository.own.journal, 'utf8')]).toEqual([
    'unknown: content/essai as a server left it that was ended',
    '',
  ]);
});

test('a store commits what is saved below its folders, and has word of what is begun', async () => {
  const told: string[] = [];
  const store = createGitStore(here.repository, {
    ...{ files: FILES, merge: async () => null, now: () => 0, onTaken: async () => {} },
    tell: (message) => told.push(message),
  });
  for (const place of [PO, '.visavis/saves', 'notes.txt']) {
    await store.watcher.before(place);
    store.watcher.after(save('A', { place }));
  }
  const noted = await readFile(here.repository.own.journal, 'utf8');
  await store.close();
  expect([noted.split('\n')[0], await log(), store.state(), told]).toEqual([
    PO,
    [`Ana <ana@example.org> Ana: A of essai A texts/${PO}`],
    { unsent: 1, hasOther: true, trouble: null },
    [],
  ]);
});
