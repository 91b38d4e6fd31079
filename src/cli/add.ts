import type { ArticleStore } from '../core/changes/ports/article-store.ts';
import type { FetchAnyPage, FetchProgress } from '../core/changes/ports/page-fetcher.ts';
import { missingPictures } from '../core/checks/article/missing-pictures.ts';
import { formatProblem } from '../core/checks/problem.ts';
import { isTranslatable } from '../core/model/article.ts';
import { counted } from '../core/text/counted.ts';
import { fileNameOf } from '../core/text/file-name.ts';
import { slugOf } from '../core/text/slug.ts';
import type { ReadDocument } from '../formats/document/blocks/document.ts';
import { type Book, isBook, type Reading } from '../formats/document/blocks/document-reader.ts';
import { unlikelyBlocks } from '../formats/document/blocks/likely-blocks.ts';
import { openingOf } from '../formats/document/blocks/visible-text.ts';
import { proposedTitle, writeArticle } from '../formats/document/blocks/write-article.ts';
import type { AddCommand } from './add-command.ts';
import type { Console, ExitCode } from './command.ts';
import { shellWord } from './shell-word.ts';
import { type AlignedEnglish, alignEnglish, type EnglishPorts, tellDoubtful } from './with-english.ts';

/** What the command needs besides its words. */
export interface AddPorts extends EnglishPorts {
  readonly fetchPage: FetchAnyPage;
  readonly store: ArticleStore;
}

/**
 * `visavis add`: makes an article of a document. Its name goes to standard output; how much it holds, what was left out
 * and what may be wrong, to standard error.
 *
 * @returns 1 where a paragraph of either language has no sure partner in the English that came with it; 2 where a
 *   chapter is to be chosen first
 * @throws {UnreadableDocument} @throws {PageError} @throws {StoreError}
 */
export async function runAdd(command: AddCommand, ports: AddPorts, console: Console): Promise<ExitCode> {
  const { reading, name } = await read(command, { ...ports, console });
  if (isBook(reading)) return tellChapters(reading, command, console);
  const title = proposedTitle(reading, name);
  const source = writeArticle(reading, { title, leftOut: unlikely(reading, console) });
  const { units, problems } = await ports.texts.readArticle(source, 'fr.md');
  const aligned = command.english === null ? null : await alignEnglish(units, command.english, { ...ports, console });
  const slug = command.slug ?? (slugOf(title) || 'article');
  const catalogue = aligned?.catalogue ?? null;
  const added = await ports.store.add({ slug, source, catalogue, isChosen: command.slug !== null });
  console.out(`${added}\n`);
  const file = `content/${added}/fr.md`;
  for (const warning of reading.warnings) console.err(`visavis: ${warning}\n`);
  for (const problem of [...problems, ...missingPictures(units, NOTHING_BESIDE)])
    console.err(`${formatProblem({ ...problem, file })}\n`);
  const doubtful = aligned === null ? 0 : tellDoubtful(aligned, console);
  console.err(`${file}: “${title}”, ${blocksOf(units.filter(isTranslatable).length, aligned)}.\n`);
  return doubtful > 0 ? 1 : 0;
}

/** An article that is new has none of its images yet. */
const NOTHING_BESIDE: ReadonlySet<string> = new Set();

function blocksOf(count: number, aligned: AlignedEnglish | null): string {
  const blocks = counted(count, 'block');
  if (aligned === null) return `${blocks} to translate`;
  return `${blocks}, ${aligned.rows.filter(({ unit, english }) => unit !== null && english.length > 0).length} with English`;
}

function isAddress(from: string): boolean {
  return /^https?:\/\//i.test(from);
}

/** The document, and what it is called by; '' for what has no name. */
async function read(
  { from, chapter, allowPrivate }: AddCommand,
  { readBytes, fetchPage, documents, console }: AddPorts & { readonly console: Console },
): Promise<{ readonly reading: Reading; readonly name: string }> {
  if (!isAddress(from)) {
    const name = from === '-' ? '' : fileNameOf(from);
    return { reading: await documents.read(await readBytes(from), name, { chapter }), name };
  }
  const { bytes, name, ...page } = await fetchPage(from, { allowPrivate, onProgress: tellHosts(console) });
  return { reading: await documents.read(bytes, name, { ...page, chapter }), name };
}

/** One line for each server that is asked. */
function tellHosts(console: Console): (progress: FetchProgress) => void {
  return (progress) => {
    if (progress.step === 'asking') console.err(`Asking ${progress.host} …\n`);
  };
}

const MOST_OPENING = 60;

/** Blocks that are no part of the article, most likely; each is named. Where all of them are, none is. */
function unlikely(document: ReadDocument, console: Console): ReadonlySet<number> {
  const found = unlikelyBlocks(document);
  for (const [i, { doubt, markdown }] of document.blocks.entries())
    if (found.has(i)) console.err(`visavis: left out (${doubt}): “${openingOf(markdown, MOST_OPENING)}”\n`);
  return found;
}

function tellChapters({ title, chapters, warnings }: Book, command: AddCommand, console: Console): ExitCode {
  for (const { number, title: heading, opening } of chapters)
    console.out(`${String(number).padStart(4)}  ${heading === null ? opening : `${heading}: ${opening}`}\n`);
  for (const warning of warnings) console.err(`visavis: ${warning}\n`);
  const book = title === null ? 'This book' : `“${title}”`;
  console.err(
    `visavis: ${book} has ${counted(chapters.length, 'chapter')}; add one of them: ${written(command)} --chapter 1\n`,
  );
  return 2;
}

/** The command as it was written, to be pasted. */
function written({ from, slug, allowPrivate, english }: AddCommand): string {
  const words = ['visavis add', from === '-' ? from : shellWord(from)];
  if (slug !== null) words.push(`--slug ${slug}`);
  if (allowPrivate) words.push('--allow-private');
  if (english !== null) words.push(`--with ${shellWord(english.file)}`);
  if (english !== null && english.approve !== null) words.push(`--approve ${english.approve}`);
  return words.join(' ');
}
