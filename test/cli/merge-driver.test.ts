import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { IS_SLOW_SET } from '../rounds.ts';
import { HOME, makeRoot, SMALL } from '../site.ts';
import { run as runProgram } from './program.ts';

const run = promisify(execFile);
let root: string;
let remove: () => Promise<void>;
const git = (...words: string[]) => run('git', words, { cwd: root });
const put = (name: keyof typeof SMALL, from: string, to: string) =>
  writeFile(path.join(root, name), SMALL[name].replace(from, to));

beforeEach(async () => {
  ({ root, remove } = await makeRoot({
    ...SMALL,
    '.gitattributes': '*.po merge=visavis\nglossary/*.yaml merge=visavis\n',
  }));
  await git('init', '-q', '-b', 'main');
  for (const [key, value] of [
    ['user.name', 'Ana'],
    ['user.email', 'ana@example.org'],
    ['merge.visavis.driver', `node ${path.join(HOME, 'dist/main.js')} merge-driver %O %A %B %P`],
  ])
    await git('config', key as string, value as string);
  await git('add', '-A');
  await git('commit', '-qm', 'Begin');
  await git('branch', 'other');
});
afterEach(() => remove());

/** Commits one state here and another on a branch, and merges them. */
async function merge(ours: () => Promise<void>, theirs: () => Promise<void>): Promise<string> {
  await ours();
  await git('commit', '-qam', 'Ours');
  await git('checkout', '-q', 'other');
  await theirs();
  await git('commit', '-qam', 'Theirs');
  await git('checkout', '-q', 'main');
  await git('merge', '-q', 'other', '-m', 'Both').catch(() => {});
  return (await git('status', '--porcelain')).stdout;
}

test('git merges two paragraphs that stand side by side, and two keys of one entry', async () => {
  const status = await merge(
    async () => {
      await put('content/essai/en.po', 'Three tokens.', 'Three of them.');
      await put('glossary/ai.yaml', 'en: token\n', 'en: token\n  domain: models\n');
    },
    async () => {
      await put('content/essai/en.po', 'A chip.', 'One chip.');
      await put('glossary/ai.yaml', 'en: token\n', 'en: [token, unit]\n');
    },
  );
  expect([
    status,
    await readFile(path.join(root, 'content/essai/en.po'), 'utf8'),
    await readFile(path.join(root, 'glossary/ai.yaml'), 'utf8'),
  ]).toEqual([
    '',
    SMALL['content/essai/en.po'].replace('Three tokens.', 'Three of them.').replace('A chip.', 'One chip.'),
    SMALL['glossary/ai.yaml'].replace('en: token\n', 'en: [token, unit]\n  domain: models\n'),
  ]);
});

test.runIf(IS_SLOW_SET)('one paragraph both ways is no conflict for git, and a finding', async () => {
  const status = await merge(
    () => put('content/essai/en.po', 'Three tokens.', 'Tokens: three.'),
    () => put('content/essai/en.po', 'Three tokens.', 'A trio.'),
  );
  const checked = await runProgram(['check'], { root });
  expect([status, /merge-conflict.*somebody else wrote “A trio\.”/.test(checked.out)]).toEqual(['', true]);
});

test.runIf(IS_SLOW_SET)('what cannot be read has the marks of git', async () => {
  const status = await merge(
    () => put('glossary/ai.yaml', 'en: token', 'en: [token'),
    () => put('glossary/ai.yaml', 'en: token', 'en: word'),
  );
  expect([status, await readFile(path.join(root, 'glossary/ai.yaml'), 'utf8')]).toEqual([
    'UU glossary/ai.yaml\n',
    expect.stringContaining('<<<<<<<'),
  ]);
});

test.each<[string, (file: string) => Promise<void>, string]>([
  ['may only be read', (file) => chmod(file, 0o444), 'FILE may only be read (mode 0444); it stays as it was. Allow'],
  ['is a folder', (file) => rm(file).then(() => mkdir(file)), 'FILE is a folder; name one text file.'],
  ['is gone', (file) => rm(file), 'There is no file FILE.'],
])('where ours %s, a sentence says so, and it stays', async (_what, spoil, says) => {
  const [base, ours, theirs] = ['base', 'ours', 'theirs'].map((name) => path.join(root, name)) as [
    string,
    string,
    string,
  ];
  const po = SMALL['content/essai/en.po'];
  for (const file of [base, ours]) await writeFile(file, po);
  await writeFile(theirs, po.replace('A chip.', 'One chip.'));
  await spoil(ours);
  const { code, err } = await runProgram(['merge-driver', base, ours, theirs, 'content/essai/en.po'], { root });
  const stands = await readFile(ours, 'utf8').catch(() => null);
  expect([code, err.split('\n').length, err.includes(`visavis: ${says.replace('FILE', ours)}`), stands ?? po]).toEqual([
    2,
    2,
    true,
    po,
  ]);
});

test('where one version is no UTF-8, git merges the lines of all', async () => {
  const [base, ours, theirs] = ['base', 'ours', 'theirs'].map((name) => path.join(root, name)) as [
    string,
    string,
    string,
  ];
  const po = SMALL['content/essai/en.po'];
  await writeFile(base, po);
  await writeFile(ours, po.replace('A chip.', 'One chip.'));
  await writeFile(theirs, Buffer.from(po.replace('A chip.', 'Caf\u00e9.'), 'latin1'));
  const { code, err } = await runProgram(['merge-driver', base, ours, theirs, 'content/essai/en.po'], { root });
  const merged = await readFile(ours, 'latin1');
  expect([code, err, /<<<<<<<.*One chip.*=======.*Caf\u00e9.*>>>>>>>/s.test(merged)]).toEqual([
    1,
    'visavis: content/essai/en.po was merged by lines, since one of its versions cannot be read or both changed the same.\n',
    true,
  ]);
});
