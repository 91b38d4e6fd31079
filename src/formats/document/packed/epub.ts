import { counted } from '../../../core/text/counted.ts';
import { decodeDocument } from '../blocks/decode.ts';
import { type DocumentBlock, UnreadableDocument } from '../blocks/document.ts';
import type { Chapter, Reading } from '../blocks/document-reader.ts';
import { openingOf, visibleText } from '../blocks/visible-text.ts';
import { sentenceOfBeside } from '../html/html-reading.ts';
import { readHtmlBody, readHtmlFragment } from '../html/html-tree.ts';
import { chapterBody } from './epub-notes.ts';
import { type EpubPackage, type EpubPart, readEpubPackage } from './epub-package.ts';
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
  const book = readEpubPackage(archive, called);
  const { chapters, others } = contentsOf(book, archive);
  if (chapters.length === 0)
    throw new UnreadableDocument(`${called} holds no text that can be read; copy what you want and paste it.`);
  const { title, date } = book;
  const missing = sentenceOfMissing(book, archive);
  if (chapter === null && chapters.length > 1)
    return { title, warnings: missing, chapters: chapters.map((one) => one.chapter) };
  const body = chapterBody(chosenOf(chapters, called, chapter), (file) => textOf(archive, file));
  const read = readHtmlBody(body);
  const { warnings } = read;
  const { heading, blocks } = headingOf(read.blocks);
  return {
    title: heading ?? title,
    site: chapters.length === 1 ? null : title,
    url: null,
    date,
    blocks,
    warnings: [...warnings, ...sentenceOfBeside(others.map(calledBy)), ...missing],
  };
}

/** Lines above the heading of a chapter: “Chapitre premier”. UTF-16 units. */
const ABOVE = { most: 2, longest: 60 };

/** The heading of a chapter, and its other blocks; null where it begins with a text. */
function headingOf(blocks: readonly DocumentBlock[]): { heading: string | null; blocks: readonly DocumentBlock[] } {
  const at = blocks.findIndex(({ kind, markdown }) => kind !== 'paragraph' || markdown.length > ABOVE.longest);
  const found = blocks[at];
  if (found?.kind !== 'heading' || at > ABOVE.most) return { heading: null, blocks };
  return { heading: headingText(found), blocks: blocks.filter((_, i) => i !== at) };
}

function headingText({ markdown }: DocumentBlock): string {
  return visibleText(markdown.replace(/^#{1,6} /, ''));
}

/** What stands beside the order of reading is the book where nothing else of it has a text. */
function contentsOf({ parts, beside }: EpubPackage, archive: Archive) {
  const [chapters, others] = [chaptersOf(parts, archive), chaptersOf(beside, archive)];
  return chapters.length === 0 ? { chapters: others, others: [] } : { chapters, others };
}

/** @throws {UnreadableDocument} */
function chosenOf(chapters: readonly PackedChapter[], called: string, chapter: number | null): PackedChapter {
  const chosen = chapters[(chapter ?? 1) - 1];
  if (chosen === undefined)
    throw new UnreadableDocument(`${called} has no chapter ${chapter}; choose one from 1 to ${chapters.length}.`);
  if (chosen.instead !== null)
    throw new UnreadableDocument(`${called} has this chapter ${chosen.instead}; copy its text and paste it instead.`);
  return chosen;
}

function calledBy({ chapter: { title, opening } }: PackedChapter): string {
  return title ?? opening;
}

function sentenceOfMissing({ parts, unlisted }: EpubPackage, { names }: Archive): string[] {
  const missing = unlisted + parts.filter(({ file }) => !names.includes(file)).length;
  return missing === 0 ? [] : [`The book lacks ${counted(missing, 'part')} that it names.`];
}

/** A chapter with its page. */
interface PackedChapter {
  readonly file: string;
  readonly html: string;
  readonly chapter: Chapter;
  /** As what it stands there instead: “as a drawing”; null for a page. */
  readonly instead: string | null;
}

/** The parts of a book that have a text. */
function chaptersOf(parts: readonly EpubPart[], archive: Archive): readonly PackedChapter[] {
  const chapters: PackedChapter[] = [];
  for (const { file, foreign } of parts) {
    const html = textOf(archive, file);
    const told = foreign === null ? tell(html) : null;
    const instead = told === null ? insteadOfText(html, foreign) : null;
    if (told === null && instead === null) continue;
    chapters.push({ file, html, instead, chapter: { number: chapters.length + 1, ...(told ?? UNREADABLE) } });
  }
  return chapters;
}

/** What has words, and cannot be read; null for what has none. */
function insteadOfText(text: string, foreign: string | null): string | null {
  if (/<svg\b/i.test(text)) return /<text\b/i.test(text) ? 'as a drawing' : null;
  return foreign === null || text === '' ? null : `in a format that is not read (${foreign})`;
}

function textOf(archive: Archive, file: string): string {
  const bytes = archive.read(file) ?? new Uint8Array();
  return decodeDocument(bytes, { charset: null, isHtml: true }).text;
}

/** What stands for the first words of a chapter that cannot be read; who chooses it is told why. */
const UNREADABLE = { title: null, opening: '(cannot be read)' };

/**
 * How a chapter begins; null where it has no text. One that cannot be read does not keep the others from being read.
 */
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
    title: heading === undefined ? null : headingText(heading),
    opening: openingOf(visibleText(text?.markdown.replace(/^(?:#{1,6}|[->]) /, '') ?? ''), MOST_OPENING),
  };
}
