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
  /** One page too, opened once: a test looks at it, leaves it as it was, or goes to where it begins. */
  readonly isPageShared?: boolean;
  /**
   * A profile of its own for each test, with nothing loaded: where one changes what its pages run, or counts what they
   * load.
   */
  readonly isProfileNew?: boolean;
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

/**
 * Waits until a page hears keys and presses, for where a press led to it: its own scripts have run once it is loaded,
 * and those that come behind it for a form take away the button that is of no use with them.
 */
export async function untilReady(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.waitForSelector('.check', { state: 'detached' });
}

/**
 * Gives each test of a file a tab; one in which a script failed fails its test. The sites of a file have one address
 * after the other, and their tabs one profile that forgets all but what it loaded: half of a first look is to load it.
 */
export function useTab(options: TabOptions): Tab {
  const { isProfileNew = false, isPageShared = false, address } = options;
  const complaints: string[] = [];
  afterEach(() => expect(complaints.splice(0)).toEqual([]));
  const tab = useBrowser() as Tab;
  useSite(tab, options);
  const openProfile = async () => {
    tab.context = await tab.browser.newContext(options.context ?? {});
    tab.context.setDefaultTimeout(PATIENCE);
  };
  const open = async () => {
    if (isProfileNew) await openProfile();
    tab.page = await tab.context.newPage();
    if (!isProfileNew) await forget(tab);
    // A page that is left while it loads its editor ends that with an error nobody sees; bundles.test.ts has what is
    // gone.
    tab.page.on('pageerror', ({ message }) => {
      if (!message.startsWith('Failed to fetch dynamically imported module')) complaints.push(message);
    });
    if (address !== undefined) await tab.page.goto(tab.site.url + address);
  };
  const close = async () => {
    if (isProfileNew) await tab.context.close();
    else if (!(await areClosed(tab.context.pages()))) await openProfile();
  };
  if (!isProfileNew) beforeAll(openProfile);
  if (isPageShared) beforeAll(open);
  else beforeEach(open);
  if (isPageShared) afterAll(close);
  else afterEach(close);
  return tab;
}

/** Starts the sites of a tab. */
function useSite(tab: Tab, { files, password, isSiteShared = false, isPageShared = false }: TabOptions): void {
  let remove: () => Promise<void>;
  let port = 0;
  const open = async () => {
    ({ root: tab.root, remove } = await makeRoot(files));
    tab.site = await start(tab.root, undefined, port, password === undefined ? {} : { password });
    port = Number(new URL(tab.site.url).port);
  };
  const close = () => tab.site.close().then(remove);
  const isShared = isSiteShared || isPageShared;
  if (isShared) beforeAll(open);
  else beforeEach(open);
  if (isShared) afterAll(close);
  else afterEach(close);
}

/** A page that is closed while it sends something may never say that it is. Milliseconds. */
const MOST_CLOSING = 20_000;

/** Whether pages are closed in time; where not, their profile is of no use any more. */
async function areClosed(pages: readonly Page[]): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), MOST_CLOSING);
  });
  const closed = Promise.all(pages.map((page) => page.close())).then(() => true);
  return Promise.race([closed, late]).finally(() => clearTimeout(timer));
}

/** Takes away what the tests before left in the profile. */
async function forget({ context, page, site }: Tab): Promise<void> {
  const devtools = await context.newCDPSession(page);
  const storageTypes = 'cookies,local_storage,indexeddb,service_workers,cache_storage';
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(site.url).origin, storageTypes });
  await devtools.detach();
}
