import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';
import { whyNoArticle } from '../../../../src/formats/document/blocks/article-refusal.ts';
import type { BlockKind, DocumentBlock, ReadDocument } from '../../../../src/formats/document/blocks/document.ts';
import { writeArticle } from '../../../../src/formats/document/blocks/write-article.ts';
import { readDocument } from '../../../../src/formats/document/read-document.ts';
import { everyNth } from '../../../rounds.ts';
import { docx, epub, odt, styled } from '../packed.ts';

const block = (kind: BlockKind, markdown: string): DocumentBlock => ({ kind, level: 0, markdown, doubt: null });
const document = (blocks: readonly DocumentBlock[]): ReadDocument => ({
  ...{ title: 'Essai', site: null, url: null, date: null },
  ...{ blocks, warnings: [] },
});
const stairs = (levels: number) => Array.from({ length: levels }, (_, i) => `${'  '.repeat(i)}- pont ${i}`).join('\n');
const many = (count: number, line: string) => Array<string>(count).fill(line).join('\n');
const table = (columns: number) => `${'| a '.repeat(columns)}|\n${'| - '.repeat(columns)}|\n${'| b '.repeat(columns)}|`;

const DEEP = 'cannot be read from “pont 32” on: write at most 32 levels of lists and quotations';
const RULES = 'cannot be read: write at most 400 lines of nothing but - or =';
const BEHIND = 'cannot be read from “b” on: write at most 1,000 lines on which a list or a quotation begins behind';
const MARKED = 'cannot be read from “l_i” on: write at most 2,000 lines with signs of marks';
const LAZY = 'cannot be read from “c” on: write at most 1,000 lines that go on with a paragraph';
const WITHIN = 'on: write at most 100,000 characters, and at most 1,000 lists, quotations and footnotes, within one';
const COLUMNS = 'cannot be read: write at most 1,000 columns in a table';
const BLOCKS = 'write at most 50,000 paragraphs, items and cells in one article; make several of it';

/** Each refusal of an article that is loaded, at its edge: blocks, and what is said of the document. */
const ROWS: readonly (readonly [what: string, blocks: readonly DocumentBlock[], said: string | null])[] = [
  ['32 levels', [block('list', stairs(32))], null],
  ['33 levels', [block('list', stairs(33))], DEEP],
  [
    '33 levels behind much else',
    [...Array<DocumentBlock>(99).fill(block('paragraph', 'a')), block('list', stairs(33))],
    DEEP,
  ],
  ['400 lines in code', [block('code', `~~~\n${many(400, '---')}\n~~~`)], null],
  ['401 lines in code', [block('code', `~~~\n${many(401, '---')}\n~~~`)], RULES],
  ['1,000 lists behind a sign', [block('list', many(1000, '- - b'))], null],
  ['1,001 lists behind a sign', [block('list', many(1001, '- - b'))], BEHIND],
  ['2,000 marked lines', [block('code', `~~~\n${many(1998, 'l_i')}\n~~~`)], null],
  ['2,001 marked lines', [block('code', `~~~\n${many(2001, 'l_i')}\n~~~`)], MARKED],
  ['1,001 lazy lines', [block('quote', `> b\n${many(1001, 'c')}`)], LAZY],
  ['a quotation of 99,000 characters', [block('quote', `> ${'a '.repeat(49_500)}`)], null],
  ['a quotation of 101,000 characters', [block('quote', `> ${'a '.repeat(50_500)}`)], WITHIN],
  ['an item with 1,001 quotations', [block('list', `- b\n\n${'  > c\n\n'.repeat(1002)}`)], WITHIN],
  ['1,001 columns', [block('table', table(1001))], COLUMNS],
  ['50,001 items', [block('list', many(50_001, '- b'))], BLOCKS],
  ['50,001 cells', [block('table', `|a|\n|-|\n${'|b'.repeat(50_001)}|`)], BLOCKS],
  ['50,001 paragraphs', Array<DocumentBlock>(50_001).fill(block('paragraph', 'a')), BLOCKS],
];

describe('what loading would refuse of an article is found before it is made', () => {
  test.each(everyNth(ROWS, 2))('%s', (_what, blocks, said) => {
    expect(whyNoArticle(document(blocks))).toEqual(said === null ? null : expect.stringContaining(said));
  });

  test('of plain text, which has a head and no Markdown, as well', () => {
    const text = { ...document([block('list', stairs(33))]), written: { head: '', body: null } };
    expect(whyNoArticle(text)).toEqual(expect.stringContaining(DEEP));
  });

  // That loading has the same edges is asked of each of its bounds by tests of theirs: here of all in the slow set.
  const few = ROWS.filter(([, blocks]) => blocks.length < 200);
  test.each(everyNth(few, 8))('as loading does: %s', (_what, blocks, said) => {
    const { problems } = parseArticle(writeArticle(document(blocks)), 'fr.md');
    expect(problems.length > 0).toBe(said !== null);
  });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const long = 'Un pont. '.repeat(500);
const html = (count: number) => `<h1>Ponts</h1><p>a</p><ul><li>${`<p>${long}</p>`.repeat(count)}</li></ul>`;
const odtList = (count: number) =>
  `<text:list><text:list-item>${`<text:p>${long}</text:p>`.repeat(count)}</text:list-item></text:list>`;

describe('a document of any format says what would be too much, before anything is written', () => {
  const formats: [string, (count: number) => Uint8Array][] = [
    ['a.html', (count) => bytes(`<!doctype html>${html(count)}`)],
    ['a.docx', (count) => docx(styled('Titre', 'Ponts') + styled('Citation', long).repeat(count))],
    ['a.odt', (count) => odt(`<text:p>a</text:p>${odtList(count)}`)],
    ['a.epub', (count) => epub({ chapters: { 'a.xhtml': html(count) } })],
  ];
  test.each(everyNth(formats, 3))('%s', async (name, make) => {
    const said = (count: number) =>
      readDocument(make(count), name).then(
        () => null,
        ({ message }: Error) => message,
      );
    expect([await said(2), await said(25)]).toEqual([null, expect.stringContaining(`“${name}” cannot be read from `)]);
  });

  test('a text of a program without an empty line', async () => {
    const code = (count: number) => bytes(`<!doctype html><h1>Ponts</h1><pre>${'a_b = 1\n'.repeat(count)}</pre>`);
    await readDocument(code(1990), 'a.html');
    await expect(readDocument(code(2001), 'a.html')).rejects.toThrow('write at most 2,000 lines with signs of marks');
  });
});
