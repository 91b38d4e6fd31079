import { describe, expect, test } from 'vitest';
import { joinCatalogue, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { everyNth } from '../../rounds.ts';

const read = (body: string) => parseArticle(`---\ntitle: Essai\n---\n\n${body}\n`, 'fr.md');
const ladder = (depth: number, between = '') =>
  Array.from({ length: depth }, (_, i) => `${'  '.repeat(i)}- a\n${between}`).join('');

describe('lists in lists are read up to 32 levels', () => {
  test.each([
    ['32 steps', ladder(32), 33],
    ['32 of ordered lists on one line', `${'1. '.repeat(32)}a`, 2],
    ['many lists after each other', '- a\n  - b\n\nUn mot.\n\n'.repeat(50), 151],
    ['many items of one list', '- a\n- b\n'.repeat(50), 101],
    ['many that go down and up', '- a\n  - b\n    - c\n'.repeat(50), 151],
    ['numbers and dashes in running text', 'En 2024. Un\n- mot\n'.repeat(40), 42],
  ])('%s', (_what, body, units) => {
    const { units: found, problems } = read(body);
    expect([found.length, problems]).toEqual([units, []]);
  });

  test.each([
    ['33 steps', ladder(33)],
    ['33 with lazy lines between', ladder(33, 'lazy\n')],
    ['33 with empty lines between', ladder(33, '\n')],
    ['33 on one line', `${'- '.repeat(33)}a`],
    ['33 of ordered lists on one line', `${'1. '.repeat(33)}a`],
    ['a thousand of both kinds', '1. - '.repeat(500)],
    ['33 in a quotation', ladder(33).replaceAll(/^/gm, '> ')],
  ])('and refused with the number beyond: %s', (_what, body) => {
    expect(read(body).problems.map(({ rule, message }) => [rule, message])).toEqual([
      ['too-deep', 'write at most 32 levels of lists and quotations'],
    ]);
  });
});

/** A piece, how often it stands there, and whether that is refused. */
const COSTLY: readonly (readonly [piece: string, count: number, refused: number])[] = [
  ['-- \n', 401, 1],
  ['===\n', 401, 1],
  ['a\n---\n', 401, 1],
  ['a\n---\n', 400, 0],
  ['***\n', 500, 0],
  ['* *\n', 1001, 1],
  ['- - a\n', 1001, 1],
  ['> 1. - a\n', 1001, 1],
  ['- > a\n', 1001, 1],
  ['- - a\n', 1000, 0],
  ['- a\n', 1001, 0],
  ['- *a* - b\n', 1001, 0],
  ['_ _\n', 2001, 1],
  ['a & b\r\n', 2001, 1],
  ['_ _\n', 2000, 0],
  ['a\n', 2500, 0],
  [`${'_ _\n'.repeat(1500)}\n`, 3, 0],
  ['- a\n\n  > b\n\n', 1001, 0],
  [`- a\n\n${'  > b\n\n'.repeat(501)}`, 1, 0],
  [`- a\n\n${'  > b\n\n'.repeat(1001)}`, 1, 1],
  [`[^a]: b\n\n${'    - b\n\n    c\n\n'.repeat(1001)}`, 1, 1],
  ['> > a\n>\n', 1000, 0],
  ['> > a\n>\n', 1001, 1],
  [`> ${'a'.repeat(99_000)}\n\n> ${'a'.repeat(2000)}\n\n`, 1, 0],
  [`> ${'a'.repeat(100_001)}\n\n`, 1, 1],
  [`${'a'.repeat(100_001)}\n\n`, 1, 0],
  ['> a\nb\n', 1000, 0],
  ['> a\nb\n', 1001, 1],
  [`[^a]: b\r\n${'c\r\n'.repeat(1001)}`, 1, 1],
  ['> a\nb\n\n', 1001, 0],
  ['- a\nb\n', 1001, 0],
  ['- a\n  b\n', 1001, 0],
  [`${'> a_\n'.repeat(667)}>\n`, 3, 0],
];
/** What is let through is read, which takes as long as the bound allows, and so does most of what is not. */
const READ = COSTLY.filter(([, , refused]) => refused === 0);
const REFUSED = COSTLY.filter(([, , refused]) => refused > 0);

test.each([...everyNth(REFUSED, 2), ...everyNth(READ, 8)])(
  'lines that cost the parser more than the one before: case %#',
  (piece, count, problems) => {
    expect(read(piece.repeat(count)).problems.filter(({ rule }) => rule === 'too-many-marks').length).toBe(problems);
  },
);

describe('marks are read up to 400 signs of them, and beyond that the check says so', () => {
  const problemsOf = (french: string, english: string) =>
    joinCatalogue(
      read(french).units,
      parseCatalogue(`msgid ${JSON.stringify(french)}\nmsgstr ${JSON.stringify(english)}\n`, 'en.po'),
    )
      .problems.filter(({ rule }) => rule === 'too-many-marks')
      .map(({ file, message }) => `${file}: ${message.slice(0, 40)}`);

  test.each([
    ['few on both sides', 'un *mot* '.repeat(200).trim(), 'a *word* '.repeat(200).trim(), []],
    ['many in French', 'un *mot* '.repeat(201).trim(), 'a word', ['fr.md: this text has more than 400 signs of']],
    ['many in English', 'un mot', 'a *word* '.repeat(201).trim(), ['en.po: this text has more than 400 signs of']],
    ['long', 'un mot', 'a *word* '.padEnd(50_001, 'x'), ['en.po: this text has more than 50,000 charac']],
    ['many signs that mark nothing', 'un mot', 'a. b! '.repeat(1000).trim(), []],
  ])('%s', (_what, french, english, problems) => {
    expect(problemsOf(french, english).map((one) => one.slice(0, 40))).toEqual(problems.map((one) => one.slice(0, 40)));
  });
});
