import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { GLOSSARY, useLiveArticle } from './live-article.ts';

const { tab, save, verdict, scrollDown } = useLiveArticle();

test('a card still opens on a term that was put in, and focus stays on it', async () => {
  await tab.page.focus('#p2 .source .term');
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await verdict('missing');
  expect(await tab.page.evaluate('document.activeElement.textContent')).toContain('jetons');
  await tab.page.hover('#p2 .source .term');
  await tab.page.waitForSelector('#card:not([hidden])');
});

test('the notice of a broken file leaves by Escape, and with the mistake; at the head the banner is seen itself', async () => {
  await save(GLOSSARY, 'fr: puce', 'frr: puce');
  await tab.page.waitForSelector('.problems');
  const atHead = await tab.page
    .waitForSelector('.problem-told.hidden', { state: 'attached' })
    .then(() => 'banner alone');
  await scrollDown();
  await tab.page.waitForSelector('.problem-told:not(.hidden)');
  await save(GLOSSARY, 'frr: puce', 'fr: puce');
  await tab.page.waitForSelector('.problem-told', { state: 'detached' });
  await save(GLOSSARY, 'fr: puce', 'frr: puce');
  await tab.page.waitForSelector('.problem-told:not(.hidden)');
  await tab.page.keyboard.press('Escape');
  expect([
    atHead,
    await tab.page.locator('.problem-told').count(),
    await tab.page.locator('.problems').count(),
  ]).toEqual(['banner alone', 0, 1]);
});

test('what was told of a broken file is not told again when its line is another one by then', async () => {
  await save(GLOSSARY, 'fr: puce', 'frr: puce');
  await tab.page.waitForSelector('.problem-told');
  await tab.page.keyboard.press('Escape');
  const place = () => tab.page.locator('.problems .place').first().innerText();
  const before = await place();
  await save(GLOSSARY, '- ', '# The first remark.\n- ');
  await expect.poll(place).not.toBe(before);
  const toldAgain = await tab.page.locator('.problem-told').count();
  await save(GLOSSARY, 'en: token', 'enn: token');
  await tab.page.waitForSelector('.problem-told', { state: 'attached' });
  expect([toldAgain, await tab.page.getByRole('alert').textContent()]).toEqual([0, expect.stringContaining('“enn”')]);
});

test('of many problems the one that is not listed is told too, and none is where another was mended', async () => {
  const heading = () => tab.page.locator('.problems h2').innerText();
  const write = async (count: number) => {
    const entries = Array.from({ length: count }, (_, i) => `- fr: mot ${i}\n  en: word ${i}\n  nott${i}: [x]\n`);
    await writeFile(path.join(tab.root, 'glossary/more.yaml~'), entries.join(''));
    await rename(path.join(tab.root, 'glossary/more.yaml~'), path.join(tab.root, 'glossary/more.yaml'));
    await expect.poll(heading).toContain(`${count} `);
  };
  const isTold = () => tab.page.locator('.problem-told').count();
  await scrollDown();
  await write(20);
  await tab.page.keyboard.press('Escape');
  await write(21);
  const said = await tab.page.getByRole('alert').innerText();
  await tab.page.keyboard.press('Escape');
  await save('glossary/more.yaml', 'nott3: [x]', 'not: [x]');
  await expect.poll(heading).toContain('20 ');
  const afterMending = await isTold();
  await write(22);
  expect([said, afterMending, await isTold()]).toEqual([expect.stringContaining(': and 1 more'), 0, 1]);
});

test('a banner that was folded away stays so until something else is wrong', async () => {
  await save(GLOSSARY, 'fr: puce', 'frr: puce');
  await tab.page.click('.problems summary');
  const place = () => tab.page.locator('.problems .place').first().textContent();
  const isOpen = () => tab.page.locator('.problems details').evaluate((banner) => banner.hasAttribute('open'));
  const before = await place();
  await save(GLOSSARY, '- ', '# The first remark.\n- ');
  await expect.poll(place).not.toBe(before);
  const staysOpen = await isOpen();
  await save(GLOSSARY, 'en: token', 'enn: token');
  await expect.poll(isOpen).toBe(true);
  expect(staysOpen).toBe(false);
});

test('the only article, read at /, goes on under its own address, beside a second one too', async () => {
  await tab.page.goto(`${tab.site.url}?saved=1#p3`);
  const seen = { at: tab.page.url(), target: await tab.page.evaluate('document.querySelector(":target")?.id') };
  await mkdir(path.join(tab.root, 'autre'));
  await writeFile(path.join(tab.root, 'autre/fr.md'), '---\ntitle: Autre\n---\n\nRien.\n');
  await rename(path.join(tab.root, 'autre'), path.join(tab.root, 'content/autre'));
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await verdict('missing');
  await tab.page.reload();
  expect([seen, await tab.page.locator('#p3').count(), tab.page.url()]).toEqual([
    { at: `${tab.site.url}articles/essai#p3`, target: 'p3' },
    1,
    seen.at,
  ]);
});

test('a term that changes again flashes again', async () => {
  await tab.page.evaluate(`window.flashes = 0;
    document.querySelector('#p2 .source .term').addEventListener('animationstart', () => { window.flashes += 1; })`);
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await verdict('missing');
  await tab.page.waitForFunction('window.flashes === 1');
  await save(GLOSSARY, 'en: lexeme', 'en: [lexeme, token]');
  await verdict('admitted');
  await tab.page.waitForFunction('window.flashes === 2');
});

test('the card of a term that is gone closes', async () => {
  await tab.page.hover('#p2 .source .term');
  await tab.page.waitForSelector('#card:not([hidden])');
  await save('content/essai/fr.md', 'Trois jetons.', 'Trois fois rien.');
  await tab.page.waitForSelector('#p2 >> text=Trois fois rien.');
  await tab.page.waitForSelector('#card', { state: 'hidden' });
});

test('the focus stays on its term when another one comes before it', async () => {
  await tab.page.focus('#p2 .source .term');
  await save('content/essai/fr.md', 'Trois jetons.', 'Une puce, trois jetons.');
  await tab.page.waitForSelector('#p2 .source >> text=Une puce');
  await expect.poll(() => tab.page.evaluate('document.activeElement.textContent')).toBe('jetons');
});

test('an open card says what its term says now', async () => {
  // At the head of the page a row of problems that comes in above moves the words away from the pointer.
  await tab.page.evaluate('window.scrollTo({ top: 60, behavior: "instant" })');
  await tab.page.hover('#p2 .source .term');
  await tab.page.waitForSelector('#card >> text=preferred');
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await tab.page.waitForSelector('#card >> text=missing');
  const shown = async () => [
    await tab.page.isVisible('#card'),
    await tab.page.$$eval('.term.lit', (list) => list.map((term) => term.textContent)),
    await tab.page.getAttribute('#p2 .source .term', 'aria-describedby'),
  ];
  await expect.poll(shown).toEqual([true, ['jetons'], 'card']);
});

test('an editor that is left leaves the verdicts of what is saved', async () => {
  await tab.page.click('#p2 .edit');
  await tab.page.fill('#p2 .english', 'Three chips.');
  await verdict('deprecated');
  await tab.page.keyboard.press('Escape');
  await verdict('preferred');
});

test('a paragraph that comes before the one that is edited takes no word away, and nothing is read anew', async () => {
  await tab.page.evaluate('window.mark = "the same page"');
  await tab.page.click('#p2 .edit');
  await tab.page.fill('#p2 .english', 'Three chips, typed.');
  await save('content/essai/fr.md', 'Trois jetons.', 'Un début.\n\nTrois jetons.');
  await tab.page.waitForSelector('#p3 >> text=Trois jetons.');
  expect([
    await tab.page.inputValue('#p2 .english'),
    await tab.page.evaluate('window.mark'),
    await tab.page.$$eval('.unit', (list) => list.length),
  ]).toEqual(['Three chips, typed.', 'the same page', 64]);
});

test('what a reader opened in a paragraph stays open', async () => {
  await tab.page.route('**/articles/essai', async (route) => {
    const response = await route.fetch();
    const aside = '<details><summary>Aside</summary>More.</details></section>';
    await route.fulfill({ response, body: (await response.text()).replaceAll('</section>', aside) });
  });
  await tab.page.reload();
  await tab.page.click('#p2 summary');
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await verdict('missing');
  expect(await tab.page.$$eval('details[open]', (list) => list.map((one) => one.closest('.unit')?.id))).toEqual(['p2']);
});

test('the terms stay open, filtered and where the focus was', async () => {
  await tab.page.keyboard.press('/');
  await tab.page.keyboard.type('puce');
  await tab.page.focus('#concept-chip .pair a');
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await verdict('missing');
  expect([
    await tab.page.$$eval('.concept:not([hidden])', (list) => list.map(({ id }) => id)),
    await tab.page.textContent('#filter-count'),
    await tab.page.evaluate('document.activeElement.closest(".concept").id'),
    await tab.page.isVisible('#close-terms'),
  ]).toEqual([['concept-chip'], '1 of 2 terms fit.', 'concept-chip', true]);
});

test('a paragraph that was uncovered and chosen stays so', async () => {
  await tab.page.click('#comfort summary');
  await tab.page.check('input[name="dim"][value="en"]');
  await tab.page.click('#p2 .source', { position: { x: 2, y: 2 } });
  await tab.page.keyboard.press('c');
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await verdict('missing');
  expect(await tab.page.$$eval('.unit.current.uncovered', (units) => units.map(({ id }) => id))).toEqual(['p2']);
});

test('a line that was refused is asked for again', async () => {
  let isRefusing = true;
  await tab.page.route('**/events', (route) => (isRefusing ? route.fulfill({ status: 503 }) : route.continue()));
  await tab.page.reload();
  await tab.page.waitForTimeout(300);
  isRefusing = false;
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await verdict('missing');
});

test('an edit in another window arrives too', async () => {
  const other = await tab.context.newPage();
  await other.goto(`${tab.site.url}articles/essai/units/p2`);
  await other.fill('.english', 'Three chips.');
  await other.click('text=Save');
  // A window that is closed while it sends a form may never close.
  await other.waitForURL(({ pathname }) => pathname === '/articles/essai');
  await other.close();
  await tab.page.bringToFront();
  await verdict('deprecated');
});
