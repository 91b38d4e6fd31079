import type { BlockContent } from 'mdast';
import { expect, test } from 'vitest';
import { judgeHead } from '../../../src/formats/document/page/head-doubt.ts';
import { judgePullQuotes, SAYS_AGAIN } from '../../../src/formats/document/page/said-again.ts';

const paragraph = (value: string): BlockContent => ({ type: 'paragraph', children: [{ type: 'text', value }] });
const quotation = (value: string): BlockContent => ({ type: 'blockquote', children: [paragraph(value)] });
const blocks = (nodes: readonly BlockContent[]) => nodes.map((node) => ({ node, doubt: null }));
const letters = (count: number) => 'abcdefghij'.repeat(50).slice(0, count);

test.each<readonly [string, BlockContent, number, boolean]>([
  ['the shortest', paragraph(letters(40)), 42, true],
  ['a shorter one', paragraph(letters(39)), 42, false],
  ['the longest', paragraph(letters(400)), 42, true],
  ['a longer one', paragraph(letters(401)), 42, false],
  ['beside one hardly longer', paragraph(letters(50)), 40, false],
  ['beside one as much longer as it takes', paragraph(letters(50)), 41, true],
])('a block that a longer one says too is a pull quote: %s', (_what, node, longer, isAgain) => {
  const said = node.type === 'paragraph' && node.children[0]?.type === 'text' ? node.children[0].value : '';
  const text = paragraph(`${said}.${'x'.repeat(longer - 1)}`);
  const [judged] = judgePullQuotes(blocks([node, text]));
  expect(judged?.doubt !== null).toBe(isAgain);
});

test.each<readonly [string, number, number, boolean]>([
  ['the shortest', 20, 0, true],
  ['a shorter one', 19, 0, false],
  ['the longest', 400, 0, true],
  ['a longer one', 401, 0, false],
  ['the last that is looked for', 30, 49, true],
  ['one more', 30, 50, false],
])('a quotation that stands within a sentence of the text says it again: %s', (_what, length, before, isAgain) => {
  const others = Array.from({ length: before }, (_, i) => quotation(`Autre ${i}`));
  const text = paragraph(`Devant ${letters(length)} derrière`);
  const judged = judgePullQuotes(blocks([...others, quotation(letters(length)), text]));
  expect(judged[before]?.doubt !== null).toBe(isAgain);
});

test.each<readonly [string, number, boolean]>([
  ['the last that is looked for', 49, false],
  ['one more', 50, true],
])(
  'what claims to say the text again, and does not, is believed where it is not looked for: %s',
  (_what, before, isAgain) => {
    const claims = Array.from({ length: before + 1 }, (_, i) => paragraph(`Autre ${i}`));
    const judged = judgePullQuotes([
      ...claims.map((node) => ({ node, doubt: SAYS_AGAIN })),
      ...blocks([quotation(letters(30)), paragraph(`Devant ${letters(30)} derrière`)]),
    ]);
    expect(judged[before]?.doubt).toBe(isAgain ? SAYS_AGAIN : null);
    expect(judged.at(-2)?.doubt).toBe(SAYS_AGAIN);
  },
);

const DATED = 'Le 12 mai 2020';
test.each<readonly [string, readonly string[], boolean]>([
  ['the last of the head', [...Array<string>(7).fill('Un.'), DATED], true],
  ['one line below it', [...Array<string>(8).fill('Un.'), DATED], false],
  ['as long as a line may be', [DATED.padEnd(100, '.')], true],
  ['longer', [DATED.padEnd(101, '.')], false],
])('a line with the date alone is about the article: %s', (_what, lines, isAbout) => {
  const judged = judgeHead(blocks(lines.map(paragraph)), { authors: [], site: null, date: '2020-05-12' });
  expect(judged.at(-1)?.doubt !== null).toBe(isAbout);
});

test.each<readonly [string, number, boolean]>([
  ['before the text', 101, true],
  ['before a line', 100, false],
])('a name is about the article %s', (_what, length, isAbout) => {
  const judged = judgeHead(blocks(['Par Anne Dubois', 'x'.repeat(length)].map(paragraph)), {
    authors: ['Anne Dubois'],
    site: null,
    date: null,
  });
  expect(judged[0]?.doubt !== null).toBe(isAbout);
});
