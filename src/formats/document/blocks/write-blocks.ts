import type { Root, RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import type { BlockKind, DocumentBlock } from './document.ts';

/**
 * What is a sign to Obsidian, as articles are read, and not to CommonMark: a mark of a pen, a remark, a name; and what
 * would end a heading once the space behind it is cut, whatever space that is.
 */
const MORE_SIGNS: NonNullable<Options['unsafe']> = [
  // Three or more are none, and one that is escaped would leave two of them.
  { character: '=', after: '(?<![=\\dA-Za-zÀ-ɏ]=)=(?![=\\s])', inConstruct: 'phrasing' },
  { character: '%', before: '(?<=%)', inConstruct: 'phrasing' },
  { character: '^', before: '(?:^|\\s)', after: '[\\w-]{3,50}\\s*$', inConstruct: 'phrasing' },
  { character: '#', after: '\\s+$', inConstruct: 'headingAtx' },
];

const WRITING: Options = {
  bullet: '-',
  listItemIndent: 'one',
  resourceLink: true,
  unsafe: MORE_SIGNS,
  extensions: [
    gfmTableToMarkdown({ tableCellPadding: true, tablePipeAlign: false }),
    gfmStrikethroughToMarkdown(),
    gfmFootnoteToMarkdown(),
  ],
};

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
  const texts = write(blocks.map(({ node }) => node));
  return blocks.map(({ node, doubt }, i) => {
    const level = node.type === 'heading' ? node.depth : 0;
    return { kind: KINDS[node.type] ?? 'paragraph', level, markdown: unlessNumbers(texts[i] ?? '', node), doubt };
  });
}

/** Each block by itself, made in one go, as each needs to know what stands before it. */
function write(nodes: readonly RootContent[]): string[] {
  const texts: string[] = [];
  const root: Handle = (node: Root, _, state, info) => {
    for (const child of node.children) {
      texts.push(state.handle(child, node, state, { ...info, before: '\n', after: '\n' }).trimEnd());
      if (child.type !== 'list') state.bulletLastUsed = undefined;
    }
    return '';
  };
  toMarkdown({ type: 'root', children: [...nodes] }, { ...WRITING, handlers: { root } });
  return texts;
}

/** Where a mark can only be written with signs in numbers (`&#x65;`), words are worth more than marks. */
function unlessNumbers(written: string, node: RootContent): string {
  if (!written.includes('&#')) return written;
  const [plain = ''] = write([withoutMarks(node)]);
  return signsAsNumbers(plain) < signsAsNumbers(written) ? plain : written;
}

function signsAsNumbers(text: string): number {
  return text.match(/(?<!\\)&#x[\dA-F]+;/g)?.length ?? 0;
}

function withoutMarks<T extends RootContent>(node: T): T {
  if (!('children' in node)) return node;
  const children = (node.children as RootContent[]).flatMap((child) => {
    const plain = withoutMarks(child);
    return /^(?:strong|emphasis|delete)$/.test(plain.type) && 'children' in plain ? plain.children : [plain];
  });
  return { ...node, children } as T;
}
