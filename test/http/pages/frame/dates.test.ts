import { expect, test } from 'vitest';
import { dated } from '../../../../src/http/pages/frame/dates.ts';

test.each<[string, string[]]>([
  ['Ana, 2026-11-26', ['2026-11-26']],
  ['from project 2026-11-25 to person 2026-11-27', ['2026-11-25', '2026-11-27']],
  ['2026-11-27', ['2026-11-27']],
  ['(2026-11-27)', ['2026-11-27']],
  ['2026-11-27, 412 characters', ['2026-11-27']],
  ['', []],
  ['no date', []],
  ['2026-11', []],
  ['v2026-11-27', []],
  ['2026-11-27-b', []],
  ['12026-11-27', []],
  ['rapport-2026-11-27', []],
])('dates are found in “%s”, and no word is lost', (line, dates) => {
  const pieces = dated(line);
  expect([
    pieces.filter(({ isDate }) => isDate).map(({ text }) => text),
    pieces.map(({ text }) => text).join(''),
  ]).toEqual([dates, line]);
});
