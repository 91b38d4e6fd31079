import { decodeDocument } from '../blocks/decode.ts';
import { type DocumentBlock, type ReadDocument, UnreadableDocument } from '../blocks/document.ts';
import type { Chapter, Reading } from '../blocks/document-reader.ts';
import { openingOf, visibleText } from '../blocks/visible-text.ts';
import { type ReadHtml, readHtmlFragment } from '../html/html-tree.ts';
import { readEpubPackage } from './epub-package.ts';
import type { Archive } from './unzip.ts';

/** UTF-16 units of a chapter that its first words are looked for in, and of those words. */
const MOST_LOOKED_AT = 20_000;
const MOST_OPENING = 80;

/**
 * Reads a chapter of a book in EPUB; a book of one is that chapter.
 *
 * @param chapter its number; null for the list of them
 * @throws {UnreadableDocument}
 */
export function readEpub(archive: Archive, called: string, chapter: number | null): Reading {
  const { title, date, files } = readEpubPackage(archive, called);
  const chapters: { readonly html: string; readonly chapter: Chapter }[] = [];
  for (const file of files) {
    const html = textOf(archive, file);
    const told = tell(html);
    if (told !== null) chapters.push({ html, chapter: { number: chapters.length + 1, ...told } });
  }
  if (chapters.length === 0)
    throw new UnreadableDocument(`${called} holds no text that can be read; copy what you want and paste it.`);
  if (chapter === null && chapters.length > 1) return { title, chapters: chapters.map((one) => one.chapter) };
  const chosen = chapters[(chapter ?? 1) - 1];
  if (chosen === undefined)
    throw new UnreadableDocument(`${called} has no chapter ${chapter}; choose one from 1 to ${chapters.length}.`);
  return chapterOf(readHtmlFragment(chosen.html), { title, date, isWhole: chapters.length === 1 });
}

function chapterOf(
  read: ReadHtml,
  book: { readonly title: string | null; readonly date: string | null; readonly isWhole: boolean },
): ReadDocument {
  const isNamed = read.blocks[0]?.kind === 'heading';
  return {
    title: isNamed ? null : book.title,
    site: book.isWhole ? null : book.title,
    url: null,
    date: book.date,
    ...read,
  };
}

function textOf(archive: Archive, file: string): string {
  const bytes = archive.read(file) ?? new Uint8Array();
  return decodeDocument(bytes, { charset: null, isHtml: true }).text;
}

/** What stands for the first words of a chapter that cannot be read; who chooses it is told why. */
const UNREADABLE = { title: null, opening: '(cannot be read)' };

/** How a chapter begins; null where it has no text. One that cannot be read does not keep the others from being read. */
function tell(html: string): Omit<Chapter, 'number'> | null {
  try {
    const opening = openingBlocks(html);
    return opening.length === 0 ? null : describe(opening);
  } catch (error) {
    if (error instanceof UnreadableDocument) return UNREADABLE;
    throw error;
  }
}

/** The blocks with which a chapter begins; none where it has no text. */
function openingBlocks(html: string): readonly DocumentBlock[] {
  const start = Math.max(0, html.search(/<body\b/i));
  const part = `<body>${html.slice(start, start + MOST_LOOKED_AT).replace(/^<body[^>]*>/i, '')}`;
  const isLong = html.length > start + MOST_LOOKED_AT;
  const blocks = readHtmlFragment(part.replace(/<[^<>]*$/, '')).blocks.filter(hasWords);
  return blocks.length === 0 && isLong ? readHtmlFragment(html).blocks.filter(hasWords) : blocks;
}

function hasWords({ kind, markdown }: DocumentBlock): boolean {
  return kind !== 'image' && kind !== 'rule' && /[\p{L}\p{N}]/u.test(markdown);
}

function describe(blocks: readonly DocumentBlock[]): Omit<Chapter, 'number'> {
  const heading = blocks.find(({ kind }) => kind === 'heading');
  const text = blocks.find(({ kind }) => kind !== 'heading') ?? blocks[0];
  return {
    title: heading === undefined ? null : visibleText(heading.markdown.replace(/^#{1,6} /, '')),
    opening: openingOf(visibleText(text?.markdown.replace(/^(?:#{1,6}|[->]) /, '') ?? ''), MOST_OPENING),
  };
}
