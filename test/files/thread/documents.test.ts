import { setTimeout as turn } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createDocumentReader } from '../../../src/files/thread/documents.ts';
import { createPacer } from '../../../src/files/thread/pacer.ts';
import { readHere } from '../../../src/files/thread/text-jobs.ts';
import { type ReadDocument, UnreadableDocument } from '../../../src/formats/document/blocks/document.ts';
import { docx, epub, odt, styled } from '../../formats/document/packed.ts';
import { everyNth, IS_SLOW_SET } from '../../rounds.ts';
import { textThreads } from '../text-threads.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const { open, scriptThat } = textThreads(ends);
const text = (words: string) => new TextEncoder().encode(words);
const large = () => docx(Array.from({ length: 3000 }, (_, i) => styled('Normal', `Un pont *${i}*, dit-on.`)).join(''));

describe('a document gives the same in the thread as here', () => {
  // One thread for all: each loads the program anew.
  const closes: (() => Promise<void>)[] = [];
  const there = createDocumentReader(textThreads(closes).open());
  afterAll(() => closes[0]?.());
  test.each([
    ['text', text('Ponts\n\nUn.'), 'a.txt', {}],
    ['Markdown', text('# Ponts\n\nUn.'), 'a.md', {}],
    ['a page', text('<!doctype html><p>Un pont est une phrase.'), '', { url: 'https://exemple.fr/a' }],
    ['Word', docx(styled('Normal', 'Un.')), 'a.docx', {}],
    ['OpenDocument', odt('<text:p>Un.</text:p>'), 'a.odt', {}],
    ['a book', epub({ chapters: { 'a.xhtml': '<p>Un.</p>', 'b.xhtml': '<p>Deux.</p>' } }), 'a.epub', {}],
    ['a chapter', epub({ chapters: { 'a.xhtml': '<p>Un.</p>', 'b.xhtml': '<p>Deux.</p>' } }), '', { chapter: 2 }],
  ])('%s', async (_what, bytes, name, options) => {
    const here = createDocumentReader(readHere(createPacer()));
    expect(await there.read(bytes, name, options)).toEqual(await here.read(bytes, name, options));
  });

  test('one that cannot be read', async () => {
    const read = there.read(text('%PDF-1.4'), 'a.pdf');
    await expect(read).rejects.toThrow(UnreadableDocument);
    await expect(read).rejects.toThrow('“a.pdf” is a PDF');
  });
});

// Measured by the clock, which other work on the machine disturbs.
test.runIf(IS_SLOW_SET)('whoever waits for a large document keeps nobody else waiting', { retry: 2 }, async () => {
  const reader = createDocumentReader(open());
  const longestTurn = async (read: () => Promise<unknown>) => {
    let [longest, isDone] = [0, false];
    const reading = read().finally(() => {
      isDone = true;
    });
    const began = performance.now();
    for (let before = began; !isDone; before = performance.now()) {
      await turn(1);
      longest = Math.max(longest, performance.now() - before);
    }
    await reading;
    return { longest, took: performance.now() - began };
  };
  await reader.read(text('Un.'), 'a.txt');
  const { longest, took } = await longestTurn(() => reader.read(large(), 'a.docx'));
  expect(longest).toBeLessThan(Math.max(50, took / 4));
});

// It sleeps, while those below spin: a thread answers as little, and takes no time from others.
test('one that takes too long is named', async () => {
  const sleep = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);';
  const slow = await scriptThat(`if (asked.name === 'readDocument') ${sleep}`);
  const reader = createDocumentReader(open(slow, 2000));
  await expect(reader.read(text('Un.'), 'a.txt')).rejects.toThrow(
    '“a.txt” takes more than 2 seconds to read; split it, or write it more plainly.',
  );
});

describe('a document for which nobody waits any more', () => {
  const spin = () => scriptThat("if (asked.name === 'readDocument' && asked.given[1].startsWith('spin')) for (;;);");

  test('is left, and the next is read at once', async () => {
    const reader = createDocumentReader(open(await spin()));
    const cancel = new AbortController();
    const slow = reader.read(text('Un.'), 'spin.txt', { signal: cancel.signal });
    const next = reader.read(text('Deux.'), 'a.txt');
    setTimeout(() => cancel.abort(), 300);
    const began = performance.now();
    await expect(slow).rejects.toThrow('“spin.txt” is not read any more, as nobody waits for it.');
    expect([((await next) as ReadDocument).blocks.length, performance.now() - began < 25_000]).toEqual([1, true]);
  });

  test('is never begun where it waits for another', async () => {
    const reader = createDocumentReader(open(await spin()));
    const cancel = new AbortController();
    const first = reader.read(text('Un.'), 'a.txt');
    const second = reader.read(text('Un.'), 'spin.txt', { signal: cancel.signal });
    const third = reader.read(text('Un.'), 'b.txt');
    cancel.abort();
    await expect(second).rejects.toThrow(UnreadableDocument);
    expect(((await Promise.all([first, third])) as ReadDocument[]).map(({ blocks }) => blocks.length)).toEqual([1, 1]);
  });

  test.runIf(IS_SLOW_SET)('or for which somebody waits less than for others, is named with that time', async () => {
    const reader = createDocumentReader(open(await spin()));
    const read = reader.read(text('Un.'), 'spin.txt', { limit: 2000 });
    await expect(read).rejects.toThrow('“spin.txt” takes more than 2 seconds to read');
  });
});

describe('what has millions of signs in one piece is refused early, and named', () => {
  const reader = createDocumentReader(readHere(createPacer()));
  const UNPARTED = 'has more than 500,000 characters without an empty line; leave one between its paragraphs.';
  const tooLong = (what: string) =>
    `has ${what} of more than 500,000 characters; make several ${what.replace('a ', '')}s of it.`;
  const texts: [string, string, string, string?][] = [
    ['brackets in Markdown', `# T\n\n${'['.repeat(4_000_000)}`, 'a.md'],
    ['words in Markdown', 'un pont '.repeat(500_000), 'a.md'],
    ['lines of Markdown', 'un pont\n'.repeat(500_000), 'a.md'],
    ['lines of old Macs', 'un pont\r'.repeat(500_000), 'a.md'],
    ['stars in a text', '*a '.repeat(1_000_000), 'a.txt'],
    ['a paragraph of a page', `<!doctype html><p>${'mot '.repeat(200_000)}</p>`, 'a.html', tooLong('a paragraph')],
    ['a list of Markdown', `- ${'mot '.repeat(1000)}\n\n`.repeat(130), 'a.md', tooLong('a list')],
  ];
  // The bound is wide, as what runs beside a test takes its share of the caches of the processor.
  test.each(everyNth(texts, 3))('%s', async (_what, words, name, why = UNPARTED) => {
    const began = process.cpuUsage();
    await expect(reader.read(text(words), name)).rejects.toThrow(`“${name}” ${why}`);
    expect(process.cpuUsage(began).user).toBeLessThan(8_000_000);
  });

  const others: [string, string, number][] = [
    ['many paragraphs', 'Un pont, dit-on.\n\n'.repeat(1000), 1000],
    ['with spaces on the lines between', 'Un pont, dit-on.\r\n \t\r\n'.repeat(1000), 1000],
    ['a long one', 'un pont '.repeat(50_000), 1],
  ];
  test.each(everyNth(others, 3))('and not %s', async (_what, words, count) => {
    const { blocks } = (await reader.read(text(words), 'a.md')) as ReadDocument;
    expect(blocks.length).toBe(count);
  });
});
