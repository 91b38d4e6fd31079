import { leaveOutUnwritable } from '../../core/text/unwritable.ts';
import { parseFrontMatter } from '../article/front-matter.ts';
import { plainBlocks } from '../article/plain-blocks.ts';
import type { ReadDocument } from './document.ts';
import { oneLine } from './visible-text.ts';
import { type TreeBlock, writeBlocks } from './write-blocks.ts';

/** A first paragraph up to this length that does not end as a sentence does is the title. UTF-16 units. */
const LONGEST_TITLE = 200;

/** Reads a plain text as `fr.txt` is read; what looks like a mark in it is none. */
export function readPlainText(text: string): ReadDocument {
  const clean = leaveOutUnwritable(text.replaceAll(/\r\n?/g, '\n'));
  const { citation, bodyStart } = parseFrontMatter(clean, 'fr.txt');
  const all = plainBlocks(clean.slice(bodyStart), 0).flatMap((block) => partsOf(block.text));
  const paragraphs = all.map(oneLine).filter((words) => words !== '');
  const [first = ''] = paragraphs;
  const isTitled = citation.title === null && paragraphs.length > 1 && isTitle(first);
  const blocks = writeBlocks((isTitled ? paragraphs.slice(1) : paragraphs).map(plainParagraph));
  return { ...citation, title: isTitled ? first : citation.title, blocks, warnings: [] };
}

function plainParagraph(value: string): TreeBlock {
  return { node: { type: 'paragraph', children: [{ type: 'text', value }] }, doubt: null };
}

function isTitle(paragraph: string): boolean {
  return paragraph.length <= LONGEST_TITLE && !/[.!?…:;,][»”")\]\u00a0\u202f ]*$/.test(paragraph);
}

/** Signs with which the lines of a list or of a dialogue begin. */
const LINE_OF_LIST = /^(?:[-–—•·*▪◦]|\d{1,3}[.)])[ \t\u00a0\u202f]/;

/** Lines that were broken to fit a width are one paragraph; those of a list or a dialogue are one each. */
function partsOf(block: string): string[] {
  const lines = block.split('\n');
  if (lines.length < 2 || !LINE_OF_LIST.test(lines[0] ?? '')) return [block];
  const parts: string[] = [];
  for (const line of lines) {
    if (parts.length === 0 || LINE_OF_LIST.test(line)) parts.push(line);
    else parts.push(`${parts.pop()}\n${line}`);
  }
  return parts;
}
