import { writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { makeRoot, start, until } from '../site.ts';

const COUNT = 60;
const GLOSSARY = '- fr: jeton\n  en: token\n';
let site: Site;
let root: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  const articles = Array.from({ length: COUNT }, (_, i) => [
    [`content/a${i}/fr.md`, `---\ntitle: Essai ${i}\n---\n\nTrois jetons.\n`],
    [`content/a${i}/en.po`, 'msgid "Trois jetons."\nmsgstr "Three tokens."\n'],
  ]);
  ({ root, remove } = await makeRoot({ 'glossary/a.yaml': GLOSSARY, ...Object.fromEntries(articles.flat()) }));
  site = await start(root);
});
afterAll(async () => {
  await site.close();
  await remove();
});

/** What a page that is open is told, with the first event of all. */
function listenFrom(page: string): { readonly told: string[]; readonly close: () => void } {
  const told: string[] = [];
  const request = get(
    new URL('/events', site.url),
    { headers: { referer: new URL(page, site.url).href } },
    (answer) => {
      answer.setEncoding('utf8').on('data', (text: string) => {
        told.push(...text.split('\n').filter((line) => line.startsWith('data: ')));
      });
    },
  );
  request.on('error', () => {});
  return { told, close: () => request.destroy() };
}

const textOf = async (address: string) => (await fetch(new URL(address, site.url))).text();
const isRight = async (article: string) =>
  (await textOf(`/articles/${article}/ledger.json`)).includes('"verdict":"missing"');

test('a page that is open is told twice at most of a changed term, and is right at the first time', async () => {
  const last = `a${COUNT - 1}`;
  const page = listenFrom(`/articles/${last}`);
  await until(() => page.told.length === 1);
  const shown: { at: number; isRight: boolean }[] = [];
  const stop = site.library.onChange(({ articles, pending }) => {
    const isMissing = (articles.get(last)?.verdicts.missing ?? 0) > 0;
    shown.push({ at: pending.size, isRight: isMissing });
  });
  await writeFile(path.join(root, 'glossary/a.yaml'), GLOSSARY.replace('token', 'lexeme'));
  await until(() => shown.at(-1)?.at === 0);
  const listed = await textOf('/articles');
  stop();
  page.close();
  expect([shown, page.told.length - 1, listed.includes('still being checked')]).toEqual([
    [
      { at: COUNT - 1, isRight: true },
      { at: 0, isRight: true },
    ],
    2,
    false,
  ]);
});

test('an article is never answered as it was checked with another glossary, whoever asks while it is pending', async () => {
  const first = new Promise<readonly string[]>((resolve) => {
    const stop = site.library.onChange(({ pending }) => {
      stop();
      resolve([...pending]);
    });
  });
  await writeFile(path.join(root, 'glossary/a.yaml'), GLOSSARY.replace('token', 'sign'));
  const pending = (await first).slice(-5);
  const answers = await Promise.all(pending.map(isRight));
  expect([pending.length, answers]).toEqual([5, Array.from({ length: 5 }, () => true)]);
});
