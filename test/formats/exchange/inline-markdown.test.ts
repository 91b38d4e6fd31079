import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsSeen } from '../../../src/core/text/as-seen.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';
import { markdownOf } from '../../../src/formats/exchange/inline-markdown.ts';
import { rounds } from '../../rounds.ts';

const written = (text: string) => markdownOf([{ role: 'text', text }]);

test.each([
  ['A ==clear== word', 'A \\==clear\\== word'],
  ['A ~~clear~~ word', 'A \\~~clear\\~~ word'],
  ['A word ^37066d', 'A word \\^37066d'],
  ['A %%clear%% word', 'A \\%%clear%% word'],
  ['A <!-- clear --> word', 'A \\<!-- clear --> word'],
  ['A *clear* word', 'A \\*clear\\* word'],
  ['a == b, c ~~ d, x^2', 'a == b, c ~~ d, x^2'],
])('a sign in a text of another tool is none: %s', (text, markdown) => {
  expect([written(text), wordsSeen(parseInlineMarks(written(text)))]).toEqual([markdown, text]);
});

const SIGNS = ['mot', '==', '~~', '%%', '^abc', '*', '__', '`', '[[', ']]', '[', '](x)', '<b>', '<!--', '-->', '&amp;'];

test('whatever it holds', () => {
  const texts = fc.array(fc.tuple(fc.constantFrom(...SIGNS, '\\'), fc.constantFrom('', ' ')), { maxLength: 8 });
  fc.assert(
    fc.property(texts, (pieces) => {
      const text = pieces.flat().join('').trim();
      expect(wordsSeen(parseInlineMarks(written(text)))).toBe(text);
    }),
    { numRuns: rounds(50, 1000) },
  );
});
