import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { IS_SLOW_SET } from '../rounds.ts';
import { SMALL } from '../site.ts';
import { barriersOf } from './barriers.ts';
import { type Tab, untilReady, useTab } from './tab.ts';

/** Opens the page of a paragraph, which its scripts have brought to life. */
const openP2 = async ({ site, page }: Pick<Tab, 'site' | 'page'>) => {
  await page.goto(`${site.url}articles/essai/units/p2`);
  await untilReady(page);
};

describe('the page of a paragraph', () => {
  const tab = useTab({ files: SMALL });

  test('e opens the paragraph, Ctrl+Enter saves it, and the reader has the new verdict', async () => {
    await tab.page.goto(`${tab.site.url}articles/essai`);
    for (const key of ['j', 'j', 'e']) await tab.page.keyboard.press(key);
    await tab.page.waitForSelector('.in-place .editor');
    await tab.page.fill('.english', 'Three chips.');
    await tab.page.keyboard.press('Control+Enter');
    await tab.page.waitForSelector('#p2 .source .term[data-verdict="deprecated"]');
    expect(await tab.page.evaluate('location.hash')).toBe('#p2');
  });

  test('keys that are pressed before its scripts are there do what they do, once', async () => {
    await tab.page.route(/\/unit\.js$/, (route) => setTimeout(() => route.continue(), 1000));
    await tab.page.goto(`${tab.site.url}articles/essai/units/p2`, { waitUntil: 'commit' });
    await tab.page.focus('.english');
    for (const key of ['Alt+KeyR', '!']) await tab.page.keyboard.press(key);
    await tab.page.waitForSelector('[name="state"][value="draft"]:checked');
    const text = await tab.page.inputValue('.english');
    await tab.page.unrouteAll();
    await tab.page.route(/\/unit\.js$/, (route) => setTimeout(() => route.continue(), 1000));
    await tab.page.goto(`${tab.site.url}articles/essai/units/p3`, { waitUntil: 'commit' });
    await tab.page.focus('.english');
    await tab.page.keyboard.press('Escape');
    await tab.page.waitForURL(/#p3$/);
    expect(text).toMatch(/^!Three tokens\.$|^Three tokens\.!$/);
  });

  test('on paper stand article, French, English with its terms, note, and nothing that is pressed or typed in', async () => {
    const said = SMALL['content/essai/en.po']
      .replace('tokens.', 'chips.')
      .replace('msgid "T', '# note: Not of gold.\nmsgid "T');
    await writeFile(path.join(tab.root, 'content/essai/en.po'), said);
    await tab.site.library.reload();
    await openP2(tab);
    await tab.page.emulateMedia({ media: 'print' });
    const shown = await tab.page.$$eval(
      'main :is(h1, .way-back, .french, .proof, .on-paper, textarea, input, button, label, summary)',
      (list) => list.filter((one) => one.checkVisibility()).map((one) => (one as HTMLElement).innerText.trim()),
    );
    await tab.page.emulateMedia({ media: null });
    const texts = ['Trois jetons.', 'Three chips.'];
    expect(shown).toEqual(['Essai', 'Paragraph 2', ...texts, 'Translator’s note', 'Not of gold.']);
  });

  test.runIf(IS_SLOW_SET)('what was typed is there after the tab was closed, until it is saved', async () => {
    await openP2(tab);
    await tab.page.focus('.english');
    await tab.page.keyboard.press('Control+End');
    await tab.page.keyboard.type(' And more.');
    await tab.page.close();
    tab.page = await tab.context.newPage();
    await openP2(tab);
    const kept = [await tab.page.inputValue('.english'), await tab.page.textContent('.kept')];
    await tab.page.click('text=Save');
    await tab.page.waitForURL(/#p2$/);
    await openP2(tab);
    expect([...kept, await tab.page.isHidden('.kept')]).toEqual([
      'Three tokens. And more.',
      'This is what you had typed and not saved.',
      true,
    ]);
  });

  test('what is typed before its scripts come is left and kept, and what was typed before it is offered', async () => {
    await openP2(tab);
    await tab.page.fill('.english', 'Older.');
    await tab.page.goto(`${tab.site.url}articles/essai`);
    let goOn = () => {};
    const isTyped = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await tab.page.route(/\/browser\/editor-/, (route) => isTyped.then(() => route.continue()));
    await tab.page.goto(`${tab.site.url}articles/essai/units/p2`, { waitUntil: 'commit' });
    await tab.page.fill('.english', 'Newer.');
    goOn();
    await untilReady(tab.page);
    const field = await tab.page.inputValue('.english');
    const said = await tab.page.textContent('.kept');
    await tab.page.goto(`${tab.site.url}articles/essai`);
    await openP2(tab);
    expect([field, said, await tab.page.inputValue('.english')]).toEqual([
      'Newer.',
      'Before this you had typed: “Older.” Put it in the field',
      'Newer.',
    ]);
  });

  test('what is typed before what judges is there is judged when it comes, and a way to accept stays open', async () => {
    let goOn = () => {};
    const isTyped = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await tab.page.route(/\/browser\/judge-/, (route) => isTyped.then(() => route.continue()));
    await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
    await tab.page.fill('.english', 'Three.');
    const before = await tab.page.$$eval('.french .term', (list) =>
      list.map((one) => (one as HTMLElement).dataset['verdict']),
    );
    goOn();
    await untilReady(tab.page);
    await tab.page.click('.waive summary');
    await tab.page.keyboard.type('said before');
    await tab.page.fill('.english', 'Three of these.');
    await tab.page.waitForSelector('.proof >> text=Three of these.');
    expect([
      before,
      await tab.page.$$eval('.french .term', (list) => list.map((one) => (one as HTMLElement).dataset['verdict'])),
      await tab.page.inputValue('.waive input'),
    ]).toEqual([['preferred'], ['missing'], 'said before']);
  });

  test.runIf(IS_SLOW_SET)('two people: the second sees both texts, and nothing is lost', async () => {
    const other = await tab.context.newPage();
    await openP2(tab);
    await openP2({ site: tab.site, page: other });
    await tab.page.fill('.english', 'First.');
    await tab.page.click('text=Save');
    await tab.page.waitForURL(/#p2$/);
    await other.fill('.english', 'Second.');
    await other.click('text=Save');
    await other.waitForSelector('.conflict');
    expect([await other.getAttribute('[data-choice=yours]', 'value'), await other.inputValue('.english')]).toEqual([
      'Second.',
      'First.',
    ]);
  });

  test.runIf(IS_SLOW_SET)('hostile words stay words', async () => {
    const hostile = '</textarea><script>document.title = 1</script>';
    await openP2(tab);
    await tab.page.fill('.english', hostile);
    await tab.page.click('text=Save');
    await tab.page.waitForURL(/#p2$/);
    await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
    expect([await tab.page.inputValue('.english'), await tab.page.title()]).toEqual([
      hostile,
      expect.stringContaining('Edit paragraph 2 of “Essai”'),
    ]);
  });

  test.runIf(IS_SLOW_SET)('the page has no barrier that axe finds, and stands out of no window', async () => {
    await openP2(tab);
    const over: number[] = [];
    for (const width of [320, 640, 1920, 1280]) {
      await tab.page.setViewportSize({ width, height: 700 });
      over.push(await tab.page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - innerWidth)'));
    }
    expect([over, await barriersOf(tab.page)]).toEqual([[0, 0, 0, 0], []]);
  });
});

describe('the page of a paragraph, in a browser with a translator of its own', () => {
  const tab = useTab({ files: SMALL, isProfileNew: true });
  /** What a browser with on-device translation has; ours for the tests has none. */
  const withTranslator = (translate: string) =>
    tab.context.addInitScript(`globalThis.Translator = { create: async () => ({ translate: ${translate} }) }`);

  test('a browser that translates by itself fills the field on click, and the ledger judges what is saved', async () => {
    await withTranslator('async (text) => text === "Trois jetons." ? "Three chips." : "?"');
    await openP2(tab);
    expect(await tab.page.inputValue('.english')).toBe('Three tokens.');
    await tab.page.click('text=Translate in this browser');
    await tab.page.waitForFunction('document.querySelector("textarea.english").value === "Three chips."');
    await tab.page.click('text=Save');
    await tab.page.waitForSelector('#p2 .source .term[data-verdict="deprecated"]');
  });

  test('a browser that never answers is given up, and the text stays', async () => {
    await withTranslator('() => new Promise(() => {})');
    await openP2(tab);
    await tab.page.evaluate('document.querySelector(".on-device").dataset.deadline = 100');
    await tab.page.click('text=Translate in this browser');
    await tab.page.waitForSelector('text=did not translate in time');
    expect(await tab.page.inputValue('.english')).toBe('Three tokens.');
  });

  test.runIf(IS_SLOW_SET)('a browser that does not translate offers nothing', async () => {
    await tab.context.addInitScript('delete globalThis.Translator');
    await openP2(tab);
    expect(await tab.page.isHidden('.on-device')).toBe(true);
  });
});

describe('a word set aside as another sense', () => {
  const tab = useTab({ files: { ...SMALL, 'glossary/ai.yaml': '- fr: jeton\n  en: token\n  unless: [poker]\n' } });

  test('says so as the text is typed, and its mark goes', async () => {
    await openP2(tab);
    await tab.page.fill('.english', 'Three poker chips.');
    await tab.page.waitForSelector('.tally >> text=no terms');
    expect([
      await tab.page.textContent('.other-senses'),
      await tab.page.getAttribute('.french .term', 'data-verdict'),
      await tab.page.textContent('.tally'),
    ]).toEqual([
      'jetons: plural of jeton. Not counted: another sense, which “poker” shows. The entry',
      null,
      'no terms',
    ]);
  });
});
