import type { Heading, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { leaveOutUnwritable } from '../../core/text/unwritable.ts';
import { parseFrontMatter } from '../article/front-matter.ts';
import { parseArticle } from '../article/markdown.ts';
import { type BlockKind, type DocumentBlock, type ReadDocument, UnreadableDocument } from './document.ts';
import { visibleText } from './visible-text.ts';

/** Reasons for which an article is not read at all. */
const REFUSALS = ['too-deep', 'too-many-marks'];

/**
 * Takes a Markdown file as it is. Where its front matter names no title, its only heading of the first level does, or
 * the heading that it begins with; that heading is no block then.
 *
 * @param called the file, as sentences name it
 * @throws {UnreadableDocument} where an article of this text could not be read
 */
export function readMarkdownFile(given: string, called: string): ReadDocument {
  const text = leaveOutUnwritable(given);
  const { problems } = parseArticle(text, 'fr.md');
  const refusal = problems.find(({ rule }) => REFUSALS.includes(rule));
  if (refusal !== undefined)
    throw new UnreadableDocument(`${called} cannot be read from line ${refusal.line} on: ${refusal.message}.`);
  const front = parseFrontMatter(text, called);
  const body = text.slice(front.bodyStart);
  const nodes = treeOf(body).children;
  const heading = front.citation.title === null ? titleHeading(nodes) : null;
  const blocks = nodes.filter((node) => node !== heading).map((node) => blockOf(node, body));
  const { title, ...citation } = front.citation;
  return {
    ...citation,
    title: heading === null ? titleOf(title) : headingText(heading, body),
    blocks,
    warnings: front.problems.map(({ line, message }) => `Front matter, line ${line}: ${message}.`),
    written: {
      head: front.problems.length > 0 ? '' : text.slice(0, front.bodyStart).replace(/^\ufeff/, ''),
      body: heading === null ? body : without(heading, body),
    },
  };
}

function titleOf(title: string | null): string | null {
  return title === null ? null : visibleText(title);
}

/** The blocks, and where they stand; what is within them is of no matter here. */
function treeOf(body: string): Root {
  return fromMarkdown(body, {
    extensions: [gfmTable(), gfmFootnote(), { disable: { null: INLINE } }],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  });
}

/** Marks within a line, without which the parser is fast. */
const INLINE = ['attention', 'autolink', 'codeText', 'htmlText', 'labelStartImage', 'labelStartLink'];

function titleHeading(nodes: readonly RootContent[]): Heading | null {
  const [first, ...others] = nodes.filter((node) => node.type === 'heading' && node.depth === 1) as Heading[];
  if (first !== undefined && others.length === 0) return first;
  return nodes[0]?.type === 'heading' ? nodes[0] : null;
}

function headingText(heading: Heading, body: string): string | null {
  const start = heading.children[0]?.position?.start.offset ?? 0;
  const end = heading.children.at(-1)?.position?.end.offset ?? start;
  const text = visibleText(body.slice(start, end));
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
  const markdown = body.slice(start, end);
  const isPicture = node.type === 'paragraph' && /^!\[[^\]]*\]\([^)]*\)$/.test(markdown);
  const kind = isPicture ? 'image' : (KINDS[node.type] ?? 'paragraph');
  return { kind, level: node.type === 'heading' ? node.depth : 0, markdown, doubt: null };
}
