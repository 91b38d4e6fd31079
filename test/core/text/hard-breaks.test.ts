import { expect, test } from 'vitest';
import { findHardBreaks } from '../../../src/core/text/hard-breaks.ts';
import { joinSoftBreaks } from '../../../src/core/text/soft-breaks.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';

test.each([
  ['two spaces', 'un  \ndeux', 1],
  ['a backslash', 'un\\\ndeux', 1],
  ['a backslash that is meant as it is', 'un\\\\\ndeux', 0],
  ['a backslash behind one that is', 'un\\\\\\\ndeux', 1],
  ['three of them', 'un  \ndeux   \ntrois\\\nquatre', 3],
  ['one space', 'un \ndeux', 0],
  ['a line that only goes on', 'un\ndeux', 0],
  ['two spaces in the middle', 'un  deux\ntrois', 0],
  ['the rows of a table', '| Mot | Sens |\n| --- | ---: |\n| un | 1 |', 2],
  ['a table without bars at the ends', 'Mot | Sens\n--- | ---\nun | 1\ndeux | 2', 3],
  ['a bar that begins no table', 'un | deux\n-- non', 0],
  ['a table of one column', '| Mot |\n| --- |\n| un |', 2],
  ['a line of hyphens under a bar', 'un | deux\n---', 0],
  ['a break of two signs', 'un  \r\ndeux', 1],
  ['code', '`un  \ndeux`', 0],
])('%s', (_what, text, count) => {
  expect(findHardBreaks(parseInlineMarks(text)).length).toBe(count);
});

test.each([
  ['a line that only goes on', 'un\ndeux', 'un deux'],
  ['two of them', 'un\ndeux\ntrois', 'un deux trois'],
  ['one space before it, and an indent', 'un \n\t deux', 'un deux'],
  ['a break of two signs', 'un\r\ndeux', 'un deux'],
  ['two spaces', 'un  \ndeux', 'un  \ndeux'],
  ['two spaces before a break of two signs', 'un  \r\ndeux', 'un  \r\ndeux'],
  ['a backslash', 'un\\\ndeux', 'un\\\ndeux'],
  ['one that is meant between two that are not', 'un\ndeux  \ntrois\nquatre', 'un deux  \ntrois quatre'],
  ['no break', ' un  deux ', ' un  deux '],
])('joined where it was only wrapped: %s', (_what, text, joined) => {
  expect(joinSoftBreaks(text)).toBe(joined);
});
