import { expect, test } from 'vitest';
import { fewFindings } from '../../../src/core/checks/few-findings.ts';
import type { Finding } from '../../../src/core/checks/finding.ts';
import { acceptedOnce, findingsOnce } from '../../../src/core/checks/findings-once.ts';
import { formatProblem } from '../../../src/core/checks/problem.ts';

const findingsOf = (unit: string, count: number, last: Finding['severity'] = 'warning'): Finding[] =>
  Array.from({ length: count }, (_, i) => ({
    file: 'en.po',
    line: i + 1,
    column: 1,
    rule: 'lapsed-waiver',
    unit,
    concept: 'token',
    source: null,
    expected: [],
    found: [],
    message: `no ${i}`,
    said: `no ${i}`,
    severity: i === count - 1 ? last : 'warning',
  }));

test.each([
  ['as many as are told', findingsOf('p1', 100), 100],
  ['one more', findingsOf('p1', 101), 101],
  ['a list that no call could take', findingsOf('p1', 200_000), 101],
  ['two paragraphs, each with its own', [...findingsOf('p1', 100), ...findingsOf('p2', 100)], 200],
  ['two paragraphs with too many', [...findingsOf('p1', 150), ...findingsOf('p2', 150)], 202],
])('%s', (_what, findings, count) => {
  expect(fewFindings(findings).length).toBe(count);
});

test('the rest is a number, as bad as the worst of it, with the place where it begins', () => {
  expect(
    fewFindings(findingsOf('p7', 10_000, 'error'))
      .slice(-1)
      .map(formatProblem),
  ).toEqual(['en.po:101:1: error more: this paragraph has 9,900 more findings; correct the 100 before first [p7]']);
});

test.each([
  ['on a page too', findingsOf('p1', 101), [101, 'this paragraph has 1 more finding.']],
  [
    'what is said again is told once',
    findingsOf('p1', 101).map((one) => ({ ...one, said: 'x' })),
    [1, 'x (101 times).'],
  ],
])('%s', (_what, findings, told) => {
  const once = findingsOnce(findings);
  expect([once.length, once.at(-1)?.said]).toEqual(told);
});

const acceptedOf = (count: number, said?: string) =>
  findingsOf('p1', count).map((finding, i) => ({
    finding: { ...finding, said: said ?? `no ${i}` },
    waiver: { accepts: 'number-lost', hash: '', reason: 'said before', place: { file: '', line: 0, column: 0 } },
  }));

test.each([
  ['nothing', acceptedOf(0), [0, undefined]],
  ['as many as are told', acceptedOf(100), [100, 'no 99. Accepted by a person: said before.']],
  ['one more', acceptedOf(101), [101, 'this paragraph has 1 more finding, accepted by a person.']],
  ['a list of 50,000', acceptedOf(50_000), [101, 'this paragraph has 49,900 more findings, accepted by a person.']],
  [
    'what it asked for no more',
    acceptedOf(1, 'no “a; b”; write it'),
    [1, 'no “a; b”. Accepted by a person: said before.'],
  ],
  ['the same each time', acceptedOf(50_000, 'no'), [1, 'no (50,000 times). Accepted by a person: said before.']],
])('of what was accepted, %s', (_what, accepted, told) => {
  const once = acceptedOnce(accepted);
  expect([once.length, once.at(-1)]).toEqual(told);
});
