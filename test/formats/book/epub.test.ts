import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeEpub } from '../../../src/formats/book/epub.ts';
import type { ExportOptions } from '../../../src/formats/book/export-options.ts';
import type { TakenArticle } from '../../../src/formats/book/taken-article.ts';
import { everyNth, rounds } from '../../rounds.ts';
import { missingIn, shownIn } from './shown.ts';
import { EVERY_KIND, longArticle, optionsOf, takenOf } from './taken.ts';

function bookOf(article: TakenArticle, chosen: Partial<ExportOptions> = {}): Buffer {
  return Buffer.concat([...writeEpub(article, optionsOf(chosen))]);
}

function fileIn(book: Uint8Array, name: string): string {
  return strFromU8(unzipSync(book)[`EPUB/${name}`] ?? new Uint8Array());
}

const BOOKS: readonly (readonly [string, Partial<ExportOptions>])[] = [
  ['each English under its French', {}],
  ['two columns', { layout: 'table' }],
  ['the English hidden', { hidden: true }],
  ['two columns, hidden, with the terms marked', { layout: 'table', hidden: true, terms: true }],
];

async function faultsIn(book: Uint8Array): Promise<string[]> {
  const { messages } = await EpubCheck.validate(book);
  return messages
    .filter(({ severity }) => severity !== 'info' && severity !== 'usage')
    .map(({ id, message, location }) => `${id} ${message} ${location?.path}:${location?.line}`);
}

describe.each(BOOKS)('a book with %s', (_how, chosen) => {
  const book = bookOf(EVERY_KIND, chosen);

  test('has no fault, whatever the article holds', async () => {
    expect(await faultsIn(book)).toEqual([]);
  });

  test('holds every text of both languages', () => {
    expect(missingIn(shownIn(fileIn(book, 'text.xhtml')), EVERY_KIND)).toEqual([]);
  });

  test('says of each draft that it is one', () => {
    const drafts = EVERY_KIND.checked.units.filter(({ unit }) => unit.state === 'translated');
    expect(fileIn(book, 'text.xhtml').match(/Draft, not approved yet/g)?.length).toBe(drafts.length);
  });

  test('is the same bytes again', () => {
    expect(bookOf(EVERY_KIND, chosen).equals(book)).toBe(true);
  });

  test('holds no script and no address that runs one', () => {
    const files = Object.values(unzipSync(book)).map((bytes) => strFromU8(bytes));
    expect(files.filter((text) => /<script|"javascript:| on\w+="/i.test(text))).toEqual([]);
  });
});

test.each(everyNth([[{}], [{ layout: 'table' }]] as const, 2))(
  'many paragraphs are a book without a fault: %o',
  async (chosen) => {
    expect(await faultsIn(bookOf(longArticle(rounds(60, 300)), chosen))).toEqual([]);
  },
  60_000,
);

test('an article of a title alone is a book without a fault', async () => {
  expect(await faultsIn(bookOf(takenOf('# Seul\n')))).toEqual([]);
});

test('what it is stands first in it, and is not packed', () => {
  expect(bookOf(EVERY_KIND).toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
});

test('it says its title and its languages, and the newest day that the article names', () => {
  const text = fileIn(bookOf(EVERY_KIND), 'package.opf');
  expect(
    [...text.matchAll(/<(dc:title|dc:language|meta property="dcterms:modified")[^>]*>([^<]*)</g)].map(
      ([, , said]) => said,
    ),
  ).toEqual([
    'Un titre &amp; &lt;b&gt;trois&lt;/b&gt; jetons',
    'A title &amp; &lt;b&gt;three&lt;/b&gt; tokens',
    'fr',
    'en',
    '2026-11-24T00:00:00Z',
  ]);
});

test('an article that names no day is as old as any other of its kind', () => {
  expect(fileIn(bookOf(takenOf('# Seul\n')), 'package.opf')).toContain('>2000-01-01T00:00:00Z<');
});

test('images that every reader shows come along, each once', () => {
  const names = Object.keys(unzipSync(bookOf(EVERY_KIND))).filter((name) => name.includes('images/'));
  expect(names).toEqual(['EPUB/images/1.png', 'EPUB/images/2.png', 'EPUB/images/3.svg']);
});

test('headings are the way through it, in both languages', () => {
  const links = [...fileIn(bookOf(EVERY_KIND), 'nav.xhtml').matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g)];
  expect(links.map(([, to, words = '']) => `${to} ${shownIn(words)}`)).toEqual([
    'text.xhtml#p1 Un titre & <b>trois</b> jetons / A title & <b>three</b> tokens',
    'text.xhtml#p2 Jetons d’OpenAI / OpenAI’s tokens',
    'text.xhtml#p5 Listes',
    'text.xhtml#p38 Tout petit titre',
    'text.xhtml#p39 Grand titre',
    'made.xhtml How this was made',
  ]);
});

test('the last page says where the English is from', () => {
  expect(shownIn(fileIn(bookOf(EVERY_KIND), 'made.xhtml'))).toContain(
    'The English is from: Ana (1 paragraph), a source that nobody noted (11 paragraphs), the engine deepl en-US (1 paragraph).',
  );
});

test('the terms are marked where that is asked for, and plain otherwise', () => {
  const marked = (chosen: Partial<ExportOptions>) =>
    fileIn(bookOf(EVERY_KIND, chosen), 'text.xhtml').match(/class="term"/g)?.length ?? 0;
  expect([marked({}), marked({ terms: true }) > 10]).toEqual([0, true]);
});

test('code and markup have no language', () => {
  const boxes = [
    ...fileIn(bookOf(EVERY_KIND), 'text.xhtml').matchAll(/<pre lang="(\w+)" xml:lang="(\w+)" class="(\w+)"/g),
  ];
  expect(new Set(boxes.map(([, lang, xmlLang, kind]) => `${kind} ${lang} ${xmlLang}`))).toEqual(
    new Set(['code zxx zxx', 'aside zxx zxx']),
  );
});

test('every text has its language', () => {
  const blocks = [
    ...fileIn(bookOf(EVERY_KIND), 'text.xhtml').matchAll(/<(?:p|h\d|pre|blockquote|aside|summary)\b([^>]*)>/g),
  ];
  expect(
    blocks.filter(([, said = '']) => !/ lang="(?:fr|en|zxx)"|class="picture"/.test(said)).map(([tag]) => tag),
  ).toEqual([]);
});
