import { expect, test } from 'vitest';
import { parseAnswer } from '../../src/engines/answer-json.ts';

const nested = (levels: number, [open, close]: readonly [string, string]) =>
  `${open.repeat(levels)}1${close.repeat(levels)}`;
const LISTS = ['[', ']'] as const;
const OBJECTS = ['{"a":', '}'] as const;

test.each([
  ['as many lists as are read', nested(40, LISTS)],
  ['as many objects as are read', nested(40, OBJECTS)],
  ['lists beside each other', `[${'[[1]],'.repeat(100)}1]`],
  ['brackets in a text', `["${'['.repeat(100)}"]`],
  ['brackets behind a quotation mark in a text', `["\\"${'{'.repeat(100)}"]`],
  ['brackets behind a backslash in a text', `["\\\\\\"${'['.repeat(100)}"]`],
  ['brackets between texts that end in a backslash', '["\\\\",["\\\\"]]'],
  ['brackets that close in a text', `["${']'.repeat(100)}",${nested(39, LISTS)}]`],
  ['a text alone', '"[["'],
  ['a number', '1'],
])('is read as JSON is: %s', (_what, text) => {
  expect(parseAnswer(text)).toEqual(JSON.parse(text));
});

test.each([
  ['a list too many', nested(41, LISTS)],
  ['an object too many', nested(41, OBJECTS)],
  ['lists within objects', nested(21, ['{"a":[', ']}'])],
  ['brackets without end', '['.repeat(100)],
  ['brackets behind a text that ends in a backslash', `["\\\\",${nested(40, LISTS)}]`],
  ['brackets behind others that were closed', `[[],{},${nested(40, LISTS)}]`],
  ['no JSON', '[1'],
  ['nothing', ''],
])('is refused: %s', (_what, text) => {
  expect(() => parseAnswer(text)).toThrow(SyntaxError);
});
