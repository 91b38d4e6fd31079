import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { type FakeDeepL, startFakeDeepL } from '../engines/fake-deepl.ts';
import { HOME, makeRoot, NO_ENGINES, start } from '../site.ts';
import { barriersOf } from './barriers.ts';
import { useBrowser } from './tab.ts';

const used = useBrowser();
let fake: FakeDeepL;
let site: Site;
let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  fake = await startFakeDeepL();
  fake.obeys = false;
  fake.words.set('jetons', 'chips');
  ({ root, remove } = await makeRoot({
    'glossary/ai.yaml': '- fr: jeton\n  en: token\n  not: [chip]\n',
    'content/tram/fr.md': await readFile(path.join(HOME, 'test/engines/tram.md'), 'utf8'),
  }));
  site = await start(root, { ...NO_ENGINES, deepl: { key: fake.key, serverUrl: fake.url } });
});
afterEach(async () => {
  await site.close();
  await fake.close();
  await remove();
});

async function open(javaScriptEnabled: boolean): Promise<Page> {
  const context = await used.browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${site.url}articles/tram`);
  await page.click('text=37 paragraphs to translate');
  return page;
}

test.each([
  ['with script', true],
  ['without script', false],
])('from the reader to the last paragraph, %s', async (_what, script) => {
  const page = await open(script);
  const priced = await page.textContent('.price');
  expect([priced?.replaceAll(/\s+/g, ' ').includes('37'), fake.requests]).toEqual([true, []]);
  await page.click('.start button');
  await page.waitForSelector('[data-state="ended"]');
  const rows = await page.$$eval('.arrived li', (list) => list.map((row) => row.textContent ?? ''));
  expect([rows.length, rows.filter((row) => row.includes('repaired: chips → tokens')).length]).toEqual([37, 2]);
  await page.context().close();
});

test('the page of a run has no barrier that axe finds', async () => {
  const page = await open(true);
  await page.click('.start button');
  await page.waitForSelector('[data-state="ended"]');
  expect(await barriersOf(page)).toEqual([]);
  await page.context().close();
});

test('the page of a run is told how it goes, and asks for nothing when nothing goes on', async () => {
  const page = await open(true);
  await page.click('.start button');
  await page.waitForSelector('[data-state="ended"]');
  await page.waitForTimeout(300);
  let asked = 0;
  page.on('request', () => {
    asked += 1;
  });
  await page.waitForTimeout(1000);
  expect(asked).toBe(0);
  await page.context().close();
});

test('a run that was started elsewhere shows, and the focus stays on Cancel while it goes on', async () => {
  const page = await open(true);
  const other = await open(true);
  fake.fail('/v2/translate', 'hang');
  await other.click('.start button');
  await page.waitForSelector('[data-state="running"]');
  await page.focus('#run button');
  const mark = 'document.querySelector("#run button").mark';
  await page.evaluate(`${mark} = "the same button"`);
  await writeFile(path.join(root, 'glossary/more.yaml'), '- fr: rail\n  en: rail\n');
  await page.waitForResponse(/\/translate$/);
  await page.waitForTimeout(200);
  expect([await page.evaluate(mark), await page.evaluate('document.activeElement.textContent')]).toEqual([
    'the same button',
    'Cancel',
  ]);
  await page.context().close();
  await other.context().close();
});

test('what was chosen in the form stays when the files change', async () => {
  const page = await open(true);
  await page.check('[name="all"]');
  await writeFile(path.join(root, 'glossary/more.yaml'), '- fr: rail\n  en: rail\n');
  await page.waitForResponse(/\/translate$/);
  await page.waitForTimeout(200);
  expect(await page.isChecked('[name="all"]')).toBe(true);
  await page.context().close();
});
