import { expect, test } from 'vitest';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';
import type { DocumentBlock } from '../../../../src/formats/document/blocks/document.ts';
import { joinBlocks, unitsOfBlocks } from '../../../../src/http/pages/adding/block-units.ts';
import { blockView } from '../../../../src/http/pages/adding/parcel-blocks.ts';

test.each<[what: string, table: string, rows: string[]]>([
  ['a head and columns of figures', '| a | b |\n| - | -: |\n| c | 1 |', ['th a, th b right', 'td c, td 1 right']],
  ['a column in the middle', '| a |\n| :-: |\n| b |', ['th a center', 'td b center']],
  ['a column to the left', '| a |\n| :-- |\n| b |', ['th a left', 'td b left']],
  ['no head', '| | |\n| - | - |\n| a | b |', ['td a, td b']],
  ['empty cells', '| a | |\n| - | - |\n| | b |', ['th a, td', 'td, td b']],
  ['a row of nothing', '| a |\n| - |\n| |\n| b |', ['th a', 'td b']],
])('a table is shown as it will be read: %s', (_what, markdown, rows) => {
  const block: DocumentBlock = { kind: 'table', level: 0, markdown, doubt: null };
  const joined = joinBlocks([block]);
  const [units = []] = unitsOfBlocks(joined, parseArticle(joined.text, 'fr.md').units);
  const shown = blockView(block, 0, { units, ticked: new Set(), notes: new Map() }).rows;
  const text = ({ segments }: (typeof shown)[number][number]) =>
    segments.flatMap(({ pieces }) => pieces.flatMap(({ runs }) => runs.map((run) => run.text)));
  expect(
    shown.map((row) => row.map((cell) => [cell.tag, ...text(cell), cell.align].join(' ').trim()).join(', ')),
  ).toEqual(rows);
});
