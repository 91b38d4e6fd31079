import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { DocumentBlock } from '../../../src/formats/document/blocks/document.ts';

const READING = {
  extensions: [gfmTable(), gfmStrikethrough(), gfmFootnote()],
  mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmFootnoteFromMarkdown()],
};

/** Markdown as a reader of it understands it. */
export function treeOf(markdown: string): Root {
  return fromMarkdown(markdown, READING);
}

/** What a reader sees of blocks. */
export function shownText(blocks: readonly DocumentBlock[]): string {
  return blocks.map(({ markdown }) => textOf(treeOf(markdown))).join('\n');
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if (!('children' in node)) return ' ';
  const between = /^(?:root|list|listItem|blockquote|table|tableRow|footnoteDefinition)$/.test(node.type) ? '\n' : '';
  return (node.children as Nodes[]).map(textOf).join(between);
}
