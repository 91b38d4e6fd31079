import { plainText } from '../blocks/line-doubt.ts';
import type { TreeBlock } from '../blocks/write-blocks.ts';

/** Shorter and longer ones are no pull quotes. UTF-16 units. */
const SHORTEST = 40;
const LONGEST = 400;
const SENTENCE = /[^.!?…]+/g;

/** Letters of a quotation that is looked for within the text, and how many quotations are, and as many claims. */
const SHORTEST_PART = 20;
const MOST_QUOTATIONS = 50;

/** What is said of what stands twice. */
export const SAYS_AGAIN = 'says again what the article says';

/** Blocks whose every sentence stands in a longer one too: pages set them large, to draw people in. */
export function judgePullQuotes(blocks: readonly TreeBlock[]): TreeBlock[] {
  const texts = blocks.map(({ node }) => (/^(?:paragraph|blockquote)$/.test(node.type) ? plainText(node) : ''));
  /** Sentence → length of the longest block that has it. */
  const longest = new Map<string, number>();
  for (const text of texts)
    for (const sentence of sentencesOf(text)) longest.set(sentence, Math.max(longest.get(sentence) ?? 0, text.length));
  const saysAgain = createQuotationTest(blocks, texts);
  return blocks.map((given, i) => {
    // Its class says so: whether it is true is seen here.
    const block = given.doubt === SAYS_AGAIN ? { ...given, doubt: null } : given;
    if (block.doubt === null && saysAgain(i)) return { ...block, doubt: SAYS_AGAIN };
    const text = texts[i] ?? '';
    const { length } = text;
    if (block.doubt !== null || length < SHORTEST || length > LONGEST) return block;
    const isAgain = sentencesOf(text).every((sentence) => (longest.get(sentence) ?? 0) > length + SHORTEST);
    return isAgain ? { ...block, doubt: SAYS_AGAIN } : block;
  });
}

/**
 * Whether a block is a quotation, or claims to say again what the article says, and what it quotes stands in a
 * paragraph word for word, as part of a sentence too.
 */
function createQuotationTest(blocks: readonly TreeBlock[], texts: readonly string[]): (i: number) => boolean {
  const claims = (i: number) => blocks[i]?.doubt === SAYS_AGAIN;
  const isQuotation = (i: number) => blocks[i]?.node.type === 'blockquote' || claims(i);
  const first = (is: (i: number) => boolean) => [...blocks.keys()].filter(is).slice(0, MOST_QUOTATIONS);
  const looked = new Set([...first((i) => blocks[i]?.node.type === 'blockquote'), ...first(claims)]);
  if (looked.size === 0) return () => false;
  const all = texts.map((text, i) => (isQuotation(i) ? '' : lettersOf(text))).join('\n');
  return (i) => {
    // Behind those, its class is believed.
    if (!looked.has(i)) return claims(i);
    const letters = lettersOf(texts[i] ?? '');
    const isOfSize = letters.length >= SHORTEST_PART && letters.length <= LONGEST;
    return letters !== '' && (isOfSize || claims(i)) && all.includes(letters);
  };
}

/** Their letters and digits: quotation marks stand around a quotation, and not around what is quoted. */
function sentencesOf(text: string): string[] {
  const folded = (text.match(SENTENCE) ?? []).map(lettersOf);
  return folded.filter((sentence) => sentence !== '');
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\d]/gu, '');
}
