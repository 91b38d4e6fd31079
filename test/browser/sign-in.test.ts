import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { everyNth, IS_SLOW_SET } from '../rounds.ts';
import { SMALL, start } from '../site.ts';
import { barriersOf } from './barriers.ts';
import { untilReady, useTab } from './tab.ts';

const PASSWORD = 'quatre-vingt-dix-sept';

const tab = useTab({ files: SMALL, password: PASSWORD, isProfileNew: true });

/** The same server again, which knows nobody any more. */
const restart = async () => {
  const port = Number(new URL(tab.site.url).port);
  await tab.site.close();
  tab.site = await start(tab.root, undefined, port, { password: PASSWORD });
};
const signIn = async (page: Page, password = PASSWORD) => {
  await page.fill('#password', password);
  await page.click('main button');
};

test('the sign-in leads back to the article, which has its Edit then, and the edit is saved', async () => {
  await tab.page.goto(`${tab.site.url}articles/essai`);
  const before = await tab.page.locator('.edit').count();
  await tab.page.click('text=Sign in');
  await signIn(tab.page);
  await tab.page.press('#p2 .edit', 'Enter');
  await tab.page.fill('.english', 'Three chips.');
  await tab.page.click('text=Save');
  await tab.page.waitForSelector('#p2 .source .term[data-verdict="deprecated"]');
  expect([before, new URL(tab.page.url()).pathname]).toEqual([0, '/articles/essai']);
  // After a sign-out Edit asks for the password again.
  await tab.page.goto(`${tab.site.url}sign-in`);
  await tab.page.click('main >> text=Sign out');
  await tab.page.waitForURL((url) => url.pathname !== '/sign-in');
  await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
  expect(new URL(tab.page.url()).pathname).toBe('/sign-in');
});

test.each(everyNth([true, false], 2))(
  'what was typed when the sign-in had ended is not lost, with script: %s',
  async (script) => {
    await tab.context.close();
    tab.context = await tab.browser.newContext({ javaScriptEnabled: script });
    tab.page = await tab.context.newPage();
    await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
    await signIn(tab.page);
    await tab.page.waitForURL(/units\/p2$/);
    if (script) await untilReady(tab.page);
    await tab.page.fill('.english', 'Three tokens, typed late.');
    await restart();
    await tab.page.click('text=Save');
    const [other] = await Promise.all([
      tab.context.waitForEvent('page'),
      tab.page.click('text=Sign in (opens another tab)'),
    ]);
    await signIn(other);
    await other.waitForURL(({ pathname }) => pathname !== '/sign-in');
    await tab.page.goBack();
    await expect.poll(() => tab.page.inputValue('.english')).toBe('Three tokens, typed late.');
  },
);

test.runIf(IS_SLOW_SET)('no page of signing in has a barrier that axe finds', async () => {
  const found: string[] = [];
  const look = async (what: string) => {
    for (const barrier of await barriersOf(tab.page)) found.push(`${what} ${barrier}`);
  };
  await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
  await look('asking');
  await signIn(tab.page, 'quatre-vingt-dix-huit');
  await tab.page.waitForSelector('text=This is not the password.');
  await look('after a wrong password');
  await signIn(tab.page);
  await tab.page.waitForURL(/units\/p2$/);
  await tab.page.goto(`${tab.site.url}sign-in`);
  await tab.page.waitForSelector('main >> text=Sign out');
  await look('signed in');
  await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
  await untilReady(tab.page);
  await restart();
  await tab.page.click('text=Save');
  await tab.page.waitForSelector('text=Sign in (opens another tab)');
  await look('refusing');
  expect(found).toEqual([]);
});
