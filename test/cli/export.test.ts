import { chmod, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRoot, SMALL } from '../site.ts';
import { run } from './program.ts';

let root: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ root, remove } = await makeRoot({
    ...SMALL,
    'content/seul/fr.md': '---\ntitle: Seul\n---\n\nOui.\n\nOui.\n',
  }));
});
afterAll(() => remove());

const visavis = (...args: string[]) => run(args, { root });
const inRoot = (name: string) => path.join(root, name);

test('the catalogue goes to standard output as it is', async () => {
  const { code, out, err } = await visavis('export', 'essai', '--format', 'po');
  expect([code, out, err]).toEqual([0, SMALL['content/essai/en.po'], '']);
});

test('without a catalogue every paragraph waits for its English', async () => {
  const { code, out } = await visavis('export', 'seul', '--format', 'po');
  expect([code, out.match(/^msgid "(?:Seul|Oui\.)"\nmsgstr ""$/gm)?.length]).toEqual([0, 3]);
});

test('the glossary goes too', async () => {
  const { code, out } = await visavis('export', 'glossary', '--format', 'csv');
  expect([code, out.includes('jeton')]).toEqual([0, true]);
});

test('-o names a file, and replaces one of its kind', async () => {
  await writeFile(inRoot('essai.po'), 'old');
  const { code, out, err } = await visavis('export', 'essai', '--format', 'po', '-o', inRoot('essai.po'));
  const written = await readFile(inRoot('essai.po'), 'utf8');
  expect([code, out, written, err]).toEqual([
    0,
    '',
    SMALL['content/essai/en.po'],
    `${inRoot('essai.po')} is written.\n`,
  ]);
});

test.each([0o600, 0o644, 0o664, 0o666])('-o leaves the rights of the file it replaces: %o', async (mode) => {
  await writeFile(inRoot('rights.po'), 'old');
  await chmod(inRoot('rights.po'), mode);
  await visavis('export', 'essai', '--format', 'po', '-o', inRoot('rights.po'));
  expect((await stat(inRoot('rights.po'))).mode & 0o777).toBe(mode);
});

test('-o makes a new file with the rights that any new one has', async () => {
  await writeFile(inRoot('any'), '');
  await visavis('export', 'essai', '--format', 'po', '-o', inRoot('new.po'));
  const [any, made] = await Promise.all(['any', 'new.po'].map((name) => stat(inRoot(name))));
  expect(made?.mode).toBe(any?.mode);
});

test('a name that was good once is good again', async () => {
  const run = () => visavis('export', 'essai', '--format', 'xliff', '-o', inRoot('essai.xliff'));
  expect([(await run()).code, (await run()).code]).toEqual([0, 0]);
});

test('--prefill puts the French where an English is to come', async () => {
  const { out } = await visavis('export', 'seul', '--format', 'xliff', '--prefill');
  const [first] = out.split('<target').slice(1);
  expect(first).toContain('state="needs-translation"');
});

test('-o - is standard output', async () => {
  expect((await visavis('export', 'essai', '--format', 'po', '-o', '-')).out).toBe(SMALL['content/essai/en.po']);
});

test('a link is followed to the file that is replaced', async () => {
  await mkdir(inRoot('out'), { recursive: true });
  await writeFile(inRoot('out/real.po'), 'old');
  await symlink(inRoot('out/real.po'), inRoot('link.po'));
  await visavis('export', 'essai', '--format', 'po', '-o', inRoot('link.po'));
  expect(await readFile(inRoot('out/real.po'), 'utf8')).toBe(SMALL['content/essai/en.po']);
});

describe('nothing is written', () => {
  test.each([
    ['over a file of another kind', 'notes.txt', 'is there already, and no .po file; name another one.'],
    ['into the articles', 'content/essai/en.po', 'would be read as a part of content; name a file outside of it.'],
    ['into the glossary', 'glossary/x.po', 'would be read as a part of glossary; name a file outside of it.'],
    ['into the settings', '.env', 'would be read as a part of .env; name a file outside of it.'],
    ['beside the lock', '.visavis/x.po', 'would be read as a part of .visavis; name a file outside of it.'],
    ['over a folder', 'folder', 'is a folder; name a file in it.'],
  ])('%s', async (_what, name, says) => {
    await writeFile(inRoot('notes.txt'), 'mine');
    await mkdir(inRoot('folder'), { recursive: true });
    await mkdir(inRoot('.visavis'), { recursive: true });
    const { code, err } = await visavis('export', 'seul', '--format', 'po', '-o', inRoot(name));
    expect([code, err, await readFile(inRoot('notes.txt'), 'utf8')]).toEqual([
      2,
      `visavis: ${inRoot(name)} ${says}\n`,
      'mine',
    ]);
  });

  test('where there is no folder', async () => {
    const { code, err } = await visavis('export', 'seul', '--format', 'po', '-o', inRoot('no/x.po'));
    expect([code, err]).toEqual([2, `visavis: There is no folder ${inRoot('no')}; make it first, or name another.\n`]);
  });
});

test.each([
  ['export', 'Name one article, or the glossary: visavis export <slug|glossary> --format F.'],
  ['export essai', 'Say what it shall be, such as --format epub.'],
  ['export glossary', 'Say what it shall be, such as --format csv.'],
  ['export essay --format po', 'No article “essay”. There is: essai.'],
  ['export essai --format po --drafts', '“--format po” has no --drafts.'],
  ['export essai --format xliff --segments', '“--format xliff” has no --segments.'],
  ['export essai --format xliff2 --prefill', '“--format xliff2” has no --prefill.'],
  ['export glossary --format csv --terms', '“--format csv” has no --terms.'],
  ['export essai --format po --layout wide', '“wide” is not a layout; write pairs or table.'],
  ['check --drafts', '“visavis check” has no --drafts.'],
])('%s: %s', async (words, says) => {
  const { code, err } = await visavis(...words.split(' '));
  expect([code, err]).toEqual([2, `visavis: ${says}\n`]);
});

test.each([
  ['essai', 'csv', 'An article is not written as “csv”'],
  ['essai', 'constructor', 'An article is not written as “constructor”'],
  ['glossary', 'epub', 'The glossary is not written as “epub”'],
])('%s is not written as %s', async (what, format, says) => {
  const { code, err } = await visavis('export', what, '--format', format);
  expect([code, err.includes(says)]).toEqual([2, true]);
});
