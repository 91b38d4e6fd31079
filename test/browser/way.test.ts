import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { IS_SLOW_SET, rounds } from '../rounds.ts';
import { useTab } from './tab.ts';

const NUMBERS = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Dix'];
const FRENCH = NUMBERS.map((number) => `${number} jetons et rien de plus.`);
const tab = useTab({
  files: {
    'glossary/ai.yaml': '- fr: jeton\n  en: token\n  not: [{ term: chip, why: that is puce }]\n',
    'content/essai/fr.md': `---\ntitle: Essai\n---\n\n${FRENCH.join('\n\n')}\n\nEncore un jeton.\n`,
    'content/essai/en.po': `msgid "Essai"\nmsgstr "Trial"\n\n${FRENCH.map(
      (text, i) => `#, fuzzy\nmsgid "${text}"\nmsgstr "Some ${i + 1} chips and nothing more."\n`,
    ).join('\n')}`,
  },
  address: 'articles/essai',
});
const catalogue = () => readFile(path.join(tab.root, 'content/essai/en.po'), 'utf8');

test('paragraphs are put right and reviewed by keyboard with save and next, in four keys each', async () => {
  const count = rounds(4, NUMBERS.length);
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await tab.page.keyboard.press(key);
  };
  await press('d');
  await press('e');
  for (let i = 0; i < count; i += 1) {
    const field = `#p${i + 2} .in-place .english`;
    await tab.page.waitForSelector(`${field}:focus`);
    // One word is gone, another comes: the field is at hand at once.
    await press('Control+A');
    await tab.page.keyboard.insertText(`Some ${i + 1} tokens and nothing more.`);
    await press('Alt+r');
    await press('Control+Shift+Enter');
  }
  const isLeft = count === NUMBERS.length;
  await tab.page.waitForSelector(isLeft ? '.in-place' : `#p${count + 2} .in-place`, {
    state: isLeft ? 'detached' : 'attached',
  });
  const inFile = async (pattern: RegExp) => (await catalogue()).match(pattern)?.length ?? 0;
  await expect.poll(() => inFile(/ tokens/g)).toBe(count);
  expect([keys <= 4 * count, await inFile(/fuzzy/g)]).toEqual([true, NUMBERS.length - count]);
});

test('while one types the buttons stand still, the French is in view, and one short sentence is told', async () => {
  await tab.page.setViewportSize({ width: 1280, height: 700 });
  await tab.page.click('#p3 .edit');
  const save = tab.page.locator('#p3 .actions button').first();
  const field = '#p3 .english';
  await tab.page.waitForSelector(`${field}:focus`);
  const before = await save.boundingBox();
  await tab.page.fill(field, 'Seven of them, “perhaps” 12.');
  await tab.page.waitForSelector('#p3 .verdicts [data-verdict="missing"]');
  const told = async () => (await tab.page.textContent('#p3 .told')) ?? '';
  await expect.poll(told, { timeout: 5000 }).toMatch(/1 missing/);
  const french = await tab.page.locator('#p3 > .source').boundingBox();
  expect([await save.boundingBox(), (await told()).length < 80, (french?.y ?? -1) >= 0]).toEqual([before, true, true]);

  // The same editor: a reason on the line of the verdict, the saved text back, and the browser’s own undo.
  await tab.page.click('#p3 .back');
  expect(await tab.page.inputValue(field)).toBe('Some 2 chips and nothing more.');
  await tab.page.click('#p3 .suggestions button');
  expect(await tab.page.inputValue(field)).toBe('Some 2 tokens and nothing more.');
  await tab.page.keyboard.press('Control+z');
  expect(await tab.page.inputValue(field)).toBe('Some 2 chips and nothing more.');
  await tab.page.fill(field, 'Some 2 ');
  await tab.page.click('#p3 > .source .term');
  expect(await tab.page.inputValue(field)).toBe('Some 2 token');
  await tab.page.fill(field, 'of them');
  await tab.page.press(field, 'Home');
  await tab.page.click('#p3 > .source .term');
  expect(await tab.page.inputValue(field)).toBe('token of them');
  await tab.page.fill(field, 'Some 2 of them.');
  await tab.page.click('#p3 .note-field summary');
  await tab.page.fill('#p3 [name="note"]', 'Said twice.');
  await tab.page.click('#p3 .waive summary');
  await tab.page.fill('#p3 .waive input', 'as above');
  await tab.page.keyboard.press('Enter');
  await tab.page.waitForSelector('#p3 .source .term[data-verdict="waived"]');
  const written = await catalogue();
  expect([
    /^# note: Said twice\.$/m.test(written),
    /^# waive: token \w+ - as above$/m.test(written),
    written.includes('Some 2 of them.'),
  ]).toEqual([true, true, true]);
});

test.runIf(IS_SLOW_SET)(
  'the ways lead from kind to kind, by button, by key and without script; the panel is filtered by form and verdict',
  async () => {
    await tab.page.keyboard.press('/');
    await tab.page.fill('#filter', 'jetons, deprecated');
    await tab.page.waitForSelector('#filter-count >> text=1 of 1');
    await tab.page.fill('#filter', 'jetons, waived');
    await tab.page.waitForSelector('#filter-count >> text=0 of 1');
    await tab.page.keyboard.press('Escape');
    expect(await tab.page.$$eval('.way a[data-by="1"]', (list) => list.map((one) => one.getAttribute('href')))).toEqual(
      ['#p2', '#p2', '#p2', '#p12'],
    );
    await tab.page.click('.way [data-want="untranslated"][data-by="1"]');
    const hash = () => tab.page.evaluate('location.hash');
    expect(await hash()).toBe('#p12');
    await tab.page.keyboard.press('Shift+D');
    expect(await hash()).toBe('#p11');
    await tab.page.goto(`${tab.site.url}articles/essai/units/p11`);
    expect(await tab.page.$$eval('.way-from a', (list) => list.map((one) => one.getAttribute('aria-label')))).toEqual([
      'Previous problem, ¶10',
      'Previous draft, ¶10',
      'Previous unreviewed, ¶10',
      'Next unreviewed, ¶12',
      'Next untranslated, ¶12',
    ]);
  },
);
