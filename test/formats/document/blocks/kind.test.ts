import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { kindOfDocument } from '../../../../src/formats/document/blocks/kind.ts';
import { docx, epub, odt, readOne, styled, zip } from '../packed.ts';

const kind = (text: string, name = '', type: string | null = null) =>
  kindOfDocument(strToU8(text), { name, called: `“${name}”`, type });

describe('what a document is, is told by its content', () => {
  test.each([
    ['<!doctype html><p>x', 'html'],
    ['\ufeff  <!DOCTYPE HTML>', 'html'],
    ['<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>', 'html'],
    ['<!-- saved -->\n<html lang="fr">', 'html'],
    ['<!----><!-- a --> <!-- <p> -- > -->\n<body>', 'html'],
    ['<!-- <html> --> Un texte.', 'text'],
    ['<!-- <html> Un texte.', 'text'],
    [`${'<!---->'.repeat(30)}<span>x`, 'text'],
    [`${'<!-- a -->\n'.repeat(300)}<html>`, 'html'],
    ['<article>\n<p>x', 'html'],
    ['<p>x</p>', 'html'],
    ['---\ntitle: x\n---\n', 'markdown'],
    ['+++\ntitle = "x"\n+++\n', 'markdown'],
    ['# Titre', 'markdown'],
    ['#motdièse au début', 'text'],
    ['--- dit-il', 'text'],
    ['<3 toujours', 'text'],
    ['<bonjour@exemple.fr> écrit', 'text'],
    ['Un texte.', 'text'],
    ['De : Eva\nObjet : le pont\n\nMIME-Version: 1.0', 'text'],
    ['Note: un pont.\n\nOn écrit\nMIME-Version: 1.0 en tête.', 'text'],
    ['', 'text'],
  ])('%j is %s', (text, expected) => {
    expect(kind(text)).toBe(expected);
  });

  test.each([
    ['a page with the name of a text', '<!doctype html><p>x', 'a.txt', null, 'html'],
    ['a text with the name of Markdown', 'Un texte.', 'A.MD', null, 'markdown'],
    ['Markdown with the name of a text', '# Titre', 'a.txt', null, 'text'],
    ['a piece of a page with the name of one', 'Un <b>texte</b>.', 'a.htm', null, 'html'],
    ['a text that a server calls a page', 'Un <b>texte</b>.', '', 'text/html', 'html'],
    ['a text that a server calls a text', '# Titre', '', 'text/plain', 'text'],
    ['a text with the whole name of Markdown', 'Un texte.', 'a.markdown', null, 'markdown'],
    ['a text with another name of it', 'Un texte.', 'a.mdown', null, 'markdown'],
    ['a text with parts that are programs', "import A from 'a';", 'a.mdx', null, 'markdown'],
    ['a piece with the name of a stricter page', 'Un <b>texte</b>.', 'a.xhtml', null, 'html'],
    ['Markdown with the name of a longer text', '# Titre', 'a.text', null, 'text'],
    ['a text that a server calls a stricter page', 'Un <b>texte</b>.', '', 'application/xhtml+xml', 'html'],
    ['a text that a server calls Markdown', 'Un texte.', '', 'text/markdown', 'markdown'],
    ['a text with a name of no kind', 'Un texte.', 'notes.2024', null, 'text'],
    ['a text whose name ends as every object has it', 'Un texte.', 'x.constructor', null, 'text'],
    ['a text whose name ends in capitals as no ending', 'Un texte.', 'x.valueOf', null, 'text'],
    ['a text of a type that every object has', 'Un texte.', '', 'toString', 'text'],
  ] as const)('%s', (_what, text, name, type, expected) => {
    expect(kind(text, name, type)).toBe(expected);
  });
});

describe('what is not read is named, with what to do instead', () => {
  test.each([
    ['%PDF-1.7', 'a.pdf', 'is a PDF'],
    ['%PDF-1.7', 'a.docx', '“a.docx” is a PDF'],
    ['{\\rtf1\\ansi', 'a.rtf', 'is RTF'],
    ['From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;', 'a.mht', 'is a page archive'],
    [
      'Return-Path: <e@a.fr>\nReceived: from b\n\tby c\nMIME-Version: 1.0\nSubject: x\n\nUn.',
      'a.eml',
      'is a mail as programs',
    ],
    ['<?xml version="1.0"?>\n<office:document xmlns:office="x">', 'a.fodt', 'is a document as one XML file'],
    ['<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<pkg:package>', 'a.xml', 'as one XML file'],
    ['GIF89a', 'a.txt', 'is a picture; only text can be read.'],
    ['II*\0', 'a.tif', 'is a picture'],
    ['MM\0*', 'a.tif', 'is a picture'],
    ['RIFFxxxxWEBP', 'a.webp', 'is a picture'],
    ['RIFFxxxxWAVE', 'a.wav', 'is a sound or a film; only text can be read.'],
    ['ID3', 'a.mp3', 'is a sound'],
    ['OggS', 'a.ogg', 'is a sound'],
    ['fLaC', 'a.flac', 'is a sound'],
    ['xxxxftypisom', 'a.mp4', 'is a sound or a film'],
    ['Rar!', 'a.rar', 'is a packed archive; unpack it and add the document in it.'],
    ['BZh91', 'a.bz2', 'is a packed archive'],
    [`${'x'.repeat(60)}BOOKMOBI`, 'a.mobi', 'is a Kindle book; save it as EPUB, without protection.'],
  ])('%j', (text, name, message) => {
    expect(() => kind(text, name)).toThrow(message);
  });

  test.each([
    ['a word that begins as a sound does', 'Ogg est un format.'],
    ['such signs further on', 'Un fichier qui dit ftyp, WEBP et BOOKMOBI.'],
  ])('%s is a text', (_what, text) => {
    expect(kind(text)).toBe('text');
  });

  test.each([
    ['an old Word file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'is an old Word file (.doc), or has a password'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47], 'is a picture'],
    ['a photo', [0xff, 0xd8, 0xff, 0xe0], 'is a picture'],
    ['something packed', [0x1f, 0x8b, 8], 'is a packed archive'],
    ['something packed by 7-Zip', [0x37, 0x7a, 0xbc, 0xaf], 'is a packed archive'],
    ['something packed by xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a], 'is a packed archive'],
    ['a program', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0], 'is no text'],
  ])('%s', async (_what, bytes, message) => {
    await expect(readOne(Uint8Array.from(bytes), 'a')).rejects.toThrow(message);
  });

  test.each(['a.docx', 'A.ODT', 'a.epub'])('nothing that anybody knows, called %s', async (name) => {
    const bytes = Uint8Array.from([1, 2, 0, 3]);
    await expect(readOne(bytes, name)).rejects.toThrow(
      `“${name}” is damaged, or not there to its end; save it once more.`,
    );
  });

  test.each([
    ['a spreadsheet', zip({ 'xl/workbook.xml': 'x' }), 'is a spreadsheet'],
    ['a presentation', zip({ 'ppt/presentation.xml': 'x' }), 'is a presentation'],
    ['a Pages document', zip({ 'Index/Document.iwa': 'x' }), 'is a Pages document'],
    ['an archive', zip({ 'a.txt': 'x' }), 'is a packed archive'],
    ['an empty archive', zip({}), 'is a packed archive'],
  ])('%s', async (_what, bytes, message) => {
    await expect(readOne(bytes, 'a')).rejects.toThrow(message);
  });
});

test('a document with the ending of another is read as what it is', async () => {
  const texts = [
    docx(styled('Normal', 'Un.')),
    odt('<text:p>Un.</text:p>'),
    epub({ chapters: { 'a.xhtml': '<p>Un.</p>' } }),
  ];
  const read = await Promise.all(texts.map((bytes) => readOne(bytes, 'a.txt')));
  expect(read.map(({ blocks }) => blocks.map(({ markdown }) => markdown))).toEqual([['Un.'], ['Un.'], ['Un.']]);
});
