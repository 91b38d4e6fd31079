import { expect, test } from 'vitest';
import { stopped } from '../../../src/core/text/stopped.ts';

test.each([
  ['a pun', 'a pun.'],
  ['A pun.', 'A pun.'],
  ['is it one?', 'is it one?'],
  ['and so on…', 'and so on…'],
  ['they say “a pun.”', 'they say “a pun.”'],
  ['they say “a pun”', 'they say “a pun”.'],
  ['“token” (twice)', '“token” (twice).'],
  ['v. 2', 'v. 2.'],
])('“%s” ends as “%s”', (written, ended) => {
  expect(stopped(written)).toBe(ended);
});
