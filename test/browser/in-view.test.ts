import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useTab } from './tab.ts';

const SENTENCE = 'Un jeton est ce que le modèle lit, et ce qu’il écrit, un par un. ';
const LONG = SENTENCE.repeat(7).trim();
const FRENCH = Array.from({ length: 13 }, (_, i) => `${i + 1}. ${LONG}`.replace('. ', ' : '));
const tab = useTab({
  files: {
    'glossary/ai.yaml': '- fr: jeton\n  en: token\n',
    'content/essai/fr.md': `---\ntitle: Essai\n---\n\n${FRENCH.join('\n\n')}\n`,
    'content/essai/en.po': `msgid "Essai"\nmsgstr "Trial"\n\n${FRENCH.map(
      (text, i) => `#, fuzzy\nmsgid "${text}"\nmsgstr "${i + 1}: ${i % 2 === 0 ? 'token' : LONG.repeat(2)}."\n`,
    ).join('\n')}`,
  },
  address: 'articles/essai',
  isSiteShared: true,
});

/** How far the field that has the focus reaches out of what is in view of the window, below the bar. Whole CSS pixels. */
const outOfView = (page: Page) =>
  page.evaluate<number>(`{
    const { top, bottom } = document.querySelector('.in-place .english').getBoundingClientRect();
    const bar = document.querySelector('.bar').getBoundingClientRect().bottom;
    Math.trunc(Math.max(0, Math.max(0, bar) - top, bottom - innerHeight));
  }`);
const frames = (page: Page) =>
  page.evaluate(
    'new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(then, 50))))',
  );

test.each([
  { width: 1920, height: 1080 },
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
])('an editor opens in view where the foot of the page is: $width × $height', async (size) => {
  await tab.page.setViewportSize(size);
  await tab.page.keyboard.press('End');
  await frames(tab.page);
  const seen = await tab.page.$$eval('.unit', (units) =>
    units.filter((unit) => unit.getBoundingClientRect().top > 60).map(({ id }) => id),
  );
  const found: unknown[] = [];
  for (const id of seen) {
    await tab.page.keyboard.press('End');
    await frames(tab.page);
    await tab.page.$eval(`#${id} .edit`, (link) => (link as HTMLElement).click());
    await tab.page.waitForSelector(`#${id} .in-place .english:focus`);
    await frames(tab.page);
    const out = await outOfView(tab.page);
    if (out > 0) found.push([id, out]);
    await tab.page.keyboard.press('Escape');
    await tab.page.waitForSelector('.in-place', { state: 'detached' });
    await frames(tab.page);
  }
  expect(found).toEqual([]);
});

test('save and next opens the next editor below the bar, however much higher or lower the saved paragraph gets', async () => {
  await tab.page.setViewportSize({ width: 1280, height: 600 });
  await tab.page.click('#p4 .edit');
  const texts = [LONG.repeat(2), 'Token.', LONG.repeat(2), 'Token.'];
  for (const [i, text] of texts.entries()) {
    await tab.page.waitForSelector(`#p${4 + i} .in-place .english:focus`);
    await tab.page.fill('.in-place .english', `Saved ${i}. ${text}`);
    await tab.page.check('.in-place [name="state"][value="reviewed"]');
    await tab.page.focus('.in-place .english');
    await tab.page.keyboard.press('Control+Shift+Enter');
    await tab.page.waitForSelector(`#p${5 + i} .in-place .english:focus`);
    await tab.page.waitForSelector(`#p${4 + i} .target >> text=Saved ${i}.`);
    await frames(tab.page);
    // What the save changed in the files may come in a moment later, and moves the lines above.
    await expect.poll(() => outOfView(tab.page), { message: `behind save ${i}` }).toBe(0);
  }
  // Who loads the page anew finds the paragraph that is edited.
  expect(new URL(tab.page.url()).hash).toBe(`#p${4 + texts.length}`);
});

test('an entry leaves as much of a long paragraph in view as there is room for', async () => {
  await tab.page.setViewportSize({ width: 1280, height: 700 });
  await tab.page.goto(`${tab.site.url}articles/essai`);
  await tab.page.evaluate('document.querySelector("#p5").scrollIntoView({ block: "end", behavior: "instant" })');
  await tab.page.focus('#p5 .source .term');
  await tab.page.keyboard.press('e');
  await tab.page.waitForSelector('.term-dialog .impact');
  await frames(tab.page);
  const between = await tab.page.evaluate<number>(`
    document.querySelector('#p5').getBoundingClientRect().top -
    document.querySelector('.bar').getBoundingClientRect().bottom`);
  await tab.page.keyboard.press('Escape');
  expect(between).toBeLessThan(60);
});

test('the term whose card opened its entry stays in view above it, however long its paragraph is, under no card', async () => {
  await tab.page.setViewportSize({ width: 700, height: 600 });
  await tab.page.click('#p5 .source .term');
  await tab.page.click('#card button');
  await tab.page.waitForSelector('.term-dialog .impact');
  await frames(tab.page);
  const seen = await tab.page.evaluate<string | undefined>(`{
    const { top, left } = document.querySelector('#p5 .source .term').getBoundingClientRect();
    document.elementFromPoint(left + 3, top + 8)?.className;
  }`);
  expect(seen).toMatch(/^term/);
  await tab.page.keyboard.press('Escape');
  expect(await tab.page.$eval('.card', (card) => card.contains(document.activeElement))).toBe(true);
});

test('French that goes on below the edge of its box says so by a shade, in place and on a page of its own', async () => {
  await tab.page.setViewportSize({ width: 360, height: 740 });
  const found: unknown[] = [];
  const look = async (selector: string) => {
    await tab.page.waitForSelector(selector);
    const [over, shade] = await tab.page.$eval(selector, (box) => {
      const { backgroundAttachment, backgroundImage } = getComputedStyle(box);
      const shades = backgroundImage.split('linear-gradient').length - 1;
      return [box.scrollHeight > box.clientHeight, `${shades} ${backgroundAttachment}`] as const;
    });
    found.push([over, shade]);
  };
  await tab.page.goto(`${tab.site.url}articles/essai`);
  await tab.page.click('#p7 .edit');
  await look('.unit.editing > .source');
  await tab.page.goto(`${tab.site.url}articles/essai/units/p7`);
  await look('.editor > .french');
  expect(found).toEqual(Array(2).fill([true, '2 local, scroll, scroll']));
});
