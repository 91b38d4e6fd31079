import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Site } from '../../src/serve.ts';
import { makeRoot, SMALL, start } from '../site.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let site: Site;
let root: string;
let remove: () => Promise<void>;
const complaints: string[] = [];
beforeAll(async () => {
  browser = await chromium.connect(inject('browserWs'));
});
afterAll(() => browser.close());
beforeEach(async () => {
  ({ root, remove } = await makeRoot(SMALL));
  site = await start(root);
  context = await browser.newContext();
  page = await context.newPage();
  complaints.length = 0;
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${site.url}articles/essai`);
});
afterEach(async () => {
  await context.close();
  await site.close();
  await remove();
  expect(complaints).toEqual([]);
});

const file = (name: string) => readFile(path.join(root, name), 'utf8');
const openP2 = async () => {
  await page.click('#p2 .edit');
  await page.waitForSelector('#p2 .in-place .english');
};
const inFrench = (verdict: string) =>
  page.waitForSelector(`#p2 .source .term[data-verdict="${verdict}"]`, { timeout: 5000 });

describe('a paragraph, where it stands', () => {
  test('its verdicts follow each key', async () => {
    await openP2();
    await page.fill('#p2 .english', 'Three chips.');
    await inFrench('deprecated');
    expect(await page.textContent('#p2 .proof .term[data-verdict="deprecated"]')).toBe('chips');
    await page.fill('#p2 .english', 'Three.');
    await inFrench('missing');
  });

  test('a repair is offered, and keeps number and capital', async () => {
    await openP2();
    await page.fill('#p2 .english', 'Chips, three of them.');
    await page.click('text=Chips → Tokens');
    expect(await page.inputValue('#p2 .english')).toBe('Tokens, three of them.');
    await inFrench('preferred');
  });

  test('signs that nobody sees are seen', async () => {
    await openP2();
    await page.fill('#p2 .english', 'Three \u202etokens\u200b.');
    expect(await page.$$eval('#p2 .proof .hidden-sign', (list) => list.map((one) => one.textContent))).toEqual([
      '[U+202E]',
      '[U+200B]',
    ]);
  });

  test('it is saved without leaving, and the save is undone', async () => {
    await openP2();
    await page.fill('#p2 .english', 'Three tokens, no more.');
    await page.click('#p2 >> text=Save');
    await page.waitForSelector('#p2 .target >> text=no more');
    expect(await page.textContent('.saved')).toContain('Saved: paragraph 2 of essai');
    await page.click('.saved >> text=Undo');
    await page.waitForSelector('.saved >> text=undone: paragraph 2');
    expect(await file('content/essai/en.po')).toBe(SMALL['content/essai/en.po']);
  });

  test('Escape leaves it, and what was typed is there again', async () => {
    await openP2();
    await page.fill('#p2 .english', 'Half a thought');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.in-place', { state: 'detached' });
    await openP2();
    expect(await page.inputValue('#p2 .english')).toBe('Half a thought');
  });

  test('a save of somebody else meanwhile leaves the field alone, and both changes are merged', async () => {
    await openP2();
    await page.fill('#p2 .english', 'Three tokens, mine.');
    await writeFile(
      path.join(root, 'content/essai/en.po'),
      SMALL['content/essai/en.po'].replace('Three tokens.', 'Just three tokens.'),
    );
    await site.library.reload();
    await page.waitForTimeout(200);
    expect(await page.inputValue('#p2 .english')).toBe('Three tokens, mine.');
    await page.click('#p2 >> text=Save');
    await page.waitForSelector('#p2 .conflict');
    expect([
      await page.inputValue('[data-choice=yours]'),
      await page.inputValue('[data-choice=theirs]'),
      await page.inputValue('#p2 .english'),
    ]).toEqual(['Three tokens, mine.', 'Just three tokens.', 'Just three tokens, mine.']);
    await page.click('#p2 >> text=Put yours in the field');
    await page.click('#p2 .editor >> text=Save');
    await page.waitForSelector('#p2 .target >> text=Three tokens, mine.');
  });

  test('without a server nothing is lost', async () => {
    await openP2();
    await page.fill('#p2 .english', 'Typed in vain?');
    await site.close();
    await page.click('#p2 >> text=Save');
    await page.waitForSelector('#p2 >> text=The server does not answer');
    site = await start(root, undefined, Number(new URL(page.url()).port));
    await page.click('#p2 >> text=Save');
    await page.waitForSelector('#p2 .target >> text=Typed in vain?');
  });

  test('a term is accepted as it is, with a reason', async () => {
    await openP2();
    await page.fill('#p2 .english', 'Three of them.');
    await page.click('#p2 >> text=Save');
    await inFrench('missing');
    await page.waitForSelector('.in-place', { state: 'detached' });
    await openP2();
    await page.click('#p2 .waive summary');
    await page.fill('#p2 .waive input', 'said in the sentence before');
    await page.click('#p2 .waive button');
    await inFrench('waived');
    expect(await file('content/essai/en.po')).toMatch(/^# waive: token [0-9a-f]{12} - said in the sentence before$/m);
  });

  test('a reason is asked for', async () => {
    await writeFile(
      path.join(root, 'content/essai/en.po'),
      SMALL['content/essai/en.po'].replace('Three tokens.', 'Three.'),
    );
    await site.library.reload();
    await openP2();
    await page.click('#p2 .waive summary');
    await page.click('#p2 .waive button');
    await page.waitForSelector('#p2 >> text=Write why “token” may stay');
  });
});

describe('what waits for a person is approved with one press', () => {
  const write = async (catalogue: string) => {
    await writeFile(path.join(root, 'content/essai/en.po'), catalogue);
    await site.library.reload();
    await page.reload();
  };

  test('a draft', async () => {
    await write(
      SMALL['content/essai/en.po'].replace(
        'msgid "Trois',
        '# origin: deepl en-US glossary 000000 2026-11-23 13 characters\n#, fuzzy\nmsgid "Trois',
      ),
    );
    await page.click('#p2 >> text=Approve it as it is');
    await page.waitForSelector('#p2 .draft', { state: 'detached' });
    expect(await file('content/essai/en.po')).toMatch(/^# origin: deepl .*\n# terms: token [0-9a-f]{6}\nmsgid "Trois/m);
  });

  test('a paragraph that is stale', async () => {
    await write(SMALL['content/essai/en.po'].replace('Three tokens', 'Three'));
    await page.waitForSelector('#p2 .stale');
    await page.click('#p2 >> text=It still holds');
    await page.waitForSelector('#p2 .stale', { state: 'detached' });
  });

  test('what somebody changed meanwhile is not approved unseen', async () => {
    await write(SMALL['content/essai/en.po'].replace('msgid "Trois', '#, fuzzy\nmsgid "Trois'));
    await page.evaluate('document.querySelector("#p2 .approve [name=version]").value = "000000000000"');
    await page.click('#p2 >> text=Approve it as it is');
    await page.waitForSelector('#p2 .in-place .english');
    expect(await file('content/essai/en.po')).toContain('#, fuzzy');
  });
});

describe('a term, over the article', () => {
  test('e on a term opens its entry, which shows what it would touch, and saves it', async () => {
    await page.focus('#p2 .source .term');
    await page.keyboard.press('e');
    await page.waitForSelector('.term-dialog');
    await page.fill('.term-dialog [name="en.0.term"]', 'lexeme');
    await page.waitForSelector('.term-dialog #impact >> text=jetons');
    expect(await page.textContent('.term-dialog .summary-line')).toContain('1 reviewed paragraph becomes stale');
    await page.click('.term-dialog >> text=Save');
    await inFrench('missing');
    await page.waitForSelector('#p2 .stale');
    expect([await file('glossary/ai.yaml'), await page.isVisible('.saved >> text=entry token')]).toEqual([
      SMALL['glossary/ai.yaml']
        .replace('en: token', 'id: token\n  en: lexeme')
        .replace('id: token\n  en', 'id: token\n  en'),
      true,
    ]);
  });

  test('selected French words become an entry', async () => {
    await page.evaluate(`{
      const text = document.querySelector('#p2 .source .segment').firstChild;
      getSelection().setBaseAndExtent(text, 0, text, 5);
    }`);
    await page.click('.offer-term');
    await page.waitForSelector('.term-dialog');
    expect(await page.inputValue('.term-dialog [name="fr.0.term"]')).toBe('Trois');
    await page.fill('.term-dialog [name="en.0.term"]', 'three');
    await page.click('.term-dialog .actions >> text=Add');
    await page.waitForSelector('#p2 .source .term[data-concept="three"]');
  });

  test('what is wrong stands in the dialog, and nothing is saved', async () => {
    await page.focus('#p2 .source .term');
    await page.keyboard.press('e');
    await page.fill('.term-dialog [name="id"]', 'Not An Id');
    await page.click('.term-dialog >> text=Save');
    await page.waitForSelector('.term-dialog #id-wrong');
    expect(await file('glossary/ai.yaml')).toBe(SMALL['glossary/ai.yaml']);
  });

  test('what was typed into an entry is offered after the tab was closed', async () => {
    await page.goto(`${site.url}glossary/token#edit`);
    await page.fill('[name="note"]', 'Half a note');
    await page.close();
    page = await context.newPage();
    await page.goto(`${site.url}glossary/token#edit`);
    await page.click('text=Take it up again');
    await page.waitForLoadState();
    expect(await page.inputValue('[name="note"]')).toBe('Half a note');
  });

  test.each(['/glossary/token#edit', '/add-term', '/changes', '/articles/essai'])(
    '%s has no barrier that axe finds',
    async (address) => {
      await page.goto(new URL(address, site.url).href);
      if (address.startsWith('/articles')) await openP2();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    },
  );

  test.each([320, 640, 1280, 1920])('nothing stands out of a window of %i', async (width) => {
    await page.setViewportSize({ width, height: 700 });
    const wide: string[] = [];
    for (const address of ['glossary/token#edit', 'add-term', 'changes', 'articles/essai/units/p2', 'articles/essai']) {
      await page.goto(site.url + address);
      if (address === 'articles/essai') await openP2();
      const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      if (over > 0) wide.push(`${address} by ${over}`);
    }
    expect(wide).toEqual([]);
  });

  test('neither has the dialog of a term, nor the notice of a save', async () => {
    const barriers = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
    await page.focus('#p2 .source .term');
    await page.keyboard.press('e');
    await page.waitForSelector('.term-dialog');
    const inDialog = await barriers();
    await page.fill('.term-dialog [name="note"]', 'x');
    await page.click('.term-dialog >> text=Save');
    await page.waitForSelector('.saved');
    expect([inDialog, await barriers()]).toEqual([[], []]);
  });
});
