import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { IS_SLOW_SET } from '../rounds.ts';
import { SMALL } from '../site.ts';
import { untilReady, useTab } from './tab.ts';

const tab = useTab({ files: SMALL, address: 'articles/essai' });
const file = (name: string) => readFile(path.join(tab.root, name), 'utf8');
const PO = 'content/essai/en.po';
const save = async (text: string) => {
  await tab.page.click('#p2 .edit');
  await tab.page.fill('#p2 .in-place .english', text);
  await tab.page.keyboard.press('Control+Enter');
  await tab.page.waitForSelector('.saved');
};

describe('the notice of a save', () => {
  test('undoes by a key, leaves by Escape, and its number leaves the address', async () => {
    await save('Three tokens, no more.');
    await tab.page.keyboard.press('Control+z');
    await tab.page.waitForSelector('.saved >> text=undone: paragraph 2');
    await untilReady(tab.page);
    const text = await file(PO);
    await tab.page.keyboard.press('Escape');
    expect([text, await tab.page.locator('.saved').count(), new URL(tab.page.url()).search]).toEqual([
      SMALL[PO],
      0,
      '',
    ]);
  });

  test('does not take the key from a field', async () => {
    await save('Three tokens, no more.');
    await tab.page.click('#p3 .edit');
    await tab.page.fill('#p3 .in-place .english', 'Half');
    await tab.page.keyboard.press('Control+z');
    await expect.poll(() => tab.page.inputValue('#p3 .in-place .english')).toBe('A chip.');
    expect((await file(PO)).includes('no more')).toBe(true);
  });
});

test('what was changed is printed, without the buttons; no word that is sought is wider than a phone', async () => {
  await save('Three tokens, no more.');
  await tab.page.emulateMedia({ media: 'print' });
  await tab.page.goto(`${tab.site.url}changes`);
  const shown = await tab.page.$$eval(
    '.saves li, button',
    (list) => list.filter((one) => one.checkVisibility()).length,
  );
  await tab.page.emulateMedia({ media: 'screen' });
  await tab.page.setViewportSize({ width: 320, height: 700 });
  await tab.page.goto(`${tab.site.url}search?q=${'anticonstitutionnellement'.repeat(3)}`);
  const over = await tab.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect([shown, over]).toEqual([1, 0]);
});

// In the quick set way.test.ts does so, with more around it.
test.runIf(IS_SLOW_SET)('Enter in a reason accepts with it', async () => {
  await save('Three chips.');
  await tab.page.click('#p2 .edit');
  await tab.page.click('#p2 .waive summary');
  await tab.page.fill('#p2 .waive input', 'of metal');
  await tab.page.keyboard.press('Enter');
  await tab.page.waitForSelector('#p2 .source .term[data-verdict="waived"]');
  expect(await file(PO)).toContain('- of metal');
});
