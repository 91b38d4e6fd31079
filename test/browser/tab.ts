import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { makeRoot, start } from '../site.ts';

/** A tab of a browser of its own, on a server of its own, with files of its own. */
export interface Tab {
  browser: Browser;
  context: BrowserContext;
  page: Page;
  site: Site;
  root: string;
}

export interface TabOptions {
  readonly files: Readonly<Record<string, string>>;
  readonly context?: BrowserContextOptions;
  readonly password?: string;
  /** Opened first, relative to the site; nothing when not named. */
  readonly address?: string;
  /** One server with one set of files for all tests, which ask nothing of what the others did. */
  readonly isSiteShared?: boolean;
}

/** For a page to become as a test wants it, on a machine that does ten other things. Milliseconds. */
const PATIENCE = 90_000;

/** The browser of all tests, for those of one file. */
export function useBrowser(): { browser: Browser } {
  const used = {} as { browser: Browser };
  beforeAll(async () => {
    used.browser = await chromium.connect(inject('browserWs'));
  });
  afterAll(() => used.browser.close());
  return used;
}

/** Gives each test of a file a tab; one in which a script failed fails its test. */
export function useTab({ files, context = {}, password, address, isSiteShared = false }: TabOptions): Tab {
  const tab = useBrowser() as Tab;
  const complaints: string[] = [];
  let remove: () => Promise<void>;
  const open = async () => {
    ({ root: tab.root, remove } = await makeRoot(files));
    tab.site = await start(tab.root, undefined, 0, password === undefined ? {} : { password });
  };
  const close = () => tab.site.close().then(remove);
  if (isSiteShared) beforeAll(open);
  else beforeEach(open);
  if (isSiteShared) afterAll(close);
  else afterEach(close);
  beforeEach(async () => {
    tab.context = await tab.browser.newContext(context);
    tab.context.setDefaultTimeout(PATIENCE);
    tab.page = await tab.context.newPage();
    complaints.length = 0;
    // A page that is left while it loads its editor ends that with an error nobody sees; bundles.test.ts has what is gone.
    tab.page.on('pageerror', ({ message }) => {
      if (!message.startsWith('Failed to fetch dynamically imported module')) complaints.push(message);
    });
    if (address !== undefined) await tab.page.goto(tab.site.url + address);
  });
  afterEach(async () => {
    await tab.context.close();
    expect(complaints).toEqual([]);
  });
  return tab;
}
