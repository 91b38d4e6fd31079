import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { IS_SLOW_SET } from '../rounds.ts';
import { SMALL } from '../site.ts';
import { barriersOf } from './barriers.ts';
import { useTab } from './tab.ts';

const FILES = {
  ...SMALL,
  'content/essai/fr.md': '---\ntitle: Essai\n---\n\nTrois jetons.\n\nUne puce.\n\nRien encore.\n',
  'content/conte/fr.md': '---\ntitle: Conte\n---\n\nIl était une fois.\n',
};
const REVIEW = `msgid "Trois jetons."
msgstr "Three chips."

#, fuzzy
msgid "Une puce."
msgstr "One ${'chip'.repeat(60)}."

# note: to be seen
msgid "Rien encore."
msgstr "Nothing yet."

msgid "Il était une foi."
msgstr "Once."
`;
const TERMS = 'fr,en,definition\npont,bridge,What leads over.\njeton,chip,\npuce,microchip,\n';

describe('without script', () => {
  const tab = useTab({ files: FILES, context: { javaScriptEnabled: false }, address: 'import' });

  test('a translation is pasted, chosen from, saved and taken back with the keyboard alone', async () => {
    const catalogue = () => readFile(path.join(tab.root, 'content/essai/en.po'), 'utf8');
    const before = await catalogue();
    await tab.page.getByLabel('Or paste what it holds').focus();
    await tab.page.keyboard.insertText(REVIEW);
    await tab.page.keyboard.press('Tab');
    await tab.page.keyboard.press('Tab');
    await tab.page.keyboard.press('Enter');
    await tab.page.getByRole('heading', { name: 'What this file would change' }).waitFor();
    const ticks = tab.page.getByRole('checkbox');
    const isTicked = [await ticks.nth(0).isChecked(), await ticks.nth(1).isChecked()];
    await tab.page.getByRole('checkbox', { name: '¶2' }).focus();
    await tab.page.keyboard.press('Space');
    await tab.page.getByRole('button', { name: 'Save what is ticked' }).focus();
    await tab.page.keyboard.press('Enter');
    await tab.page.getByText('2 paragraphs of “Essai').waitFor();
    const written = await catalogue();
    await tab.page.getByRole('button', { name: 'Undo' }).focus();
    await tab.page.keyboard.press('Enter');
    await tab.page.getByText('undone').waitFor();
    expect([isTicked, written.includes('Three chips.'), written.includes('Nothing yet.'), await catalogue()]).toEqual([
      [false, true],
      true,
      true,
      before,
    ]);
  });
});

describe('every page of it', () => {
  const tab = useTab({ files: FILES, address: 'import' });
  const bring = async (text: string) => {
    await tab.page.goto(`${tab.site.url}import`);
    await tab.page.getByLabel('Or paste what it holds').fill(text);
    await tab.page.getByRole('button', { name: 'Show what it would change' }).click();
  };
  const visit = async (look: (what: string) => Promise<void>) => {
    await look('/import');
    await bring('Rien.');
    await tab.page.waitForSelector('.wrong');
    await look('/import, nothing read');
    await bring(REVIEW);
    await tab.page.waitForSelector('.import-rows');
    await look('a translation');
    await tab.page.getByRole('checkbox', { name: '¶4' }).uncheck();
    await tab.page.getByRole('button', { name: 'Save what is ticked' }).click();
    await tab.page.waitForSelector('.wrong');
    await look('a translation, nothing chosen');
    await bring(TERMS);
    await tab.page.waitForSelector('.import-rows');
    await look('a glossary');
  };

  test.each([
    ['import', 'main textarea', REVIEW, /\/import\/\w+/],
    ['articles', 'main [name="q"]', 'conte', /\?q=conte$/],
    ['search', 'main [name="q"]', 'jeton', /\?q=jeton$/],
    ['glossary', 'main [name="q"]', 'puce', /\?q=puce\b/],
  ] as const)(
    'is sent by Ctrl+Enter in a field too, as other pages are that have no script of their own: /%s',
    async (address, field, words, leads) => {
      await tab.page.goto(tab.site.url + address);
      await tab.page.fill(field, words);
      await tab.page.keyboard.press('Control+Enter');
      await tab.page.waitForURL(leads, { timeout: 20_000 });
      expect(await tab.page.locator('main .wrong').count()).toBe(0);
    },
  );

  test.runIf(IS_SLOW_SET)(
    'has no barrier that axe finds, and is no wider than the window',
    { timeout: 120_000 },
    async () => {
      const barriers: string[] = [];
      const lookAt = async (what: string, colorScheme: 'light' | 'dark') => {
        await tab.page.emulateMedia({ colorScheme });
        for (const barrier of await barriersOf(tab.page, colorScheme))
          barriers.push(`${what} ${colorScheme} ${barrier}`);
      };
      await visit(async (what) => {
        for (const width of [1280, 640, 320]) {
          await tab.page.setViewportSize({ width, height: 800 });
          if (await tab.page.evaluate('document.documentElement.scrollWidth > innerWidth'))
            barriers.push(`${what} is wider than ${width}`);
          if (width === 1280) await lookAt(what, 'dark');
          if (width === 320) await lookAt(what, 'light');
        }
      });
      expect(barriers).toEqual([]);
    },
  );
});
