import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
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
