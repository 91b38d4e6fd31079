import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/formats/document/read-document.ts';
import { everyNth } from '../../rounds.ts';
import { docx, epub, odt, readOne } from './packed.ts';

const MANY = 'write at most 50,000 paragraphs, items and cells in one article; make several of it';
const PAGE = 'This page has more than 50,000 paragraphs, items or cells';
/** What is told of a document that is given to whatever reads it. */
const WORD = 'cannot be read as a Word document';
const ODF = 'cannot be read as OpenDocument';
const text = (written: string) => new TextEncoder().encode(written);
const many = (piece: string) => piece.repeat(50_001);
const few = (piece: string) => piece.repeat(20);
const chapter = (body: string) => epub({ chapters: { 'a.xhtml': body } });

describe('what has more blocks than an article may have is refused before it is read', () => {
  // No XML at all from its first sign on, as whatever reads it would say.
  test.each(
    everyNth(
      [
        ['a.docx', () => docx(`<<${many('<w:p>')}`), MANY],
        ['a.docx', () => docx(`<<${many('<w:p w:rsidR="1">')}`), MANY],
        ['a.docx', () => docx(few('<w:p>'), { 'word/footnotes.xml': many('<w:p>') }), MANY],
        ['a.docx', () => docx(`<<${few('<w:p>')}${many('<w:pPr><w:pStyle/>')}`), WORD],
        ['a.docx', () => docx(`<<${few('<w:p>')}${many('<w:p/>')}`), WORD],
        ['a.odt', () => odt(`<<${many('<text:p>')}`), MANY],
        ['a.odt', () => odt(`<<${few('<text:h>')}${many('<text:p text:style-name="P1">')}`), MANY],
        ['a.odt', () => odt(`<<${few('<text:p>')}${many('<text:page-number/><text:h/>')}`), ODF],
        ['a.epub', () => chapter(many('<p>a</p>')), PAGE],
        ['a.html', () => text(`<title>T</title>${many('<p>a')}`), PAGE],
        ['a.html', () => text(`<title>T</title><ul>${many('<li>a')}</ul>`), PAGE],
        ['a.txt', () => text(`T\n\n${many('a\n\n')}`), MANY],
        ['a.txt', () => text(`T\r\n\r\n${many('a\r\n \t\r\n')}`), MANY],
      ],
      3,
    ),
  )('%s %#', async (name, make, says) => {
    await expect(readDocument(make(), name)).rejects.toThrow(says);
  });

  test('near-miss: a text of many empty lines', async () => {
    const { blocks } = await readOne(text(`T\n\na\n${many(' \n\n')}b`), 'a.txt');
    expect(blocks.length).toBe(2);
  });
});
