import { refuseManyBlocks, whyNoArticle } from './blocks/article-refusal.ts';
import { decodeDocument } from './blocks/decode.ts';
import {
  type BlockKind,
  DAMAGED,
  type DocumentBlock,
  type ReadDocument,
  UnreadableDocument,
} from './blocks/document.ts';
import { isBook, type Reading, type ReadingOptions } from './blocks/document-reader.ts';
import { kindOfDocument, MOST_DOCUMENT_BYTES, type TextKind } from './blocks/kind.ts';
import { saysSameTitle } from './blocks/same-title.ts';
import { visibleText } from './blocks/visible-text.ts';
import { readEpub } from './packed/epub.ts';
import { readOdt } from './packed/odt.ts';
import { type Archive, openArchive } from './packed/unzip.ts';
import { readPage } from './page/read-page.ts';
import { readSelection } from './page/read-selection.ts';
import { readMarkdownFile } from './plain/markdown-file.ts';
import { readPlainText } from './plain/plain-text.ts';

/**
 * Reads a document of any format.
 *
 * @param name of the file; '' where it has none
 * @param options.url the address of the document too, where it names none itself
 * @throws {UnreadableDocument}
 */
export async function readDocument(bytes: Uint8Array, name: string, options: ReadingOptions = {}): Promise<Reading> {
  const called = name === '' ? 'This document' : `“${name}”`;
  if (bytes.length > MOST_DOCUMENT_BYTES)
    throw new UnreadableDocument(`${called} is larger than 5 MB; save its text without the pictures, or in parts.`);
  const kind = kindOfDocument(bytes, { name, called, type: options.type ?? null });
  const reading =
    kind === 'zip' ? await readZip(bytes, called, options) : readText(bytes, { ...options, kind, called });
  if (isBook(reading)) return reading;
  refuseLongBlock(reading.blocks, called);
  const document = titled({ ...reading, url: reading.url ?? options.url ?? null }, called);
  const why = whyNoArticle(document);
  if (why !== null) throw new UnreadableDocument(`${called} ${why}.`);
  return document;
}

/** Longer ones are of nobody’s writing, and take the parser seconds. UTF-16 units. */
const LONGEST_BLOCK = 500_000;
const EMPTY_LINES = /(?:\r\n?|\n)[ \t]*(?=[\r\n])/;
/** Of a plain text: a line with words behind an empty one. */
const PARAGRAPH = /(?<=(?:\r\n?|\n)[ \t]*(?:\r\n?|\n))[^\S\r\n]*\S/g;

/** @throws {UnreadableDocument} */
function refuseLongStretch(text: string, called: string): void {
  if (text.split(EMPTY_LINES).every(({ length }) => length <= LONGEST_BLOCK)) return;
  throw new UnreadableDocument(
    `${called} has more than 500,000 characters without an empty line; leave one between its paragraphs.`,
  );
}

/** What each kind of block is called, and what several of it are. */
const NAMES: Readonly<Record<BlockKind, readonly [one: string, several: string]>> = {
  heading: ['a heading', 'headings'],
  paragraph: ['a paragraph', 'paragraphs'],
  list: ['a list', 'lists'],
  quote: ['a quotation', 'quotations'],
  code: ['a block of code', 'blocks'],
  table: ['a table', 'tables'],
  image: ['a picture', 'pictures'],
  rule: ['a line', 'lines'],
  note: ['a footnote', 'footnotes'],
};

/** @throws {UnreadableDocument} */
function refuseLongBlock(blocks: readonly DocumentBlock[], called: string): void {
  const long = blocks.find(({ markdown }) => markdown.length > LONGEST_BLOCK);
  if (long === undefined) return;
  const [one, several] = NAMES[long.kind];
  throw new UnreadableDocument(`${called} has ${one} of more than 500,000 characters; make several ${several} of it.`);
}

function refuseChapter(chapter: number | null, called: string): void {
  if (chapter === null) return;
  throw new UnreadableDocument(
    `${called} has no chapters to choose from; only a book in EPUB has. Leave the chapter out.`,
  );
}

async function readZip(bytes: Uint8Array, called: string, { chapter = null }: ReadingOptions): Promise<Reading> {
  const archive = openArchive(bytes, called);
  const kind = kindOfArchive(archive, called);
  if (kind === 'epub') return readEpub(archive, called, chapter);
  refuseChapter(chapter, called);
  if (kind === 'odt') return readOdt(archive, called);
  // What reads Word takes longer to load than all the rest together.
  const { readDocx } = await import('./packed/docx.ts');
  return readDocx(archive, called);
}

/** Formats that are archives, by a part that only they have. */
const OTHERS: readonly (readonly [part: RegExp, what: string])[] = [
  [/^xl\//, 'is a spreadsheet'],
  [/^ppt\//, 'is a presentation'],
  [/^Index\/Document\.iwa$/, 'is a Pages document'],
];

function kindOfArchive(archive: Archive, called: string): 'docx' | 'odt' | 'epub' {
  const type = new TextDecoder().decode(archive.read('mimetype') ?? new Uint8Array()).trim();
  const has = (part: RegExp) => archive.names.some((name) => part.test(name));
  if (type === 'application/epub+zip' || has(/^META-INF\/container\.xml$/)) return 'epub';
  if (type.startsWith('application/vnd.oasis.opendocument.text')) return 'odt';
  if (has(/^word\//)) return 'docx';
  if (type === '' && has(/^content\.xml$/)) return 'odt';
  const [, what = type === '' ? 'is a packed archive' : 'is no text document'] =
    OTHERS.find(([part]) => has(part)) ?? [];
  throw new UnreadableDocument(`${called} ${what}; save its text as Word (.docx) or OpenDocument (.odt).`);
}

const NO_TEXT = 'is no text; write or save it as .txt, .md, .html, .docx, .odt or .epub.';
/** The name, as sentences have it, of what would be an archive. */
const PACKED_NAME = /\.(?:docx|odt|epub)”$/i;

interface TextReading extends ReadingOptions {
  readonly kind: TextKind;
  readonly called: string;
}

function readText(
  bytes: Uint8Array,
  { kind, called, charset = null, url = null, isSelection = false, chapter = null }: TextReading,
): ReadDocument {
  refuseChapter(chapter, called);
  const { text, warnings } = decodeDocument(bytes, { charset, isHtml: kind === 'html' });
  if (text.slice(0, 1000).includes('\0'))
    throw new UnreadableDocument(`${called} ${PACKED_NAME.test(called) ? DAMAGED : NO_TEXT}`);
  if (kind !== 'html') refuseLongStretch(text, called);
  if (kind === 'text') refuseManyBlocks([text], PARAGRAPH, called);
  const readers = {
    markdown: () => readMarkdownFile(text, called),
    html: () => (isSelection ? readSelection(text) : readPage(text, url)),
    text: () => readPlainText(text),
  };
  const read = readers[kind]();
  return { ...read, warnings: [...warnings, ...read.warnings] };
}

/**
 * A first heading is the title where there is none, or where it says the same, as a first paragraph may too; it is no
 * block then.
 */
function titled(document: ReadDocument, called: string): ReadDocument {
  const [first, ...others] = document.blocks;
  if (first === undefined && document.title === null)
    throw new UnreadableDocument(`${called} holds no text that can be read; copy what you want and paste it.`);
  const isMarkdown = typeof document.written?.body === 'string';
  if (first === undefined || isMarkdown) return document;
  const words = visibleText(first.markdown.replace(/^#{1,6} /, ''));
  const isTitle = document.title === null ? first.kind === 'heading' : isTitleAgain(first, words, document.title);
  return isTitle ? { ...document, title: document.title ?? words, blocks: others } : document;
}

function isTitleAgain({ kind }: DocumentBlock, words: string, title: string): boolean {
  return (kind === 'heading' || kind === 'paragraph') && saysSameTitle(words, title);
}
