import { chmod, mkdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SMALL } from '../site.ts';
import { type Copy, makeCopies, openCopy } from './copies.ts';

const PO = 'content/essai/en.po';
const YAML = 'glossary/ai.yaml';
let copies: Awaited<ReturnType<typeof makeCopies>>;
let [ana, ben]: Copy[] = [];
const clock = { now: 1_700_000_000_000 };
beforeEach(async () => {
  copies = await makeCopies({ ...SMALL, 'notes.txt': 'one\n' });
  [ana, ben] = [await openCopy(copies.first, clock), await openCopy(copies.second, clock)];
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await copies.remove();
});

const a = () => ana as Copy;
const b = () => ben as Copy;
const settled = async (copy: Copy) => {
  await copy.store.exchange();
  return copy.store.state();
};
const subjects = (copy: Copy) => copy.git('log', '--format=%an: %s', '--no-merges');

test('a save is a commit of its file alone, with the name of its person, and nothing else is left changed', async () => {
  await a().outside('notes.txt', 'two\n');
  await a().git('add', 'notes.txt');
  a().by.name = 'Chloé';
  await a().save(PO, 'A chip.', 'One chip.');
  await settled(a());
  expect([
    await a().git('log', '-1', '--format=%an %cn: %s', '--stat'),
    await a().git('status', '--porcelain'),
  ]).toEqual([
    expect.stringMatching(/^Chloé Ana: One chip\. in content\/essai\/en\.po\n\n content\/essai\/en\.po \| 2 \+-\n/),
    'M  notes.txt',
  ]);
});

test('saves of one person in one file are one commit for five minutes, until they are sent', async () => {
  await a().git('remote', 'rename', 'origin', 'elsewhere');
  await a().git('branch', '--unset-upstream');
  for (const text of ['One.', 'Two.', 'Three.']) {
    await a().save(PO, /"[^"]*"\n$/, `"${text}"\n`);
    clock.now += 2 * 60_000;
  }
  await a().save(YAML, 'en: chip', 'en: [chip, die]');
  await settled(a());
  expect((await subjects(a())).split('\n').map((line) => line.replaceAll('\n', ' ').slice(0, 30))).toHaveLength(3);
  expect(a().store.state()).toEqual({ unsent: expect.any(Number), hasOther: false, trouble: null });
});

test('two paragraphs, and two keys of an entry, come together', async () => {
  await a().save(PO, 'Three tokens.', 'Three of them.');
  await b().save(PO, 'A chip.', 'One chip.');
  await a().save(YAML, 'en: token\n', 'en: token\n  domain: models\n');
  await b().save(YAML, 'en: token\n', 'en: [token, unit]\n');
  for (const copy of [a(), b(), a()]) await settled(copy);
  const po = SMALL[PO].replace('Three tokens.', 'Three of them.').replace('A chip.', 'One chip.');
  const yaml = SMALL[YAML].replace('en: token\n', 'en: [token, unit]\n  domain: models\n');
  expect([await a().read(PO), await b().read(PO), await a().read(YAML), await b().read(YAML)]).toEqual([
    po,
    po,
    yaml,
    yaml,
  ]);
  expect([await a().git('status', '--porcelain'), await b().git('status', '--porcelain')]).toEqual(['', '']);
});

test('one paragraph both ways keeps ours, and theirs beside it', async () => {
  await a().save(PO, 'Three tokens.', 'A trio.');
  await b().save(PO, 'Three tokens.', 'Tokens: three.');
  for (const copy of [a(), b(), a()]) await settled(copy);
  expect([(await a().read(PO)) === (await b().read(PO)), await a().read(PO)]).toEqual([
    true,
    expect.stringContaining('# conflict: "A trio."\n#, fuzzy\nmsgid "Trois jetons."\nmsgstr "Tokens: three."'),
  ]);
});

test.each<[string, (text: string) => string, string, string, boolean]>([
  ['and left it', (text) => text, 'Some chip.', 'Three tokens.', false],
  ['and wrote on elsewhere', (text) => text.replace('Three tokens.', 'A trio.'), 'Some chip.', 'A trio.', false],
  ['and dropped it', () => SMALL[PO].replace('Three tokens.', 'A trio.'), 'Some chip.', 'A trio.', false],
  ['and had to wait here', (text) => text.replace('Three tokens.', 'A trio.'), 'Some chip.', 'A trio.', true],
])(
  'what others rewrote that was sent is no conflict with what is saved then: %s',
  async (_what, rewrite, one, other, waits) => {
    await a().save(PO, 'A chip.', 'One chip.');
    await settled(a());
    await b().git('pull', '-q');
    await b().git('reset', '-q', '--soft', 'HEAD~1');
    await b().outside(PO, rewrite(await b().read(PO)));
    await b().git('commit', '-q', '--allow-empty', '-am', 'Rewritten');
    await b().git('push', '-q', '--force');
    await a().save(PO, 'One chip.', 'Some chip.');
    const text = await a().read(PO);
    if (waits) await a().outside(PO, `${text}\n# By hand\n`);
    expect((await settled(a())).trouble?.kind).toBe(waits ? 'held' : undefined);
    await a().outside(PO, waits ? text : await a().read(PO));
    for (const copy of [a(), b()]) await settled(copy);
    const [mine, its] = [await a().read(PO), await b().read(PO)];
    expect([mine.includes('# conflict'), mine.includes(one), mine.includes(other), mine === its]).toEqual([
      false,
      true,
      true,
      true,
    ]);
  },
);

test('what gave way where no check looks is told in the state, until it is deleted', async () => {
  const commit = async (copy: Copy, text: string) => {
    await copy.outside('README.md', text);
    await copy.git('add', 'README.md');
    await copy.git('commit', '-qm', 'Say it');
  };
  await commit(a(), 'one\n');
  await commit(b(), 'two\n');
  const states = [await settled(a()), await settled(b())];
  const beside = await b().git('ls-files', '*.theirs-*');
  await b().git('rm', '-q', beside);
  await b().git('commit', '-qm', 'Decide');
  states.push(await settled(b()), await settled(a()));
  const told = [...a().told, ...b().told];
  expect([beside, states.map(({ gaveWay }) => gaveWay), told]).toEqual([
    expect.stringMatching(/^README\.md\.theirs-/),
    [undefined, [beside], undefined, undefined],
    [expect.stringContaining(beside)],
  ]);
});

test('the other copy out of reach: saves go on, the state says since when, and all is sent later', async () => {
  await rename(copies.bare, `${copies.bare}-away`);
  await a().save(PO, 'A chip.', 'One chip.');
  const away = await settled(a());
  await rename(`${copies.bare}-away`, copies.bare);
  const back = await settled(a());
  expect([away, back]).toEqual([
    { unsent: 1, hasOther: true, trouble: { kind: 'away', since: clock.now, says: '' } },
    { unsent: 0, hasOther: true, trouble: null },
  ]);
});

test('what another machine keeps waiting is ended with the server, and what was saved meanwhile has its person', async () => {
  const slow = path.join(copies.bare, '../slow');
  await writeFile(slow, '#!/bin/sh\nexec sleep 100\n', { mode: 0o755 });
  await a().git('remote', 'set-url', 'origin', 'ssh://localhost/nothing');
  vi.stubEnv('GIT_SSH_COMMAND', slow);
  const exchange = a().store.exchange();
  a().by.name = 'Chloé';
  await a().save(PO, 'A chip.', 'One chip.');
  await a().store.close();
  await exchange;
  expect([await a().git('log', '-1', '--format=%an: %s'), a().told]).toEqual([`Chloé: One chip. in ${PO}`, []]);
});

test('what a killed server wrote and did not commit is committed at the next start', async () => {
  await a().store.watcher.before(PO);
  await a().outside(PO, SMALL[PO].replace('A chip.', 'One chip.'));
  const next = await openCopy(copies.first, clock);
  next.store.start();
  await settled(next);
  await next.store.close();
  expect(await next.git('log', '-1', '--format=%an')).toBe('unknown');
});

test.each<[string, (copy: Copy) => Promise<unknown>, string]>([
  ['is theirs who saved it', (copy) => copy.save(PO, 'A chip.', 'One chip.'), `Chloé: One chip. in ${PO}`],
  [
    'is of all who saved it',
    async (copy) => {
      await copy.save(PO, 'A chip.', 'One chip.');
      copy.by.name = 'Dora';
      await copy.save(PO, 'One chip.', 'Some chip.');
    },
    `Chloé, Dora: One chip. in ${PO}, Some chip. in ${PO}`,
  ],
  [
    'is nobody’s where a hand came between',
    async (copy) => {
      await copy.save(PO, 'A chip.', 'One chip.');
      await copy.outside(PO, SMALL[PO].replace('A chip.', 'By hand.'));
    },
    `unknown: ${PO} as a server left it that was ended`,
  ],
])('what a merge under way kept from being committed when the server was killed %s', async (_what, work, said) => {
  const head = path.join(copies.first, '.git/MERGE_HEAD');
  await writeFile(head, `${await a().git('rev-parse', 'HEAD')}\n`);
  a().by.name = 'Chloé';
  await work(a());
  await a().store.close();
  await rm(head);
  const next = await openCopy(copies.first, clock);
  next.store.start();
  await settled(next);
  await next.store.close();
  expect(await next.git('log', '-1', '--format=%an: %s')).toBe(said);
});

test('an index that was locked when a save was committed is brought along once it is free', async () => {
  const lock = path.join(copies.first, '.git/index.lock');
  await writeFile(lock, '');
  await a().save(PO, 'A chip.', 'One chip.');
  const held = await settled(a());
  await rm(lock);
  const { trouble } = await settled(a());
  expect([held.trouble?.kind, trouble, await a().git('status', '--short')]).toEqual(['held', null, '']);
});

test('a file that was changed by hand here and saved there waits for a person, and nothing is overwritten', async () => {
  await a().outside(PO, SMALL[PO].replace('A chip.', 'By hand.'));
  await b().save(PO, 'A chip.', 'One chip.');
  await settled(b());
  const { trouble } = await settled(a());
  expect([trouble?.says, await a().read(PO)]).toEqual([
    `${PO} was changed in the other copy, and by hand here; commit it, or save it here.`,
    SMALL[PO].replace('A chip.', 'By hand.'),
  ]);
  await a().save(YAML, 'en: chip', 'en: [chip, die]');
  await expect.poll(() => a().git('log', '-1', '--format=%s')).toContain(YAML);
  expect(a().store.state().trouble).toEqual(trouble);
  await a().git('commit', '-qam', 'By hand');
  expect((await settled(a())).trouble).toBe(null);
});

test('a repository that means harm does nothing', async () => {
  const hook = `#!/bin/sh\ntouch ${path.join(copies.first, 'ran')}\n`;
  for (const name of [
    'pre-commit',
    'post-commit',
    'pre-push',
    'reference-transaction',
    'post-merge',
    'post-index-change',
  ])
    await writeFile(path.join(copies.first, '.git/hooks', name), hook, { mode: 0o755 });
  await b().outside('.gitattributes', '* merge=evil filter=evil\n');
  await b().outside('--exec=touch ran\n', 'x');
  await mkdir(path.join(copies.second, 'content/-x'));
  await b().outside('content/-x/fr.md', 'x');
  await symlink('/etc', path.join(copies.second, 'content/link'));
  await b().git('add', '-A');
  await b().git('update-index', '--add', '--cacheinfo', `160000,${await b().git('rev-parse', 'HEAD')},sub`);
  await b().git('commit', '-qm', 'Evil');
  await b().git('push', '-q');
  await a().save(PO, 'A chip.', 'One chip.');
  const { trouble } = await settled(a());
  expect([
    trouble?.says ?? '',
    await a()
      .read('ran')
      .catch(() => 'no'),
  ]).toEqual([expect.stringContaining('which is not written to this disk'), 'no']);
});

test('links and repositories within are not made, plain files with odd names are', async () => {
  await b().outside('--exec', 'x');
  await symlink('/etc', path.join(copies.second, 'content/link'));
  await b().git('add', '-A');
  await b().git('commit', '-qm', 'Odd');
  await b().git('push', '-q');
  const { trouble } = await settled(a());
  expect([
    trouble,
    await a().read('--exec'),
    await a()
      .read('content/link')
      .catch(() => 'no'),
  ]).toEqual([null, 'x', 'no']);
});

test('what was made a program there, or a text again, is that here too, and nothing else of its rights changes', async () => {
  await b().outside('tool', 'x');
  await b().git('add', 'tool');
  await b().git('commit', '-qm', 'A tool');
  await b().git('push', '-q');
  await settled(a());
  await chmod(path.join(copies.first, YAML), 0o640);
  const turns: string[] = [];
  const turn = async (how: string) => {
    for (const file of ['tool', YAML, PO]) await chmod(path.join(copies.second, file), how === '+x' ? 0o755 : 0o644);
    await b().git('commit', '-qam', how);
    await b().git('push', '-q', 'origin', 'HEAD:main');
    await a().save(PO, /"[^"]*"\n$/, `"${how}"\n`);
    await settled(a());
    await b().git('pull', '-q');
    const modeOf = async (file: string) => ((await stat(path.join(copies.first, file))).mode & 0o751).toString(8);
    const modes = await Promise.all(['tool', YAML, PO].map(modeOf));
    turns.push(`${modes.join(' ')} ${await a().git('status', '--porcelain')}`);
  };
  await turn('+x');
  await turn('-x');
  expect([turns, await a().read('tool')]).toEqual([['751 750 751 ', '640 640 640 '], 'x']);
});

test('an article that went here, and was translated there, stays', async () => {
  await b().save(PO, 'A chip.', 'One chip.');
  await settled(b());
  await a().git('rm', '-qr', 'content/essai');
  await a().git('commit', '-qm', 'Gone');
  await settled(a());
  const french = 'content/essai/fr.md';
  expect([await a().read(PO), await a().read(french), await a().git('status', '--porcelain')]).toEqual([
    SMALL[PO].replace('A chip.', 'One chip.'),
    SMALL[french],
    '',
  ]);
});

test('rounds of saves on both sides: none lost, both ends equal, the repository sound', async () => {
  const said: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (const copy of [a(), b()]) {
      const name = `${copy === a() ? 'a' : 'b'}${round}`;
      const unit = round % 3 === 0 ? 'Une puce.' : copy === a() ? 'Essai' : 'Trois jetons.';
      said.push(name);
      clock.now += 400_000;
      await copy.save(PO, new RegExp(`(?<=msgid "${unit}"\nmsgstr )"[^"]*"`), `"${name}"`);
    }
    await Promise.all([settled(a()), settled(b())]);
  }
  for (const copy of [a(), b(), a()]) await settled(copy);
  const all = await a().git('log', '-p', '--format=%H');
  expect([
    said.filter((name) => !all.includes(`"${name}"`)),
    (await a().read(PO)) === (await b().read(PO)),
    await a().git('rev-parse', 'HEAD'),
    await a().git('fsck', '--strict'),
    a().store.state(),
  ]).toEqual([[], true, await b().git('rev-parse', 'HEAD'), '', { unsent: 0, hasOther: true, trouble: null }]);
});
