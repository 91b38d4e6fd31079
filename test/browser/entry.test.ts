import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { everyNth, IS_SLOW_SET } from '../rounds.ts';
import { barriersOf } from './barriers.ts';
import { untilReady, useTab } from './tab.ts';

const LONG = Array.from({ length: 30 }, (_, i) => `Phrase ${i + 1}, sans aucun mot du métier.`);
const FRENCH = 'Un grand modèle de langage lit l’entrée mot à mot.';
const FILES = {
  'glossary/ai.yaml': `- fr: modèle
  en: model
  not: [{ term: pattern, why: too wide }]
  definition: What a machine has learnt.
- fr: mot
  en: word
`,
  'content/essai/fr.md': `---\ntitle: Essai\n---\n\n${[FRENCH, ...LONG].join('\n\n')}\n`,
  'content/essai/en.po': `msgid "Essai"\nmsgstr "Trial"\n\nmsgid "${FRENCH}"\nmsgstr "A large language model reads the input word by word."\n`,
};
const tab = useTab({ files: FILES, address: 'articles/essai', isPageShared: true });
// Nothing is saved but by the last two tests, of which the first takes back what it saved.
beforeEach(async () => {
  await tab.page.unrouteAll();
  await tab.page.evaluate('localStorage.clear()');
  await tab.page.setViewportSize({ width: 1280, height: 720 });
  await tab.page.goto(`${tab.site.url}articles/essai`);
});
const glossary = () => readFile(path.join(tab.root, 'glossary/ai.yaml'), 'utf8');
const press = async (...keys: string[]) => {
  for (const key of keys) await tab.page.keyboard.press(key);
};
const selected = () => tab.page.evaluate<string>('getSelection().toString()');
const focused = () =>
  tab.page.evaluate<string>(
    '(({ activeElement: at }) => (at.localName === "input" ? at.name : at.textContent))(document)',
  );
/** Opens the entry of words that are found in a paragraph and selected. */
const openFor = async (unit: string, words: string) => {
  await tab.page.evaluate(`{
    const side = document.querySelector('#${unit} .source');
    const text = side.textContent;
    const start = text.indexOf(${JSON.stringify(words)});
    const walker = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
    const at = (offset) => {
      walker.currentNode = side;
      for (let left = offset, node = walker.nextNode(); node; left -= node.length, node = walker.nextNode())
        if (left <= node.length) return [node, left];
    };
    getSelection().setBaseAndExtent(...at(start), ...at(start + ${words.length}));
  }`);
  await tab.page.click('.offer-term >> text=Add as a term');
  await tab.page.waitForSelector('.term-dialog [name="en.0.term"]');
};

describe('the entry of words that are selected', () => {
  const sizes = [
    [320, 640],
    [768, 900],
    [1280, 720],
    [1920, 1000],
  ] as const;
  test.each(everyNth(sizes, 4))(
    'keeps the paragraph, Save and the preview in view at %i × %i',
    async (width, height) => {
      await tab.page.setViewportSize({ width, height });
      const hidden: string[] = [];
      const places = [
        ['p32', 'mot du métier'],
        ['p20', 'mot du métier'],
        ['p2', 'grand modèle'],
      ] as const;
      for (const [unit, words] of everyNth(places, 2)) {
        await tab.page.locator(`#${unit}`).scrollIntoViewIfNeeded();
        await openFor(unit, words);
        await tab.page.fill('[name="en.0.term"]', 'something');
        await tab.page.waitForSelector('#impact .summary-line');
        const seen = await tab.page.evaluate<Record<string, [number, number]>>(`(() => {
        const of = (selector) => {
          const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
          return [top, bottom];
        };
        return { unit: of('#${unit} .source'), sheet: of('.term-dialog'), close: of('.term-dialog > .sheet-head > button'), title: of('.term-dialog h2'), french: of('[name="fr.0.term"]'), save: of('.term-dialog .actions button'), impact: of('#impact .summary-line') };
      })()`);
        const [top, bottom] = seen['unit'] as [number, number];
        const [sheet, end] = seen['sheet'] as [number, number];
        if (top < 0 || bottom > sheet) hidden.push(`${unit} lies from ${top} to ${bottom}, the sheet from ${sheet}`);
        for (const part of ['close', 'title', 'french', 'save', 'impact']) {
          const [from, to] = seen[part] as [number, number];
          if (from < sheet || to > end + 1)
            hidden.push(`${unit}: ${part} lies from ${from} to ${to} of ${sheet} to ${end}`);
        }
        const over = await tab.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        if (over > 0) hidden.push(`the page stands out by ${over}`);
        await press('Escape');
        await tab.page.waitForSelector('.term-dialog', { state: 'detached' });
      }
      expect(hidden).toEqual([]);
    },
  );

  test('takes the place of another with the focus, and gives it back to the term it was opened from', async () => {
    const inDialog = () => tab.page.evaluate<boolean>('document.activeElement.closest(".term-dialog") !== null');
    await tab.page.focus('#p2');
    await press('n', 'e');
    await tab.page.waitForSelector('.term-dialog:focus-within');
    await tab.page.locator('#p2 .source .term').nth(1).focus();
    await press('e');
    await tab.page.waitForSelector('.term-dialog h2 >> text=mot');
    await tab.page.evaluate('new Promise((then) => setTimeout(then, 100))');
    const held = [await inDialog(), await tab.page.locator('.term-dialog').count()];
    await press('Escape');
    await tab.page.waitForSelector('.term-dialog', { state: 'detached' });
    expect([...held, await focused()]).toEqual([true, 1, 'mot']);
  });

  test('keeps Save in view however many terms an entry has', async () => {
    await tab.page.focus('#p2');
    await press('n', 'e');
    await tab.page.waitForSelector('.term-dialog [name="en.0.term"]');
    await tab.page.evaluate(`{
      const row = document.querySelector('.term-dialog .term-row');
      for (let i = 0; i < 12; i += 1) row.after(row.cloneNode(true));
    }`);
    const ends = ['.term-dialog', '.term-dialog .actions button'].map((selector) =>
      tab.page.evaluate<number>(`document.querySelector('${selector}').getBoundingClientRect().bottom`),
    );
    const [sheet = 0, save = 0] = await Promise.all(ends);
    expect(save).toBeLessThan(sheet);
  });

  test('takes as its English what is selected there while it is open, and proposes none where the paragraph has none', async () => {
    await openFor('p2', 'entrée');
    await tab.page.evaluate(`{
      const text = [...document.querySelectorAll('#p2 .target .segment')].at(-1);
      const range = document.createRange();
      range.selectNodeContents(text);
      const at = text.textContent.indexOf('input');
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      for (let left = at, node = walker.nextNode(); node; left -= node.length, node = walker.nextNode())
        if (left < node.length) { getSelection().setBaseAndExtent(node, left, node, left + 5); break; }
    }`);
    await tab.page.click('.offer-term >> text=Take as its English');
    await expect.poll(() => tab.page.inputValue('[name="en.0.term"]')).toBe('input');
    await press('Escape');
    await tab.page.waitForSelector('.term-dialog', { state: 'detached' });
    await openFor('p5', 'aucun mot');
    expect([await tab.page.locator('.proposals').count(), await focused()]).toEqual([0, 'en.0.term']);
  });
});

describe('words are selected', () => {
  /** Selects by keyboard; what does so comes behind the page. */
  const begin = async (...keys: string[]) => {
    await press(...keys, 's');
    await expect.poll(selected).not.toBe('');
  };

  test('by keyboard before what does so is there: as soon as it is', async () => {
    await tab.page.route(/\/word-keys-/, (route) => setTimeout(() => route.continue(), 300));
    await tab.page.reload();
    await press('j', 'j', 's');
    await expect.poll(selected).toBe('Un');
  });

  test('from the first of a paragraph, one by one and several; Escape gives them up, and Enter makes a term of them', async () => {
    await begin('j', 'j');
    const steps = [await selected()];
    for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight']) {
      await press(key);
      steps.push(await selected());
    }
    await press('Shift+ArrowLeft');
    steps.push(await selected());
    await press('Escape');
    steps.push(await selected());
    // The letters are keys again.
    await press('j');
    steps.push(await tab.page.evaluate<string>('document.activeElement.id'));
    expect(steps).toEqual([
      ...['Un', 'grand', 'modèle', 'modèle de', 'modèle de langage', 'modèle de langage lit'],
      ...['modèle de langage', '', 'p3'],
    ]);
    await begin('k');
    await press('ArrowRight', 'ArrowRight', 'Enter');
    await tab.page.waitForSelector('.term-dialog [name="en.0.term"]');
    expect(await tab.page.inputValue('[name="fr.0.term"]')).toBe('modèle');
  });

  test('from inside a marked term, whose words are the first, without an article that is elided; by mouse from there too', async () => {
    await tab.page.focus('#p2 .source .term');
    await begin();
    const first = await selected();
    await press('Shift+ArrowRight', 'Shift+ArrowRight');
    const longer = await selected();
    await press('End', 'Home', ...Array.from({ length: 7 }, () => 'ArrowRight'));
    expect([first, longer, await selected()]).toEqual(['modèle', 'modèle de langage', 'entrée']);

    await press('Escape');
    await tab.page.evaluate('document.fonts.ready.then(() => null)');
    const box = await tab.page.locator('#p2 .source .term').first().boundingBox();
    if (box === null) throw new Error('no term');
    await tab.page.mouse.move(box.x + 1, box.y + box.height / 2);
    await tab.page.mouse.down();
    await tab.page.mouse.move(box.x + box.width + 20, box.y + box.height / 2, { steps: 5 });
    await tab.page.mouse.up();
    expect(await selected()).toMatch(/^modèle d/);
    await tab.page.waitForSelector('.offer-term:visible');
  });
});

describe('Enter in any field of the form of an entry', () => {
  test.each(everyNth(['add-term?fr=jeton', 'glossary/model#edit'], 2))(
    'saves, and never adds a row: %s',
    async (address) => {
      const asked: (string | null)[] = [];
      await tab.page.route(/\/(?:add-term|glossary\/model)$/, async (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        const sent = new URLSearchParams(route.request().postData() ?? '').get('do');
        if (sent !== 'check') asked.push(sent);
        await route.fulfill({ status: 204 });
      });
      await tab.page.goto(tab.site.url + address);
      await untilReady(tab.page);
      await tab.page.$$eval('.entry-form details', (list) => {
        for (const one of list) (one as HTMLDetailsElement).open = true;
      });
      const fields = await tab.page.locator('.entry-form input:visible').all();
      for (const field of fields) {
        await field.focus();
        await press('Enter');
      }
      await expect.poll(() => asked.length).toBe(fields.length);
      expect([fields.length > 10, [...new Set(asked)]]).toEqual([true, ['save']]);
    },
  );
});

test.runIf(IS_SLOW_SET)(
  'the buttons of editing are as high as fingers need, and no higher than two lines',
  async () => {
    const found: string[] = [];
    for (const width of [360, 1280]) {
      await tab.page.setViewportSize({ width, height: 800 });
      await tab.page.reload();
      await tab.page.click('#p2 .edit');
      await tab.page.waitForSelector('#p2 .english:focus');
      await tab.page.fill('#p2 .english', 'A large language pattern.');
      await tab.page.waitForSelector('#p2 .suggestions button');
      await tab.page.focus('#p1');
      await tab.page.keyboard.press('Escape');
      await openFor('p5', 'aucun mot');
      const heights = await tab.page.$$eval('.unit-editor button, .term-dialog button', (buttons) =>
        buttons.flatMap((one) => {
          const { height } = one.getBoundingClientRect();
          return height === 0 || (height >= 24 && height <= 36) ? [] : [`${one.textContent} ${height}`];
        }),
      );
      found.push(...heights.map((one) => `${width}: ${one}`));
    }
    expect(found).toEqual([]);
  },
);

test.runIf(IS_SLOW_SET).each(['light', 'dark'] as const)(
  'the sheet has no barrier that axe finds: %s',
  async (colorScheme) => {
    await tab.page.emulateMedia({ colorScheme });
    await openFor('p2', 'modèle de langage');
    await tab.page.fill('[name="en.0.term"]', 'language model');
    await tab.page.waitForSelector('#impact .summary-line');
    expect(await barriersOf(tab.page, 'light', '.term-dialog')).toEqual([]);
  },
);

test('without script a proposal is a button of the form', async () => {
  const context = await tab.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const query = new URLSearchParams({ fr: 'modèle de langage', back: '/articles/essai#p2' });
  await page.goto(`${tab.site.url}add-term?${query}`);
  await page.click('.proposals button >> text=language model');
  await page.waitForSelector('[name="en.0.term"][value="language model"]');
  await page.click('.actions >> text=Add');
  await page.waitForURL(/#p2$/);
  await context.close();
  const saved = await glossary();
  await writeFile(path.join(tab.root, 'glossary/ai.yaml'), FILES['glossary/ai.yaml']);
  await tab.site.library.reload();
  expect(saved).toContain('en: language model');
});

test('the entry of words that are selected begins in the empty English, with words of the English proposed, and is saved three keys later', async () => {
  await openFor('p2', 'modèle de langage');
  const proposed = await tab.page.locator('.proposals button').allInnerTexts();
  const first = await focused();
  await press('Tab', 'Enter');
  await expect.poll(() => tab.page.inputValue('[name="en.0.term"]')).toBe('language model');
  expect([first, proposed, await focused()]).toEqual(['en.0.term', ['language model'], 'en.0.term']);
  await press('Tab', 'Tab');
  const reached = await focused();
  await press('Enter');
  await tab.page.waitForSelector('#p2 .source .term[data-concept="language-model"][data-verdict="preferred"]');
  expect([reached, (await glossary()).includes('- fr: modèle de langage\n  en: language model\n')]).toEqual([
    'Add',
    true,
  ]);
});
