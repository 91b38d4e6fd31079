import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../src/formats/article/markdown.ts';

const told = (body: string, file = 'fr.md') =>
  parseArticle(`---\ntitle: Essai\n---\n\n${body}`, file).problems.map(({ line, rule, message }) => [
    line,
    rule,
    message,
  ]);
const table = (columns: number, rows: number) =>
  `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${`${'|b'.repeat(columns)}|\n`.repeat(rows)}`;

const BLOCKS = 'write at most 50,000 paragraphs, items and cells in one article; make several of it';
const COLUMNS = 'write at most 1,000 columns in a table';

describe('a table is read up to 1,000 columns and 50,000 cells', () => {
  test.each([
    ['1,000 columns', table(1000, 0), []],
    ['a line of many bars that is no table', `${'a|'.repeat(2000)}\n`, []],
    ['1,001 columns', table(1001, 0), [[6, 'too-many-blocks', COLUMNS]]],
    ['130,000 columns', table(130_000, 1), [[6, 'too-many-blocks', COLUMNS]]],
    ['1,001 columns in a quotation', table(1001, 1).replaceAll(/^/gm, '> '), [[6, 'too-many-blocks', COLUMNS]]],
    ['more cells', table(100, 501), [[507, 'too-many-blocks', BLOCKS]]],
    ['with line ends of Windows', table(100, 501).replaceAll('\n', '\r\n'), [[507, 'too-many-blocks', BLOCKS]]],
  ])('%s', (_what, body, problems) => {
    expect(told(body)).toEqual(problems);
  });
});

test('a plain text is read up to 50,000 paragraphs', () => {
  expect(told('a\n\n'.repeat(50_001), 'fr.txt')).toEqual([[100_005, 'too-many-blocks', BLOCKS]]);
});
