import { afterAll, beforeAll, expect, test } from 'vitest';
import { ARTICLE_EXPORTS, ARTICLE_FORMATS } from '../../../src/formats/exchange/article-exports.ts';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, SMALL, start } from '../../site.ts';

let site: Site;
let remove: () => Promise<void>;
beforeAll(async () => {
  const made = await makeRoot(SMALL);
  ({ remove } = made);
  site = await start(made.root);
});
afterAll(async () => {
  await site.close();
  await remove();
});

const get = (path: string, method = 'GET') => fetch(new URL(path, site.url), { method });
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

test.each(ARTICLE_FORMATS)('an article can be taken away as %s, twice the same', async (format) => {
  const [one, two] = [await get(`/articles/essai/export/${format}`), await get(`/articles/essai/export/${format}`)];
  const bytes = await bytesOf(one);
  expect([one.status, bytes.length > 0, bytes.equals(await bytesOf(two))]).toEqual([200, true, true]);
});

test.each(ARTICLE_FORMATS)('as %s it is a file to save, of its kind', async (format) => {
  const { headers } = await get(`/articles/essai/export/${format}`);
  const { mediaType, extension } = ARTICLE_EXPORTS[format];
  expect([headers.get('content-type')?.split(';')[0], headers.get('content-disposition')]).toEqual([
    mediaType,
    `attachment; filename="essai${extension}"`,
  ]);
});

test('the catalogue goes as it is', async () => {
  expect(await (await get('/articles/essai/export/po')).text()).toBe(SMALL['content/essai/en.po']);
});

test('the page leads to every format', async () => {
  const html = await (await get('/articles/essai')).text();
  expect(ARTICLE_FORMATS.filter((format) => !html.includes(`href="/articles/essai/export/${format}"`))).toEqual([]);
});

test.each(['xliff2', 'tmx'])('the page leads to %s sentence by sentence, and it can be taken away', async (format) => {
  const address = `/articles/essai/export/${format}?segments=yes`;
  const html = await (await get('/articles/essai')).text();
  expect([html.includes(`href="${address}"`), (await get(address)).status]).toEqual([true, 200]);
});

test.each(ARTICLE_FORMATS)('a question about %s gets no body', async (format) => {
  const answer = await get(`/articles/essai/export/${format}`, 'HEAD');
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});

test.each(['pdf', 'constructor', '__proto__', 'PO', 'csv'])('there is none as %s', async (format) => {
  const answer = await get(`/articles/essai/export/${format}`);
  expect([answer.status, (await answer.text()).includes(`there is: ${ARTICLE_FORMATS.join(', ')}`)]).toEqual([
    404,
    true,
  ]);
});

test.each(['essay', '..', 'constructor'])('there is none of an article %s', async (slug) => {
  expect((await get(`/articles/${slug}/export/po`)).status).toBe(404);
});

test('it is not written to', async () => {
  expect((await get('/articles/essai/export/po', 'POST')).status).toBe(405);
});
