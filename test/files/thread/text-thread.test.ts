import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout, setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/model/slices.ts';
import { createParsedFiles } from '../../../src/files/kept/parsed-files.ts';
import { createPacer } from '../../../src/files/thread/pacer.ts';
import { joinParts, partsOf } from '../../../src/files/thread/parts.ts';
import { readHere } from '../../../src/files/thread/text-jobs.ts';
import { HOME, makeRoot, SMALL, start, until } from '../../site.ts';
import { entries, textThreads } from '../text-threads.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const { open, scriptThat } = textThreads(ends);

const here = readHere(createPacer());
const paragraphs = (count: number) =>
  `---\ntitle: Essai\n---\n\n${Array.from({ length: count }, (_, i) => `Le *mot* ${i} &amp; \`code\`.`).join('\n\n')}\n`;
const long = (text: string) => `${text}\n${'# a comment line\n'.repeat(500)}`;

describe('a text gives the same in the thread as here', () => {
  // One thread for all: each loads the program anew.
  const closes: (() => Promise<void>)[] = [];
  const thread = textThreads(closes).open();
  afterAll(() => closes[0]?.());
  const files = ['glossary', 'content/deepseek-r2'].flatMap((folder) =>
    readdirSync(path.join(HOME, folder)).map((name) => `${folder}/${name}`),
  );
  const shipped = files.filter(
    (file) => /(?:finance\.yaml|\.md)$/.test(file) && statSync(path.join(HOME, file)).size > 8000,
  );
  test('shipped files that are long', async () => {
    for (const file of shipped) {
      const text = await readFile(path.join(HOME, file), 'utf8');
      const name = file.endsWith('.md') ? 'readArticle' : 'readGlossary';
      expect(await thread[name](text, file), file).toEqual(await here[name](text, file));
    }
  });

  test.each([
    ['readGlossary', 'many entries', entries(330), 'a.yaml'],
    ['readGlossary', 'many mistakes', '- x\n'.repeat(2100), 'a.yaml'],
    ['readGlossary', 'no list at all', long('a: b'), 'a.yaml'],
    ['readGlossary', 'an unclosed bracket', `${entries(330)}- fr: [a\n`, 'a.yaml'],
    ['readArticle', 'many paragraphs', paragraphs(330), 'fr.md'],
    ['readArticle', 'one of the plain kind', paragraphs(330), 'fr.txt'],
    ['readArticle', 'lists too deep', `${'- '.repeat(40)}x\n${paragraphs(330)}`, 'fr.md'],
  ] as const)('%s of %s', async (name, _what, text, file) => {
    expect(await thread[name](text, file)).toEqual(await here[name](text, file));
  });

  test.each([
    ['changed', { kind: 'delete', id: 'word-7' }],
    ['that is not there', { kind: 'delete', id: 'nothing' }],
  ] as const)('an entry %s', async (_what, change) => {
    const text = entries(330);
    expect(await thread.editGlossary(text, 'a.yaml', change)).toEqual(await here.editGlossary(text, 'a.yaml', change));
  });

  test('any text', async () => {
    const piece = fc.constantFrom(
      '- fr: a\n',
      '  en: b\n',
      '- ',
      '[',
      '"',
      '\n',
      '# x\n',
      '> ',
      '*',
      '`',
      '&amp;',
      '\t',
      'é',
    );
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => `${pieces.join('')}\n${'Un mot.\n\n'.repeat(890)}`);
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('readGlossary', 'readArticle'), async (one, name) => {
        const file = name === 'readArticle' ? 'fr.md' : 'a.yaml';
        expect(await thread[name](one, file)).toEqual(await here[name](one, file));
      }),
      { numRuns: 3 },
    );
  });
});

test.each([
  { list: [], other: 1 },
  { list: Array.from({ length: 100 }, (_, i) => i) },
  { list: Array.from({ length: 101 }, (_, i) => i), empty: null },
  { first: { list: [1] }, second: Array.from({ length: 250 }, (_, i) => ({ i })) },
])('a result is put together again as it was', (result) => {
  const parts = partsOf(result);
  expect(finish(joinParts(() => parts.next().value ?? null))).toEqual(result);
});

describe('others have their turn while a long text is read', () => {
  test.each([
    ['a glossary', 'readGlossary', entries(700), 'a.yaml'],
    ['an article', 'readArticle', paragraphs(400), 'fr.md'],
  ] as const)('%s', async (_what, name, text, file) => {
    const thread = open();
    await thread[name](text, file);
    const notes: string[] = [];
    const read = thread[name](text, file).then(() => notes.push('read'));
    for (let i = 0; i < 20; i += 1) {
      await turn();
      notes.push('turn');
    }
    await read;
    expect(notes.indexOf('read')).toBe(20);
  });

  test('a request is answered before a large glossary is in use', async () => {
    const { root, remove } = await makeRoot(SMALL);
    ends.push(remove);
    const site = await start(root);
    ends.push(() => site.close());
    const before = site.library.current();
    await writeFile(path.join(root, 'glossary/large.yaml'), entries(1500));
    const reading = site.library.reload();
    const { status } = await fetch(`${site.url}healthz`);
    expect([status, site.library.current() === before]).toEqual([200, true]);
    await reading;
    expect(site.library.current().glossary.concepts.length).toBe(1502);
  });
});

describe('a thread that', () => {
  test('dies says so, and another reads the next text', async () => {
    const script = await scriptThat(`if (text.startsWith('# die')) process.exit(1);`);
    const thread = open(script);
    const dead = thread.readGlossary(`# die\n${entries(330)}`, 'a.yaml');
    await expect(dead).rejects.toThrow('was being read when its thread ended');
    expect((await thread.readGlossary(entries(330), 'a.yaml')).concepts.length).toBe(330);
  });

  test('dies between two texts is followed by another', async () => {
    const script = await scriptThat(`if (text.startsWith('# later')) setTimeout(() => process.exit(1), 50);`);
    const thread = open(script);
    await thread.readGlossary(`# later\n${entries(330)}`, 'a.yaml');
    await setTimeout(500);
    // Where the machine is busy, the thread ends only while it reads: that text is lost, and the next is not.
    const read = () => thread.readGlossary(entries(330), 'a.yaml').then(({ concepts }) => concepts.length);
    expect(await read().catch(read)).toBe(330);
  });

  test('cannot be started says so', async () => {
    const thread = open(path.join(HOME, 'dist/files/thread/nothing.js'));
    await expect(thread.readGlossary(entries(330), 'a.yaml')).rejects.toThrow(/^ended the thread that reads it \(/);
  });

  test('throws at a text goes on with the next', async () => {
    const thread = open();
    const broken = thread.readGlossary(entries(330), undefined as unknown as string);
    await expect(broken).rejects.toThrow(/undefined/);
    expect((await thread.readGlossary(entries(330), 'a.yaml')).concepts.length).toBe(330);
  });

  test('is closed ends in the middle of a text, and reads no other', async () => {
    const { root, remove } = await makeRoot({ beats: '' });
    ends.push(remove);
    const beats = path.join(root, 'beats');
    const script = await scriptThat(`for (;;) appendFileSync(${JSON.stringify(beats)}, '.');`);
    const thread = open(script);
    const under = thread.readGlossary(entries(330), 'a.yaml').catch((error: Error) => error.message);
    await until(() => readFileSync(beats).length > 0);
    await thread.close();
    const { length } = readFileSync(beats);
    await setTimeout(200);
    expect([await under, readFileSync(beats).length === length]).toEqual([
      'was being read when its thread ended',
      true,
    ]);
    await expect(thread.readGlossary(entries(330), 'a.yaml')).rejects.toThrow('as the server ends');
  });
});

test('a text is read once, whoever asks for it', async () => {
  const pacer = createPacer();
  const orders: string[] = [];
  const texts = readHere(pacer);
  const parsed = createParsedFiles(
    {
      ...texts,
      readArticle(text, file) {
        orders.push(file);
        return texts.readArticle(text, file);
      },
    },
    pacer,
  );
  const [one, two] = await Promise.all([
    parsed.article(paragraphs(3), 'fr.md'),
    parsed.article(paragraphs(3), 'fr.md'),
  ]);
  const three = await parsed.article(paragraphs(4), 'fr.md');
  expect([one === two, one === three, orders.length]).toEqual([true, false, 2]);
});

test('a file that is forgotten is read anew', async () => {
  const pacer = createPacer();
  const parsed = createParsedFiles(readHere(pacer), pacer);
  const before = await parsed.article(paragraphs(3), 'fr.md');
  parsed.keepOnly(new Set(['en.po']));
  expect((await parsed.article(paragraphs(3), 'fr.md')) === before).toBe(false);
});
