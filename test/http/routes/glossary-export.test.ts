import { afterAll, beforeAll, expect, test } from 'vitest';
import { GLOSSARY_FORMATS } from '../../../src/formats/exchange/glossary-exports.ts';
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

test.each(GLOSSARY_FORMATS)('the glossary can be taken away as %s, twice the same', async (format) => {
  const [one, two] = [await get(`/glossary/export/${format}`), await get(`/glossary/export/${format}`)];
  const text = await one.text();
  expect([one.status, text.includes('jeton'), text === (await two.text())]).toEqual([200, true, true]);
});

test.each([
  ['tbx', 'application/x-tbx', 'glossary.tbx'],
  ['tbx3', 'application/x-tbx', 'glossary.tbx'],
  ['csv', 'text/csv; charset=utf-8', 'glossary.csv'],
  ['tsv', 'text/tab-separated-values; charset=utf-8', 'glossary.tsv'],
  ['omegat', 'text/plain; charset=utf-8', 'glossary.utf8'],
  ['deepl', 'text/csv; charset=utf-8', 'glossary.csv'],
])('as %s it is a file to save, of its kind', async (format, mediaType, name) => {
  const { headers } = await get(`/glossary/export/${format}`);
  expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
    mediaType,
    `attachment; filename="${name}"`,
  ]);
});

test('the page offers every format by a name of its own', async () => {
  const html = await (await get('/glossary')).text();
  const links = [...html.matchAll(/href="\/glossary\/export\/([^"]*)"[^>]*>([^<]*)</g)];
  expect(links.map(([, format, says]) => `${format}: ${says?.trim()}`)).toEqual([
    'tbx: TBX, for most tools',
    'tbx3: TBX of 2019',
    'csv: CSV, for Excel',
    'tsv: text with tabs',
    'omegat: OmegaT',
    'deepl: DeepL',
  ]);
});

test('a question about it gets no body', async () => {
  const answer = await get('/glossary/export/tbx', 'HEAD');
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});

test.each(['xlsx', 'constructor', '__proto__', 'CSV'])('there is none as %s', async (format) => {
  const answer = await get(`/glossary/export/${format}`);
  expect([answer.status, (await answer.text()).includes('there is: tbx, tbx3, csv')]).toEqual([404, true]);
});

test('it is not written to', async () => {
  expect((await get('/glossary/export/csv', 'POST')).status).toBe(405);
});
