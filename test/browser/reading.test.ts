import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { everyNth, IS_SLOW_SET } from '../rounds.ts';
import { makeRoot, start, startExample } from '../site.ts';
import { barriersOf } from './barriers.ts';
import { ONE_OF_EACH } from './one-of-each.ts';
import { usePages } from './pages.ts';

let site: Site;
let short: Site;
let remove: () => Promise<void>;
beforeAll(async () => {
  const made = await makeRoot(ONE_OF_EACH);
  remove = made.remove;
  [site, short] = await Promise.all([startExample(), start(made.root)]);
});
const { open, stay } = usePages();
afterAll(async () => {
  await Promise.all([site.close(), short.close()]);
  await remove();
});

const article = () => `${site.url}articles/deepseek-r2`;
const essai = () => `${short.url}articles/essai`;
const TOKEN = '#p35 .source .term[data-concept="token"]';
/** Two frames later, when what follows a change of size has come. */
const settled = (page: Page) =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
/** Tells, time and again, where the paragraph begins of which the first line is seen below the bar. CSS pixels. */
const topOfFirst = async (page: Page) => {
  const line = (await page.$eval('.bar', (one) => Math.max(0, one.getBoundingClientRect().bottom))) + 20;
  const ends = await page.$$eval('.unit', (list) =>
    list.map((one) => [one.id, one.getBoundingClientRect().bottom] as const),
  );
  const [unit] = ends.find(([, end]) => end > line) ?? [];
  return () => page.$eval(`#${unit}`, (one) => one.getBoundingClientRect().top);
};

const chosen = (page: Page) => page.evaluate<string>('String(getSelection())');

const choose = async (page: Page, name: string, value: string) => {
  await page.check(`input[name="${name}"][value="${value}"]`, { force: true });
  await settled(page);
};
const marked = (page: Page) =>
  page.$$eval('.unit .term', (list) => [
    ...new Set(
      list
        .filter((term) => getComputedStyle(term).textDecorationLine !== 'none')
        .map((term) => (term.classList.contains('name') ? 'name' : ((term as HTMLElement).dataset['verdict'] ?? ''))),
    ),
  ]);

/** The long article, in a browser that is never at rest: what comes in then does so at `window.turn()`. */
const openBusy = async () => {
  const page = await open('about:blank', {});
  await page.addInitScript('window.requestIdleCallback = (act) => { window.turn = act; }');
  await page.goto(article());
  await page.evaluate('document.fonts.ready.then(() => null)');
  return page;
};

/** In a page: whether it takes no part in the layout. */
function isSkipped(one: Element): boolean {
  return !one.checkVisibility({ contentVisibilityAuto: true } as CheckVisibilityOptions);
}

/** In a page: how many of these a person comes to by Tab. */
function countStops(list: readonly Element[]): number {
  const isStop = (one: Element) => (one as HTMLElement).tabIndex >= 0;
  return list.filter((one) => isStop(one) && one.checkVisibility({ visibilityProperty: true })).length;
}

describe('the short article', () => {
  test('the list of terms is one Tab stop: arrows go down its rows and along their links', async () => {
    const page = await open(essai(), { viewport: { width: 360, height: 800 } });
    await page.focus('.concepts a[tabindex="0"]');
    const words: unknown[] = [];
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'End', 'ArrowDown']) {
      await page.keyboard.press(key);
      words.push(await page.evaluate('document.activeElement.closest("li").id + document.activeElement.hash'));
    }
    expect([words, await page.$$eval('.concepts [tabindex="0"]', (list) => list.length)]).toEqual([
      ['concept-openai', 'concept-openai#p2', 'concept-token', 'concept-chip', 'concept-chip'],
      1,
    ]);
  });

  test('capitals are letters too, and each paragraph has a name', async () => {
    const page = await open(essai());
    await page.keyboard.press('Shift+J');
    await page.keyboard.press('Shift+J');
    const current = await page.getAttribute('.unit.current', 'aria-label');
    await page.keyboard.press('?');
    const isTold = await page.isVisible('#help');
    await page.keyboard.press('Escape');
    expect([current, isTold, await page.$$eval('.unit:not([aria-label])', (list) => list.length)]).toEqual([
      'Paragraph 2',
      true,
      0,
    ]);
  });

  test('has the card of a term pinned by Enter, with the focus in it, and gives it back', async () => {
    const page = await stay(essai());
    await page.focus('#p3 .source .term');
    await page.keyboard.press('Enter');
    const inCard = await page.evaluate('document.activeElement.textContent');
    await page.keyboard.press('Escape');
    expect([inCard, await page.evaluate('document.activeElement.textContent'), await page.isHidden('#card')]).toEqual([
      'Edit',
      'jetons',
      true,
    ]);
  });

  test('has the marks that Aa chooses: no right name unless it is asked for', async () => {
    const page = await stay(essai());
    await page.click('#comfort summary');
    const seen = [(await marked(page)).length];
    const names: unknown[] = [(await marked(page)).includes('name')];
    for (const value of ['all', 'problems', 'none']) {
      await choose(page, 'marks', value);
      seen.push((await marked(page)).length);
      names.push((await marked(page)).includes('name'));
    }
    await choose(page, 'marks', 'names-off');
    await page.keyboard.press('Escape');
    expect([seen, names]).toEqual([
      [6, 7, 2, 0],
      [false, true, false, false],
    ]);
  });

  test('has the column dimmed that Aa chooses; a click uncovers a paragraph, and it stays so', async () => {
    const page = await stay(essai());
    await page.click('#comfort summary');
    await choose(page, 'dim', 'en');
    const opacity = (unit: string) => page.$eval(`${unit} .target .segment`, (one) => getComputedStyle(one).opacity);
    await page.keyboard.press('Escape');
    const closed = await page.$eval('#comfort', (one) => !(one as HTMLDetailsElement).open);
    await page.click('#p3 .target', { position: { x: 60, y: 2 } });
    await page.mouse.move(5, 5);
    await page.click('h1.source');
    expect([closed, await opacity('#p2'), await opacity('#p3')]).toEqual([true, '0.14', '1']);
  });

  test('has what is left to do whole at every width, as high as what there is beside it', async () => {
    const page = await stay(essai());
    const cut: string[] = [];
    for (const width of [320, 360, 400, 700, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      if (await page.$eval('.way', (way) => way.scrollWidth > way.clientWidth)) cut.push(`${width}`);
    }
    const heights = await page.$$eval('.summary a, .way a', (links) => [
      ...new Set(links.map((link) => link.getBoundingClientRect().height)),
    ]);
    expect([cut, heights.length]).toEqual([[], 1]);
  });

  test('on paper: both columns beside each other, on a narrow sheet and while one is edited too', async () => {
    const page = await open(essai());
    await page.click('#p3 .edit');
    await page.waitForSelector('#p3 .in-place');
    await page.setViewportSize({ width: 700, height: 900 });
    await page.emulateMedia({ media: 'print' });
    const [french, english] = await page.$$eval('#p3 > :is(.source, .target)', (sides) =>
      sides.map((side) => {
        const { overflowY, position } = getComputedStyle(side);
        const { left, top } = side.getBoundingClientRect();
        return { left, top, overflowY, position };
      }),
    );
    await page.setViewportSize({ width: 1280, height: 800 });
    expect([french?.top === english?.top, (french?.left ?? 0) < (english?.left ?? 0)]).toEqual([true, true]);
    expect([french?.overflowY, french?.position]).toEqual(['visible', 'static']);
  });

  test('on paper: page numbers, the address of the source, no form and no control', async () => {
    const page = await stay(essai());
    await page.emulateMedia({ media: 'print' });
    const controls = await page.$$eval('form, button, input, summary, .edit, dialog', (list) =>
      list.filter((one) => one.checkVisibility()).map((one) => one.outerHTML),
    );
    const source = await page.$eval('.citation a', (link) => getComputedStyle(link, '::after').content);
    const rules = await page.evaluate<string>(
      `[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join(' ')`,
    );
    expect([controls, source.includes('https://example.org/essai'), /@page[^}]*counter\(page\)/.test(rules)]).toEqual([
      [],
      true,
      true,
    ]);
  });
});

describe('the shipped article', () => {
  test('a paragraph is one Tab stop, and the arrows go from term to term', async () => {
    const page = await open(article());
    const counts: number[] = [];
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      counts.push(await page.$$eval('a[href], button, summary, input, select, textarea, [tabindex]', countStops));
    }
    await page.focus('#p35 .source .term');
    const words: unknown[] = [];
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowLeft', 'End']) {
      await page.keyboard.press(key);
      words.push(await page.evaluate('document.activeElement.textContent'));
    }
    const isFew = counts.map((stops) => stops > 50 && stops < 150);
    expect([isFew, words, await page.$$eval('#p35 [tabindex="0"]', (list) => list.length)]).toEqual([
      [true, true],
      ['tests comparatifs', 'fournisseur de services technologiques', '35', 'small-scale model'],
      1,
    ]);
  });

  test('has a card that lies over no part of its term, on one line or two, high or low in the window', async () => {
    const page = await stay(article());
    const over = await page.$$eval('#p2 .term, #p3 .term, #p4 .term, #p5 .term', (list) =>
      list.filter((term) => {
        (term as HTMLElement).focus();
        const card = document.getElementById('card')?.getBoundingClientRect() as DOMRect;
        return [...term.getClientRects()].some(
          ({ left, right, top, bottom }) =>
            left < card.right && right > card.left && top < card.bottom && bottom > card.top,
        );
      }),
    );
    await page.keyboard.press('Escape');
    expect(over).toEqual([]);
  });

  test('has a card pinned by a click: what can be done stands there, and its French is marked as French', async () => {
    const page = await stay(article());
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.click(TOKEN);
    await page.mouse.move(5, 5);
    await page.click('#card >> text=Copy pair with link');
    await page.waitForSelector('#card >> text=Copied');
    const seen = [
      new URL(page.url()).pathname,
      await page.$$eval('#card :is(button, a)', (list) => list.map((one) => one.textContent)),
      await page.evaluate('navigator.clipboard.readText()'),
      await page.$$eval('#card .why [lang="fr"]', (list) => list.map((one) => one.textContent)),
    ];
    await page.keyboard.press('Escape');
    expect(seen).toEqual([
      '/articles/deepseek-r2',
      ['Edit', 'Open', 'Copied'],
      `jeton / token\n${site.url}glossary/token`,
      ['jetons', 'jeton'],
    ]);
  });

  test('leaves a double click and a drag on a term to choose words', async () => {
    const page = await stay(article());
    await page.dblclick(TOKEN);
    const word = await chosen(page);
    const hidden = await page.isHidden('#card');
    const box = await (await page.$(TOKEN))?.boundingBox();
    const { x = 0, y = 0, width = 0 } = box ?? {};
    await page.mouse.move(x + 2, y + 10);
    await page.mouse.down();
    await page.mouse.move(x + width - 2, y + 10, { steps: 3 });
    await page.mouse.up();
    expect([word.trim(), hidden, (await chosen(page)).length > 3, await page.isHidden('#card'), page.url()]).toEqual([
      'jetons',
      true,
      true,
      true,
      article(),
    ]);
  });

  test('is kept at its place: panel, view, size and lines leave the paragraph at the top where it is', async () => {
    const page = await open(article());
    await page.evaluate('window.scrollTo({ top: 6000, behavior: "instant" })');
    await settled(page);
    const top = await topOfFirst(page);
    const before = await top();
    const moves: number[] = [];
    const look = async () => {
      await settled(page);
      // A window is scrolled by whole pixels, and paragraphs begin between them.
      const moved = Math.abs((await top()) - before);
      if (moved > 1.5) moves.push(moved);
    };
    await page.click('#open-terms');
    await look();
    await page.click('#close-terms');
    await look();
    await page.click('#comfort summary');
    await choose(page, 'lines', 'wide');
    await look();
    await choose(page, 'size', 'large');
    await look();
    for (const view of ['fr', 'both']) {
      await page.check(`.views input[value="${view}"]`, { force: true });
      await look();
    }
    await page.setViewportSize({ width: 1000, height: 800 });
    await look();
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(moves).toEqual([]);
  });

  test.each([
    ['who comes back to it', (page: Page) => page.goto(`${site.url}glossary/token`).then(() => page.goBack())],
    ['who loads it anew', (page: Page) => page.reload()],
  ])('shows %s the paragraph that was at the top, where its lines break otherwise by then', async (_, leave) => {
    const page = await open(article());
    await page.evaluate('window.scrollTo({ top: 4000, behavior: "instant" })');
    await settled(page);
    const top = await topOfFirst(page);
    const before = await top();
    // As letters that came with the second look make them.
    await page.evaluate('localStorage.setItem("visavis.size", "large")');
    await leave(page);
    await settled(page);
    expect(Math.abs((await top()) - before)).toBeLessThan(1.5);
  });

  test('takes no time at first for what is not near the view, and no line moves under who scrolls back to it', async () => {
    const page = await openBusy();
    const isLeftOut = await page.$eval('#p30 .source', isSkipped);
    await page.$eval('#p30', (one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const moves: number[] = [];
    for (const step of [0, -400, -400, -400, -400, 300]) {
      await settled(page);
      moves.push(await page.evaluate(movedBy, step));
    }
    expect([isLeftOut, moves.filter((move) => Math.abs(move) > 1.5)]).toEqual([true, []]);
  });

  test('comes in by itself, in turns, and moves no line under who is far ahead of them', async () => {
    const page = await openBusy();
    await page.$eval('#p30', (one) => one.scrollIntoView({ block: 'start', behavior: 'instant' }));
    await settled(page);
    const topOf = () => page.$eval('#p30', (one) => one.getBoundingClientRect().top);
    const before = await topOf();
    const turns = await allStands(page);
    expect([turns > 3, turns < 10, Math.abs((await topOf()) - before) < 2]).toEqual([true, true, true]);
  });

  test('comes in below who pressed End, and leaves them at the end of it, with the list of terms', async () => {
    const page = await openBusy();
    await page.keyboard.press('End');
    await settled(page);
    await allStands(page);
    const below = () => document.body.scrollHeight - window.scrollY - window.innerHeight;
    expect([Math.abs(await page.evaluate(below)) < 2, await page.$$eval('.concept', areSkipped)]).toEqual([
      true,
      false,
    ]);
  });

  test.each([
    ['PageDown', 'scrolls', true],
    ['End', 'scrolls', true],
    ['j', 'leads to a paragraph', false],
    ['Tab', 'leads to a link', false],
  ])('the key %s, which %s, leaves out what is not near: %s', async (key, _, isLeftOut) => {
    const page = await openBusy();
    await page.keyboard.press(key);
    await settled(page);
    expect(await page.$eval('#p20 .source', isSkipped)).toBe(isLeftOut);
  });

  test.each([
    ['a link', '#p30 .number', 'click', 'start'],
    ['the list of terms', '.occurrences a[href$="#p35"]', 'click', 'center'],
    ['the focus', '#p41 .term', 'focus', 'anywhere'],
  ] as const)(
    '%s leads to what stands where it stays, however little of the article stood before',
    async (_, from, how, block) => {
      const page = await openBusy();
      await page.$eval(from, (one, act) => (one as HTMLElement)[act](), how);
      await settled(page);
      expect(await page.evaluate(offBy, block)).toBeLessThan(2);
    },
  );

  test('has lights, none of which takes ink from the words around it', async () => {
    const page = await open(article());
    const look = async () =>
      (await page.screenshot({ clip: { x: 90, y: 180, width: 600, height: 600 } })).toString('base64');
    await page.evaluate('document.fonts.ready');
    await page.waitForSelector('#edition.stands');
    await settled(page);
    const before = await look();
    await page.evaluate(
      `for (const one of document.querySelectorAll('.source .segment, .source .term')) one.classList.add('lit')`,
    );
    const after = await look();
    // A page of no site, which may read pictures of ours.
    const reader = await page.context().newPage();
    const lost = await reader.evaluate(countLost, [before, after]);
    await reader.close();
    expect(lost).toBe(0);
  });
});

/**
 * Gives a browser that is never at rest one turn after the other, until all of the article stands: how many it took.
 */
async function allStands(page: Page): Promise<number> {
  let turns = 0;
  for (; turns < 100 && (await page.$('#edition:not(.stands)')) !== null; turns++) {
    await page.evaluate('window.turn()');
    await settled(page);
  }
  return turns;
}

/** In a page: whether one of these is left out of the layout. */
function areSkipped(rows: readonly Element[]): boolean {
  return rows.some((row) => getComputedStyle(row).contentVisibility === 'auto');
}

/** In a page: how far the focus, or else the paragraph of its address, is from where it should have been led to. */
function offBy(block: 'start' | 'center' | 'anywhere'): number {
  const led = document.activeElement?.closest('.term') ?? document.querySelector(':target');
  const { top = Number.NaN, bottom = 0 } = led?.getBoundingClientRect() ?? {};
  if (block === 'anywhere') return top >= 0 && bottom <= window.innerHeight ? 0 : top;
  led?.scrollIntoView({ block, behavior: 'instant' });
  return Math.abs((led?.getBoundingClientRect().top ?? 0) - top);
}

/**
 * In a page: how far the paragraph in the middle of the window is from where it should be, a while after the page is
 * scrolled.
 */
async function movedBy(step: number): Promise<number> {
  const unit = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2)?.closest('.unit');
  const topNow = () => unit?.getBoundingClientRect().top ?? 0;
  const before = topNow();
  window.scrollBy({ top: step, behavior: 'instant' });
  await new Promise((done) => setTimeout(done, 200));
  return topNow() - (before - step);
}

/** In a page: pixels of ink in one picture that are none in the other. */
async function countLost(pictures: readonly string[]): Promise<number> {
  const [unlit, lit] = await Promise.all(
    pictures.map(async (picture) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      canvas?.drawImage(bitmap, 0, 0);
      return canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    }),
  );
  const isInk = (data: Uint8ClampedArray | undefined, at: number, most: number) => (data?.[at] ?? 255) < most;
  return (unlit ?? []).filter((_, at) => at % 4 === 0 && isInk(unlit, at, 70) && !isInk(lit, at, 130)).length;
}

describe('the card of a term', () => {
  test('waits for a pointer that rests, and not for one that passes', async () => {
    const page = await open(`${article()}#p35`, {});
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(60_000);
    const { x = 0, y = 0, width = 0 } = (await (await page.$(TOKEN))?.boundingBox()) ?? {};
    const seen: boolean[] = [];
    for (let at = 2; at < width; at += 9) {
      await page.mouse.move(x + at, y + 8);
      await page.clock.runFor(200);
      seen.push(await page.isVisible('#card'));
    }
    await page.clock.runFor(100);
    const rested = await page.isVisible('#card');
    expect([seen.includes(true), rested]).toEqual([false, true]);
  });

  test('is pinned by a tap; a second one leads nowhere, one beside it closes it', async () => {
    const page = await open(essai(), { hasTouch: true });
    const term = '#p3 .source .term';
    const states: boolean[] = [];
    await page.evaluate('window.taps = 0; addEventListener("click", () => { window.taps += 1; })');
    for (const tap of [() => page.tap(term), () => page.tap(term), () => page.touchscreen.tap(4, 700)]) {
      await tap();
      await page.waitForFunction(`window.taps === ${states.length + 1}`);
      states.push(await page.isVisible('#card .card-actions'));
    }
    expect([states, page.url()]).toEqual([[true, true, false], essai()]);
  });
});

test('what Aa chooses is remembered, all of it, from the first paint on', async () => {
  const page = await open(essai(), { colorScheme: 'light' });
  await page.click('#comfort summary');
  const size = () => page.evaluate<number>('parseFloat(getComputedStyle(document.documentElement).fontSize)');
  const before = await size();
  const wanted = { marks: 'problems', size: 'large', lines: 'wide', colours: 'dark', dim: 'en' };
  for (const [name, value] of Object.entries(wanted)) await choose(page, name, value);
  await page.goto(`${short.url}glossary`);
  const elsewhere = await page.evaluate('getComputedStyle(document.body.parentElement).backgroundColor');
  await page.goto(essai());
  expect([
    await page.evaluate('({ ...document.documentElement.dataset })'),
    (await size()) > before,
    elsewhere,
    await page.isChecked('input[name="colours"][value="dark"]'),
  ]).toEqual([{ view: 'both', ...wanted }, true, 'rgb(22, 23, 26)', true]);
});

describe('copying', () => {
  // A page whose scripts never come, as a browser without any cannot be dragged in from here.
  test.each(everyNth([true, false], 2))('one column gives its words only (script: %s)', async (hasScript) => {
    const page = await open(`${short.url}glossary`, { viewport: { width: 1280, height: 1600 } });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    if (!hasScript) await page.route('**/browser/**', (route) => route.abort());
    await page.goto(essai());
    const at = async (place: string) => (await (await page.$(place))?.boundingBox()) ?? { x: 0, y: 0, height: 0 };
    const [from, to] = [await at('#p2 .source .segment'), await at('#p5 .source .segment')];
    await page.mouse.move(from.x + 1, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + 60, to.y + 10, { steps: 4 });
    await page.mouse.up();
    const clipboard = () => page.evaluate<string>('navigator.clipboard.readText()');
    await page.evaluate('navigator.clipboard.writeText("nothing yet")');
    await page.keyboard.press('Control+C');
    await expect.poll(clipboard).not.toBe('nothing yet');
    const text = await clipboard();
    expect([
      /jetons d’OpenAI.*Trois jetons, une puce.*Un jeton seul/s.test(text),
      /tokens|chips|Four|Edit|Draft|\b3\b/.exec(text)?.[0],
    ]).toEqual([true, undefined]);
  });
});

test.runIf(IS_SLOW_SET)(
  'on a phone: number and Edit in one line, each target 24 pixels, the help from its beginning',
  async () => {
    const page = await open(article(), { viewport: { width: 360, height: 640 }, hasTouch: true });
    const uneven = await page.$$eval('.unit:has(> .edit):has(> .number)', (list) =>
      list.filter((unit) => {
        const [number, edit] = ['.number', '.edit'].map(
          (part) => unit.querySelector(part)?.getBoundingClientRect().top,
        );
        return Math.abs((number ?? 0) - (edit ?? 99)) > 1;
      }),
    );
    const small = () =>
      page.$$eval('a, button, summary, label:has(input), input:not(label input), [role="button"]', (list) =>
        list
          .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches('.skip, .hidden'))
          // In a sentence the line is as high as it is (WCAG 2.5.8).
          .filter((one) => getComputedStyle(one).display !== 'inline' || one.matches('.colophon a'))
          .filter((one) => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) < 24)
          .map((one) => `${one.tagName} ${one.className} ${one.textContent}`),
      );
    const reading = await small();
    await page.click('#comfort summary');
    const choosing = await small();
    await page.keyboard.press('Escape');
    await page.click('#open-help');
    expect([uneven, reading, choosing, await page.$eval('#help', (help) => help.scrollTop)]).toEqual([[], [], [], 0]);
  },
);

test.runIf(IS_SLOW_SET)(
  'in forced colours the paragraph that is current is seen, and focus is no partner',
  async () => {
    const page = await open(essai(), { forcedColors: 'active' });
    await page.keyboard.press('j');
    await page.keyboard.press('n');
    const bar = await page.$eval('.unit.current', (unit) => getComputedStyle(unit, '::before').backgroundColor);
    const outlines = await page.$$eval('.term.lit', (list) => list.map((one) => getComputedStyle(one).outlineStyle));
    const paper = await page.evaluate('getComputedStyle(document.body.parentElement).backgroundColor');
    expect([bar === paper, new Set(outlines)]).toEqual([false, new Set(['solid', 'dashed'])]);
  },
);

// In the quick set reader.test.ts has it with the terms open beside.
describe.runIf(IS_SLOW_SET)('no axe violation with Aa open and a card pinned', () => {
  const looks = [320, 1280].flatMap((width) => (['light', 'dark'] as const).map((scheme) => [width, scheme] as const));
  test.each(looks)('%i px, %s', async (width, colorScheme) => {
    const page = await open(essai(), { viewport: { width, height: 800 }, colorScheme });
    await page.click('#p3 .source .term');
    await page.$eval('#comfort', (one) => {
      (one as HTMLDetailsElement).open = true;
    });
    expect([await page.isVisible('#card .card-actions'), await barriersOf(page, colorScheme)]).toEqual([true, []]);
  });
});
