import { expect, test } from 'vitest';
import { CHECK_FORMATS, type CheckFormat, sayReport } from '../../src/cli/check-report.ts';
import type { Problem } from '../../src/core/checks/problem.ts';

const doubtful = (count: number, severity: Problem['severity'] = 'warning', file = 'glossary/a.yaml'): Problem[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ file, line: i + 1, column: 1, severity, rule: 'conflict', message: `no ${i}`, excerpt: '' },
  }));

function said(format: CheckFormat, lint: readonly Problem[]): { readonly out: string; readonly err: string } {
  const [out, err]: [string[], string[]] = [[], []];
  const console = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const glossary = { files: ['glossary/a.yaml'], concepts: lint.length };
  sayReport(format, { articles: [], problems: [], lint, glossary, below: '', version: '0' }, console);
  return { out: out.join(''), err: err.join('') };
}

const lines = (out: string) => out.split('\n').filter((line) => /^(?:glossary\/|::)/.test(line)).length;
/** How many things a report tells, as each format has them. */
const COUNT: Readonly<Record<CheckFormat, (out: string) => number>> = {
  text: lines,
  github: lines,
  json: (out) => JSON.parse(out).glossary.findings.length,
  sarif: (out) => JSON.parse(out).runs[0].results.length,
};

const REST = 101;
test.each<[string, readonly Problem[], Readonly<Record<CheckFormat, number>>]>([
  ['as many as are told', doubtful(100), { text: 100, github: 100, sarif: 100, json: 100 }],
  ['one more', doubtful(101), { text: REST, github: REST, sarif: REST, json: 101 }],
  ['very many', doubtful(5000), { text: REST, github: REST, sarif: REST, json: 5000 }],
  [
    'those of two files',
    [...doubtful(150), ...doubtful(150, 'error', 'glossary/b.yaml')],
    { text: 2 * REST, github: 2 * REST, sarif: 2 * REST, json: 300 },
  ],
  ['remarks, which are told to who asks for all', doubtful(150, 'info'), { text: 0, github: 0, sarif: 150, json: 150 }],
  [
    'a mistake behind very many remarks',
    [...doubtful(150, 'info'), ...doubtful(1, 'error')],
    { text: 1, github: 1, sarif: 151, json: 151 },
  ],
])('of what entries have wrong, %s', (_what, lint, told) => {
  expect(Object.fromEntries(CHECK_FORMATS.map((format) => [format, COUNT[format](said(format, lint).out)]))).toEqual(
    told,
  );
});

test('what is not listed is a number, and counted', () => {
  const { out, err } = said('text', [...doubtful(5000), ...doubtful(1, 'error')]);
  expect([out.trimEnd().split('\n').at(-1), err]).toEqual([
    'glossary/a.yaml:101:1: error more: has 4,901 more problems from here on; correct the 100 before first',
    '1 error, 5,000 warnings\n',
  ]);
});
