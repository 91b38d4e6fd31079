import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { type FakeDeepL, startFakeDeepL } from '../engines/fake-deepl.ts';
import { createStubs } from '../engines/stub-server.ts';
import { IS_SLOW_SET } from '../rounds.ts';
import { makeRoot, NO_ENGINES, SMALL, start, until } from '../site.ts';
import { barriersOf } from './barriers.ts';
import { untilReady, useBrowser } from './tab.ts';

const stubs = createStubs();
const used = useBrowser();
let fake: FakeDeepL;
let site: Site;
let remove: () => Promise<void>;
beforeEach(async () => {
  fake = await startFakeDeepL();
  fake.pause = 500;
  const libre = await stubs.answering(({ q }: { q: string[] }) => ({
    body: { translatedText: q.map(() => 'Trois chips.') },
  }));
  let root: string;
  ({ root, remove } = await makeRoot(SMALL));
  const engines = { deepl: { key: fake.key, serverUrl: fake.url }, libretranslate: { url: libre.url, key: null } };
  site = await start(root, { ...NO_ENGINES, ...engines });
});
afterEach(async () => {
  await site.close();
  await fake.close();
  stubs.end();
  await remove();
});

async function open(javaScriptEnabled: boolean, address: string): Promise<Page> {
  const context = await used.browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(site.url + address);
  if (javaScriptEnabled) await untilReady(page);
  return page;
}

const common = (page: Page) => page.$$eval('.choice .common', (list) => list.map((one) => one.textContent));

test('with script the drafts appear while one goes on typing, and one press takes one; axe finds no barrier', async () => {
  const page = await open(true, 'articles/essai/units/p2');
  await page.click('text=Ask every engine');
  await page.waitForURL(/#choices$/);
  await untilReady(page);
  await page.fill('.english', 'Half a sent');
  await page.waitForSelector('.choice >> nth=1');
  expect([await page.inputValue('.english'), await common(page)]).toEqual([
    'Half a sent',
    ['Trois tokens.', 'Trois tokens.'],
  ]);
  expect(await barriersOf(page, 'light', '#choices')).toEqual([]);
  await page.click('.choice:has-text("libretranslate") button');
  await page.waitForSelector('#p2.unit');
  expect(await page.textContent('#p2 .target')).toContain('Trois tokens.');
  await page.context().close();
});

test.runIf(IS_SLOW_SET)('without script it is a page to look at again', async () => {
  const page = await open(false, 'articles/essai/units/p2');
  // The page that answers the form is there before it is looked at again.
  await Promise.all([page.waitForEvent('load'), page.click('text=Ask every engine')]);
  await until(async () => {
    await page.reload();
    return page.isVisible('.choice:has-text("deepl") button');
  });
  await page.click('.choice:has-text("deepl") button');
  await page.waitForSelector('#p2.unit');
  expect(await page.textContent('#p2 .target')).toContain('Trois tokens.');
  await page.context().close();
});

test.runIf(IS_SLOW_SET)(
  'in place, asking leads to the page of the paragraph, where what was typed stands',
  async () => {
    const page = await open(true, 'articles/essai');
    await page.click('#p2 .edit');
    await page.fill('.in-place .english', 'Not yet saved.');
    await page.click('.in-place >> text=Ask every engine');
    await page.waitForURL(/units\/p2#choices$/);
    await untilReady(page);
    await page.waitForSelector('.choice >> nth=1');
    expect(await page.inputValue('.english')).toBe('Not yet saved.');
    await page.context().close();
  },
);
