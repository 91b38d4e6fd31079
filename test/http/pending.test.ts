import { rename, writeFile } from 'node:fs/promises';
import { get, request as send } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { makeRoot, start, until } from '../site.ts';

const COUNT = 60;
const GLOSSARY = '- fr: jeton\n  en: token\n';
/** So many that all articles take longer than an answer. */
const PARAGRAPHS = Array.from({ length: 12 }, (_, i) => [`Trois jetons et la puce ${i}.`, `Three tokens, chip ${i}.`]);
let site: Site;
let root: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  const articles = Array.from({ length: COUNT }, (_, i) => [
    [`content/a${i}/fr.md`, `---\ntitle: Essai ${i}\n---\n\n${PARAGRAPHS.map(([fr]) => fr).join('\n\n')}\n`],
    [`content/a${i}/en.po`, PARAGRAPHS.map(([fr, en]) => `msgid "${fr}"\nmsgstr "${en}"\n`).join('\n')],
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

/** In one step, as editors save: a file that is read half written is read again, and more states come of it. */
async function writeGlossary(english: string): Promise<void> {
  const written = path.join(root, 'written');
  await writeFile(written, GLOSSARY.replace('token', english));
  await rename(written, path.join(root, 'glossary/a.yaml'));
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
    const isMissing = (articles.get(last)?.standings.missing ?? 0) > 0;
    shown.push({ at: pending.size, isRight: isMissing });
  });
  await writeGlossary('lexeme');
  await until(() => shown.at(-1)?.at === 0);
  // What is told comes on a line of its own, perhaps after other answers.
  await until(() => page.told.length > 2);
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

/** Changes the glossary, and does something in the first state that has the new one. */
async function change(english: string, during: (pending: readonly string[]) => unknown): Promise<void> {
  const first = new Promise<void>((resolve) => {
    const stop = site.library.onChange(({ pending }) => {
      stop();
      during([...pending]);
      resolve();
    });
  });
  await writeGlossary(english);
  await first;
}

test('an article is never answered as it was checked with another glossary, whoever asks while it is pending', async () => {
  let asked: Promise<boolean[]> | undefined;
  await change('sign', (pending) => {
    asked = Promise.all(pending.slice(-5).map(isRight));
  });
  expect(await asked).toEqual(Array.from({ length: 5 }, () => true));
});

test('what a file of entries would do is told of all articles as the glossary of now has them', async () => {
  await change('token', () => {});
  await site.library.settled();
  const form = new FormData();
  form.append('text', 'fr,en\npuce,chip\n');
  const brought = await fetch(new URL('/import', site.url), { method: 'POST', body: form, redirect: 'manual' });
  let shown: Promise<string> | undefined;
  await change('mark', () => {
    shown = textOf(brought.headers.get('location') ?? '');
  });
  expect(/With what is ticked here, [^<]*/.exec((await shown) ?? '')?.[0]).toBe(
    'With what is ticked here, no paragraph of any article changes for better or worse.',
  );
});

test('an article whose answer is under way is among the first, however many pages are open', async () => {
  await site.library.settled();
  const closing = Array.from({ length: 30 }, (_, i) => site.library.attend(`a${i + 1}`));
  const headers = { 'content-type': 'application/json', 'content-length': 100 };
  const request = send(new URL('/api/articles/a0/units/p1', site.url), { method: 'PUT', headers });
  request.on('error', () => {}).flushHeaders();
  await new Promise((resolve) => setTimeout(resolve, 300));
  let pending: readonly string[] = [];
  await change('signal', (now) => {
    pending = now;
  });
  request.destroy();
  for (const close of closing) close();
  // Of the others as many as a moment takes, and of those that come first twenty at most.
  const isWithin = COUNT - 20 <= pending.length && pending.length < COUNT;
  expect([isWithin, pending.includes('a0')]).toEqual([true, false]);
});
