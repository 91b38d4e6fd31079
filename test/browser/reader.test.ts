import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { everyNth } from '../rounds.ts';
import { makeRoot, SMALL, start, startExample } from '../site.ts';
import { barriersOf } from './barriers.ts';
import { ONE_OF_EACH } from './one-of-each.ts';

let site: Site;
let browser: Browser;
/** Pages without options share what they load, which takes two thirds of a first look. */
let shared: BrowserContext;
const ends: (() => Promise<void>)[] = [];
const VIEWPORT = { width: 1280, height: 800 };
beforeAll(async () => {
  site = await startExample();
  browser = await chromium.connect(inject('browserWs'));
  shared = await browser.newContext({ viewport: VIEWPORT });
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens a page that knows nothing of others; anything it prints to its console fails the test that looks. */
async function open(address: string, options?: BrowserContextOptions): Promise<Page & { complaints: string[] }> {
  const context = options === undefined ? shared : await browser.newContext({ viewport: VIEWPORT, ...options });
  const page = await context.newPage();
  ends.push(async () => {
    if (context === shared) await page.evaluate('localStorage.clear()').then(() => page.close());
    else await context.close();
  });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(new URL(address, site.url).href);
  return Object.assign(page, { complaints });
}

const ARTICLE = '/articles/deepseek-r2';
const SOURCE_TOKEN = '#p35 .source .term[data-concept="token"]';
const TARGET_TOKEN = '#p35 .target .term[data-concept="token"]';

describe('the page keeps the contract', () => {
  test('each unit holds one French and one English element, each hit its concept and verdict', async () => {
    const page = await open(ARTICLE);
    const units = await page.$$eval('section.unit', (list) =>
      list.map((unit) =>
        [unit.querySelectorAll('[lang="fr"]').length, unit.querySelectorAll('[lang="en"]').length].join(),
      ),
    );
    const terms = await page.$$eval('.unit .term', (list) =>
      list.every((term) => term instanceof HTMLElement && term.dataset['concept'] && term.dataset['verdict']),
    );
    expect([units.length, [...new Set(units)], terms, page.complaints]).toEqual([43, ['1,1'], true, []]);
  });

  test('the text is the source, character for character', async () => {
    const page = await open(ARTICLE);
    const shown = await page.$$eval('section.unit .source', (list) => list.map((side) => side.textContent));
    const article = site.library.current().articles.get('deepseek-r2');
    expect(shown).toEqual(article?.units.map(({ unit }) => unit.source.text));
  });

  test('every term of the ledger is marked on both sides', async () => {
    const page = await open(ARTICLE);
    const count = (side: string) =>
      page.$$eval(`.${side} .term`, (list) => new Set(list.map((term) => term.getAttribute('data-mention'))).size);
    const entries =
      site.library
        .current()
        .articles.get('deepseek-r2')
        ?.units.flatMap((unit) => unit.entries) ?? [];
    expect([await count('source'), await count('target')]).toEqual([
      entries.length,
      entries.filter(({ rendering }) => rendering !== null).length,
    ]);
  });
});

describe('a term explains itself', () => {
  test.each([
    ['pointing at it', (page: Page) => page.hover(SOURCE_TOKEN)],
    ['reaching it with the keyboard', (page: Page) => page.focus(SOURCE_TOKEN)],
  ])('by %s: partner and card', async (_how, reach) => {
    const page = await open(ARTICLE);
    await reach(page);
    await page.waitForSelector('#card:not([hidden])');
    const card = await page.innerText('#card');
    expect([
      await page.$$eval('.term.lit', (list) => list.map((term) => term.textContent)),
      ['jeton', 'token', 'Smallest unit of text', 'jetons: plural of jeton', 'preferred'].filter(
        (words) => !card.includes(words),
      ),
    ]).toEqual([['jetons', 'tokens'], []]);
  });

  test('from the English side too', async () => {
    const page = await open(ARTICLE);
    await page.hover(TARGET_TOKEN);
    await expect.poll(() => page.locator('.term.lit').count()).toBe(2);
  });

  test('Escape puts the card away, and the pointer may rest on it', async () => {
    const page = await open(ARTICLE);
    await page.hover(SOURCE_TOKEN);
    await page.waitForSelector('#card:not([hidden])');
    await page.hover('#card');
    // Longer than a card waits before it goes.
    await page.waitForTimeout(400);
    const rested = await page.isVisible('#card');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#card', { state: 'hidden' });
    expect(rested).toBe(true);
  });
});

test('a link of the panel leads to the term where it stands', async () => {
  const page = await open(ARTICLE);
  await page.click('#open-terms');
  await page.click('#concept-token .occurrences a');
  await page.waitForSelector('.unit .term:focus');
  await page.waitForSelector('.term.lit');
  const focused = await page.evaluate(() => document.activeElement?.closest('.unit')?.id);
  expect([focused, await page.$$eval('.term.lit', (list) => list.map((term) => term.textContent))]).toEqual([
    'p35',
    ['jetons', 'tokens'],
  ]);
});

test('a selection stays in the column where it began', async () => {
  const page = await open(ARTICLE);
  await page.dispatchEvent('#p2 .source', 'pointerdown');
  const selectable = (side: string) => page.$eval(`#p2 ${side}`, (element) => getComputedStyle(element).userSelect);
  expect([await selectable('.source'), await selectable('.target')]).toEqual(['auto', 'none']);
});

test('the sentence under the pointer lights up with its partner', async () => {
  const page = await open(ARTICLE);
  await page.hover('#p7 .source .segment', { position: { x: 40, y: 8 } });
  await page.waitForSelector('.segment.lit');
  const lit = await page.$$eval('.segment.lit', (list) =>
    list.map((segment) => segment.closest('.side')?.getAttribute('lang')),
  );
  expect(lit).toEqual(['fr', 'en']);
});

describe('keys', () => {
  const current = (page: Page) => page.$eval('.unit.current', (unit) => unit.id);

  test('j and k step through the paragraphs, the address follows', async () => {
    const page = await open(ARTICLE);
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
    expect([await current(page), new URL(page.url()).hash]).toEqual(['p2', '#p2']);
  });

  test('n and p step through the terms', async () => {
    const page = await open(`${ARTICLE}#p35`);
    await page.focus('#p35');
    await page.keyboard.press('n');
    const first = await page.evaluate(() => document.activeElement?.closest('.unit')?.id);
    await page.keyboard.press('n');
    await page.keyboard.press('p');
    expect([first, await page.evaluate(() => document.activeElement?.closest('.unit')?.id)]).toEqual(['p35', 'p35']);
  });

  test('/ opens the terms with the cursor in the filter, and filters', async () => {
    const page = await open(ARTICLE);
    await page.keyboard.press('/');
    await page.keyboard.type('jeton');
    expect(
      await page.$$eval('.concept:not([hidden]) .pair', (list) => list.map((row) => row.textContent?.trim())),
    ).toEqual(['jeton / token']);
  });

  test('none while typing', async () => {
    const page = await open(ARTICLE);
    await page.keyboard.press('/');
    await page.keyboard.type('jn?');
    expect([await page.inputValue('#filter'), await page.isVisible('#help')]).toEqual(['jn?', false]);
  });

  test('? shows the help, where they can be switched off', async () => {
    const page = await open(ARTICLE);
    await page.keyboard.press('?');
    await page.uncheck('#keys-on');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect([await page.isVisible('#help'), await page.$$('.unit.current')]).toEqual([false, []]);
  });
});

describe('what to show', () => {
  test.each([
    ['fr', true, false],
    ['en', false, true],
    ['both', true, true],
  ])('%s, remembered', async (view, french, english) => {
    const page = await open(ARTICLE);
    await page.check(`input[name="view"][value="${view}"]`, { force: true });
    await page.reload();
    expect([await page.isVisible('#p2 .source'), await page.isVisible('#p2 .target')]).toEqual([french, english]);
  });
});

/** How many units have their sides at two heights, or one over the other; runs in the page. */
function unevenRows(units: Element[]): number {
  return units.filter((unit) => {
    const [source, target] = ['.source', '.target'].map((side) => unit.querySelector(side)?.getBoundingClientRect());
    return (
      source === undefined ||
      target === undefined ||
      Math.abs(source.top - target.top) > 1 ||
      source.right > target.left + 1
    );
  }).length;
}

describe('every width is readable', () => {
  const over = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  test('nothing runs over the edge, from 320 to 1920 pixels', async () => {
    const page = await open(ARTICLE);
    const wide: string[] = [];
    for (const width of [320, 360, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      if ((await over(page)) !== 0) wide.push(`${width} by ${await over(page)}`);
    }
    expect(wide).toEqual([]);
  });

  test('the rows of both columns begin together, from 768 to 1920 pixels', async () => {
    const page = await open(ARTICLE);
    const uneven: number[] = [];
    for (const width of [768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      uneven.push(await page.$$eval('section.unit', unevenRows));
    }
    expect(uneven).toEqual([0, 0, 0]);
  });

  test('360 px: the English stands under its French', async () => {
    const page = await open(ARTICLE, { viewport: { width: 360, height: 800 } });
    const stacked = await page.$$eval('section.unit', (list) =>
      list.every((unit) => {
        const [source, target] = ['.source', '.target'].map((side) =>
          unit.querySelector(side)?.getBoundingClientRect(),
        );
        return source !== undefined && target !== undefined && target.top >= source.bottom;
      }),
    );
    expect(stacked).toBe(true);
  });

  test('200 % zoom: nothing runs over the edge', async () => {
    const page = await open(ARTICLE, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    expect(await over(page)).toBe(0);
  });
});

test('“10 000”, “70 %” and padded quotes stay on one line', async () => {
  const page = await open(ARTICLE, { viewport: { width: 360, height: 800 } });
  const broken = await page.$$eval('.keep', (list) =>
    list.filter((span) => span.getClientRects().length > 1).map((span) => span.textContent),
  );
  const kept = await page.$$eval('.keep', (list) => list.map((span) => span.textContent?.trim()));
  expect([
    broken,
    ['10 000', '70 %', '" Les'].filter((words) => !kept.some((text) => text?.startsWith(words))),
  ]).toEqual([[], []]);
});

describe('without script', () => {
  test('the article, the marks, the explanations and the terms are there', async () => {
    const page = await open(ARTICLE, { javaScriptEnabled: false });
    const [term] = await page.$$(SOURCE_TOKEN);
    expect([
      await page.isVisible('#p43 .target'),
      await page.getAttribute('#concept-token .pair a', 'href'),
      await page.isVisible('#comfort'),
      (await term?.getAttribute('title'))?.startsWith('jetons: plural of jeton'),
      await page.isVisible('#concept-token .definition'),
      await page.isVisible('.views'),
    ]).toEqual([true, '/glossary/token', false, true, true, false]);
  });
});

describe('no axe violation', () => {
  let short: Site;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const made = await makeRoot(ONE_OF_EACH);
    remove = made.remove;
    short = await start(made.root);
  });
  afterAll(async () => {
    await short.close();
    await remove();
  });

  test('is looked for in an article that has one of everything', async () => {
    const page = await open(`${short.url}articles/essai`);
    const parts = ['draft', 'stale', 'approve', 'origin', 'note', 'finding', 'accepted', 'untranslated', 'problems'];
    const verdicts = ['preferred', 'admitted', 'deprecated', 'missing', 'waived'];
    const kinds = ['title', 'heading', 'paragraph', 'item', 'quote', 'cell', 'figure', 'note', 'aside'];
    const wanted = [
      ...parts.map((name) => `.${name}`),
      ...verdicts.map((verdict) => `.term[data-verdict="${verdict}"]`),
      ...kinds.map((kind) => `.unit[data-kind="${kind}"]`),
      '.side a',
      '.side em',
      '.side del',
      '.note-link',
      'a.note-label',
      '.no-picture',
      '.cells [role="columnheader"]',
    ];
    const missing = [];
    for (const one of wanted) if ((await page.$(one)) === null) missing.push(one);
    expect(missing).toEqual([]);
  });

  const pages = ['articles/essai', 'glossary?q=jeton', 'glossary/token', 'none'];
  // In the dark the same pages have other colours, whose contrast colours.test.ts measures.
  const schemes = everyNth(['light', 'dark'] as const, 2);
  test.each(schemes.flatMap((scheme) => pages.map((address) => [address, scheme] as const)))(
    '%s, %s',
    async (address, colorScheme) => {
      expect(await barriersOf(await open(short.url + address, { colorScheme }), colorScheme)).toEqual([]);
    },
  );

  test('with the card and the terms open, then the help', async () => {
    const page = await open(`${short.url}articles/essai`);
    await page.click('#open-terms');
    await page.focus('#p3 .source .term');
    const withCard = await barriersOf(page);
    await page.click('#open-help');
    expect([...withCard, ...(await barriersOf(page))]).toEqual([]);
  });
});

test('on paper the two columns stand without their controls', async () => {
  const page = await open(ARTICLE);
  await page.emulateMedia({ media: 'print' });
  expect([
    await page.isVisible('.bar'),
    await page.isVisible('#terms'),
    await page.isVisible('#p2 .source'),
    await page.isVisible('#p2 .target'),
    (await page.pdf({ format: 'A4' })).length > 10_000,
  ]).toEqual([false, false, true, true, true]);
});

test('hostile words run nothing and ask nobody', async () => {
  const hostile = '"><img src=//evil.example/x onerror=alert(1)><script>alert(2)</script>';
  const { root, remove } = await makeRoot({
    ...SMALL,
    'glossary/b.yaml': `- fr: mot\n  en: [word, ${JSON.stringify(hostile)}]\n  definition: ${JSON.stringify(hostile)}\n  note: ${JSON.stringify(hostile)}\n`,
    'content/essai/fr.md': `---\ntitle: ${JSON.stringify(hostile)}\n---\n\nUn mot ${hostile} et [ici](javascript:alert(3)).\n`,
    'content/essai/en.po': `# note: ${hostile}\nmsgid ${JSON.stringify(`Un mot ${hostile} et [ici](javascript:alert(3)).`)}\nmsgstr ${JSON.stringify(`A word ${hostile}`)}\n`,
  });
  const own = await start(root);
  const elsewhere: string[] = [];
  const page = await open('/healthz');
  page.on('request', (request) => request.url().startsWith(own.url) || elsewhere.push(request.url()));
  const found: number[] = [];
  for (const address of ['articles/essai', 'glossary', 'glossary/word', `glossary?q=${encodeURIComponent(hostile)}`]) {
    await page.goto(own.url + address);
    found.push(await page.$$eval('img, [onerror], script:not([src]), a[href^="javascript"]', (list) => list.length));
    for (const term of await page.$$('.unit .term')) await term.hover();
  }
  // A server that goes is a complaint of its own.
  const complaints = [...page.complaints];
  await own.close();
  await remove();
  expect([found, elsewhere, complaints]).toEqual([[0, 0, 0, 0], [], []]);
});

test('a broken file is said on the page', async () => {
  const { root, remove } = await makeRoot({ ...SMALL, 'glossary/b.yaml': '- fr: a\n  em: b\n' });
  const own = await start(root);
  const page = await open('/healthz');
  await page.goto(`${own.url}articles/essai`);
  const banner = await page.innerText('.problems');
  await own.close();
  await remove();
  expect(
    ['glossary/b.yaml:2:7', '“em” is not a key here; write “en”', 'em: b'].filter((words) => !banner.includes(words)),
  ).toEqual([]);
});
