import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { everyNth, IS_SLOW_SET } from '../rounds.ts';
import { makeRoot, SMALL, start, startExample } from '../site.ts';
import { barriersOf } from './barriers.ts';
import { ONE_OF_EACH } from './one-of-each.ts';
import { type ReadPage, usePages } from './pages.ts';

let site: Site;
let short: Site;
let remove: () => Promise<void>;
beforeAll(async () => {
  const made = await makeRoot(ONE_OF_EACH);
  remove = made.remove;
  [site, short] = await Promise.all([startExample(), start(made.root)]);
});
const pages = usePages();
afterAll(async () => {
  await Promise.all([site.close(), short.close()]);
  await remove();
});

const openArticle = () => pages.open(`${site.url}articles/deepseek-r2`);
const openShort = () => pages.open(`${short.url}articles/essai`);
const SOURCE_TOKEN = '#p35 .source .term[data-concept="token"]';
const TARGET_TOKEN = '#p35 .target .term[data-concept="token"]';

describe('an article', () => {
  let page: ReadPage;
  beforeAll(async () => {
    page = await openArticle();
  });

  test('each unit holds one French and one English element, each hit its concept and verdict', async () => {
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
    const shown = await page.$$eval('section.unit .source', (list) => list.map((side) => side.textContent));
    const article = site.library.current().articles.get('deepseek-r2');
    expect(shown).toEqual(article?.units.map(({ unit }) => unit.source.text));
  });

  test('every term of the ledger is marked on both sides', async () => {
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

  test('has both columns in every width, from 320 to 1920 pixels: nothing over the edge, rows that begin together', async () => {
    const wrong: string[] = [];
    for (const width of [320, 360, 640, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const over = await overEdge(page);
      if (over !== 0) wrong.push(`${width} by ${over}`);
      const uneven = width < 768 ? 0 : await page.$$eval('section.unit', unevenRows);
      if (uneven !== 0) wrong.push(`${uneven} uneven rows in ${width}`);
    }
    expect(wrong).toEqual([]);
  });

  test('stands in one column at 360 pixels, the English under its French, and “10 000” and “70 %” on one line', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    const stacked = await page.$$eval('section.unit', (list) =>
      list.every((unit) => {
        const [source, target] = ['.source', '.target'].map((side) =>
          unit.querySelector(side)?.getBoundingClientRect(),
        );
        return source !== undefined && target !== undefined && target.top >= source.bottom;
      }),
    );
    const broken = await page.$$eval('.keep', (list) =>
      list
        .filter((span) => new Set([...span.getClientRects()].map(({ bottom }) => Math.round(bottom))).size > 1)
        .map((span) => span.textContent),
    );
    const kept = await page.$$eval('.keep', (list) => list.map((span) => span.textContent?.trim()));
    await page.setViewportSize({ width: 1280, height: 800 });
    expect([
      stacked,
      broken,
      ['10 000', '70 %', '" Les'].filter((words) => !kept.some((text) => text?.startsWith(words))),
    ]).toEqual([true, [], []]);
  });

  test('stands on paper in two columns without its controls', async () => {
    await page.emulateMedia({ media: 'print' });
    expect([
      await page.isVisible('.bar'),
      await page.isVisible('#terms'),
      await page.isVisible('#p2 .source'),
      await page.isVisible('#p2 .target'),
      (await page.pdf({ format: 'A4' })).length > 10_000,
    ]).toEqual([false, false, true, true, true]);
  });

  test('keeps a selection in the column where it began', async () => {
    await page.dispatchEvent('#p2 .source', 'pointerdown');
    const selectable = (side: string) => page.$eval(`#p2 ${side}`, (element) => getComputedStyle(element).userSelect);
    expect([await selectable('.source'), await selectable('.target')]).toEqual(['auto', 'none']);
  });

  test('lights the sentence under the pointer with its partner', async () => {
    await page.hover('#p7 .source .segment', { position: { x: 40, y: 8 } });
    await page.waitForSelector('.segment.lit');
    const lit = await page.$$eval('.segment.lit', (list) =>
      list.map((segment) => segment.closest('.side')?.getAttribute('lang')),
    );
    expect(lit).toEqual(['fr', 'en']);
  });

  describe('explains a term', () => {
    afterEach(async () => {
      await page.mouse.move(0, 0);
      await page.keyboard.press('Escape');
      await page.waitForSelector('#card', { state: 'hidden' });
    });
    const litTerms = () => page.$$eval('.term.lit', (list) => list.map((term) => term.textContent));

    test.each([
      ['that is pointed at', () => page.hover(SOURCE_TOKEN)],
      ['that is reached with the keyboard', () => page.focus(SOURCE_TOKEN)],
    ])('%s: partner and card', async (_how, reach) => {
      await reach();
      await page.waitForSelector('#card:not([hidden])');
      const card = await page.innerText('#card');
      expect([
        await litTerms(),
        ['jeton', 'token', 'Smallest unit of text', 'jetons: plural of jeton', 'preferred'].filter(
          (words) => !card.includes(words),
        ),
      ]).toEqual([['jetons', 'tokens'], []]);
    });

    test('from the English side too; the pointer may rest on the card, and Escape puts it away', async () => {
      await page.hover(TARGET_TOKEN);
      await page.waitForSelector('#card:not([hidden])');
      const lit = await litTerms();
      await page.hover('#card');
      // Longer than a card waits before it goes.
      await page.waitForTimeout(400);
      const rested = await page.isVisible('#card');
      await page.keyboard.press('Escape');
      await page.waitForSelector('#card', { state: 'hidden' });
      expect([lit, rested]).toEqual([['jetons', 'tokens'], true]);
    });
  });

  test('leads from its list of terms to where one stands', async () => {
    await page.click('#open-terms');
    await page.click('#concept-token .occurrences a');
    await page.waitForSelector('#p35 .term:focus');
    await page.waitForSelector('.term.lit');
    expect(await page.$$eval('.term.lit', (list) => list.map((term) => term.textContent))).toEqual([
      'jetons',
      'tokens',
    ]);
  });
});

function overEdge(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test('letters twice as large stay within the window of a phone', async () => {
  const page = await pages.open(short.url, { viewport: { width: 360, height: 800 } });
  const over: number[] = [];
  for (const address of ['articles/essai', 'search?q=jeton', 'glossary', 'changes', 'add']) {
    await page.goto(short.url + address);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    over.push(await overEdge(page));
  }
  expect(over).toEqual([0, 0, 0, 0, 0]);
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

describe('keys', () => {
  const unitOfFocus = (page: Page) => page.evaluate(() => document.activeElement?.closest('.unit')?.id);

  test('step through the paragraphs, whom the address follows, and through the terms', async () => {
    const page = await openShort();
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
    const steps = [await page.$eval('.unit.current', (unit) => unit.id), await page.evaluate('location.hash')];
    await page.focus('#p4');
    for (const keys of [['n'], ['n', 'p']]) {
      for (const key of keys) await page.keyboard.press(key);
      steps.push(await unitOfFocus(page));
    }
    expect(steps).toEqual(['p2', '#p2', 'p4', 'p4']);
  });

  test('open the terms with the cursor in the filter, and are letters there', async () => {
    const page = await openShort();
    await page.keyboard.press('/');
    await page.keyboard.type('puce');
    await page.waitForSelector('#filter-count >> text=/^1 of/');
    const fitting = await page.$$eval('.concept:not([hidden]) .pair', (list) =>
      list.map((row) => row.textContent?.trim()),
    );
    await page.keyboard.type('jn?');
    expect([fitting, await page.inputValue('#filter'), await page.isVisible('#help')]).toEqual([
      ['puce / chip'],
      'pucejn?',
      false,
    ]);
  });

  test.each([
    [768, 1024],
    [1024, 600],
    [1248, 700],
    [1249, 700],
  ])('open the terms over neither column, and lead to where one stands above them: %i by %i', async (width, height) => {
    const page = await pages.open(`${site.url}articles/deepseek-r2`, { viewport: { width, height } });
    await page.keyboard.press('/');
    await page.waitForTimeout(300);
    const isSeen = (part: string) =>
      page.$eval(part, (one) => {
        const { left, top } = one.getBoundingClientRect();
        return one.contains(document.elementFromPoint(left + 4, top + 8));
      });
    const columns = [await isSeen('#p1 .source'), await isSeen('#p1 .target')];
    await page.click('#concept-token .occurrences a');
    await page.waitForSelector('#p35 .term:focus');
    expect([columns, await isSeen('#p35 .term:focus'), await overEdge(page)]).toEqual([[true, true], true, 0]);
  });

  test('are told by the help, and switched off there', async () => {
    const page = await openShort();
    await page.keyboard.press('?');
    await page.uncheck('#keys-on');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect([await page.isVisible('#help'), await page.$$('.unit.current')]).toEqual([false, []]);
  });
});

test('one column is shown, or both, and that is remembered', async () => {
  const page = await openShort();
  const shown: Record<string, [boolean, boolean]> = {};
  for (const view of ['fr', 'en', 'both']) {
    await page.check(`input[name="view"][value="${view}"]`, { force: true });
    await page.reload();
    shown[view] = [await page.isVisible('#p2 .source'), await page.isVisible('#p2 .target')];
  }
  expect(shown).toEqual({ fr: [true, false], en: [false, true], both: [true, true] });
});

test.runIf(IS_SLOW_SET)('200 % zoom: nothing runs over the edge', async () => {
  const page = await pages.open(`${site.url}articles/deepseek-r2`, {
    viewport: { width: 640, height: 400 },
    deviceScaleFactor: 2,
  });
  expect(await overEdge(page)).toBe(0);
});

test('without script the article, the marks, the explanations and the terms are there', async () => {
  const page = await pages.open(`${short.url}articles/essai`, { javaScriptEnabled: false });
  expect([
    await page.isVisible('#p4 .target'),
    await page.getAttribute('#concept-token .pair a', 'href'),
    await page.isVisible('#comfort'),
    (await page.getAttribute('#p3 .source .term', 'title'))?.startsWith('jetons: plural of jeton'),
    await page.isVisible('#concept-token .definition'),
    await page.isVisible('.views'),
  ]).toEqual([true, '/glossary/token', false, true, true, false]);
});

describe('no axe violation', () => {
  test('is looked for in an article that has one of everything, with a file that is broken', async () => {
    const page = await openShort();
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
    const banner = await page.innerText('.problems');
    const unsaid = ['glossary/broken.yaml:2:7', '“em” is not a key here; write “en”', 'em: b'];
    expect([missing, unsaid.filter((words) => !banner.includes(words))]).toEqual([[], []]);
  });

  // What the others show is on a page that is open in another way, or in another test of the quick set.
  const addresses = IS_SLOW_SET
    ? ['articles/essai', 'glossary?q=jeton', 'glossary/token', 'none']
    : ['glossary/token', 'none'];
  test.each(addresses)('%s', async (address) => {
    expect(await barriersOf(await pages.open(short.url + address))).toEqual([]);
  });

  // In the dark the same pages have other colours, whose contrast colours.test.ts measures.
  test.runIf(IS_SLOW_SET).each(addresses)('%s, dark', async (address) => {
    expect(await barriersOf(await pages.open(short.url + address, { colorScheme: 'dark' }), 'dark')).toEqual([]);
  });

  test('with the card, the terms and Aa open, then the help', async () => {
    const page = await openShort();
    await page.click('#open-terms');
    await page.focus('#p3 .source .term');
    await page.keyboard.press('Enter');
    await page.$eval('#comfort', (one) => {
      (one as HTMLDetailsElement).open = true;
    });
    const isPinned = await page.isVisible('#card .card-actions');
    const withCard = await barriersOf(page);
    await page.$eval('#open-help', (one) => (one as HTMLElement).click());
    expect([isPinned, ...withCard, ...(await barriersOf(page, 'light', '#help'))]).toEqual([true]);
  });
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
  const page = await pages.open(`${own.url}healthz`, {});
  page.on('request', (request) => request.url().startsWith(own.url) || elsewhere.push(request.url()));
  const found: number[] = [];
  const query = `glossary?q=${encodeURIComponent(hostile)}`;
  for (const address of everyNth(['articles/essai', 'glossary', 'glossary/word', query], 2)) {
    await page.goto(own.url + address);
    found.push(await page.$$eval('img, [onerror], script:not([src]), a[href^="javascript"]', (list) => list.length));
    for (const term of await page.$$('.unit .term')) await term.hover();
  }
  // A server that goes is a complaint of its own.
  const complaints = [...page.complaints];
  await own.close();
  await remove();
  expect([[...new Set(found)], elsewhere, complaints]).toEqual([[0], [], []]);
});
