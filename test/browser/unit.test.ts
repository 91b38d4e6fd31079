import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { makeRoot, SMALL, start } from '../site.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let site: Site;
let remove: () => Promise<void>;
beforeAll(async () => {
  browser = await chromium.connect(inject('browserWs'));
});
afterAll(() => browser.close());
beforeEach(async () => {
  let root: string;
  ({ root, remove } = await makeRoot(SMALL));
  site = await start(root);
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await site.close();
  await remove();
});

test('e opens the paragraph, Ctrl+Enter saves it, and the reader has the new verdict', async () => {
  await page.goto(`${site.url}articles/essai`);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await page.waitForSelector('.in-place .editor');
  await page.fill('.english', 'Three chips.');
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('#p2 .source .term[data-verdict="deprecated"]');
  expect(new URL(page.url()).hash).toBe('#p2');
});

test('what was typed is there after the tab was closed', async () => {
  await page.goto(`${site.url}articles/essai/units/p2`);
  await page.focus('.english');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' And more.');
  await page.close();
  page = await context.newPage();
  await page.goto(`${site.url}articles/essai/units/p2`);
  expect([await page.inputValue('.english'), await page.textContent('.kept')]).toEqual([
    'Three tokens. And more.',
    'This is what you had typed and not saved.',
  ]);
});

test('a saved text is not offered again', async () => {
  await page.goto(`${site.url}articles/essai/units/p2`);
  await page.fill('.english', 'Three tokens!');
  await page.click('text=Save');
  await page.goto(`${site.url}articles/essai/units/p2`);
  expect(await page.isHidden('.kept')).toBe(true);
});

test('two people: the second sees both texts, and nothing is lost', async () => {
  const other = await context.newPage();
  await page.goto(`${site.url}articles/essai/units/p2`);
  await other.goto(`${site.url}articles/essai/units/p2`);
  await page.fill('.english', 'First.');
  await page.click('text=Save');
  await other.fill('.english', 'Second.');
  await other.click('text=Save');
  await other.waitForSelector('.conflict');
  expect([await other.inputValue('[data-choice=yours]'), await other.inputValue('.english')]).toEqual([
    'Second.',
    'First.',
  ]);
});

/** What a browser with on-device translation has; ours for the tests has none. */
const withTranslator = (translate: string) =>
  context.addInitScript(`globalThis.Translator = { create: async () => ({ translate: ${translate} }) }`);

test('a browser that translates by itself fills the field on click, and the ledger judges what is saved', async () => {
  await withTranslator('async (text) => text === "Trois jetons." ? "Three chips." : "?"');
  await page.goto(`${site.url}articles/essai/units/p2`);
  expect(await page.inputValue('.english')).toBe('Three tokens.');
  await page.click('text=Translate in this browser');
  await page.waitForFunction('document.querySelector("textarea.english").value === "Three chips."');
  await page.click('text=Save');
  await page.waitForSelector('#p2 .source .term[data-verdict="deprecated"]');
});

test('a browser that never answers is given up, and the text stays', async () => {
  await withTranslator('() => new Promise(() => {})');
  await page.goto(`${site.url}articles/essai/units/p2`);
  await page.evaluate('document.querySelector(".on-device").dataset.deadline = 100');
  await page.click('text=Translate in this browser');
  await page.waitForSelector('text=did not translate in time');
  expect(await page.inputValue('.english')).toBe('Three tokens.');
});

test('a browser that does not translate offers nothing', async () => {
  await context.addInitScript('delete globalThis.Translator');
  await page.goto(`${site.url}articles/essai/units/p2`);
  expect(await page.isHidden('.on-device')).toBe(true);
});

test('hostile words stay words', async () => {
  const hostile = '</textarea><script>document.title = 1</script>';
  await page.goto(`${site.url}articles/essai/units/p2`);
  await page.fill('.english', hostile);
  await page.click('text=Save');
  await page.goto(`${site.url}articles/essai/units/p2`);
  expect([await page.inputValue('.english'), await page.title()]).toEqual([
    hostile,
    expect.stringContaining('Edit p2'),
  ]);
});

test('the page has no barrier that axe finds', async () => {
  await page.goto(`${site.url}articles/essai/units/p2`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
