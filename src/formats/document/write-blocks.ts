import type { RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import type { BlockKind, DocumentBlock } from './document.ts';

const WRITING: Options = {
  bullet: '-',
  listItemIndent: 'one',
  resourceLink: true,
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmStrikethroughToMarkdown(), gfmFootnoteToMarkdown()],
};

const OTHER: Options = { ...WRITING, bullet: '*', bulletOrdered: ')' };

const KINDS: Partial<Record<RootContent['type'], BlockKind>> = {
  ...{ heading: 'heading', paragraph: 'paragraph', list: 'list', blockquote: 'quote', code: 'code', table: 'table' },
  ...{ thematicBreak: 'rule', footnoteDefinition: 'note' },
};

/** A block of a tree, and why it may be no part of the article. */
export interface TreeBlock {
  readonly node: RootContent;
  readonly doubt: string | null;
}

/** Blocks as `fr.md` holds them, one behind the other: of two lists in a row, the second has another sign. */
export function writeBlocks(blocks: readonly TreeBlock[]): DocumentBlock[] {
  let isOther = false;
  return blocks.map(({ node, doubt }, i) => {
    const before = blocks[i - 1]?.node;
    isOther = node.type === 'list' && before?.type === 'list' && before.ordered === node.ordered && !isOther;
    const level = node.type === 'heading' ? node.depth : 0;
    return {
      kind: KINDS[node.type] ?? 'paragraph',
      level,
      markdown: markdownOf(node, isOther ? OTHER : WRITING),
      doubt,
    };
  });
}

function markdownOf(node: RootContent, options: Options): string {
  const written = write(node, options);
  if (!written.includes('&#')) return written;
  const plain = write(withoutMarks(node), options);
  return signsAsNumbers(plain) < signsAsNumbers(written) ? plain : written;
}

function write(node: RootContent, options: Options): string {
  return toMarkdown({ type: 'root', children: [node] }, options).trimEnd();
}

function signsAsNumbers(text: string): number {
  return text.match(/(?<!\\)&#x[\dA-F]+;/g)?.length ?? 0;
}

/** Where a mark can only be written with signs in numbers (`&#x65;`), words are worth more than marks. */
function withoutMarks<T extends RootContent>(node: T): T {
  if (!('children' in node)) return node;
  const children = (node.children as RootContent[]).flatMap((child) => {
    const plain = withoutMarks(child);
    return /^(?:strong|emphasis|delete)$/.test(plain.type) && 'children' in plain ? plain.children : [plain];
  });
  return { ...node, children } as T;
}
