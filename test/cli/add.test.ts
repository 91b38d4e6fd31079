import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { docx, epub, styled } from '../formats/document/packed.ts';
import { makeRoot, SMALL } from '../site.ts';
import { run } from './program.ts';

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
    [
      'Markdown whose front matter has a slip',
      'b.md',
      '---\ntitle: Ponts: A\nauthor: Zoé\n---\n\nUn.\n',
      'ponts-a',
      'Un.',
    ],
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

  test('counts what is translated alone', async () => {
    const { err } = await run(['add', '-'], { root, input: '# Ponts\n\n```\nx\n```\n\n<!-- y -->\n\nUn.\n' });
    expect(err).toContain('“Ponts”, 2 blocks to translate.');
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

  test.each([
    ['ponts.epub', [], 'ponts.epub'],
    ['Les ponts.epub', [], "'ROOTLes ponts.epub'"],
    ["L'eau & l'air.epub", [], String.raw`'ROOTL'\''eau & l'\''air.epub'`],
    ['$(date).epub', [], "'ROOT$(date).epub'"],
    ['ponts.epub', ['--slug', 'eau'], 'ponts.epub --slug eau'],
    ['-', [], '-'],
  ])('says how to choose a chapter of %s %j, to be pasted', async (name, more, written) => {
    const book = epub({ chapters: { 'a.xhtml': '<p>Un pont.</p>', 'b.xhtml': '<p>La suite.</p>' } });
    const from = name === '-' ? name : await given(name, book);
    const { err } = await run(['add', from, ...more], { root, input: Buffer.from(book) });
    const folder = name === '-' ? '' : `${root}/`;
    const pasted = written.includes('ROOT') ? written.replace('ROOT', folder) : folder + written;
    expect(err).toContain(`: visavis add ${pasted} --chapter 1\n`);
  });

  test('keeps the images of Markdown, and says which files they are', async () => {
    const written = '# Ponts\n\n![Un pont](./images/mon%20pont.png)\n\n![Deux](/media/b.png)\n';
    const { code, out, err } = await run(['add', await given('a.md', written)], { root });
    expect([code, out, (await french('ponts')).endsWith(written.slice(9)), err.split('\n').slice(0, -2)]).toEqual([
      0,
      'ponts\n',
      true,
      [
        'content/ponts/fr.md:5:1: warning file: the image “images/mon pont.png” does not lie beside the article; put the file into its folder, or take the image out',
        'content/ponts/fr.md:7:1: warning file: the image “![Deux](/media/b.png)” is not shown: put its file into the folder of the article and write its name alone, or take the image out',
      ],
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

  test.each([
    ['Markdown', '/le-fleuve.md', '# Ponts\n\nUn *pont*.\n', 'ponts', 'Un *pont*.'],
    ['a text', '/ponts.txt', 'Un *pont*.', 'ponts', String.raw`Un \*pont\*.`],
    ['Word', '/a.docx', docx(styled('Titre', 'Ponts') + styled('Normal', 'Un pont.')), 'ponts', 'Un pont.'],
    ['a book', '/a.epub', epub({ chapters: { 'a.xhtml': '<p>Un pont.</p>' } }), 'le-livre-des-ponts', 'Un pont.'],
  ])(
    'reads %s whose server knows no types by the name in its address, which it keeps',
    async (_, end, body, slug, text) => {
      const server = createServer((_request, response) => {
        response.setHeader('content-type', 'application/octet-stream');
        response.end(body);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${end}`;
      const { out } = await run(['add', url, '--allow-private'], { root });
      server.close();
      const article = await french(slug);
      expect([out, article.includes(`url: "${url}"`), article.includes(`\n\n${text}\n`)]).toEqual([
        `${slug}\n`,
        true,
        true,
      ]);
    },
  );

  test('takes away nothing that another may still write: in another container it has a number that runs nowhere here', async () => {
    const theirs = '.ponts.999999999.01234567-89ab-cdef-0123-456789abcdef.tmp';
    await mkdir(at(`content/${theirs}`));
    await run(['add', '-'], { root, input: 'Ponts\n\nUn pont.' });
    expect((await readdir(at('content'))).sort()).toEqual([theirs, 'essai', 'ponts']);
  });

  test('then check reads it', async () => {
    const input = '<!doctype html><h1>Ponts</h1><p>Trois jetons &amp; <i>un</i> pont.</p>';
    const added = await run(['add', '-'], { root, input });
    const checked = await run(['check'], { root });
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

  test.each<readonly [args: readonly string[], message: string]>([
    [['add'], 'Name one file, one address, or - for standard input'],
    [['add', 'a', 'b'], 'Name one file'],
    [['add', '-', '--slug', 'A b'], '“A b” is no name for an article'],
    [['add', '-', '--slug', '../a'], '“../a” is no name for an article'],
    [['add', '-', '--chapter', 'deux'], '“deux” is no chapter'],
    [['add', '/nowhere.txt'], 'There is no file /nowhere.txt.'],
    [['add', '/dev/null/a.txt'], 'There is no file /dev/null/a.txt.'],
    ...['ftp://a.fr/b', 'HTTP:/a.fr', 'https:a.fr', 'data:text/plain,a', 'mailto:a@b.fr'].map(
      (from) => [['add', from], `${from} is no file; of addresses, only those that begin with http://`] as const,
    ),
    ...['file:///a/b.txt', 'FILE:b.txt'].map(
      (from) => [['add', from], `${from} is no file; write its path, without “file://”.`] as const,
    ),
    [['add', 'www.example.org/a'], 'www.example.org/a is no file; an address begins with https://.'],
    [['terms', 'https://example.org/a'], 'https://example.org/a is no file; of addresses,'],
    [['import', 'https://example.org/a.po'], 'https://example.org/a.po is no file; of addresses,'],
    [['terms', 'gopher://a.fr/b'], 'gopher://a.fr/b is no file; of addresses,'],
    ...['rapport:2024.txt', 'notes:http.md', 'a: b//c.txt', 'file.txt:1', 'datas:a', '://a', 'a://b'].map(
      (file) => [['terms', file], `There is no file ${file}.`] as const,
    ),
    [['add', 'C:\\nowhere.txt'], 'There is no file C:\\nowhere.txt.'],
    [['add', '/tmp'], '/tmp is a folder'],
    [['add', '-', '--approve', '0.8'], '“--approve” says which pairs are approved; name the English'],
    [['add', '-', '--with', 'a', '--approve', '80'], '“80” is no score'],
    [['check', '--slug', 'a'], '“visavis check” has no --slug.'],
    [['terms', '-', '--allow-private'], '“visavis terms” has no --allow-private.'],
  ])('%s', async (args, message) => {
    const { code, out, err } = await run(args, { root });
    expect([code, out, err.includes(message)]).toEqual([2, '', true]);
  });
});

describe('visavis add --with', () => {
  const FRENCH =
    '# Le four du village\n\nLe four date de 1871.\n\nOn y cuit le pain le samedi. Les enfants apportent le bois.\n';
  const ENGLISH =
    '# The village oven\n\nThe oven dates from 1871.\n\nBread is baked in it on Saturdays. The children bring the wood.\n';
  const add = async (english: string, ...more: readonly string[]) =>
    run(['add', await given('four.md', FRENCH), '--with', await given('oven.md', english), ...more], { root });
  const catalogue = () => readFile(at('content/le-four-du-village/en.po'), 'utf8');

  test('puts the English beside the French, as drafts that say where they come from', async () => {
    const { code, out, err } = await add(ENGLISH);
    const text = await catalogue();
    expect([
      code,
      out,
      err,
      text.match(/#, fuzzy/g)?.length,
      text.match(/# origin: aligned oven\.md \d{4}-\d\d-\d\d/g)?.length,
    ]).toEqual([
      0,
      'le-four-du-village\n',
      'content/le-four-du-village/fr.md: “Le four du village”, 3 blocks, 3 with English.\n',
      3,
      3,
    ]);
  });

  test('approves what is sure enough, where that is asked for', async () => {
    await add(ENGLISH, '--approve', '0');
    expect((await catalogue()).includes('fuzzy')).toBe(false);
  });

  test.each<[score: string, drafts: readonly string[]]>([
    ['0.8', ['Le four date de 1871.']],
    ['0.3', []],
  ])('approves what scores %s or more, and leaves the rest drafts', async (score, drafts) => {
    await add(ENGLISH.replace('dates from', 'was built in'), '--approve', score);
    const fuzzy = (await catalogue()).split('\n\n').filter((message) => message.includes('#, fuzzy'));
    expect(fuzzy.map((message) => message.match(/msgid "(.*)"/)?.[1])).toEqual(drafts);
  });

  test('exits 1 and lists what has no sure partner', async () => {
    const { code, out, err } = await add(
      '# The village oven\n\nBread is baked in it on Saturdays. The children bring the wood.\n',
    );
    expect([code, out, err]).toEqual([
      1,
      'le-four-du-village\n',
      'p2 empty (no English): “Le four date de 1871.”\n' +
        'content/le-four-du-village/fr.md: “Le four du village”, 3 blocks, 2 with English.\n',
    ]);
  });

  test('says of a weak pair why it is weak', async () => {
    const { code, err } = await add(ENGLISH.replace('dates from 1871', 'does not date from 1817'));
    expect([code, err.split('\n')[0]]).toEqual([
      1,
      'p2 weak (0.00; only the English says no; only the French has “1871”; only the English has “1817”; ' +
        'few of their words are known to go together): “Le four date de 1871.” = “The oven does not date from 1817.”',
    ]);
  });

  test('takes English of many more blocks than the French has', async () => {
    const english = Array.from({ length: 800 }, (_, i) => `It rains for the ${i}th time.`).join('\n\n');
    const { code, out } = await add(`# The village oven\n\n${english}\n`);
    expect([code, out]).toEqual([1, 'le-four-du-village\n']);
  });

  test('what was added is read without a problem', async () => {
    await add(ENGLISH);
    const { err } = await run(['check', 'le-four-du-village'], { root });
    expect(err).toContain('\n0 errors, 0 warnings');
  });

  test('reads a Word document', async () => {
    const english = await given(
      'oven.docx',
      docx(styled('Title', 'The village oven') + styled('Normal', 'The oven dates from 1871.')),
    );
    const { code } = await run(['add', await given('four.md', FRENCH), '--with', english], { root });
    expect([code, (await catalogue()).includes('msgstr "The oven dates from 1871."')]).toEqual([1, true]);
  });

  test.each([
    [['--approve', '0.8'], '“--approve” says which pairs are approved; name the English with --with FILE.'],
    [['--with', 'a.md', '--approve', '80'], '“80” is no score; write a number from 0 to 1, such as --approve 0.8.'],
    [['--with', 'a.md', '--approve', 'x'], '“x” is no score; write a number from 0 to 1, such as --approve 0.8.'],
    [['--with', '-'], '“--with” takes a file; standard input is for the French.'],
  ])('refuses %j', async (words, message) => {
    expect(await run(['add', '-', ...words], { root, input: FRENCH })).toEqual({
      code: 2,
      out: '',
      err: `visavis: ${message}\n`,
    });
  });

  test('writes nothing where the English cannot be read', async () => {
    const before = await readdir(at('content'));
    const { code } = await run(['add', await given('four.md', FRENCH), '--with', at('none.md')], { root });
    expect([code, await readdir(at('content'))]).toEqual([2, before]);
  });
});
