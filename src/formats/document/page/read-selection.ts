import { judgeBlocks } from '../blocks/block-doubt.ts';
import type { ReadDocument } from '../blocks/document.ts';
import { writeBlocks } from '../blocks/write-blocks.ts';
import { parseHtml } from '../html/html-dom.ts';
import { readHtmlTree } from '../html/html-tree.ts';
import { createClassDoubt } from './page-junk.ts';
import { removeScripts } from './page-scripts.ts';

/**
 * Reads what a person selected of a page, or of a text in a word processor. They chose these very words: no article is
 * looked for among them, and what is doubtful is only told.
 *
 * @throws {UnreadableDocument} where it is too large to be read
 */
export function readSelection(html: string): ReadDocument {
  const document = parseHtml(html);
  removeScripts(document);
  const { blocks, warnings } = readHtmlTree(document.body, { base: null, doubtOf: createClassDoubt() });
  return { title: null, site: null, url: null, date: null, blocks: writeBlocks(judgeBlocks(blocks)), warnings };
}
