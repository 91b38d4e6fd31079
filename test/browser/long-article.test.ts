import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { start } from '../site.ts';
import { barriersOf } from './barriers.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await start();
  browser = await chromium.connect(inject('browserWs'));
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const pages = ['articles/deepseek-r2', 'glossary'];
const schemes = ['light', 'dark'] as const;
test.each(schemes.flatMap((scheme) => pages.map((address) => [address, scheme] as const)))(
  '%s has no axe violation: %s',
  { timeout: 120_000 },
  async (address, colorScheme) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(site.url + address);
    const barriers = await barriersOf(page, colorScheme);
    await context.close();
    expect(barriers).toEqual([]);
  },
);
