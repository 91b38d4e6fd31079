import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeAll } from 'vitest';
import { useBrowser } from './tab.ts';

/** A page, with all that it printed to its console or asked in a dialog since it was opened. */
export type ReadPage = Page & { complaints: string[] };

export interface Pages {
  /** With options in a profile of its own, else in the one page that all tests of a file share. */
  open(address: string, options?: BrowserContextOptions): Promise<ReadPage>;
  /**
   * The shared page as the test before left it, where it is at that address: for tests that look, or put back what they
   * change.
   */
  stay(address: string): Promise<ReadPage>;
}

const VIEWPORT = { width: 1280, height: 800 };

/**
 * Opens pages for tests that read: a page that knows nothing of those before it. To go anew with the same one takes
 * half as long as to open another, for a test that leaves it in the same window and without a route of its own.
 */
export function usePages(): Pages {
  const used = useBrowser();
  const own: BrowserContext[] = [];
  let shared: ReadPage;
  const makePage = async (options: BrowserContextOptions) => {
    const context = await used.browser.newContext({ viewport: VIEWPORT, ...options });
    return { context, page: listen(await context.newPage()) };
  };
  beforeAll(async () => {
    shared = (await makePage({})).page;
  });
  afterEach(async () => {
    for (const context of own.splice(0)) await context.close();
    // A page that prints is narrower, and one that is pointed at explains itself.
    await shared.emulateMedia({ media: null });
    await shared.mouse.move(0, 0);
  });
  const open = async (address: string) => {
    await forget(shared);
    await goTo(shared, address);
    return shared;
  };
  return {
    async open(address, options) {
      if (options === undefined) return open(address);
      const { context, page } = await makePage(options);
      own.push(context);
      await goTo(page, address);
      return page;
    },
    stay: async (address) => (shared.url() === address ? shared : open(address)),
  };
}

/** Nothing moves any more on a page that has its letters. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate('document.fonts.ready.then(() => null)');
}

function listen(page: Page): ReadPage {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return Object.assign(page, { complaints });
}

async function forget(page: ReadPage): Promise<void> {
  if (page.url() !== 'about:blank') await page.evaluate('localStorage.clear(); sessionStorage.clear()');
  page.complaints.length = 0;
}
