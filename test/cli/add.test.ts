import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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
    expect([
      err.includes('visavis: left out (leads to another article): “À lire aussi : les tunnels”\n'),
      (await french('ponts')).includes('tunnels'),
    ]).toEqual([true, false]);
  });

  test('fetches a page of one’s own network where that is asked for, and only then', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.setHeader('content-type', 'text/html; charset=iso-8859-15');
      response.end(Buffer.from(`<h1>Ponts</h1><p>${'Un pont est une phrase c\xbdur. '.repeat(40)}</p>`, 'latin1'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ponts`;
    const refused = await run(['add', url], { root });
    const askedBefore = asked;
    const added = await run(['add', url, '--allow-private'], { root });
    server.close();
    const text = await french('ponts');
    expect([
      refused.code,
      askedBefore,
      added.code,
      added.out,
      text.includes('cœur'),
      text.includes(`url: "${url}"`),
    ]).toEqual([...[2, 0, 0, 'ponts\n'], ...[true, true]]);
  });

  test('then check reads it', async () => {
    const input = '<!doctype html><h1>Ponts</h1><p>Trois jetons &amp; <i>un</i> pont.</p>';
    const added = await runBuilt(['add', '-'], { root, input });
    const checked = await runBuilt(['check'], { root });
    const rules = [...checked.out.matchAll(/ (?:error|warning) ([\w-]+):/g)].map(([, rule]) => rule);
    expect([added.code, checked.code, [...new Set(rules)]]).toEqual([0, 1, ['untranslated']]);
  });
});

describe('visavis add --with', () => {
  const FRENCH =
    'Le marché du samedi\n\nQuarante marchands vendent des légumes sur la place.\n\nLe marché ferme à midi.\n';
  const english = (...texts: readonly string[]) => given('market.txt', ['The Saturday market', ...texts].join('\n\n'));

  test('brings the English in as drafts', async () => {
    const file = await english('Forty merchants sell vegetables on the square.', 'The market closes at noon.');
    const { code, out, err } = await run(['add', '-', '--with', file], { root, input: FRENCH });
    const catalogue = await readFile(at('content/le-marche-du-samedi/en.po'), 'utf8');
    expect([code, out, err.split('\n').at(-2), catalogue.match(/^#, fuzzy$/gm)?.length]).toEqual([
      0,
      'le-marche-du-samedi\n',
      '3 of 3 paragraphs have English now, as drafts.',
      3,
    ]);
    expect(catalogue).toContain('# origin: aligned market.txt 20');
  });

  test('lists what has no partner, and exits with 1', async () => {
    const file = await english('Forty merchants sell vegetables on the square.');
    const { code, err } = await run(['add', '-', '--with', file], { root, input: FRENCH });
    expect([code, err.includes('p3: no English: “Le marché ferme à midi.”')]).toEqual([1, true]);
  });

  test('approves what is sure enough where that is asked for', async () => {
    const file = await english('Forty merchants sell vegetables on the square.', 'The market closes at noon.');
    await run(['add', '-', '--with', file, '--approve', '0'], { root, input: FRENCH });
    expect(await readFile(at('content/le-marche-du-samedi/en.po'), 'utf8')).not.toContain('fuzzy');
  });

  test('adds nothing where the English cannot be read', async () => {
    const { code } = await run(['add', '-', '--with', at('nothing.txt')], { root, input: FRENCH });
    expect([code, await readdir(at('content'))]).toEqual([2, ['essai']]);
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
    [['add', '-', '--approve', '0.8'], '“--approve” says which pairs of --with ENGLISH are approved'],
    [['add', '-', '--with', 'a', '--approve', '80'], '“80” is no score'],
    [['check', '--slug', 'a'], '“visavis check” has no --slug.'],
    [['terms', '-', '--allow-private'], '“visavis terms” has no --allow-private.'],
  ])('%s', async (args, message) => {
    const { code, out, err } = await run(args, { root });
    expect([code, out, err.includes(message)]).toEqual([2, '', true]);
  });
});
