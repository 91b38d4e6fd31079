import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SMALL, start } from '../site.ts';
import { useTab } from './tab.ts';

const long = Array.from({ length: 60 }, (_, i) => `Alinéa ${i}, sans rien.`).join('\n\n');
const tab = useTab({
  files: { ...SMALL, 'content/essai/fr.md': `${SMALL['content/essai/fr.md']}\n${long}\n` },
  context: { viewport: { width: 1000, height: 500 } },
  address: 'articles/essai',
});

const GLOSSARY = 'glossary/ai.yaml';
const save = async (file: string, from: string, to: string) => {
  const at = path.join(tab.root, file);
  const text = (await readFile(at, 'utf8')).replace(from, to);
  await writeFile(`${at}.new~`, text);
  await rename(`${at}.new~`, at);
};
const verdict = (state: string) =>
  tab.page.waitForSelector(`#p2 .source .term[data-verdict="${state}"]`, { timeout: 5000 });

test('a saved glossary is on the page at once, and the changed term flashes', async () => {
  await verdict('preferred');
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await verdict('missing');
  expect([await tab.page.$$eval('.term.changed', (list) => list.length > 0)]).toEqual([true]);
});

test('the reader stays where they are', async () => {
  await tab.page.evaluate('window.scrollTo({ top: 1500, behavior: "instant" })');
  const before = await tab.page.evaluate('document.querySelector("#p30").getBoundingClientRect().top');
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await verdict('missing');
  const after = await tab.page.evaluate('document.querySelector("#p30").getBoundingClientRect().top');
  expect(Math.abs(Number(after) - Number(before))).toBeLessThan(1);
});

test('a card still opens on a term that was put in, and focus stays on it', async () => {
  await tab.page.focus('#p2 .source .term');
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await verdict('missing');
  expect(await tab.page.evaluate('document.activeElement.textContent')).toContain('jetons');
  await tab.page.hover('#p2 .source .term');
  await tab.page.waitForSelector('#card:not([hidden])');
});

test('a typo brings a banner and leaves the page as it was; mended, it goes', async () => {
  await save(GLOSSARY, '- fr: puce', '- fr: [puce');
  await tab.page.waitForSelector('.problems');
  expect(await tab.page.$$eval('.term[data-verdict="preferred"]', (list) => list.length)).toBe(4);
  await save(GLOSSARY, '[puce', 'puce');
  await tab.page.waitForSelector('.problems', { state: 'detached' });
});

test('a thousand saves in a burst end in one right state', async () => {
  const at = path.join(tab.root, GLOSSARY);
  const text = await readFile(at, 'utf8');
  for (let i = 0; i < 1000; i += 1) await writeFile(at, text.replace('en: token', `en: lexeme${i}`));
  await writeFile(at, text.replace('en: token', 'en: [lexeme, tokens]'));
  await verdict('admitted');
});

test('after a restart the page finds its way back', async () => {
  const { port } = new URL(tab.site.url);
  await tab.site.close();
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  tab.site = await start(tab.root, undefined, Number(port));
  await verdict('missing');
});

test('an edit in another window arrives too', async () => {
  const other = await tab.context.newPage();
  await other.goto(`${tab.site.url}articles/essai/units/p2`);
  await other.fill('.english', 'Three chips.');
  await other.click('text=Save');
  await other.close();
  await tab.page.bringToFront();
  await verdict('deprecated');
});

test('what changed is told, and a page that it does not touch asks for nothing', async () => {
  const told = new Promise<string>((resolve) => {
    void fetch(`${tab.site.url}events`).then(async ({ body }) => {
      const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      while (!/"articles"/.test(text)) text += (await reader?.read())?.value ?? '';
      void reader?.cancel();
      resolve(/\{.*"articles".*\}/.exec(text)?.[0] ?? '');
    });
  });
  let asked = 0;
  tab.page.on('request', (request) => {
    if (request.url().endsWith('/articles/essai')) asked += 1;
  });
  await mkdir(path.join(tab.root, 'content/autre'));
  await writeFile(path.join(tab.root, 'content/autre/fr.md'), '---\ntitle: Autre\n---\n\nRien.\n');
  const { articles, glossary, problems } = JSON.parse(await told);
  await tab.page.waitForTimeout(300);
  expect([articles, glossary, problems, asked]).toEqual([['autre'], false, false, 0]);
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await verdict('missing');
});
