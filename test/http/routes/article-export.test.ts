import { afterAll, beforeAll, expect, test } from 'vitest';
import { ARTICLE_FORMATS } from '../../../src/formats/exchange/article-exports.ts';
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

test.each([
  ['epub', 'application/epub+zip', 'essai.epub'],
  ['html', 'text/html; charset=utf-8', 'essai.html'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'essai.docx'],
  ['anki', 'text/plain; charset=utf-8', 'essai.txt'],
  ['po', 'text/x-gettext-translation; charset=utf-8', 'essai.po'],
  ['xliff', 'application/xliff+xml; charset=utf-8', 'essai.xlf'],
  ['xliff2', 'application/xliff+xml; charset=utf-8', 'essai.xlf'],
  ['tmx', 'application/x-tmx+xml; charset=utf-8', 'essai.tmx'],
])('as %s it is a file to save, of its kind', async (format, mediaType, name) => {
  const { headers } = await get(`/articles/essai/export/${format}`);
  expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
    mediaType,
    `attachment; filename="${name}"`,
  ]);
});

test('the catalogue goes as it is', async () => {
  expect(await (await get('/articles/essai/export/po')).text()).toBe(SMALL['content/essai/en.po']);
});

test('the page offers every format by a name of its own', async () => {
  const html = await (await get('/articles/essai')).text();
  const links = [...html.matchAll(/href="\/articles\/essai\/export\/([^"]*)"[^>]*>([^<]*)</g)];
  expect(links.map(([, format, says]) => `${format}: ${says?.trim()}`)).toEqual([
    'epub: EPUB, for readers of books',
    'epub?layout=table: EPUB in two columns',
    'epub?hidden=yes: EPUB, the English hidden until it is asked for',
    'html: HTML, one file',
    'docx: Word, a table of two columns',
    'anki: Anki, its terms and sentences to learn',
    'po: PO, the catalogue itself',
    'xliff: XLIFF 1.2, for most translation tools',
    'xliff?prefill=yes: XLIFF 1.2 for OmegaT, with the French where there is no English',
    'xliff2: XLIFF 2.1',
    'xliff2?segments=yes: XLIFF 2.1, sentence by sentence',
    'tmx: TMX, a translation memory',
    'tmx?drafts=yes: TMX with the drafts',
    'tmx?segments=yes: TMX, sentence by sentence',
  ]);
});

test.each(['xliff2', 'tmx'])('%s can be taken away sentence by sentence', async (format) => {
  expect((await get(`/articles/essai/export/${format}?segments=yes`)).status).toBe(200);
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
