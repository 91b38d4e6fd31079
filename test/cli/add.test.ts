import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { docx, epub, styled } from '../formats/document/packed.ts';
import { makeRoot, SMALL } from '../site.ts';
import { run, runBuilt } from './program.ts';

let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot(SMALL));
});
afterEach(() => remove());

const at = (name: string) => path.join(root, name);
const french = (slug: string) => readFile(at(`content/${slug}/fr.md`), 'utf8');
const given = async (name: string, bytes: string | Uint8Array) => {
  await writeFile(at(name), bytes);
  return at(name);
};

describe('visavis add', () => {
  test('makes an article of a text, and says its name', async () => {
    const { code, out, err } = await run(['add', '-'], {
      root,
      input: 'Les ponts de l’Isère\n\nUn pont.\n\n1. Deux.\n',
    });
    expect([code, out, err, await french('les-ponts-de-l-isere')]).toEqual([
      0,
      'les-ponts-de-l-isere\n',
      'content/les-ponts-de-l-isere/fr.md: “Les ponts de l’Isère”, 3 blocks to translate.\n',
      '---\ntitle: "Les ponts de l’Isère"\n---\n\nUn pont.\n\n1\\. Deux.\n',
    ]);
  });

  test.each([
    ['Word', 'a.docx', docx(styled('Titre', 'Ponts') + styled('Normal', 'Un pont.')), 'ponts', 'Un pont.'],
    ['HTML', 'a.html', '<!doctype html><title>x</title><h1>Ponts</h1><p>Un <b>pont</b>.', 'ponts', 'Un **pont**.'],
    [
      'a book of one chapter',
      'a.epub',
      epub({ chapters: { 'a.xhtml': '<h1>Ponts</h1><p>Un pont.</p>' } }),
      'ponts',
      'Un pont.',
    ],
    ['Markdown', 'a.md', '# Ponts\n\nUn  *pont*.\n', 'ponts', 'Un  *pont*.'],
  ])('reads %s', async (_what, name, bytes, slug, text) => {
    const { code, out } = await run(['add', await given(name, bytes)], { root });
    expect([code, out, (await french(slug)).includes(`\n\n${text}\n`)]).toEqual([0, `${slug}\n`, true]);
  });

  test.each([
    ['the name of its file', 'mon_essai.txt', 'Un pont, dit-on.', 'mon-essai'],
    ['its first words', '-', 'Un pont, dit-on.', 'un-pont-dit-on'],
    ['nothing of letters that a name can have', '-', '橋\n\nUn pont.', 'article'],
  ])('names it by %s', async (_what, name, text, slug) => {
    const from = name === '-' ? '-' : await given(name, text);
    expect((await run(['add', from], { root, input: text })).out).toBe(`${slug}\n`);
  });

  test('adds the same twice under two names, and one name once', async () => {
    const add = (...more: readonly string[]) => run(['add', '-', ...more], { root, input: 'Ponts\n\nUn pont.' });
    const [first, second, third, fourth] = [
      await add(),
      await add(),
      await add('--slug', 'a'),
      await add('--slug', 'a'),
    ];
    expect([first.out, second.out, third.out, fourth]).toEqual([
      'ponts\n',
      'ponts-2\n',
      'a\n',
      { code: 2, out: '', err: 'visavis: There is an article “a” already; choose another name.\n' },
    ]);
  });

  test('lists the chapters of a book, and adds the one that is chosen', async () => {
    const chapters = { 'a.xhtml': '<h1>Débuts</h1><p>Un pont.</p>', 'b.xhtml': '<p>La suite.</p>' };
    const book = await given('ponts.epub', epub({ chapters }));
    const listed = await run(['add', book], { root });
    const added = await run(['add', book, '--chapter', '2'], { root });
    expect([listed.code, listed.out, listed.err.includes('--chapter 1'), added.code, added.out]).toEqual([
      2,
      '   1  Débuts: Un pont.\n   2  La suite.\n',
      true,
      0,
      'le-livre-des-ponts\n',
    ]);
  });

  test('says what it left out, and leaves it out', async () => {
    const page = '<h1>Ponts</h1><p>Un pont.</p><p>À lire aussi : les tunnels</p>';
    const { err } = await run(['add', '-'], { root, input: `<!doctype html>${page}` });
    expect([err.split('\n')[0], (await french('ponts')).includes('tunnels')]).toEqual([
      'visavis: left out (leads to another article): “À lire aussi : les tunnels”',
      false,
    ]);
  });

  test('then check reads it', async () => {
    const input = '<!doctype html><h1>Ponts</h1><p>Trois jetons &amp; <i>un</i> pont.</p>';
    const added = await runBuilt(['add', '-'], { root, input });
    const checked = await runBuilt(['check'], { root });
    const rules = [...checked.out.matchAll(/ (?:error|warning) ([\w-]+):/g)].map(([, rule]) => rule);
    expect([added.code, checked.code, [...new Set(rules)]]).toEqual([0, 1, ['untranslated']]);
  });
});

describe('what cannot be added is one sentence, and exit 2', () => {
  test.each([
    [
      'a PDF',
      '%PDF-1.4\n',
      'visavis: This document is a PDF, and a PDF holds no paragraphs; copy its text and paste it, or save it as Word (.docx).\n',
    ],
    ['nothing', '', 'visavis: This document holds no text that can be read; copy what you want and paste it.\n'],
    [
      '5 MB and more',
      'a\n\n'.repeat(2_000_000),
      'visavis: This document is larger than 5 MB; save its text without the pictures, or in parts.\n',
    ],
  ])('%s', async (_what, input, err) => {
    expect(await run(['add', '-'], { root, input })).toEqual({ code: 2, out: '', err });
    expect(await readdir(at('content'))).toEqual(['essai']);
  });

  test.each([
    [['add'], 'Name one file, one address, or - for standard input'],
    [['add', 'a', 'b'], 'Name one file'],
    [['add', '-', '--slug', 'A b'], '“A b” is no name for an article'],
    [['add', '-', '--slug', '../a'], '“../a” is no name for an article'],
    [['add', '-', '--chapter', 'deux'], '“deux” is no chapter'],
    [['add', '/nowhere.txt'], '/nowhere.txt cannot be read (ENOENT)'],
    [['add', '/tmp'], '/tmp is a folder'],
    [['check', '--slug', 'a'], '“visavis check” has no --slug.'],
    [['terms', '-', '--allow-private'], '“visavis terms” has no --allow-private.'],
  ])('%s', async (args, message) => {
    const { code, out, err } = await run(args, { root });
    expect([code, out, err.includes(message)]).toEqual([2, '', true]);
  });
});
