import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { rounds } from '../rounds.ts';
import { SMALL, start } from '../site.ts';
import { useTab } from './tab.ts';

const long = Array.from({ length: 60 }, (_, i) => `Alinéa ${i}, sans rien.`).join('\n\n');
const tab = useTab({
  files: { ...SMALL, 'content/essai/fr.md': `${SMALL['content/essai/fr.md']}\n${long}\n` },
  context: { viewport: { width: 1000, height: 500 } },
  address: 'articles/essai',
});

const GLOSSARY = 'glossary/ai.yaml';
const save = async (file: string, from: string, to: string) => {
  const at = path.join(tab.root, file);
  const text = (await readFile(at, 'utf8')).replace(from, to);
  await writeFile(`${at}.new~`, text);
  await rename(`${at}.new~`, at);
};
const verdict = (state: string) => tab.page.waitForSelector(`#p2 .source .term[data-verdict="${state}"]`);

test('a saved glossary is on the page at once, and the changed term flashes', async () => {
  await verdict('preferred');
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await tab.page.waitForSelector('#p2 .source .term.changed[data-verdict="missing"]');
  await expect.poll(() => tab.page.textContent('#told')).toBe('The files changed: 1 term changed in paragraph 2.');
});

test('the reader stays where they are', async () => {
  await tab.page.evaluate('window.scrollTo({ top: 1500, behavior: "instant" })');
  const before = await tab.page.evaluate('document.querySelector("#p30").getBoundingClientRect().top');
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await verdict('missing');
  const after = await tab.page.evaluate('document.querySelector("#p30").getBoundingClientRect().top');
  expect(Math.abs(Number(after) - Number(before))).toBeLessThan(1);
});

test('a card still opens on a term that was put in, and focus stays on it', async () => {
  await tab.page.focus('#p2 .source .term');
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await verdict('missing');
  expect(await tab.page.evaluate('document.activeElement.textContent')).toContain('jetons');
  await tab.page.hover('#p2 .source .term');
  await tab.page.waitForSelector('#card:not([hidden])');
});

test('what breaks a file is told and read out where the reader stands, and moves no line there', async () => {
  await tab.page.evaluate('window.scrollTo({ top: 1500, behavior: "instant" })');
  const top = () => tab.page.evaluate('document.querySelector("#p30").getBoundingClientRect().top');
  const before = Number(await top());
  await save(GLOSSARY, 'fr: puce', 'frr: puce');
  const notice = tab.page.locator('.problem-told');
  await notice.waitFor();
  const box = await notice.boundingBox();
  const isInView = box !== null && box.y >= 0 && box.y + box.height <= 500;
  const said = await tab.page.getByRole('alert').innerText();
  const moved = Math.abs(Number(await top()) - before) < 1;
  await notice.getByRole('button', { name: 'Show' }).click();
  await expect.poll(() => tab.page.evaluate('window.scrollY')).toBeLessThan(100);
  expect([
    isInView,
    moved,
    /^(A file needs a correction|\d corrections are needed in the files): glossary\/ai\.yaml:\d/.test(said),
  ]).toEqual([true, true, true]);
});

test('the notice of a broken file leaves by Escape, and with the mistake; at the head the banner is seen itself', async () => {
  await save(GLOSSARY, 'fr: puce', 'frr: puce');
  await tab.page.waitForSelector('.problems');
  const atHead = await tab.page
    .waitForSelector('.problem-told.hidden', { state: 'attached' })
    .then(() => 'banner alone');
  await tab.page.evaluate('window.scrollTo({ top: 1500, behavior: "instant" })');
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

test('only what changed flashes, and elements that did not change stay the same ones', async () => {
  await tab.page.evaluate('document.querySelector("#p3 .source .term").mark = "still here"');
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await tab.page.waitForSelector('#p2 .source .term.changed[data-verdict="missing"]');
  expect([
    await tab.page.$$eval('.term.changed', (list) => list.map((term) => term.textContent)),
    await tab.page.evaluate('document.querySelector("#p3 .source .term").mark'),
  ]).toEqual([['jetons'], 'still here']);
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

test('an open card says what its term says now', async () => {
  await tab.page.hover('#p2 .source .term');
  await tab.page.waitForSelector('#card >> text=preferred');
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await tab.page.waitForSelector('#card >> text=missing');
  expect([
    await tab.page.isVisible('#card'),
    await tab.page.$$eval('.term.lit', (list) => list.map((term) => term.textContent)),
    await tab.page.getAttribute('#p2 .source .term', 'aria-describedby'),
  ]).toEqual([true, ['jetons'], 'card']);
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

test('what is typed, chosen and opened in an editor stays, whatever comes', async () => {
  await save('content/essai/en.po', 'Three tokens.', 'Three.');
  await verdict('missing');
  await tab.page.click('#p2 .edit');
  await tab.page.click('#p2 .waive summary');
  await tab.page.fill('#p2 .english', 'Three chips, typed.');
  await tab.page.evaluate('document.querySelector("#p2 .english").setSelectionRange(6, 11)');
  await save('content/essai/en.po', 'A chip.', 'One chip.');
  await tab.page.waitForSelector('#p3 .target >> text=One chip.');
  await save('content/essai/en.po', 'Three.', 'But three.');
  await tab.page.waitForTimeout(500);
  expect(
    await tab.page.evaluate(`(({ value, selectionStart, selectionEnd }) => [
      value, selectionStart, selectionEnd, document.activeElement.className, document.querySelector('#p2 .waive').open,
    ])(document.querySelector('#p2 .english'))`),
  ).toEqual(['Three chips, typed.', 6, 11, 'english', true]);
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

test('an editor that is left leaves the verdicts of what is saved', async () => {
  await tab.page.click('#p2 .edit');
  await tab.page.fill('#p2 .english', 'Three chips.');
  await verdict('deprecated');
  await tab.page.keyboard.press('Escape');
  await verdict('preferred');
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
  expect(await tab.page.getAttribute('#p2', 'class')).toBe('unit current uncovered');
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

test('a typo brings a banner and leaves the page as it was; mended, it goes', async () => {
  await save(GLOSSARY, '- fr: puce', '- fr: [puce');
  await tab.page.waitForSelector('.problems');
  expect(await tab.page.$$eval('.term[data-verdict="preferred"]', (list) => list.length)).toBe(4);
  await save(GLOSSARY, '[puce', 'puce');
  await tab.page.waitForSelector('.problems', { state: 'detached' });
});

test('hundreds of saves in a burst end in one right state', async () => {
  const at = path.join(tab.root, GLOSSARY);
  const text = await readFile(at, 'utf8');
  for (let i = 0; i < rounds(60, 200); i += 1) await writeFile(at, text.replace('en: token', `en: lexeme${i}`));
  await writeFile(at, text.replace('en: token', 'en: [lexeme, tokens]'));
  await verdict('admitted');
});

test('after a restart the page finds its way back', async () => {
  const { port } = new URL(tab.site.url);
  await tab.site.close();
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  tab.site = await start(tab.root, undefined, Number(port));
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

test('what changed is told, and a page that it does not touch asks for nothing', async () => {
  const { body } = await fetch(`${tab.site.url}events`);
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  const told = async () => {
    let text = '';
    while (!/\{.*"articles".*\}/.test(text)) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    return /\{.*"articles".*\}/.exec(text)?.[0] ?? '';
  };
  // A page that was made a moment before its line was open may look once whether it is still right.
  await tab.page.waitForLoadState('networkidle');
  let asked = 0;
  tab.page.on('request', (request) => {
    if (request.url().endsWith('/articles/essai')) asked += 1;
  });
  // Whole at once, as a folder without its text would be told as a problem.
  await mkdir(path.join(tab.root, 'autre'));
  await writeFile(path.join(tab.root, 'autre/fr.md'), '---\ntitle: Autre\n---\n\nRien.\n');
  await rename(path.join(tab.root, 'autre'), path.join(tab.root, 'content/autre'));
  const { articles, glossary, problems } = JSON.parse(await told());
  await tab.page.waitForTimeout(300);
  expect([articles, glossary, problems, asked]).toEqual([['autre'], false, false, 0]);
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await verdict('missing');
});
