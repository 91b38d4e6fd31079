import { describe, expect, test } from 'vitest';
import { RULE_SENTENCES } from '../../../src/core/checks/rule-sentences.ts';
import { grouped } from '../../../src/core/text/counted.ts';
import { MOST_BLOCKS, MOST_COLUMNS, surelyTooManyBlocks } from '../../../src/formats/article/block-bounds.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { everyNth } from '../../rounds.ts';

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

const ROW = `${'|b'.repeat(50_001)}|\n`;
/** What would have too many cells as a table. */
const SAMPLE = '|a|b|c|d|e|f|g|h|i|j|\n|-|-|-|-|-|-|-|-|-|-|\n'.concat('|k|l|m|n|o|p|q|r|s|t|\n'.repeat(5001));

/** A table, and what is said of it. */
const TABLES: readonly (readonly [what: string, body: string, problems: readonly unknown[]])[] = [
  ['1,000 columns', table(1000, 0), []],
  ['a line of many bars that is no table', `${'a|'.repeat(2000)}\n`, []],
  ['many bars above a line of others', `${'a|'.repeat(2000)}\n:-\n`, []],
  ['1,001 columns', table(1001, 0), [[6, 'too-many-blocks', COLUMNS]]],
  ['130,000 columns', table(130_000, 1), [[6, 'too-many-blocks', COLUMNS]]],
  ['1,001 columns in a quotation', table(1001, 1).replaceAll(/^/gm, '> '), [[6, 'too-many-blocks', COLUMNS]]],
  ['more cells, those of the head too', table(100, 500), [[506, 'too-many-blocks', BLOCKS]]],
  ['in one row of one column', `|a|\n|-|\n${ROW}`, [[7, 'too-many-blocks', BLOCKS]]],
  ['in one row without a word', `|a|\n|-|\n${'|'.repeat(400_000)}\n`, [[7, 'too-many-blocks', BLOCKS]]],
  ['below :-:', `a\n:-:\n${ROW}`, [[7, 'too-many-blocks', BLOCKS]]],
  ['with line ends of Windows', `a\r\n-:\r\nb\r\n${ROW}\r\n`, [[8, 'too-many-blocks', BLOCKS]]],
  ['in an item', `- a\n\n  |a|\n  |-|\n  ${ROW}`, [[9, 'too-many-blocks', BLOCKS]]],
  ['behind a paragraph and a fence', `a\n\n~~~\n~~~\n|a|\n|-|\n${ROW}`, [[11, 'too-many-blocks', BLOCKS]]],
  ['behind a fence that ends with its quotation', `> ~~~\n\n|a|\n|-|\n${ROW}`, [[9, 'too-many-blocks', BLOCKS]]],
];

describe('a table is read up to 1,000 columns and 50,000 cells', () => {
  test.each(everyNth(TABLES, 2))('%s', (_what, body, problems) => {
    expect(told(body)).toEqual(problems);
  });
});

/** What only looks like a large table. */
const NO_TABLES: readonly (readonly [what: string, body: string])[] = [
  ['a fence of ```', `\`\`\`\n${SAMPLE}\`\`\`\n`],
  ['a fence of ~~~, indented', `  ~~~ md\n${SAMPLE}  ~~~\n`],
  ['a fence without an end', `\`\`\`\n${SAMPLE}`],
  ['a fence in a quotation', `\`\`\`\n${SAMPLE.slice(0, 50_000)}\n\`\`\`\n`.replaceAll(/^/gm, '> ')],
  ['indented code', SAMPLE.replaceAll(/^/gm, '    ')],
  ['a comment', `<!--\n${SAMPLE}-->\n`],
  ['a fence right behind a table', `${table(100, 1)}\`\`\`\n${'a\n'.repeat(520)}\`\`\`\n`],
  ['a list right behind a table', `${table(250, 1)}${'- a\n'.repeat(210)}`],
  ['a quotation right behind a table', `${table(250, 1)}${'> a\n'.repeat(210)}`],
];

describe('what only looks like a large table is read', () => {
  test.each(everyNth(NO_TABLES, 3))('%s', (_what, body) => {
    expect(told(body)).toEqual([]);
  });
});

describe('more than 50,000 blocks are told without the parser, who takes seconds', () => {
  const many = (piece: string) => piece.repeat(50_002);
  test.each([
    ['items', many('- un mot\n')],
    ['items of several lines', many('* un\nmot\n')],
    ['headings', many('# un\n')],
    ['paragraphs', many('un\n\n')],
    ['footnotes', many('[^a]: un\n\n')],
    ['numbered items, with line ends of Windows', many('1. un\r\n\r\n')],
    ['items before code', `${many('- un mot\n')}\n~~~\n~~~\n`],
  ])('%s', (_what, body) => {
    expect(surelyTooManyBlocks(body)?.rule).toBe('too-many-blocks');
  });

  const lines = many('- un\n\nmot\n\n# a\n');
  test.each([
    ['as many as there may be', '- un\n'.repeat(50_000)],
    ['lines in a fence', `~~~\n${lines}~~~\n`],
    ['in a fence of an item', `- ~~~\n${lines}`],
    ['in HTML', `<pre>\n${lines}</pre>\n`],
    ['in a comment', `  <!--\n${lines}-->\n`],
    ['of one paragraph', many('un mot\n')],
    ['of one item', `- un\n${many('mot\n')}`],
    ['indented ones', many('    - un\n')],
    ['signs without a space', many('-un\n#mot\n')],
  ])('but not %s', (_what, body) => {
    expect(surelyTooManyBlocks(body)).toBeNull();
  });

  // A piece, and how many blocks the parser finds in it.
  test.each([
    ['- un\n* deux\n+ trois\n', 3],
    ['un\n- deux\n# trois\n', 3],
    ['- un\n\nmot\n\n[^a]: deux\n\n', 3],
    ['> - un\n\nmot\n\n', 2],
    ['| a | b |\n|---|---|\n| c | d |\n\nmot\n\n', 5],
    ['un\n===\n\n[a]: b\n\n1. deux\n\n', 3],
    ['*un* mot\n\n«\u00a0deux\u00a0»\n\n—\u00a0trois\n_quatre_\n\n**\n\n', 4],
  ])('no more are counted than are read: %j', (piece, blocks) => {
    const { units } = parseArticle(`---\ntitle: Essai\n---\n\n${piece}`, 'fr.md');
    const most = 50_000 / blocks;
    expect([units.length - 1, surelyTooManyBlocks(piece.repeat(most))]).toEqual([blocks, null]);
  });
});

test('a plain text is read up to 50,000 paragraphs', () => {
  expect(told('a\n\n'.repeat(50_001), 'fr.txt')).toEqual([[100_005, 'too-many-blocks', BLOCKS]]);
});

test('the rule says how many', () => {
  expect(RULE_SENTENCES['too-many-blocks'].says).toBe(
    `an article has more than ${grouped(MOST_BLOCKS)} paragraphs, items and cells, or a table of it more than ${grouped(MOST_COLUMNS)} columns`,
  );
});
