import { expect, test } from 'vitest';
import { createLines } from '../../../src/core/text/line-and-column.ts';

const TEXT = 'a\r\nbc\rd\n\ne';
const lines = createLines(TEXT, 'fr.md');

test.each([
  ['a', 1, 1],
  ['\r\n', 1, 2],
  ['b', 2, 1],
  ['c', 2, 2],
  ['d', 3, 1],
  ['\n\n', 3, 2],
  ['\ne', 4, 1],
  ['e', 5, 1],
])('%j stands in line %i, column %i, as editors count', (sign, line, column) => {
  expect(lines.place(TEXT.indexOf(sign))).toEqual({ file: 'fr.md', line, column });
});

test('the end of a text, and what is before it, are places too', () => {
  expect([TEXT.length, -1].map((offset) => lines.place(offset).line)).toEqual([5, 1]);
});

test('a line is without what ends it', () => {
  expect([0, 1, 2, 3, 4, 5, 6].map((number) => lines.line(number))).toEqual(['', 'a', 'bc', 'd', '', 'e', '']);
});
