import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';
import type { DocumentBlock } from '../../../../src/formats/document/blocks/document.ts';
import { likelyBlocks, unlikelyBlocks } from '../../../../src/formats/document/blocks/likely-blocks.ts';
import { writeArticle } from '../../../../src/formats/document/blocks/write-article.ts';
import { joinBlocks, unitsOfBlocks } from '../../../../src/http/pages/adding/block-units.ts';

const block = (kind: DocumentBlock['kind'], markdown: string): DocumentBlock => {
  return { kind, level: 0, markdown, doubt: null };
};
const NOTHING = { title: 'x', site: null, url: null, date: null, warnings: [] };

describe('blocks are shown as the article that is saved has them', () => {
  test.each<[string, DocumentBlock[], number[]]>([
    ['lists behind each other', [block('list', '- un\n- deux'), block('list', '- trois')], [2, 1]],
    ['numbered lists', [block('list', '1. un'), block('list', '1. deux'), block('list', '1. trois')], [1, 1, 1]],
    ['a list behind a paragraph', [block('paragraph', 'Un.'), block('list', '- deux\n\n- trois')], [1, 2]],
    ['signs that no file holds', [block('paragraph', 'Un\u0004 pont.'), block('paragraph', 'Deux.')], [1, 1]],
    ['one paragraph', [block('paragraph', 'Un\npont.')], [1]],
  ])('%s', (_what, blocks, counts) => {
    const joined = joinBlocks(blocks);
    const saved = writeArticle({ ...NOTHING, blocks });
    const units = parseArticle(joined.text, 'fr.md').units;
    expect(units.map(({ source }) => source.text)).toEqual(
      parseArticle(saved, 'fr.md').units.map(({ source }) => source.text),
    );
    expect([joined.text.split('---\n\n')[1], unitsOfBlocks(joined, units).map(({ length }) => length)]).toEqual([
      saved.split('---\n\n')[1],
      counts,
    ]);
  });
});

test.each<[string, (string | null)[], number[], number[]]>([
  ['without a doubt', [null, null], [0, 1], []],
  ['with some', [null, 'navigation', null], [0, 2], [1]],
  ['of which all are doubtful', ['navigation', 'navigation'], [0, 1], []],
  ['without one', [], [], []],
])('blocks %s: what is likely, and what is not', (_what, doubts, likely, unlikely) => {
  const blocks = doubts.map((doubt) => ({ ...block('paragraph', 'Un.'), doubt }));
  expect([[...likelyBlocks({ blocks })], [...unlikelyBlocks({ blocks })]]).toEqual([likely, unlikely]);
});
