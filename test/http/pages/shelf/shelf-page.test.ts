import { expect, test } from 'vitest';
import { uncheckedArticle } from '../../../../src/core/checks/article/unchecked-article.ts';
import { type ShelvedArticle, shelvedArticle } from '../../../../src/http/pages/shelf/shelf-list.ts';
import { shelfPage } from '../../../../src/http/pages/shelf/shelf-page.ts';
import { articleOf } from '../../../formats/exchange/articles.ts';

const NO_PROBLEMS = { error: 0, warning: 0, info: 0 };
const CHECKED = { ...uncheckedArticle(articleOf('pont', '---\ntitle: Le pont\n---\n\nUn.\n'), ''), unchecked: null };
const PONT: ShelvedArticle = { ...shelvedArticle(CHECKED), units: 43, translated: 43, reviewed: 43 };

/** The page of a shelf that has so many articles, all like one. */
function pageOf(article: Partial<ShelvedArticle>, { count = 1, pending = [] as string[], page = 1, q = '' } = {}) {
  const found = Array.from({ length: count }, () => ({ ...PONT, problems: NO_PROBLEMS, ...article }));
  const files = { revision: 'r', problems: [], pending: new Set(pending) } as unknown as Parameters<
    typeof shelfPage
  >[0];
  return shelfPage(files, { view: { q, by: '', page }, found, pages: Math.ceil(count / 50), total: count });
}

test.each([
  [0, 0, 0],
  [3, 0, 0],
  [3, 1, 33],
  [3, 2, 67],
  [3, 3, 100],
  [1000, 1, 1],
  [1000, 15, 2],
  [1000, 994, 99],
  [1000, 999, 99],
  [1000, 1000, 100],
])('of %i paragraphs %i fill %i hundredths of the bar', (units, part, hundredths) => {
  const { articles } = pageOf({ units, translated: part, reviewed: part });
  expect(articles.map(({ translated, reviewed }) => [translated, reviewed])).toEqual([[hundredths, hundredths]]);
});

test.each<[string, Partial<ShelvedArticle>, string, boolean]>([
  ['nothing is wrong', {}, 'nothing to correct', false],
  ['nothing is translated', { translated: 0, problems: { error: 1, warning: 0, info: 0 } }, '', true],
  ['one of each', { problems: { error: 1, warning: 1, info: 1 } }, '1 error, 1 warning, 1 remark', true],
  ['warnings alone', { problems: { error: 0, warning: 1200, info: 0 } }, '1,200 warnings', false],
  ['it cannot be checked', { checked: { ...CHECKED, unchecked: 'is too long' } }, 'cannot be checked', true],
])('an article where %s', (_, article, problems, hasErrors) => {
  expect(pageOf(article).articles).toMatchObject([{ problems, hasErrors }]);
});

test('an article that waits says so, and nothing else', () => {
  const { articles } = pageOf({ checked: { ...CHECKED, unchecked: 'is not checked yet' } }, { pending: ['pont'] });
  expect(articles).toMatchObject([{ progress: 'not checked yet', problems: '', hasErrors: false }]);
});

test.each([
  [0, 1, '', { title: 'Articles', total: '', found: '', shown: 0, orders: null }],
  [1, 1, '', { title: 'Articles', total: '1 article', found: '', shown: 1, orders: null }],
  [2, 1, 'pont', { title: 'Articles', total: '2 articles', found: '2 found', shown: 2, orders: 2 }],
  [1201, 2, 'pont', { title: 'Articles, page 2', total: '1,201 articles', found: '1,201 found', shown: 50, orders: 2 }],
  [101, 3, '', { title: 'Articles, page 3', total: '101 articles', found: '', shown: 1, orders: 2 }],
])('of %i articles, page %i of “%s”', (count, number, q, expected) => {
  const { title, total, found, articles, orders } = pageOf({}, { count, page: number, q });
  expect({ title, total, found, shown: articles.length, orders: orders?.length ?? null }).toEqual(expected);
});

test('long texts are cut short', () => {
  const [title, site, target] = ['t', 's', 'e'].map((letter) => letter.repeat(400));
  const article = { ...CHECKED.article, citation: { ...CHECKED.article.citation, title, site, date: '2025-03-07' } };
  const { articles } = pageOf({ checked: { ...CHECKED, article } as typeof CHECKED, target: target ?? null });
  expect(articles).toMatchObject([
    {
      ...{ title: `${'t'.repeat(300)}…`, site: `${'s'.repeat(120)}…`, target: `${'e'.repeat(300)}…` },
      date: { iso: '2025-03-07', written: 'March 7, 2025' },
    },
  ]);
});
