import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, SMALL, start } from '../../site.ts';

const PASSWORD = 'a password of some length';
const article = (title: string, head = '') => `---\ntitle: ${title}\n${head}---\n\nUn jeton.\n\nDeux jetons.\n`;
const FILES = {
  ...SMALL,
  'content/ete/fr.md': article('L’été des modèles', 'site: Le Journal\ndate: 2026-03-01\n'),
  'content/ete/en.po':
    'msgid "L’été des modèles"\nmsgstr "The models’ summer"\n\nmsgid "Un jeton."\nmsgstr "A chip."\n\n#, fuzzy\nmsgid "Deux jetons."\nmsgstr "Three tokens."\n',
  'content/zone/fr.md': article('Zone', 'date: 2026-05-01\n'),
  'content/abeille/fr.md': article('Abeille', 'date: 2025-05-01\n'),
};

let root: string;
let remove: () => Promise<void>;
let site: Site;
const begin = async (files: Record<string, string>, password: string | null = null) => {
  ({ root, remove } = await makeRoot(files));
  site = await start(root, undefined, 0, { password });
};
const end = async () => {
  await site.close();
  await remove();
};
beforeAll(() => begin(FILES));
afterAll(end);
/** The server for all tests that only read, while one has its own. */
let shared: [string, () => Promise<void>, Site] | null = null;
/** A server of its own for the test that runs. */
const beginOwn = (files: Record<string, string>, password: string | null = null) => {
  shared = [root, remove, site];
  return begin(files, password);
};
afterEach(async () => {
  if (shared === null) return;
  await end();
  [root, remove, site] = shared;
  shared = null;
});

const ask = (address: string, init: RequestInit = {}) =>
  fetch(new URL(address, site.url), { redirect: 'manual', ...init });
const get = async (address: string) => (await ask(address)).text();
const post = (address: string, fields: Record<string, string> = {}) =>
  ask(address, { method: 'POST', body: new URLSearchParams(fields) });
/** The articles of a page, in order, by their slugs. */
const listed = (html: string) =>
  [...html.matchAll(/<h2><a href="\/articles\/([a-z-]+)"/g)].map(([, slug]) => slug).join(' ');
const itemOf = (html: string, slug: string) =>
  html
    .split('<li>')
    .find((one) => one.includes(`/articles/${slug}"`))
    ?.replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

test('the newest comes first, and what has no date last', async () => {
  expect(listed(await get('/'))).toBe('zone ete abeille essai');
});

test('the other order is that of the titles', async () => {
  expect(listed(await get('/articles?by=title'))).toBe('abeille essai ete zone');
});

describe('an article is found by its titles, its site and its name', () => {
  test.each([
    ['ÉTÉ', 'ete'],
    ['ete modele', 'ete'],
    ['modele ete', 'ete'],
    ['SUMMER', 'ete'],
    ['journal', 'ete'],
    ['  e  ', 'zone ete abeille essai'],
    ['été zone', ''],
    ['jeton', ''],
    ['<b>', ''],
  ])('“%s” finds “%s”', async (words, found) => {
    expect(listed(await get(`/articles?q=${encodeURIComponent(words)}`))).toBe(found);
  });
});

test('the order stays while somebody searches', async () => {
  const html = await get('/articles?by=title&q=e');
  expect([listed(html), /name="by" value="title"/.test(html), html.includes('/articles?q=e"')]).toEqual([
    'abeille essai ete zone',
    true,
    true,
  ]);
});

test('an article says how far its English is and what is wrong with it', async () => {
  const html = await get('/articles');
  expect([itemOf(html, 'ete'), itemOf(html, 'essai'), itemOf(html, 'zone')]).toEqual([
    ' L’été des modèles The models’ summer Le Journal March 1, 2026 3 paragraphs: all translated, 2 reviewed · 2 errors · Remove : L’été des modèles ',
    ' Essai Trial 3 paragraphs, all translated and reviewed · nothing to correct · Remove : Essai ',
    ' Zone May 1, 2026 3 paragraphs, not translated yet · Remove : Zone ',
  ]);
});

describe('the only article', () => {
  /** What tells one answer from another. */
  const answerOf = async (address: string, init: RequestInit = {}) => {
    const answer = await ask(address, init);
    return [answer.status, answer.headers.get('etag'), answer.headers.get('allow'), await answer.text()];
  };

  test('is what the first page shows, with no address that nobody told, and the list has one all the same', async () => {
    await beginOwn(SMALL);
    const html = await get('/');
    const held = ['id="p2"', 'href="/articles"', 'href="/add"', 'rel="canonical"'].map((one) => html.includes(one));
    expect([listed(await get('/articles')), held]).toEqual(['essai', [true, true, true, false]]);
  });

  test('is answered there as at its own address, whichever is asked first', async () => {
    await beginOwn(SMALL, PASSWORD);
    const differing: string[] = [];
    const { etag = '' } = Object.fromEntries((await ask('/')).headers);
    for (const [behind, init] of [
      ['', {}],
      ['?saved=1', {}],
      ['?q=jeton', {}],
      ['', { method: 'HEAD' }],
      ['', { method: 'POST' }],
      ['', { method: 'DELETE' }],
      ['', { headers: { 'if-none-match': etag } }],
    ] as const) {
      const [first, own] = [await answerOf(`/${behind}`, init), await answerOf(`/articles/essai${behind}`, init)];
      if (JSON.stringify(first) !== JSON.stringify(own)) differing.push(JSON.stringify([behind, init, first, own]));
    }
    expect(differing).toEqual([]);
    expect(await get('/')).toContain('/sign-in?next=%2Farticles%2Fessai"');
  });

  test('makes room for the list when a second one comes', async () => {
    await beginOwn(SMALL);
    const before = await ask('/');
    await mkdir(path.join(root, 'content/zone'));
    await writeFile(path.join(root, 'content/zone/fr.md'), article('Zone'));
    await expect.poll(async () => listed(await get('/'))).toBe('essai zone');
    const after = await ask('/', { headers: { 'if-none-match': before.headers.get('etag') ?? '' } });
    expect([before.status, after.status]).toEqual([200, 200]);
  });
});

test('without an article the first page says how there will be one', async () => {
  await beginOwn({ 'glossary/ai.yaml': SMALL['glossary/ai.yaml'] });
  const html = await get('/');
  expect([html.includes('There is no article yet'), html.includes('href="/add"')]).toEqual([true, true]);
});

describe('a list of several pages', () => {
  const many = Object.fromEntries(
    Array.from({ length: 103 }, (_, i) => [
      `content/n-${String(i).padStart(3, '0')}/fr.md`,
      `---\ntitle: N ${i}\n---\n`,
    ]),
  );
  test('is shown a page at a time, and a page behind the last is the last', async () => {
    await beginOwn(many);
    const pages = await Promise.all(
      ['', '?page=2', '?page=3', '?page=99', '?page=-1'].map((one) => get(`/articles${one}`)),
    );
    expect(pages.map((html) => html.match(/<h2>/g)?.length)).toEqual([50, 50, 3, 3, 50]);
    expect(/href="\/articles" rel="prev"|Page 2 of 3/.test(pages[1] ?? '')).toBe(true);
  });
});

describe('an article is removed', () => {
  const fileOf = (slug: string) => existsSync(path.join(root, 'content', slug, 'fr.md'));

  test('only after somebody was asked', async () => {
    const html = await get('/articles/ete/remove');
    expect([html.includes('L’été des modèles'), html.includes('action="/articles/ete/remove"'), fileOf('ete')]).toEqual(
      [true, true, true],
    );
  });

  test('and the list that follows offers to bring it back, with all it had', async () => {
    await beginOwn(FILES);
    const answer = await post('/articles/ete/remove');
    const next = answer.headers.get('location') ?? '';
    const html = await get(next);
    const [, number = ''] = /name="number" value="(\d+)"[^>]*>Bring it back</.exec(html) ?? [];
    const gone = [answer.status, listed(html), fileOf('ete'), (await ask('/articles/ete')).status];
    const back = await post('/undo', { number });
    const page = await get(back.headers.get('location') ?? '');
    expect(gone).toEqual([303, 'zone abeille essai', false, 404]);
    expect([back.status, fileOf('ete'), page.includes('The models’ summer'), page.includes('brought back')]).toEqual([
      303,
      true,
      true,
      true,
    ]);
  });

  test('and stands among all changes, where each can be undone once', async () => {
    await beginOwn(FILES);
    await post('/articles/ete/remove');
    await post('/articles/zone/remove');
    const html = await get('/changes');
    const offers = [...html.matchAll(/value="(\d+)"[^>]*>Bring it back</g)].map(([, number = '']) => number);
    await post('/undo', { number: offers[0] ?? '' });
    const twice = await post('/undo', { number: offers[0] ?? '' });
    expect([offers.length, twice.status, fileOf('zone'), fileOf('ete')]).toEqual([2, 409, true, false]);
  });

  test('and not under a name that is another’s by now', async () => {
    await beginOwn(FILES);
    const answer = await post('/articles/ete/remove');
    const [, number = ''] = /saved=(\d+)/.exec(answer.headers.get('location') ?? '') ?? [];
    await mkdir(path.join(root, 'content/ete'), { recursive: true });
    await writeFile(path.join(root, 'content/ete/fr.md'), article('Autre'));
    const undone = await post('/undo', { number });
    const text = await readFile(path.join(root, 'content/ete/fr.md'), 'utf8');
    expect([undone.status, text.includes('Autre')]).toEqual([409, true]);
  });

  test('by those alone who are signed in', async () => {
    await beginOwn(FILES, 'a long enough password');
    const [asked, sent] = [await ask('/articles/ete/remove'), await post('/articles/ete/remove')];
    expect([asked.status, asked.headers.get('location'), sent.status, fileOf('ete')]).toEqual([
      303,
      '/sign-in?next=%2Farticles%2Fete%2Fremove',
      401,
      true,
    ]);
  });

  test.each(['none', 'ETE', '..', '%2e%2e%2fete', 'ete.'])('“%s” is none', async (slug) => {
    const answer = await post(`/articles/${slug}/remove`);
    expect([404, 400].includes(answer.status)).toBe(true);
  });
});
