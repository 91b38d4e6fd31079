import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { boundedTable, TableTooLarge } from './bounded-table.ts';
import { refusalOf } from './markdown-bounds.ts';
import { readInParts } from './markdown-parts.ts';
import type { Refusal } from './refusal.ts';

/** Everything of CommonMark that stands within a paragraph: that is read paragraph by paragraph. */
const INLINE = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
];

/** Of footnotes only where they are defined; references to them stand within a paragraph. */
const FOOTNOTES = { document: gfmFootnote().document ?? {} };

/** The blocks of a text, none where it is refused. */
export interface MarkdownRead {
  readonly nodes: readonly RootContent[];
  readonly refusal: Refusal | null;
}

/** Reads the blocks of a text; what stands within a paragraph is not read. */
export function readMarkdown(body: string): MarkdownRead {
  const read = refusalOf(body) ?? readInParts(body, blocksOfPart);
  return 'advice' in read ? { nodes: [], refusal: read } : { nodes: read, refusal: null };
}

function blocksOfPart(part: string): RootContent[] | Refusal {
  try {
    return fromMarkdown(part, {
      extensions: [{ disable: { null: INLINE } }, boundedTable(), FOOTNOTES],
      mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
    }).children;
  } catch (error) {
    if (error instanceof TableTooLarge) return error.refusal;
    throw error;
  }
}
