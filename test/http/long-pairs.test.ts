import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { makeRoot, SMALL, start } from '../site.ts';

let site: Site;
let remove: () => Promise<void>;
beforeAll(async () => {
  const made = await makeRoot(SMALL);
  remove = made.remove;
  site = await start(made.root);
});
afterAll(async () => {
  await site.close();
  await remove();
});

const ask = (address: string, init: RequestInit = {}) =>
  fetch(new URL(address, site.url), { redirect: 'manual', ...init });
/** Brings two texts as files, and gives the address to which that leads. */
async function bring(french: string, english: string): Promise<{ status: number; where: string }> {
  const body = new FormData();
  body.append('file', new Blob([french]), 'a.txt');
  body.append('english_file', new Blob([english]), 'b.txt');
  const { status, headers } = await ask('/add', { method: 'POST', body });
  return { status, where: headers.get('location') ?? '' };
}

test('two files of 4 MB are taken', async () => {
  const french = `${'Un pont. '.repeat(50)}\n\n`.repeat(8900).slice(0, 2_000_000);
  const english = `${'A bridge. '.repeat(50)}\n\n`.repeat(4900).slice(0, 2_400_000);
  expect((await bring(french, english)).status).toBe(303);
});

test('pairs of a long text take several pages, none too large, and all rows are there once', async () => {
  const words = (i: number) => `numéro ${i} & “tout” <b>${'mot '.repeat(60)}</b>`;
  const french = Array.from({ length: 280 }, (_, i) => `Le paragraphe ${words(i)}. Il dit ${i * 7}.`).join('\n\n');
  const english = Array.from(
    { length: 256 },
    (_, i) => `Paragraph ${words(i)}. It says ${i * 7}. ${'Yes. '.repeat(i % 50)}`,
  ).join('\n\n');
  const { where } = await bring(french, english);
  const draft = new URLSearchParams({ title: 'Les ponts', site: '', url: '', date: '', slug: 'les-ponts' });
  for (let i = 0; i < 280; i += 1) draft.append('block', String(i));
  const address = (await ask(where, { method: 'POST', body: draft })).headers.get('location') ?? '';
  const sizes: number[] = [];
  const indexes: number[] = [];
  for (let number = 1, more = true; more; number += 1) {
    const html = await (await ask(`${address}?page=${number}`)).text();
    sizes.push(Buffer.byteLength(html));
    indexes.push(...[...html.matchAll(/ id="row-(\d+)"/g)].map(([, index]) => Number(index)));
    more = html.includes('rel="next"');
  }
  expect([sizes.length > 1, Math.max(...sizes) <= 200_000, indexes]).toEqual([true, true, indexes.map((_, i) => i)]);
  const last = indexes.at(-1) ?? 0;
  const answers = await Promise.all(
    [`row=${last}`, `row=999999`, 'page=0', 'page=-1', 'row=x'].map((one) => ask(`${address}?${one}`)),
  );
  expect([
    answers.map(({ status }) => status),
    (await (answers[0] as Response).text()).includes(`id="row-${last}"`),
  ]).toEqual([[200, 200, 200, 200, 200], true]);
});
