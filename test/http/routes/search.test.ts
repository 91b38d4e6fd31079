import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, SMALL, start } from '../../site.ts';

const MANY = Array.from({ length: 45 }, (_, i) => `Le <mot> ${i} & un jeton.`);
let site: Site;
let end: () => Promise<void>;
beforeAll(async () => {
  const other = `---\ntitle: Autre\n---\n\n${MANY.join('\n\n')}\n`;
  const { root, remove } = await makeRoot({ ...SMALL, 'content/autre/fr.md': other });
  site = await start(root);
  end = () => site.close().then(remove);
});
afterAll(() => end());

const ask = async (query: string) => {
  const answer = await fetch(new URL(`/search${query}`, site.url));
  return { status: answer.status, html: await answer.text() };
};

test.each([
  ['', 'A paragraph is found when'],
  ['?q=', 'A paragraph is found when'],
  ['?q=+++', 'A paragraph is found when'],
  ['?q=%3F%21', 'has no word in it'],
  ['?q=%22%22', 'has no word in it'],
  ['?q=zz', 'No paragraph has “zz”.'],
  ['?q=zz+yy', 'No paragraph has all of this.'],
  ['?q=a&q=b', 'A paragraph is found when'],
  ['?q[x]=a', 'A paragraph is found when'],
  ['?q=%ED%A0%80', 'A paragraph is found when'],
  ['?q=<script>', 'No paragraph has “script”.'],
  ['?q=.*', 'has no word in it'],
  ['?q=__proto__', 'No paragraph has'],
  ['?q=constructor', 'No paragraph has'],
  [`?q=${'a'.repeat(10_000)}`, 'Only the beginning of what was asked for is sought'],
  ['?q=tokens', 'is a form of <a href="/glossary/token">'],
  ['?q=puce', '<mark>puce</mark>'],
  ['?q=puce&article=none', '1 paragraph in 1 article'],
  ['?q=jeton', '46 paragraphs in 2 articles'],
  ['?q=jeton&page=3', 'Page 3 of 3'],
  ['?q=jeton&page=99', 'Page 3 of 3'],
])('%s is answered with a sentence', async (query, sentence) => {
  const { status, html } = await ask(query);
  expect([status, html.includes(sentence)]).toEqual([200, true]);
});

test('the article that is named comes first', async () => {
  const titles = async (query: string) =>
    [...(await ask(query)).html.matchAll(/<h2><a href="([^"]+)"/g)].map(([, at]) => at);
  expect([await titles('?q=jeton'), await titles('?q=jeton&article=essai')]).toEqual([
    ['/articles/autre'],
    ['/articles/essai', '/articles/autre'],
  ]);
});

describe('the page of a concept', () => {
  const concept = async (address: string) => (await fetch(new URL(`/glossary/${address}`, site.url))).text();
  const rowsOf = (html: string) =>
    [...html.matchAll(/<p class="details"><a href="(\/articles\/[^"]+)"/g)].map(([, at]) => at);

  test.each([
    ['token', '46 paragraphs in 2 articles'],
    ['token', 'Page 1 of 3'],
    ['token?page=3', 'Page 3 of 3'],
    ['token?page=99', 'Page 3 of 3'],
    ['token?page=x', 'Page 1 of 3'],
    ['chip', '1 paragraph in 1 article'],
  ])('%s has its concordance a page at a time: %s', async (address, sentence) => {
    expect(await concept(address)).toContain(sentence);
  });

  test('shows the forms of its terms in context, in both columns, and how they were rendered', async () => {
    const html = await concept('token?page=3');
    expect([rowsOf(html).length, html.includes('<mark>jeton</mark>'), html.includes('Not translated yet.')]).toEqual([
      6,
      true,
      true,
    ]);
    expect(html).toMatch(/¶2<span class="hidden">.*<span class="verdict" data-verdict="preferred">preferred<\/span>/);
    expect(html).toMatch(/Three <mark>tokens<\/mark>/);
  });

  test('has each paragraph once, over all its pages', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => concept(`token?page=${page}`)));
    const rows = pages.flatMap(rowsOf);
    expect([rows.length, new Set(rows).size]).toEqual([46, 46]);
  });
});
