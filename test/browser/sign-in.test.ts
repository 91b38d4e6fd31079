import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { makeRoot, SMALL, start } from '../site.ts';

const PASSWORD = 'quatre-vingt-dix-sept';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let site: Site;
let root: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  browser = await chromium.connect(inject('browserWs'));
});
afterAll(() => browser.close());
beforeEach(async () => {
  ({ root, remove } = await makeRoot(SMALL));
  site = await start(root, undefined, 0, { password: PASSWORD });
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await site.close();
  await remove();
});

/** The same server again, which knows nobody any more. */
const restart = async () => {
  const port = Number(new URL(site.url).port);
  await site.close();
  site = await start(root, undefined, port, { password: PASSWORD });
};
const signIn = async (tab: Page, password = PASSWORD) => {
  await tab.fill('#password', password);
  await tab.click('main button');
};

test('Edit leads over the sign-in to the paragraph, and the edit is saved', async () => {
  await page.goto(`${site.url}articles/essai`);
  await page.press('#p2 .edit', 'Enter');
  await signIn(page);
  await page.fill('.english', 'Three chips.');
  await page.click('text=Save');
  await page.waitForSelector('#p2 .source .term[data-verdict="deprecated"]');
  expect(new URL(page.url()).hash).toBe('#p2');
});

test('after a sign-out Edit asks for the password again', async () => {
  await page.goto(`${site.url}sign-in`);
  await signIn(page);
  await page.goto(`${site.url}sign-in`);
  await page.click('text=Sign out');
  await page.goto(`${site.url}articles/essai/units/p2`);
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

test.each([true, false])('what was typed when the sign-in had ended is not lost, with script: %s', async (script) => {
  await context.close();
  context = await browser.newContext({ javaScriptEnabled: script });
  page = await context.newPage();
  await page.goto(`${site.url}articles/essai/units/p2`);
  await signIn(page);
  await page.fill('.english', 'Three tokens, typed late.');
  await restart();
  await page.click('text=Save');
  const [tab] = await Promise.all([context.waitForEvent('page'), page.click('text=Sign in (opens another tab)')]);
  await signIn(tab);
  await page.goBack();
  expect(await page.inputValue('.english')).toBe('Three tokens, typed late.');
});

test.each(['asking', 'after a wrong password', 'signed in', 'refusing'])(
  'the page %s has no barrier',
  async (state) => {
    await page.goto(`${site.url}sign-in`);
    if (state === 'after a wrong password') await signIn(page, 'quatre-vingt-dix-huit');
    if (state === 'signed in') {
      await signIn(page);
      await page.goto(`${site.url}sign-in`);
    }
    if (state === 'refusing') {
      await page.goto(`${site.url}articles/essai/units/p2`);
      await signIn(page);
      await restart();
      await page.click('text=Save');
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  },
);
