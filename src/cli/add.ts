import type { ArticleStore } from '../core/changes/article-store.ts';
import type { FetchAnyPage, FetchProgress } from '../core/changes/page-fetcher.ts';
import { formatProblem } from '../core/checks/problem.ts';
import { slugOf } from '../core/text/slug.ts';
import type { AlignedCatalogue } from '../formats/article/aligned-catalogue.ts';
import type { ArticleSource } from '../formats/article/markdown.ts';
import type { ReadDocument } from '../formats/document/document.ts';
import { type Book, type DocumentReader, isBook, type Reading } from '../formats/document/document-reader.ts';
import { openingOf } from '../formats/document/visible-text.ts';
import { proposedTitle, writeArticle } from '../formats/document/write-article.ts';
import { type Align, type BothTexts, tellRows } from './add-english.ts';
import { type Console, type ExitCode, UsageError } from './command.ts';

export interface AddCommand {
  readonly name: 'add';
  /** A file, an address, or `-`. */
  readonly from: string;
  /** Null for one that is made of the title. */
  readonly slug: string | null;
  /** Of a book; null for none. */
  readonly chapter: number | null;
  /** Whether addresses of one’s own network are fetched. */
  readonly allowPrivate: boolean;
  /** A translation that somebody has: a file, an address, or `-`; null for none. */
  readonly english: string | null;
  /** Score from which on a pair is approved at once; null for none. */
  readonly approve: number | null;
}

/** What the command needs besides its words. */
export interface AddPorts {
  readonly readBytes: (file: string) => Promise<Uint8Array>;
  readonly fetchPage: FetchAnyPage;
  readonly documents: DocumentReader;
  readonly texts: { readArticle(text: string, file: string): Promise<ArticleSource> };
  readonly store: ArticleStore;
  readonly align: Align;
}

/**
 * `visavis add`: makes an article of a document. Its name goes to standard output; how much it holds, what was left out
 * and what may be wrong, to standard error.
 *
 * @returns 1 where the English of a paragraph is missing or unsure, 2 where a chapter is to be chosen first
 * @throws {UnreadableDocument} @throws {PageError} @throws {StoreError}
 */
export async function runAdd(command: AddCommand, ports: AddPorts, console: Console): Promise<ExitCode> {
  const reading = await read(command, { ...ports, console });
  if (isBook(reading)) return tellChapters(reading, command.from, console);
  const { title, source } = articleOf(reading, command.from, console);
  const { units, problems } = await ports.texts.readArticle(source, 'fr.md');
  const english = await englishOf(command, units, { ...ports, console });
  const slug = command.slug ?? (slugOf(title) || 'article');
  const catalogue = english?.catalogue ?? null;
  const added = await ports.store.add({ slug, source, catalogue, isChosen: command.slug !== null });
  console.out(`${added}\n`);
  for (const problem of problems) console.err(`${formatProblem({ ...problem, file: `content/${added}/fr.md` })}\n`);
  const count = `${units.length} ${units.length === 1 ? 'block' : 'blocks'}`;
  console.err(`content/${added}/fr.md: “${title}”, ${count} to translate.\n`);
  return english === null ? 0 : tellRows(english.rows, english.texts, console);
}

/** The text of `fr.md`; what was left out and what may be wrong is told. */
function articleOf(document: ReadDocument, from: string, console: Console): { title: string; source: string } {
  for (const warning of document.warnings) console.err(`visavis: ${warning}\n`);
  const title = proposedTitle(document, nameOf(from));
  return { title, source: writeArticle(document, { title, leftOut: doubtful(document, console) }) };
}

/** The catalogue that comes of an English text; null without one. @throws {UsageError} for a book of several chapters */
async function englishOf(
  { english: from, approve, allowPrivate }: AddCommand,
  french: ArticleSource['units'],
  ports: AddPorts & { readonly console: Console },
): Promise<(AlignedCatalogue & { readonly texts: BothTexts }) | null> {
  if (from === null) return null;
  const reading = await read({ from, chapter: null, allowPrivate }, ports);
  if (isBook(reading))
    throw new UsageError(`${from} has ${reading.chapters.length} chapters; save the one you want as a text first.`);
  const { source } = articleOf(reading, from, ports.console);
  const { units } = await ports.texts.readArticle(source, 'en.md');
  const texts = { french, english: units, file: nameOf(from) || from, approve };
  return { ...(await ports.align(texts)), texts };
}

function isAddress(from: string): boolean {
  return /^https?:\/\//i.test(from);
}

/** What the document is called by; '' for what has no name. */
function nameOf(from: string): string {
  return from === '-' || isAddress(from) ? '' : from.replace(/^.*[/\\]/s, '');
}

async function read(
  { from, chapter, allowPrivate }: Pick<AddCommand, 'from' | 'chapter' | 'allowPrivate'>,
  { readBytes, fetchPage, documents, console }: AddPorts & { readonly console: Console },
): Promise<Reading> {
  if (!isAddress(from)) return documents.read(await readBytes(from), nameOf(from), { chapter });
  const { bytes, ...page } = await fetchPage(from, { allowPrivate, onProgress: tellHosts(console) });
  return documents.read(bytes, '', { ...page, chapter });
}

/** One line for each server that is asked. */
function tellHosts(console: Console): (progress: FetchProgress) => void {
  return (progress) => {
    if (progress.step === 'asking') console.err(`Asking ${progress.host} …\n`);
  };
}

const MOST_OPENING = 60;

/** Blocks that are no part of the article, most likely; each is named. Where all of them are, none is. */
function doubtful({ blocks }: ReadDocument, console: Console): ReadonlySet<number> {
  const found = [...blocks.entries()].filter(([, { doubt }]) => doubt !== null);
  if (found.length === blocks.length) return new Set();
  for (const [, { doubt, markdown }] of found)
    console.err(`visavis: left out (${doubt}): “${openingOf(markdown, MOST_OPENING)}”\n`);
  return new Set(found.map(([i]) => i));
}

function tellChapters({ title, chapters }: Book, from: string, console: Console): ExitCode {
  for (const { number, title: heading, opening } of chapters)
    console.out(`${String(number).padStart(4)}  ${heading === null ? opening : `${heading}: ${opening}`}\n`);
  const book = title === null ? 'This book' : `“${title}”`;
  console.err(`visavis: ${book} has ${chapters.length} chapters; add one of them: visavis add ${from} --chapter 1\n`);
  return 2;
}
