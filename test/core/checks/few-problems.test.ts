import { expect, test } from 'vitest';
import { fewProblems } from '../../../src/core/checks/few-problems.ts';
import { formatProblem, type Problem } from '../../../src/core/checks/problem.ts';
import type { RuleId } from '../../../src/core/checks/rules.ts';

const problemsOf = (file: string, count: number, rule: RuleId = 'po'): Problem[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{
      file: rule === 'file' ? `${file}/x${i}` : file,
      line: i + 1,
      column: 1,
      severity: 'error',
      rule,
      message: 'no',
    },
    excerpt: '',
  }));

test.each([
  ['as many as are listed', problemsOf('a.po', 100), 100],
  ['one more than are listed', problemsOf('a.po', 101), 101],
  ['a list that no call could take', problemsOf('a.csv', 200_000), 101],
  ['two files, each with its own', [...problemsOf('a.po', 90), ...problemsOf('b.po', 90)], 180],
  ['names in one folder', problemsOf('glossary', 5000, 'file'), 101],
])('%s', (_what, problems, count) => {
  expect(fewProblems(problems).length).toBe(count);
});

test('the rest is a number, with the place where it begins', () => {
  expect(fewProblems(problemsOf('a.csv', 150_000)).slice(-1).map(formatProblem)).toEqual([
    'a.csv:101:1: error more: has 149,900 more problems from here on; correct the 100 before first',
  ]);
});

test('a line of a megabyte is not repeated a hundred times', () => {
  const [one] = problemsOf('a.yaml', 1);
  expect(fewProblems([{ ...(one as Problem), excerpt: 'x'.repeat(1_000_000) }])[0]?.excerpt.length).toBe(1000);
});
