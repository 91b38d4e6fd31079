import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { expect, test } from 'vitest';
import { blocksOf } from '../../../src/formats/article/markdown-blocks.ts';
import { readInParts } from '../../../src/formats/article/markdown-parts.ts';

/** The same text read at once. */
const atOnce = (body: string) =>
  fromMarkdown(body, {
    extensions: [gfmTable(), { document: gfmFootnote().document ?? {} }],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  }).children;

const PARTS = [
  ...[1, 33, 150].map((length) => ({ length, lines: 1000 })),
  ...[1, 7].map((lines) => ({ length: 1000, lines })),
];

// Each begins, goes on or ends where a part does, at one length or another.
test.each([
  ['paragraphs', 'Un mot.\n\n'],
  ['a paragraph of lines', 'Un mot\n'],
  ['items', '- un\n- deux\n'],
  ['loose items', '2) un\n\n3) deux\n\n'],
  ['items within items', '- un\n  - deux\n\n  trois\n'],
  ['lists after each other', '- un\n\n* deux\n\n'],
  ['tasks', '- [ ] un\n- [x] deux\n'],
  ['quotations', '> un\n> deux\n\n'],
  ['one long quotation', '> un\n'],
  ['a long quotation of all kinds', '> un\n> - deux\n>\n> trois\n> > quatre\n> 1. cinq\n'],
  ['a quotation of code', '> ```\n> un\n'],
  ['quotations within code', '```\n> un\n> deux\n```\n> trois\n'],
  ['lazy lines', '> un\ndeux\n\n'],
  ['footnotes', '[^a]: un\n\n    deux\n\n'],
  ['definitions', '[a]: b\n[c]: d\n\n'],
  ['a definition whose title has many lines', "[a]: b\n'un\ndeux'\n\n"],
  ['headings under a line', `${'un '.repeat(20)}\ndeux\n===\n\n`],
  ['rules', 'Un mot.\n\n***\n'],
  ['a fence that stays open', '```\nun\n\n'],
  ['fences', '~~~\nun\n\n- deux\n~~~\n'],
  ['code by its indent', '    un\n\n    deux\n\nUn mot.\n\n'],
  ['HTML', '<div>\nun\n\n</div>\n\n'],
  ['a comment that stays open', '<!-- un\n\n'],
  ['tables', '| a | b |\n|---|---|\n| un | deux |\n\n'],
  ['one long table', '| a | b |\n|---|---|\n'],
  ['byte order marks', 'un\n\n\ufeffun\n\n'],
  ['tabs', '-\tun\n\n\tdeux\n\n'],
  ['lines of old Macs', '> un\r\r- deux\r'],
  ['lines of Windows', '> un\r\n\r\n- deux\r\n\r\n'],
])('read in parts, a text has the blocks that it has at once: %s', (_what, piece) => {
  const body = piece.repeat(500 / piece.length);
  const whole = blocksOf(atOnce(body), body);
  for (const part of PARTS)
    expect([part, blocksOf(readInParts(body, atOnce, part) as RootContent[], body)]).toEqual([part, whole]);
});

test.each([
  ['empty lines', '\n'],
  ['empty lines of Windows', '\r\n'],
  ['lines of spaces', '    \n'],
  ['one line of spaces', ' '],
])('what stands behind many %s is read', (_what, piece) => {
  const body = `${piece.repeat(500)}\n\nUn mot.\n\nDeux.\n`;
  const texts = PARTS.map((part) => blocksOf(readInParts(body, atOnce, part) as RootContent[], body));
  expect(texts.map((blocks) => blocks.map(({ text }) => text))).toEqual(PARTS.map(() => ['Un mot.', 'Deux.']));
});
