import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { type FakeDeepL, startFakeDeepL } from '../engines/fake-deepl.ts';
import { IS_SLOW_SET } from '../rounds.ts';
import { makeRoot, NO_ENGINES, start } from '../site.ts';
import { barriersOf } from './barriers.ts';
import { useBrowser } from './tab.ts';

const french = (title: string) =>
  `---\ntitle: ${title}\n---\n\nTrois jetons.\n\nLa rame sort du dépôt.\n\nDeux jetons de plus.\n`;

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
    'content/tram/fr.md': french('Un tram'),
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
  await page.click('text=4 paragraphs to translate');
  return page;
}

/** Saves the article under another title, and waits until the page says it. */
async function retitle(page: Page): Promise<void> {
  await writeFile(path.join(root, 'content/tram/fr.md'), french('Un autre tram'));
  await page.waitForSelector('main >> text=Un autre tram');
}

test.each([
  ['with script', true],
  ['without script', false],
])('from the reader to the last paragraph, %s', async (_what, script) => {
  const page = await open(script);
  expect([await page.locator('.price dd').first().textContent(), fake.requests]).toEqual(['4', []]);
  await page.click('.start button');
  await page.waitForSelector('[data-state="ended"]');
  const rows = await page.$$eval('.arrived li', (list) => list.map((row) => row.textContent ?? ''));
  expect([rows.length, rows.filter((row) => row.includes('repaired: chips → tokens')).length]).toEqual([4, 2]);
  await page.context().close();
});

test.runIf(IS_SLOW_SET)(
  'the page of a run that has ended has no barrier that axe finds, and asks for nothing',
  async () => {
    const page = await open(true);
    await page.click('.start button');
    await page.waitForSelector('[data-state="ended"]');
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    expect(await barriersOf(page)).toEqual([]);
    await page.waitForTimeout(1000);
    expect(asked).toEqual([]);
    await page.context().close();
  },
);

test.runIf(IS_SLOW_SET)(
  'a run that was started elsewhere shows, and the focus stays on Cancel while it goes on',
  async () => {
    const page = await open(true);
    const other = await open(true);
    fake.fail('/v2/translate', 'hang');
    await other.click('.start button');
    await page.waitForSelector('[data-state="running"]');
    await page.focus('#run button');
    const mark = 'document.querySelector("#run button").mark';
    await page.evaluate(`${mark} = "the same button"`);
    await retitle(page);
    expect([await page.evaluate(mark), await page.evaluate('document.activeElement.textContent')]).toEqual([
      'the same button',
      'Cancel',
    ]);
    await page.context().close();
    await other.context().close();
  },
);

test('what was chosen in the form stays when the files change', async () => {
  const page = await open(true);
  await page.check('[name="all"]');
  await retitle(page);
  expect(await page.isChecked('[name="all"]')).toBe(true);
  await page.context().close();
});
