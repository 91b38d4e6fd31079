import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { IS_SLOW_SET, rounds } from '../rounds.ts';
import { start } from '../site.ts';
import { GLOSSARY, useLiveArticle } from './live-article.ts';

const { tab, save, verdict, scrollDown, topOfP30 } = useLiveArticle();

test('a saved glossary is on the page at once: what changed flashes and is told, all else is left as it was', async () => {
  await tab.page.evaluate('document.querySelector("#p3 .source .term").mark = "still here"');
  await tab.page.focus('#p2 .source .term');
  await tab.page.waitForSelector('#card >> text=preferred');
  await scrollDown();
  const before = await topOfP30();
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  await tab.page.waitForSelector('#p2 .source .term.changed[data-verdict="missing"]', { state: 'attached' });
  await tab.page.waitForSelector('#card >> text=missing');
  await expect.poll(() => tab.page.textContent('#told')).toBe('The files changed: 1 term changed in paragraph 2.');
  const textsOf = (selector: string) => tab.page.$$eval(selector, (list) => list.map((one) => one.textContent));
  expect({
    flashing: await textsOf('.term.changed'),
    keptElement: await tab.page.evaluate('document.querySelector("#p3 .source .term").mark'),
    hasMoved: Math.abs((await topOfP30()) - before) >= 1,
    focus: await tab.page.evaluate('document.activeElement.textContent'),
    lit: await textsOf('.term.lit'),
    explainedBy: await tab.page.getAttribute('#p2 .source .term', 'aria-describedby'),
  }).toEqual({
    flashing: ['jetons'],
    keptElement: 'still here',
    hasMoved: false,
    focus: 'jetons',
    lit: ['jetons'],
    explainedBy: 'card',
  });
});

test('what breaks a file is told and read out where the reader stands, moves no line there, and goes with the mistake', async () => {
  await scrollDown();
  const before = await topOfP30();
  await save(GLOSSARY, 'fr: puce', 'frr: puce');
  const notice = tab.page.locator('.problem-told:not(.hidden)');
  await notice.waitFor();
  const box = await notice.boundingBox();
  const seen = {
    isInView: box !== null && box.y >= 0 && box.y + box.height <= 500,
    said: await tab.page.getByRole('alert').innerText(),
    hasMoved: Math.abs((await topOfP30()) - before) >= 1,
    preferred: await tab.page.locator('.term[data-verdict="preferred"]').count(),
  };
  await save(GLOSSARY, 'frr: puce', 'fr: puce');
  await tab.page.waitForSelector('.problems, .problem-told', { state: 'detached' });
  await save(GLOSSARY, 'fr: puce', 'frr: puce');
  await notice.getByRole('button', { name: 'Show' }).click();
  await tab.page.waitForSelector('.problem-told', { state: 'detached' });
  await expect.poll(() => tab.page.evaluate('window.scrollY')).toBeLessThan(100);
  expect(seen).toEqual({
    isInView: true,
    said: expect.stringMatching(
      /^(A file needs a correction|\d corrections are needed in the files): glossary\/ai\.yaml:\d/,
    ),
    hasMoved: false,
    preferred: 4,
  });
});

test('what is typed, chosen and opened in an editor stays, whatever comes', async () => {
  await save('content/essai/en.po', 'Three tokens.', 'Three.');
  await verdict('missing');
  await tab.page.evaluate('window.mark = "the same page"');
  await tab.page.click('#p2 .edit');
  await tab.page.click('#p2 .waive summary');
  await tab.page.fill('#p2 .english', 'Three chips, typed.');
  await tab.page.evaluate('document.querySelector("#p2 .english").setSelectionRange(6, 11)');
  await save('content/essai/en.po', 'Three.', 'But three.');
  await save('content/essai/en.po', 'A chip.', 'One chip.');
  await tab.page.waitForSelector('#p3 .target >> text=One chip.');
  await save('content/essai/fr.md', 'Trois jetons.', 'Un début.\n\nTrois jetons.');
  await tab.page.waitForSelector('#p3 >> text=Trois jetons.');
  expect(
    await tab.page.evaluate(`(({ value, selectionStart, selectionEnd }) => [
      value, selectionStart, selectionEnd, document.activeElement.className, document.querySelector('.waive').open,
      window.mark, document.querySelectorAll('.unit').length,
    ])(document.querySelector('.english'))`),
  ).toEqual(['Three chips, typed.', 6, 11, 'english', true, 'the same page', 64]);
});

test('hundreds of saves in a burst end in one right state', async () => {
  const at = path.join(tab.root, GLOSSARY);
  const text = await readFile(at, 'utf8');
  for (let i = 0; i < rounds(60, 200); i += 1) await writeFile(at, text.replace('en: token', `en: lexeme${i}`));
  await writeFile(at, text.replace('en: token', 'en: [lexeme, tokens]'));
  await verdict('admitted');
});

test.runIf(IS_SLOW_SET)('after a restart the page finds its way back', async () => {
  const { port } = new URL(tab.site.url);
  await tab.site.close();
  await save(GLOSSARY, 'en: token', 'en: lexeme');
  tab.site = await start(tab.root, undefined, Number(port));
  await verdict('missing');
});

test.runIf(IS_SLOW_SET)('what changed is told, and a page that it does not touch asks for nothing', async () => {
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
