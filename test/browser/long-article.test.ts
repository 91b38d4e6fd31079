import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { start } from '../site.ts';

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
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    await context.close();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  },
);
