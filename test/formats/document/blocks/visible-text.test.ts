import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInlineMarks } from '../../../../src/formats/article/inline-marks.ts';
import { SIGNS_OF_MARKS, visibleText } from '../../../../src/formats/document/blocks/visible-text.ts';
import { rounds } from '../../../rounds.ts';

test.each([
  ['Le Horla', 'Le Horla'],
  ['*Le Horla*', 'Le Horla'],
  ['\\*Le Horla\\*', '*Le Horla*'],
  ['Le `ls` de R&amp;D', 'Le ls de R&D'],
  ['[Le pont](https://exemple.fr)', 'Le pont'],
  ['Un  pont\nneuf ', 'Un pont neuf'],
  ['2 > 1, voir https://exemple.fr', '2 > 1, voir https://exemple.fr'],
  ['5 * 3 = 15', '5 * 3 = 15'],
  ['# Pont', '# Pont'],
])('of %j one sees %j', (markdown, seen) => {
  expect(visibleText(markdown)).toBe(seen);
});

test('a line without any of the signs has no mark', () => {
  const pieces = fc.constantFrom(...' \n\taé09.,;:!?#-+>|(){}\'"/@$«»…', 'https://ex.fr', 'a@b.fr', '1) ', '{{');
  const lines = fc.array(pieces, { maxLength: 20 }).map((all) => all.join(''));
  fc.assert(
    fc.property(lines, (line) => {
      fc.pre(line.search(SIGNS_OF_MARKS) < 0);
      const { text, syntax, references } = parseInlineMarks(line);
      expect([text, syntax, references]).toEqual([line, [], []]);
    }),
    { numRuns: rounds(200, 5000) },
  );
});
