import { beforeAll, expect, test } from 'vitest';
import { SMALL } from '../site.ts';
import { untilReady, useTab } from './tab.ts';

const FRENCH = '# Les ponts\n\nUn pont. Il grince.\n\nDeux ponts.\n\nTrois ponts.\n';
const ENGLISH = '# The bridges\n\nOne bridge. It creaks.\n\nTwo bridges.\n\nThree bridges.\n\nNobody laughs.\n';

const tab = useTab({ files: SMALL, address: 'add', isSiteShared: true, isPageShared: true });
beforeAll(async () => {
  const { page } = tab;
  await page.getByLabel('Paste it').fill(FRENCH);
  await page.locator('#add_english summary').click();
  await page.getByLabel('Paste the English').fill(ENGLISH);
  await page.getByRole('button', { name: 'Show its paragraphs' }).click();
  await page.getByRole('button', { name: 'Put the English beside it' }).click();
  await page.waitForSelector('.pair');
  await untilReady(page);
});

const ONE_SENTENCE = 'There is no place to cut here: it is one sentence.';
const nothing = (key: string) => `There is nothing for “${key}” to do here.`;

// The row that has the focus, the key, the row that has it then, and what is said. Row 4 is English alone. Z comes
// last.
test.each<[string, number, string, string]>([
  ['j', 0, 'row-1', ''],
  ['J', 0, 'row-1', ''],
  ['ArrowDown', 0, 'row-1', ''],
  ['k', 4, 'row-3', ''],
  ['ArrowUp', 4, 'row-3', ''],
  ['j', 4, 'row-4', ''],
  ['k', 0, 'row-0', ''],
  ['n', 0, 'row-4', ''],
  ['n', 4, 'row-4', ''],
  ['c', 1, 'cut', ''],
  ['c', 4, 'row-4', ONE_SENTENCE],
  ['u', 0, 'row-0', nothing('u')],
  ['d', 4, 'row-4', nothing('d')],
  ['o', 4, 'row-4', nothing('o')],
  ['t', 4, 'row-4', nothing('t')],
  ['m', 1, 'row-1', nothing('m')],
  ['z', 1, 'row-1', nothing('z')],
  ['x', 1, 'row-1', ''],
  ['Control+d', 1, 'row-1', ''],
  ['Alt+d', 1, 'row-1', ''],
  ['Meta+d', 1, 'row-1', ''],
  ['Shift+D', 1, 'row-1', ''],
  ['d', 1, 'row-1', 'Done: Down, ¶2.'],
  ['D', 1, 'row-1', 'Done: Down, ¶2.'],
  ['u', 2, 'row-2', 'Done: Up, ¶3.'],
  ['o', 1, 'row-1', 'Done: Join with the next, ¶2.'],
  ['t', 1, 'row-1', 'Done: Take out, ¶2.'],
  ['z', 1, 'row-1', 'Done: Undo.'],
])('%s, on row %i: %s, “%s”', async (key, row, focused, said) => {
  await tab.page.focus(`#row-${row}`);
  await tab.page.evaluate('document.getElementById("pairs_said").textContent = ""');
  await tab.page.keyboard.press(key);
  const now = () => tab.page.evaluate('document.activeElement.id || document.activeElement.className');
  await expect.poll(async () => [await now(), await tab.page.innerText('#pairs_said')]).toEqual([focused, said]);
});
