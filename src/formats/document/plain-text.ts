import { leaveOutUnwritable } from '../../core/text/unwritable.ts';
import { parseArticle } from '../article/markdown.ts';
import type { ReadDocument } from './document.ts';
import { oneLine } from './visible-text.ts';
import { type TreeBlock, writeBlocks } from './write-blocks.ts';

/** A first paragraph up to this length that does not end as a sentence does is the title. UTF-16 units. */
const LONGEST_TITLE = 200;

/** Reads a plain text as `fr.txt` is read; what looks like a mark in it is none. */
export function readPlainText(text: string): ReadDocument {
  const { citation, units } = parseArticle(leaveOutUnwritable(text), 'text.txt');
  const hasFront = citation.site !== null || citation.url !== null || citation.date !== null;
  const all = units.flatMap(({ source }) => partsOf(source.text));
  const [first = ''] = all;
  const isTitled = all.length > 1 && (hasFront || isTitle(first));
  const paragraphs = (isTitled ? all.slice(1) : all).map(oneLine).filter((words) => words !== '');
  const blocks = writeBlocks(paragraphs.map(plainParagraph));
  return { ...citation, title: isTitled ? oneLine(first) : null, blocks, warnings: [] };
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
