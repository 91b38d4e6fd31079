import type { Paragraph, PhrasingContent, Table, TableCell } from 'mdast';
import { leaveOutUnwritable } from '../../../core/text/unwritable.ts';
import { plainBlocks } from '../../article/plain-blocks.ts';
import type { ReadDocument } from '../blocks/document.ts';
import { oneLine } from '../blocks/visible-text.ts';
import { type TreeBlock, writeBlocks } from '../blocks/write-blocks.ts';
import { mailHeadIn } from './mail-head.ts';
import { cellsOf, linesOf } from './plain-lines.ts';
import { quotedParts, unquoted } from './plain-quotes.ts';
import { readHead } from './read-head.ts';

/** A first paragraph up to this length that does not end as a sentence does is the title. UTF-16 units. */
const LONGEST_TITLE = 200;

/**
 * Reads a plain text as `fr.txt` is read, but for lines that stand by themselves and for tables that were pasted; what
 * looks like a mark in it is none. A mail that was pasted with its head is called as its subject.
 */
export function readPlainText(text: string): ReadDocument {
  const clean = leaveOutUnwritable(text.replaceAll(/\r\n?|\u0085/g, '\n'));
  const { citation, bodyStart, head, warnings } = readHead(clean, 'fr.txt');
  const parts = plainBlocks(clean.slice(bodyStart), 0).flatMap((block) => quotedParts(block.text).flatMap(partsOf));
  const [first = '', ...rest] = parts.filter((part) => oneLine(part) !== '');
  const [title = '', ...below] = cellsOf(first) === null && unquoted(first) === null ? linesOf(first) : [];
  const mail = citation.title === null ? mailHeadIn(first) : null;
  const isTitled = citation.title === null && mail === null && rest.length + below.length > 0 && isTitle(title);
  const whole = mail === null ? [first, ...rest].map(blockOf) : mailBlocks(first, rest);
  const body = isTitled ? [...(below.length > 0 ? [linesBlock(below)] : []), ...rest.map(blockOf)] : whole;
  const blocks = writeBlocks(first === '' ? [] : body);
  const written = { head, body: null };
  return { ...citation, ...mail, ...(isTitled ? { title } : {}), blocks, warnings, written };
}

/** What stands below two dashes in a mail says who wrote it. */
const SIGNATURE = /^-- ?\n|\n-- ?\n/;

/** A mail: its head, what it answers to and its signature are no text of it. */
function mailBlocks(head: string, parts: readonly string[]): TreeBlock[] {
  const blocks = [doubtful(head, 'the head of a mail')];
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
