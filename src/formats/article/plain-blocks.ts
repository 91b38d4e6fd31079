import type { Block } from './markdown-blocks.ts';

/**
 * The paragraphs of a plain text: what stands between empty lines; where there are none, each line, unless it is one
 * text that was broken to fit a width. The first may be a title.
 *
 * @param offset where the text begins. UTF-16 units
 */
export function plainBlocks(body: string, offset: number): Block[] {
  const lineBreaks = body.replaceAll(/\r(?!\n)/g, '\n');
  const blocks = [...lineBreaks.matchAll(isOneLineEach(lineBreaks) ? LINE : BLOCK)];
  return blocks.map(({ 0: text, index }, i) => ({
    kind: i === 0 ? 'title' : 'paragraph',
    level: 0,
    start: offset + index,
    text: text.replaceAll('\r', '').trimEnd(),
  }));
}

const LINE = /\S[^\n]*/g;
/** Lines without an empty one between them. */
const BLOCK = /\S[\s\S]*?(?=\n(?![ \t]*\S)|$)/g;
/**
 * Lines of a text that was broken to fit a width end in the middle of sentences, and are about as long as each other.
 */
const BROKEN_LINE = /^.{50,100}(?<![.!?:…»”"][ \t]*)$/gm;

/** No empty line parts its paragraphs, and it is not one that was broken to fit a width: each line is one. */
function isOneLineEach(body: string): boolean {
  if (/\n[ \t\r]*\n/.test(body.trim())) return false;
  const lines = body.trim().split('\n').length;
  return (body.match(BROKEN_LINE) ?? []).length < (lines - 1) / 2;
}
