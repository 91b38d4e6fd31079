import { leaveOutUnwritable } from '../../../core/text/unwritable.ts';
import { type CitedFields, frontMatterWith } from '../../article/front-matter-edit.ts';
import type { DocumentBlock, ReadDocument } from './document.ts';
import { oneLine, openingOf, SIGNS_OF_MARKS, visibleText } from './visible-text.ts';

/** What a person changed of a document before it became an article; what is not there stays as it is. */
export interface ArticleChanges {
  /** Without marks: every sign of it is shown as it is. */
  readonly title?: string;
  readonly site?: string | null;
  readonly url?: string | null;
  /** ISO 8601 date. */
  readonly date?: string | null;
  /** Blocks that are no part of it, by their places from 0. */
  readonly leftOut?: ReadonlySet<number>;
}

/**
 * Writes the text of `fr.md`: read again, it has that title, is cited by that, and has the very blocks. A Markdown
 * file of which nothing is left out keeps its body, and its front matter where that says the same already.
 */
export function writeArticle(document: ReadDocument, changes: ArticleChanges = {}): string {
  const { leftOut = new Set() } = changes;
  const blocks = document.blocks.filter((_, i) => !leftOut.has(i));
  const { written } = document;
  const whole = blocks.length === document.blocks.length ? (written?.body ?? null) : null;
  const body = whole ?? bodyOfBlocks(textsOfBlocks(blocks));
  const head = headOf(document, changes);
  if (whole !== null && (head === '' || head === written?.head)) return head + body;
  return `${head}\n${body.replace(/^(?:\r?\n)+/, '')}`;
}

/** What stands below the head: the texts of the blocks, an empty line between them. */
export function bodyOfBlocks(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('\n');
}

/** Titles that are made of the first words end there. UTF-16 units. */
const MOST_OF_OPENING = 80;

/**
 * A title for a document that has none: the name of its file, else its first words.
 *
 * @param name of the file; '' for none
 */
export function proposedTitle({ title, blocks }: ReadDocument, name: string): string {
  if (title !== null) return title;
  const stem = oneLine(name.replace(/\.[a-z\d]{1,8}$/i, '').replaceAll('_', ' '));
  if (/\p{L}/u.test(stem)) return stem;
  const opening = openingOf(openingText(blocks), MOST_OF_OPENING);
  return opening === '' ? 'Sans titre' : opening;
}

/** The first text in words: no line across the page, no program, no table. */
function openingText(blocks: readonly DocumentBlock[]): string {
  const texts = blocks
    .filter(({ kind }) => /^(?:heading|paragraph|list|quote)$/.test(kind))
    .map(({ markdown }) => visibleText(markdown.replace(/^(?:#{1,6}|[->]) /, '')));
  return texts.find((text) => /[\p{L}\p{N}]/u.test(text)) ?? '';
}

function headOf(document: ReadDocument, changes: ArticleChanges): string {
  const said = fieldsOf(document);
  const fields = fieldsOf({ ...document, ...changes, title: changes.title ?? proposedTitle(document, '') });
  return frontMatterWith(fields, document.written?.head ?? '', said);
}

function fieldsOf({ title, site, url, date }: CitedFields): CitedFields {
  const line = (text: string | null) =>
    text === null || oneLine(text) === '' ? null : oneLine(leaveOutUnwritable(text));
  return {
    // No space around it is read, whatever space that is.
    title: title === null ? null : escapedTitle((line(title) ?? '').trim()),
    site: line(site),
    url: line(url),
    date: line(date),
  };
}

/** Titles are read as Markdown within a line: what would be a mark there is escaped, and only then. */
function escapedTitle(title: string): string {
  return visibleText(title) === title ? title : title.replaceAll(SIGNS_OF_MARKS, '\\$&');
}

/** The text of each block as it stands in the file, where an empty line is between them. */
export function textsOfBlocks(blocks: readonly Pick<DocumentBlock, 'kind' | 'markdown'>[]): string[] {
  const texts: string[] = [];
  for (const { kind, markdown } of blocks) {
    const text = leaveOutUnwritable(markdown);
    texts.push(kind === 'list' ? toldApart(text, texts.at(-1) ?? '') : text);
  }
  return texts;
}

const MARKER = /^( {0,3})(?:([-*+])|\d{1,9}([.)]))(?=[ \t\n]|$)/;
const OTHER: Readonly<Record<string, string>> = { '-': '+', '*': '+', '+': '-', '.': ')', ')': '.' };

/** A list right behind another with the same sign would be read as more of that one: it gets another sign. */
function toldApart(list: string, before: string): string {
  const [, indent = '', bullet, delimiter] = MARKER.exec(list) ?? [];
  const [, , bulletBefore, delimiterBefore] = MARKER.exec(before) ?? [];
  const sign = bullet ?? delimiter ?? '';
  if (sign === '' || sign !== (bulletBefore ?? delimiterBefore)) return list;
  return list.replaceAll(/^( {0,3}(?:\d{1,9})?)([-*+.)])(?=[ \t\n]|$)/gm, (marker, lead: string, found: string) => {
    const isItem = found === sign && lead.replace(/\d.*/, '').length <= indent.length;
    return isItem ? lead + OTHER[sign] : marker;
  });
}
