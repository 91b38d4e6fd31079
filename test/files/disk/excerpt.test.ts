import { expect, test } from 'vitest';
import { problemOf } from '../../../src/core/checks/problem.ts';
import { excerptsFrom } from '../../../src/files/disk/excerpt.ts';

const excerpted = excerptsFrom([
  { path: 'a.yaml', text: '- fr: un\n  en: one\n', length: 20, problem: null, recoded: false },
  { path: 'b.yaml', text: null, length: 0, problem: null, recoded: false },
]);

test.each([
  ['of its line', 'a.yaml', 2, '  en: one'],
  ['of another line of that file', 'a.yaml', 1, '- fr: un'],
  ['none, where the file could not be read', 'b.yaml', 1, ''],
  ['none, where there is no such file', 'c.yaml', 1, ''],
])('a problem has an excerpt: %s', (_, file, line, excerpt) => {
  const problem = problemOf('file', { file, line, column: 3 }, 'is odd');
  expect(excerpted(problem)).toEqual({ ...problem, excerpt });
});
