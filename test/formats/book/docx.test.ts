import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { writeDocx } from '../../../src/formats/book/docx.ts';
import type { ExportOptions } from '../../../src/formats/book/export-options.ts';
import type { TakenArticle } from '../../../src/formats/book/taken-article.ts';
import { plainText } from '../../../src/formats/book/titles.ts';
import { isBook } from '../../../src/formats/document/blocks/document-reader.ts';
import { visibleText } from '../../../src/formats/document/blocks/visible-text.ts';
import { readDocument } from '../../../src/formats/document/read-document.ts';
import { missingIn, shownIn } from './shown.ts';
import { EVERY_KIND, longArticle, optionsOf, takenOf } from './taken.ts';

const documentOf = (article: TakenArticle, chosen: Partial<ExportOptions> = {}) =>
  Buffer.concat([...writeDocx(article, optionsOf(chosen))]);
const textIn = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
const WORD = documentOf(EVERY_KIND);

test('every part of a Word document is sound XML', () => {
  const faults = Object.entries(unzipSync(WORD)).flatMap(([name, bytes]) => {
    const parser = new SaxesParser({ xmlns: true });
    const errors: string[] = [];
    parser.on('error', ({ message }) => errors.push(`${name}: ${message}`));
    parser.write(strFromU8(bytes)).close();
    return errors;
  });
  expect(faults).toEqual([]);
});

test('it holds every text of both languages', () => {
  const raised = /<w:r><w:rPr>(?:(?!<\/w:rPr>).)*vertAlign.*?<\/w:r>|\[image [^\]]*\]/g;
  expect(missingIn(shownIn(textIn(WORD).replaceAll(raised, '')), EVERY_KIND)).toEqual([]);
});

test.each([
  ['of every kind', EVERY_KIND],
  ['of 60 paragraphs', longArticle(60)],
])('an article %s is read here again, every word of both languages', async (_what, article) => {
  const read = await readDocument(documentOf(article), 'essai.docx');
  const blocks = isBook(read) ? [] : [read.title ?? '', ...read.blocks.map(({ markdown }) => markdown)];
  const words = new Set(blocks.flatMap((markdown) => visibleText(markdown).match(/\p{L}+|\p{N}+/gu) ?? []));
  const wanted = article.checked.units
    .filter(({ unit }) => unit.isHidden !== true)
    .flatMap((unit) => [plainText(unit, 'fr'), plainText(unit, 'en')].join(' ').match(/\p{L}+|\p{N}+/gu) ?? []);
  expect(wanted.filter((word) => !words.has(word))).toEqual([]);
});

test('it says of each draft that it is one', () => {
  const drafts = EVERY_KIND.checked.units.filter(({ unit }) => unit.state === 'translated');
  expect(textIn(WORD).match(/Draft, not approved yet/g)?.length).toBe(drafts.length);
});

test('it is the same bytes again', () => {
  expect(documentOf(EVERY_KIND).equals(WORD)).toBe(true);
});

describe('its table', () => {
  const text = textIn(WORD);
  test('has a head on every page, and no row over two', () => {
    const rows = text.match(/<w:tr>/g)?.length ?? 0;
    expect([text.match(/<w:cantSplit\/>/g)?.length, text.includes('<w:cantSplit/><w:tblHeader/>')]).toEqual([
      rows,
      true,
    ]);
  });

  test('touches no other', () => {
    expect(text.includes('</w:tbl>\n<w:tbl>') || text.includes('</w:tbl><w:tbl>')).toBe(false);
  });

  test('has a paragraph at the end of each cell', () => {
    expect(/(?<!<\/w:p>|<w:p\/>)\s*<\/w:tc>/.test(text.replaceAll(/(<\/w:p>|<w:p\/>)\s+/g, '$1'))).toBe(false);
  });
});

test('every run says its language', () => {
  expect(
    [...textIn(WORD).matchAll(/<w:rPr>(.*?)<\/w:rPr>/g)].filter(
      ([, said = '']) => !/<w:lang w:val="(?:fr-FR|en-US|zxx)"\/>$/.test(said),
    ),
  ).toEqual([]);
});

test('links lead to pages of the web, each named once', () => {
  const links = strFromU8(unzipSync(WORD)['word/_rels/document.xml.rels'] ?? new Uint8Array());
  const targets = [...links.matchAll(/Target="(h[^"]*)"/g)].map(([, target]) => target);
  expect(targets).toEqual([
    'https://exemple.fr/a?b=1&amp;c=%22d%22',
    'https://exemple.fr/loin.png',
    'https://exemple.fr/repere',
  ]);
});

test.each(['a\u0001b', 'a\u0000b', '\ufffe', '<w:p>', ']]>', '&amp;', '\t"x"'])('“%s” is text in it', (odd) => {
  const text = textIn(documentOf(takenOf(`# T\n\nMot ${odd} fin.\n`)));
  const parser = new SaxesParser({ xmlns: true });
  const errors: string[] = [];
  parser.on('error', ({ message }) => errors.push(message));
  parser.write(text).close();
  expect(errors).toEqual([]);
});
