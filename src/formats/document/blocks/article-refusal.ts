import { MOST_BLOCKS, MOST_COLUMNS, tooManyBlocks } from '../../article/block-bounds.ts';
import { MOST_LONG } from '../../article/long-quotation.ts';
import { refusalOf } from '../../article/markdown-bounds.ts';
import { MOST_WITHIN } from '../../article/markdown-parts.ts';
import { readMarkdown } from '../../article/markdown-tree.ts';
import type { Refusal } from '../../article/refusal.ts';
import { type ReadDocument, UnreadableDocument } from './document.ts';
import { openingOf, visibleText } from './visible-text.ts';
import { bodyOfBlocks, textsOfBlocks } from './write-article.ts';

/**
 * Why an article that is made of a document would not be read when it is loaded, to go on from the name of the
 * document: “cannot be read from “Les ponts” on: write …”. Null where it would. A Markdown file was read as it is.
 */
export function whyNoArticle({ blocks, written }: ReadDocument): string | null {
  if (typeof written?.body === 'string') return null;
  if (blocks.length > MOST_BLOCKS) return `cannot be read: ${tooManyBlocks(0).advice}`;
  const texts = textsOfBlocks(blocks);
  const body = bodyOfBlocks(texts);
  const refusal = mayBeTooMuch(texts) ? readMarkdown(body).refusal : refusalOf(body);
  return refusal === null ? null : `cannot be read${placeOf(refusal, body)}: ${refusal.advice}`;
}

/**
 * Refuses a document that has more blocks than an article may have, before what reads it takes seconds and memory.
 *
 * @param beginning of a block, in the format of the document
 * @throws {UnreadableDocument}
 */
export function refuseManyBlocks(texts: readonly string[], beginning: RegExp, called: string): void {
  const count = texts.reduce((sum, text) => sum + countOf(beginning, text), 0);
  if (count > MOST_BLOCKS) throw new UnreadableDocument(`${called} cannot be read: ${tooManyBlocks(0).advice}.`);
}

/** What begins a list, a quotation or a footnote, and what parts two cells; words have some of them too. */
const BEGINNING = /[>*+|-]|\d[.)]|\[\^/g;

/**
 * Whether the parser may come to more than it reads: it takes long, and is asked only then. A paragraph, an item or a
 * cell begins behind a line or a bar.
 */
function mayBeTooMuch(texts: readonly string[]): boolean {
  const most = texts.reduce((sum, text) => sum + text.split(/[\n|]/).length, 0);
  const fewest = Math.min(MOST_WITHIN, MOST_COLUMNS);
  return most > MOST_BLOCKS || texts.some((text) => text.length > MOST_LONG || countOf(BEGINNING, text) >= fewest);
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

/** Words to know a place by. UTF-16 units. */
const MOST_OPENING = 60;
const LONGEST_LINE = 1000;
const LEAD = /^(?:[\s>*+|-]|\d{1,9}[.)]|\[\^[^\]]*\]:)+/;

/** “ from “Les ponts” on”; nothing where no words stand there. */
function placeOf({ offset }: Refusal, body: string): string {
  const [line = ''] = body
    .slice(offset, offset + LONGEST_LINE)
    .trimStart()
    .split('\n', 1);
  const opening = openingOf(visibleText(line.replace(LEAD, '')), MOST_OPENING);
  return /[\p{L}\p{N}]/u.test(opening) ? ` from “${opening}” on` : '';
}
