import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { makeRoot, SMALL, start, until } from '../site.ts';

let root: string;
let remove: () => Promise<void>;
let site: Site;
beforeEach(async () => {
  ({ root, remove } = await makeRoot(SMALL));
  site = await start(root);
});
afterEach(async () => {
  await site.close();
  await remove();
});

const get = (address: string) => fetch(site.url + address);
const page = async () => (await get('articles/essai')).text();

test('an error that nobody foresaw is on every page until the files change, and the server goes on', async () => {
  site.survive(new TypeError('x is not a function'));
  const during = await page();
  await writeFile(path.join(root, 'glossary/ai.yaml'), `${SMALL['glossary/ai.yaml']}- keep: GPU\n`);
  await until(() => site.library.current().glossary.concepts.length === 3);
  const after = await page();
  expect([
    during.includes('something went wrong that nobody foresaw'),
    during.includes('x is not a function'),
    (await get('healthz')).status,
    after.includes('nobody foresaw'),
  ]).toEqual([true, false, 200, false]);
});

describe('what no file can hold is refused with a sentence, and the next save works', () => {
  const UNIT = 'api/articles/essai/units/p2';
  const send = async (address: string, method: string, body: unknown) => {
    const tag = (await get(UNIT)).headers.get('etag') ?? '';
    return fetch(site.url + address, {
      method,
      headers: { 'content-type': 'application/json', 'if-match': tag },
      body: JSON.stringify(body),
    });
  };
  const put = (target: string) => send(UNIT, 'PUT', { target, state: 'reviewed' });

  test.each([
    ['a NUL', 'The\0token.', 'The text of p2 holds U+0000'],
    ['what ends a context in gettext', 'The\u0004token.', 'holds U+0004'],
    ['an escape', 'The \u001b[31mtoken.', 'holds U+001B'],
    ['half a character', 'The \ud83d token.', 'holds U+D83D'],
    ['a page break', 'The\ftoken.', 'holds U+000C'],
  ])('%s in a paragraph', async (_what, target, sentence) => {
    const refused = await put(target);
    const { detail } = (await refused.json()) as { detail: string };
    expect([refused.status, detail.includes(sentence), (await put('Fine.')).status]).toEqual([422, true, 200]);
  });

  test.each(['a\u0007b', 'fine\na\0b'])('in a note: %j', async (note) => {
    const version = ((await get(UNIT)).headers.get('etag') ?? '').replaceAll('"', '');
    const body = `version=${version}&do=save&note=${encodeURIComponent(note)}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const refused = await fetch(`${site.url}articles/essai/units/p2`, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
    });
    expect([refused.status, (await refused.text()).includes('The text of p2 holds U+')]).toEqual([422, true]);
  });

  test('in an entry', async () => {
    const entry = { fr: 'octet', en: 'byte', definition: 'a\0b' };
    const refused = await send('api/glossary/concepts', 'POST', entry);
    const saved = await send('api/glossary/concepts', 'POST', { ...entry, definition: 'Eight bits.' });
    expect([refused.status, saved.status]).toEqual([422, 201]);
  });

  test.each([
    ['fr', 'oc\0tet'],
    ['en', ['byte', 'oct\u001bet']],
    ['not', [{ term: 'bite', why: 'a\u007fb' }]],
    ['source', 'a\u0004b'],
    ['except', ['octet\ud83d']],
    ['examples', ['oc\ftet => byte']],
  ])('in “%s” of an entry, by that name', async (key, value) => {
    const refused = await send('api/glossary/concepts', 'POST', { fr: 'octet', en: 'byte', [key]: value });
    const { detail } = (await refused.json()) as { detail: string };
    expect([refused.status, detail.startsWith(`“${key}” holds U+`)]).toEqual([422, true]);
  });

  test('in the form, which keeps what was typed', async () => {
    const version = (await get(UNIT)).headers.get('etag')?.slice(1, -1) ?? '';
    const form = new URLSearchParams({ version, base: '', target: 'The\0long text.', state: 'draft', do: 'save' });
    const answer = await fetch(`${site.url}articles/essai/units/p2`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
    });
    expect([answer.status, (await answer.text()).includes('long text.')]).toEqual([422, true]);
  });

  test('more than the file may hold is 413 with the number', async () => {
    const filler = `# ${'x'.repeat(5_200_000)}\n\n`;
    await writeFile(path.join(root, 'content/essai/en.po'), filler + SMALL['content/essai/en.po']);
    await site.library.reload();
    const refused = await put('y'.repeat(90_000));
    const { detail } = (await refused.json()) as { detail: string };
    expect([refused.status, /is too large \(5\.\d\d MB; the limit is 5 MB\)/.test(detail)]).toEqual([413, true]);
  });
});
