import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { createDocumentReader } from '../../src/files/documents.ts';
import { createPacer } from '../../src/files/pacer.ts';
import { readHere } from '../../src/files/text-jobs.ts';
import { UnreadableDocument } from '../../src/formats/document/document.ts';
import { docx, epub, odt, styled } from '../formats/document/packed.ts';
import { textThreads } from './text-threads.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const { open, scriptThat } = textThreads(ends);
const text = (words: string) => new TextEncoder().encode(words);
const large = docx(Array.from({ length: 3000 }, (_, i) => styled('Normal', `Un pont *${i}*, dit-on.`)).join(''));

describe('a document gives the same in the thread as here', () => {
  test.each([
    ['text', text('Ponts\n\nUn.'), 'a.txt', {}],
    ['Markdown', text('# Ponts\n\nUn.'), 'a.md', {}],
    ['a page', text('<!doctype html><p>Un pont est une phrase.'), '', { url: 'https://exemple.fr/a' }],
    ['Word', docx(styled('Normal', 'Un.')), 'a.docx', {}],
    ['OpenDocument', odt('<text:p>Un.</text:p>'), 'a.odt', {}],
    ['a book', epub({ chapters: { 'a.xhtml': '<p>Un.</p>', 'b.xhtml': '<p>Deux.</p>' } }), 'a.epub', {}],
    ['a chapter', epub({ chapters: { 'a.xhtml': '<p>Un.</p>', 'b.xhtml': '<p>Deux.</p>' } }), '', { chapter: 2 }],
  ])('%s', async (_what, bytes, name, options) => {
    const [there, here] = [createDocumentReader(open()), createDocumentReader(readHere(createPacer()))];
    expect(await there.read(bytes, name, options)).toEqual(await here.read(bytes, name, options));
  });

  test('one that cannot be read', async () => {
    const read = createDocumentReader(open()).read(text('%PDF-1.4'), 'a.pdf');
    await expect(read).rejects.toThrow(UnreadableDocument);
    await expect(read).rejects.toThrow('“a.pdf” is a PDF');
  });
});

test('whoever waits for a large document keeps nobody else waiting', async () => {
  const reader = createDocumentReader(open());
  const longestTurn = async (read: () => Promise<unknown>) => {
    let [longest, isDone] = [0, false];
    const reading = read().finally(() => {
      isDone = true;
    });
    const began = performance.now();
    for (let before = began; !isDone; before = performance.now()) {
      await turn();
      longest = Math.max(longest, performance.now() - before);
    }
    await reading;
    return { longest, took: performance.now() - began };
  };
  await reader.read(text('Un.'), 'a.txt');
  // A machine that others use at the same time takes turns of its own.
  const { longest, took } = await longestTurn(() => reader.read(large, 'a.docx'));
  expect(longest).toBeLessThan(Math.max(50, took / 4));
});

test('one that takes too long is named', async () => {
  const slow = await scriptThat("if (asked.name === 'readDocument') for (;;);");
  const reader = createDocumentReader(open(slow, 2000));
  await expect(reader.read(text('Un.'), 'a.txt')).rejects.toThrow(
    '“a.txt” takes more than 2 seconds to read; split it, or write it more plainly.',
  );
});
