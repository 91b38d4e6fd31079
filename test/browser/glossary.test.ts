import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { everyNth } from '../rounds.ts';
import { SMALL, until } from '../site.ts';
import { barriersOf } from './barriers.ts';
import { useTab } from './tab.ts';

const row = (i: number) => `${'mzc'[i % 3]}ot ${i},word ${i},Word number ${i}.,champ ${i % 4}`;
const FILES = {
  ...SMALL,
  'glossary/all.csv': `fr,en,definition,domain\n${Array.from({ length: 300 }, (_, i) => row(i)).join('\n')}`,
};

describe('without script', () => {
  const tab = useTab({ files: FILES, context: { javaScriptEnabled: false }, isPageShared: true });
  beforeEach(() => tab.page.goto(`${tab.site.url}glossary`));
  const entries = () => tab.page.locator('.entries li').count();
  const pathNow = () => tab.page.url().slice(tab.site.url.length - 1);
  const press = async (...keys: string[]) => {
    for (const key of keys) await tab.page.keyboard.press(key);
  };
  const focused = () => tab.page.locator(':focus').innerText();

  test('Enter in the search finds, and each thing that is asked can be taken away again', async () => {
    await tab.page.getByLabel('Search').focus();
    await tab.page.keyboard.type('WORD 29');
    await press('Enter');
    await tab.page.waitForURL(/q=WORD/);
    await tab.page.getByRole('link', { name: 'Champ 1 ' }).click();
    await tab.page.waitForURL(/field=champ/);
    const [found, count] = [await tab.page.innerText('.asked strong'), await entries()];
    await tab.page.getByRole('link', { name: '“WORD 29”' }).click();
    await tab.page.waitForURL((url) => !url.search.includes('WORD'));
    expect([found, count, pathNow()]).toEqual(['3 found', 3, '/glossary?field=champ+1']);
  });

  test('status and article are chosen, and sent with the keyboard', async () => {
    await tab.page.selectOption('[name="status"]', 'ruled-out');
    await tab.page.selectOption('[name="article"]', 'essai');
    await tab.page.focus('[name="article"]');
    await press('Tab', 'Enter');
    await tab.page.waitForURL(/article=essai/);
    expect([await tab.page.innerText('.asked strong'), await entries(), pathNow()]).toEqual([
      '1 found',
      1,
      '/glossary?q=&status=ruled-out&article=essai',
    ]);
  });

  test('Tab goes from the search through the fields and letters to the entries, as they are seen', async () => {
    await tab.page.getByLabel('Show').focus();
    const way: string[] = [];
    for (let i = 0; i < 15; i += 1) {
      await press('Tab');
      way.push((await focused()).replaceAll(/\s+/g, ' '));
    }
    expect(way.slice(1)).toEqual([
      'Find',
      ...['All fields 302', 'Champ 0 75', 'Champ 1 75', 'Champ 2 75', 'Champ 3 75', 'Without a field 2'],
      ...['All', 'C', 'J', 'M', 'P', 'Z'],
      'cot 104 / word 104',
    ]);
  });

  test('the first stop of the page leads past all that', async () => {
    await press('Tab', 'Enter', 'Tab');
    expect(await focused()).toBe('cot 104 / word 104');
  });

  test('letters and pages are links', async () => {
    await tab.page.getByRole('link', { name: 'Z', exact: true }).click();
    await tab.page.waitForURL(/letter=z/);
    await tab.page.getByRole('link', { name: 'Next' }).click();
    await tab.page.waitForURL(/page=2/);
    expect([await tab.page.innerText('.pages'), await entries(), pathNow()]).toEqual([
      expect.stringContaining('Page 2 of 2'),
      20,
      '/glossary?letter=z&page=2',
    ]);
  });
});

describe('with script', () => {
  const tab = useTab({ files: FILES, isPageShared: true });
  const untilShown = (count: number) => until(async () => (await tab.page.locator('.entries li').count()) === count);

  test('what is typed is looked for in the whole glossary, and the address says it', async () => {
    await tab.page.goto(`${tab.site.url}glossary`);
    await tab.page.getByLabel('Search').pressSequentially('word 299');
    await untilShown(1);
    await tab.page.waitForURL(/\?q=word\+299$/);
    const found = await tab.page.innerText('.entries h3');
    await tab.page.getByLabel('Search').fill('');
    await untilShown(80);
    await tab.page.waitForURL((url) => url.search === '');
    expect(found).toBe('cot 299 / word 299');
    // The last of several words counts, however they come.
    for (const words of ['j', 'je', 'jet', 'word 1', 'cot 299']) await tab.page.getByLabel('Search').fill(words);
    await untilShown(1);
    await tab.page.waitForTimeout(400);
    expect(await tab.page.innerText('.entries h3')).toBe('cot 299 / word 299');
  });

  test('a change of the files shows, and what is being typed and where one is stay; a file that breaks is told until it is mended', async () => {
    await tab.page.goto(`${tab.site.url}glossary?field=-`);
    await tab.page.getByRole('link', { name: 'puce / chip' }).focus();
    await tab.page.evaluate('document.querySelector("#search_words").value = "half a wo"');
    const file = path.join(tab.root, 'glossary/ai.yaml');
    await writeFile(file, `${SMALL['glossary/ai.yaml']}- fr: lexème\n  en: lexeme\n`);
    await untilShown(3);
    await tab.page.waitForSelector('.lead >> text=303 concepts');
    expect([await tab.page.inputValue('#search_words'), await tab.page.locator(':focus').innerText()]).toEqual([
      'half a wo',
      'puce / chip',
    ]);
    await writeFile(file, SMALL['glossary/ai.yaml'].replace('- fr: puce', '- fr: [puce'));
    await tab.page.waitForSelector('.problems');
    await writeFile(file, SMALL['glossary/ai.yaml']);
    await tab.page.waitForSelector('.problems', { state: 'detached' });
    await untilShown(2);
  });

  const hashes = [
    ['an entry of another page', '#word-299', '/glossary/word-299'],
    ['a part of the page that once was', '#entries', '/glossary#entries'],
    ['an entry of this page', '#word-104', '/glossary#word-104'],
    ['nothing', '#', '/glossary#'],
  ] as const;
  test.each(everyNth(hashes, 2))('the address of %s leads there', async (_what, hash, wanted) => {
    await tab.page.goto(`${tab.site.url}glossary?x`);
    await tab.page.goto(`${tab.site.url}glossary${hash}`);
    await tab.page.waitForURL((url) => url.href.endsWith(wanted));
    // Nor does it lead on from there.
    await tab.page.waitForTimeout(300);
    expect(tab.page.url().slice(tab.site.url.length - 1)).toBe(wanted);
  });

  const looks = [
    ['light', 320],
    ['dark', 1280],
  ] as const;
  test.each(everyNth(looks, 2))('axe finds no barrier: %s, %i pixels', async (colorScheme, width) => {
    await tab.page.emulateMedia({ colorScheme });
    await tab.page.setViewportSize({ width, height: 800 });
    const barriers: string[] = [];
    for (const query of everyNth(['?q=word+2&page=2', '?article=esai', '?status=remarks&field=-'], 3)) {
      await tab.page.goto(`${tab.site.url}glossary${query}`);
      for (const barrier of await barriersOf(tab.page, colorScheme)) barriers.push(`${query} ${barrier}`);
    }
    expect(barriers).toEqual([]);
  });

  test('nothing is wider than the window, from 320 to 1920 pixels, and on paper', async () => {
    await tab.page.goto(`${tab.site.url}glossary`);
    const wider: string[] = [];
    const look = async (what: string) => {
      if (await tab.page.evaluate('document.documentElement.scrollWidth > innerWidth')) wider.push(what);
    };
    for (const width of [320, 360, 480, 640, 768, 1024, 1280, 1920]) {
      await tab.page.setViewportSize({ width, height: 800 });
      await look(`${width}`);
    }
    await tab.page.emulateMedia({ media: 'print' });
    await look('print');
    await tab.page.emulateMedia({ media: null });
    expect(wider).toEqual([]);
  });

  test.each([
    ['search?q=jeton', ['Search: jeton', '/search?q=jeton', '1 paragraph in 1 article']],
    ['articles?q=es', ['Articles', '“es” · /articles?q=es', '1 found']],
    [
      'glossary?q=jeton&status=used',
      ['Glossary', '“jeton” · in the articles · /glossary?q=jeton&status=used', '1 found'],
    ],
    ['glossary/token', ['jeton / token', '/glossary/token']],
  ])('on paper a list says what it is of, and nothing that is pressed: %s', async (address, words) => {
    await tab.page.goto(tab.site.url + address);
    await tab.page.emulateMedia({ media: 'print' });
    const said = await tab.page.$$eval('h1, main p.on-paper, main [role="status"]', (list) =>
      list.map((one) => (one as HTMLElement).innerText),
    );
    await tab.page.emulateMedia({ media: null });
    const withoutSite = said.map((one) => one.replace(tab.site.url, '/'));
    expect([withoutSite.filter((one) => one !== ''), said.join('').split(tab.site.url).length]).toEqual([words, 2]);
  });

  test.each(['glossary', 'glossary/token'])(
    'on paper: no control and no entry over two sheets, each with its number: %s',
    async (address) => {
      await tab.page.goto(tab.site.url + address);
      await tab.page.emulateMedia({ media: 'print' });
      const controls = await tab.page.$$eval(
        'nav, form, button, [href="/add-term"], [href="#edit"], .edit-entry',
        (parts) => parts.filter((part) => part.checkVisibility()).map((part) => part.outerHTML),
      );
      const breaks = await tab.page.$$eval('main li:has(p)', (items) => [
        ...new Set(items.map((item) => getComputedStyle(item).breakInside)),
      ]);
      const isNumbered = await tab.page.evaluate<boolean>(`[...document.styleSheets].some((sheet) =>
      [...sheet.cssRules].some(({ cssText }) => /^@page[^}]*counter\\(page\\)/.test(cssText)))`);
      await tab.page.emulateMedia({ media: null });
      expect([controls, breaks, isNumbered]).toEqual([[], ['avoid'], true]);
    },
  );
});
