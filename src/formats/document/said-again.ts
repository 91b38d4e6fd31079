import { plainText } from './line-doubt.ts';
import type { TreeBlock } from './write-blocks.ts';

/** Shorter and longer ones are no pull quotes. UTF-16 units. */
const SHORTEST = 40;
const LONGEST = 400;
const SENTENCE = /[^.!?…]+/g;

/** Blocks whose every sentence stands in a longer one too: pages set them large, to draw people in. */
export function judgePullQuotes(blocks: readonly TreeBlock[]): TreeBlock[] {
  const texts = blocks.map(({ node }) => (/^(?:paragraph|blockquote)$/.test(node.type) ? plainText(node) : ''));
  /** Sentence → length of the longest block that has it. */
  const longest = new Map<string, number>();
  for (const text of texts)
    for (const sentence of sentencesOf(text)) longest.set(sentence, Math.max(longest.get(sentence) ?? 0, text.length));
  return blocks.map((block, i) => {
    const text = texts[i] ?? '';
    const { length } = text;
    if (block.doubt !== null || length < SHORTEST || length > LONGEST) return block;
    const isAgain = sentencesOf(text).every((sentence) => (longest.get(sentence) ?? 0) > length + SHORTEST);
    return isAgain ? { ...block, doubt: 'says again what the article says' } : block;
  });
}

/** Their letters and digits: quotation marks stand around a quotation, and not around what is quoted. */
function sentencesOf(text: string): string[] {
  const folded = (text.match(SENTENCE) ?? []).map((sentence) => sentence.toLowerCase().replaceAll(/[^\p{L}\d]/gu, ''));
  return folded.filter((sentence) => sentence !== '');
}
