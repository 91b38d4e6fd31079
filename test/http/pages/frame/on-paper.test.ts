import { expect, test } from 'vitest';
import { onPaper } from '../../../../src/http/pages/frame/on-paper.ts';
import { pageWays } from '../../../../src/http/pages/frame/page-ways.ts';

test.each<[readonly (string | null)[], number, string]>([
  [[], 1, ''],
  [[null, null], 1, ''],
  [['“jeton”', null, 'in no article'], 1, '“jeton” · in no article'],
  [[null], 3, 'Page 2 of 3'],
  [['By title'], 3, 'By title · Page 2 of 3'],
])('a list of %j on %i pages says on paper “%s”', (asked, pages, says) => {
  const ways = pageWays({ page: Math.min(2, pages), pages }, () => '/');
  expect(onPaper(asked, ways, '/a?page=2')).toEqual({ says, at: '/a?page=2' });
});
