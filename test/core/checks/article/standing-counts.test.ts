import { expect, test } from 'vitest';
import { summarize } from '../../../../src/core/checks/article/standing-counts.ts';
import { STANDINGS } from '../../../../src/core/ledger/standing.ts';

const NONE = Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as Parameters<typeof summarize>[0];

test.each([
  [{}, 'no terms'],
  [{ preferred: 1 }, '1 term: 1 preferred'],
  [{ preferred: 58, admitted: 3 }, '61 terms: 58 preferred, 3 admitted'],
  [{ preferred: 1200, missing: 34 }, '1,234 terms: 1,200 preferred, 34 missing'],
  [{ preferred: 999 }, '999 terms: 999 preferred'],
])('%j are summed up as “%s”', (standings, line) => {
  expect(summarize({ ...NONE, ...standings })).toBe(line);
});
