import type { Heading, RootContent } from 'mdast';
import { counted } from '../../../core/text/counted.ts';
import { createLines } from '../../../core/text/line-and-column.ts';
import { leaveOutUnwritable } from '../../../core/text/unwritable.ts';
import { parseInlineMarks } from '../../article/inline-marks.ts';
import { type Block, blocksOf } from '../../article/markdown-blocks.ts';
import { readMarkdown } from '../../article/markdown-tree.ts';
import { isComment, remarksOf } from '../../article/remarks.ts';
import { type BlockKind, type DocumentBlock, type ReadDocument, UnreadableDocument } from '../blocks/document.ts';
import { saysSameTitle } from '../blocks/same-title.ts';
import { oneLine, openingOf, visibleText } from '../blocks/visible-text.ts';
import { writeBlocks } from '../blocks/write-blocks.ts';
import { withYamlHead } from './plain-head.ts';
import { readHead } from './read-head.ts';

/**
 * Takes a Markdown file as it is. Where its front matter names no title, its only heading of the first level does, or
 * the heading that it begins with; that heading is no block then, nor is one of these that says the title of the front
 * matter again.
 *
 * @param called the file, as sentences name it
 * @throws {UnreadableDocument} where an article of this text could not be read
 */
export function readMarkdownFile(given: string, called: string): ReadDocument {
  const text = withYamlHead(withoutControls(given));
  const { citation, bodyStart, head, warnings } = readHead(text, called);
  const body = text.slice(bodyStart);
  const { nodes, refusal } = readMarkdown(body);
  if (refusal !== null) {
    const { line } = createLines(text, called).place(bodyStart + refusal.offset);
    throw new UnreadableDocument(`${called} cannot be read from line ${line} on: ${refusal.advice}.`);
  }
  const { title } = citation;
  const heading = headingOfTitle(title, titleHeading(nodes), body);
  const blocks = nodes.filter((node) => node !== heading).map((node) => blockOf(node, body));
  return {
    ...citation,
    title: title === null && heading !== null ? headingText(heading, body) : titleOf(title),
    blocks,
    warnings: [...warnings, ...warningsOfRemarks(blocksOf(nodes, body))],
    written: { head, body: heading === null ? body : without(heading, body) },
  };
}

const MOST_NAMED = 5;
const LONGEST_NAME = 60;

function warningsOfRemarks(blocks: readonly Block[]): string[] {
  const remarks = [...remarksOf(blocks), ...blocks.flatMap(commentsIn)];
  if (remarks.length === 0) return [];
  const named = remarks.slice(0, MOST_NAMED).map((words) => `“${openingOf(oneLine(words), LONGEST_NAME)}”`);
  const more = remarks.length > MOST_NAMED ? ', …' : '';
  const stay = remarks.length === 1 ? 'stays' : 'stay';
  return [
    `${counted(remarks.length, 'remark')} that readers do not see ${stay} out of the translation: ${named.join(', ')}${more}.`,
  ];
}

/** The words of each comment of HTML. */
function commentsIn({ kind, text }: Block): string[] {
  if (kind === 'code' || !text.includes('<!--')) return [];
  const signs = parseInlineMarks(text).syntax.map(({ start, end }) => text.slice(start, end));
  return signs.filter(isComment).flatMap((sign) => sign.slice('<!--'.length, -'-->'.length).trim() || []);
}

function titleOf(title: string | null): string | null {
  return title === null ? null : visibleText(title);
}

/** Line ends stay as they are, but for those of old Macs. */
function withoutControls(text: string): string {
  return text
    .split('\r\n')
    .map((part) => leaveOutUnwritable(part.replaceAll('\r', '\n')))
    .join('\r\n');
}

function titleHeading(nodes: readonly RootContent[]): Heading | null {
  const [first, ...others] = nodes.filter((node) => node.type === 'heading' && node.depth === 1) as Heading[];
  if (first !== undefined && others.length === 0) return first;
  return nodes[0]?.type === 'heading' ? nodes[0] : null;
}

/** A heading where it is the title; null where front matter has another one. */
function headingOfTitle(title: string | null, heading: Heading | null, body: string): Heading | null {
  if (title === null || heading === null) return heading;
  const said = headingText(heading, body);
  return said !== null && saysSameTitle(said, visibleText(title)) ? heading : null;
}

/** `## Titre {#ancre .classe}`, as sites give their headings addresses; `{.NET}` is a name. */
const ANCHOR = /[ \t]\{(?!\.[A-Z]{2,20}\})[#.][^}\n]{1,300}\}$/;

function headingText(heading: Heading, body: string): string | null {
  const start = heading.children[0]?.position?.start.offset ?? 0;
  const end = heading.children.at(-1)?.position?.end.offset ?? start;
  const text = visibleText(body.slice(start, end).replace(ANCHOR, ''));
  return text === '' ? null : text;
}

function without(node: RootContent, body: string): string {
  const { start, end } = spanOf(node);
  return body.slice(0, start) + body.slice(end).replace(/^[ \t]*(?:\r?\n)+/, '');
}

function spanOf(node: RootContent): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

const KINDS: Partial<Record<RootContent['type'], BlockKind>> = {
  ...{ heading: 'heading', list: 'list', blockquote: 'quote', code: 'code', html: 'code', table: 'table' },
  ...{ thematicBreak: 'rule', footnoteDefinition: 'note', definition: 'note' },
};

function blockOf(node: RootContent, body: string): DocumentBlock {
  const { start, end } = spanOf(node);
  const [indent = ''] = /(?<![ \t])[ \t]*$/.exec(body.slice(Math.max(0, start - 3), start)) ?? [];
  const isAtStart = /(?:^|[\r\n])$/.test(body.slice(0, start - indent.length).slice(-1));
  const markdown = body.slice(isAtStart ? start - indent.length : start, end);
  // Without a fence it would be part of a list that comes to stand above it.
  if (node.type === 'code' && !/^[ \t]*(?:```|~~~)/.test(markdown)) return fenced(node);
  const isPicture = node.type === 'paragraph' && /^!\[[^\]]*\]\([^)]*\)$/.test(markdown);
  const kind = isPicture ? 'image' : (KINDS[node.type] ?? 'paragraph');
  return { kind, level: node.type === 'heading' ? node.depth : 0, markdown, doubt: null };
}

function fenced(node: RootContent): DocumentBlock {
  return writeBlocks([{ node, doubt: null }])[0] as DocumentBlock;
}
