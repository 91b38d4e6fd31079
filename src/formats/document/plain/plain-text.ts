import type { Paragraph, PhrasingContent, Table, TableCell } from 'mdast';
import { counted } from '../../../core/text/counted.ts';
import { leaveOutUnwritable } from '../../../core/text/unwritable.ts';
import { plainBlocks } from '../../article/plain-blocks.ts';
import type { ReadDocument } from '../blocks/document.ts';
import { oneLine } from '../blocks/visible-text.ts';
import { type TreeBlock, writeBlocks } from '../blocks/write-blocks.ts';
import { readPageText } from './broken-lines.ts';
import { mailHeadIn } from './mail-head.ts';
import { cellsOf, linesOf } from './plain-lines.ts';
import { quotedParts, unquoted } from './plain-quotes.ts';
import { readHead } from './read-head.ts';
import { readSpoken } from './time-stamps.ts';

/** A first paragraph up to this length that does not end as a sentence does is the title. UTF-16 units. */
const LONGEST_TITLE = 200;

/**
 * Reads a plain text as `fr.txt` is read, but for lines that stand by themselves and for tables that were pasted; what
 * looks like a mark in it is none. A mail that was pasted with its head is called as its subject.
 */
export function readPlainText(text: string): ReadDocument {
  const clean = leaveOutUnwritable(text.replaceAll(/\r\n?|\u0085/g, '\n')).replaceAll(JOINED_LETTERS, apart);
  const { citation, bodyStart, head, warnings } = readHead(clean, 'fr.txt');
  const given = clean.slice(bodyStart);
  const spoken = readSpoken(given);
  const said = spoken?.text ?? given;
  const page = readPageText(said);
  const paragraphs = page?.paragraphs ?? plainBlocks(said, 0).map((block) => block.text);
  const parts = paragraphs.flatMap((block) => quotedParts(block).flatMap(partsOf));
  const [first = '', ...rest] = parts.filter((part) => oneLine(part) !== '');
  const [title = '', ...below] = cellsOf(first) === null && unquoted(first) === null ? linesOf(first) : [];
  const mail = citation.title === null ? mailHeadIn(first) : null;
  const mayHaveTitle = citation.title === null && mail === null && spoken?.isFromStart !== true;
  const isTitled = mayHaveTitle && rest.length + below.length > 0 && isTitle(title);
  const whole = mail === null ? [first, ...rest].map(blockOf) : mailBlocks(first, rest);
  const body = isTitled ? [...(below.length > 0 ? [linesBlock(below)] : []), ...rest.map(blockOf)] : whole;
  const margins = page === null || page.margins.length === 0 ? [] : [marginsBlock(page.margins)];
  const blocks = writeBlocks(first === '' ? [] : [...body, ...margins]);
  const written = { head, body: null };
  const leftOut = spoken === null ? [] : [`Left out: ${counted(spoken.stamps, 'time stamp')}.`];
  return { ...citation, ...mail, ...(isTitled ? { title } : {}), blocks, warnings: [...warnings, ...leftOut], written };
}

/** ﬁ, ﬂ, as printers join them, and no search finds them. */
const JOINED_LETTERS = /[\ufb00-\ufb06]/g;

function apart(letters: string): string {
  return letters.normalize('NFKC');
}

function marginsBlock(lines: readonly string[]): TreeBlock {
  return { ...linesBlock(lines), doubt: 'the head or foot of a page' };
}

/** What stands below two dashes in a mail says who wrote it. */
const SIGNATURE = /^-- ?\n|\n-- ?\n/;

/** A mail: its head, what it answers to and its signature are no text of it. */
function mailBlocks(head: string, parts: readonly string[]): TreeBlock[] {
  const blocks: TreeBlock[] = [{ ...linesBlock(head.split('\n').map(oneLine)), doubt: 'the head of a mail' }];
  let isSignature = false;
  for (const part of parts) {
    const [text = '', ...below] = isSignature ? ['', part] : part.split(SIGNATURE);
    isSignature ||= below.length > 0;
    if (text !== '') blocks.push(unquoted(text) === null ? blockOf(text) : doubtful(text, 'quoted from another mail'));
    for (const one of below) blocks.push(doubtful(one, 'a signature'));
  }
  return blocks;
}

function doubtful(part: string, doubt: string): TreeBlock {
  return { ...blockOf(part), doubt };
}

function blockOf(part: string): TreeBlock {
  const quoted = unquoted(part);
  if (quoted !== null) return { node: { type: 'blockquote', children: [paragraphOf(linesOf(quoted))] }, doubt: null };
  const cells = cellsOf(part);
  return cells === null ? linesBlock(linesOf(part)) : { node: tableOf(cells), doubt: null };
}

function linesBlock(lines: readonly string[]): TreeBlock {
  return { node: paragraphOf(lines), doubt: null };
}

/** With a break after each line. */
function paragraphOf(lines: readonly string[]): Paragraph {
  const children = lines.flatMap((value, i): PhrasingContent[] => [
    ...(i === 0 ? [] : [{ type: 'break' } as const]),
    { type: 'text', value },
  ]);
  return { type: 'paragraph', children };
}

function tableOf(rows: readonly (readonly string[])[]): Table {
  const cellOf = (value: string): TableCell => ({ type: 'tableCell', children: [{ type: 'text', value }] });
  return { type: 'table', children: rows.map((row) => ({ type: 'tableRow', children: row.map(cellOf) })) };
}

function isTitle(paragraph: string): boolean {
  return paragraph !== '' && paragraph.length <= LONGEST_TITLE && !/[.!?…:;,][»”")\]\u00a0\u202f ]*$/.test(paragraph);
}

/** Signs with which the lines of a list or of a dialogue begin. */
const LINE_OF_LIST = /^(?:[-–—•·*▪◦]|\d{1,3}[.)])[ \t\u00a0\u202f]/;

/** Lines that were broken to fit a width are one paragraph; those of a list or a dialogue are one each. */
function partsOf(block: string): string[] {
  const lines = block.split('\n');
  const items = lines.filter((line) => LINE_OF_LIST.test(line)).length;
  if (lines.length < 2 || (items < 2 && !LINE_OF_LIST.test(lines[0] ?? ''))) return [block];
  const parts: string[] = [];
  for (const line of lines) {
    if (parts.length === 0 || LINE_OF_LIST.test(line)) parts.push(line);
    else parts.push(`${parts.pop()}\n${line}`);
  }
  return parts;
}
