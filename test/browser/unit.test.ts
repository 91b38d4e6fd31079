import { expect, test } from 'vitest';
import { makeRoot, SMALL, start } from '../site.ts';
import { barriersOf } from './barriers.ts';
import { useTab } from './tab.ts';

const tab = useTab({ files: SMALL, isProfileNew: true });

test('e opens the paragraph, Ctrl+Enter saves it, and the reader has the new verdict', async () => {
  await tab.page.goto(`${tab.site.url}articles/essai`);
  await tab.page.keyboard.press('j');
  await tab.page.keyboard.press('j');
  await tab.page.keyboard.press('e');
  await tab.page.waitForSelector('.in-place .editor');
  await tab.page.fill('.english', 'Three chips.');
  await tab.page.keyboard.press('Control+Enter');
  await tab.page.waitForSelector('#p2 .source .term[data-verdict="deprecated"]');
  expect(new URL(tab.page.url()).hash).toBe('#p2');
});

test('what was typed is there after the tab was closed', async () => {
  await tab.page.goto(`${tab.site.url}articles/essai/units/p2`, { waitUntil: 'networkidle' });
  await tab.page.focus('.english');
  await tab.page.keyboard.press('Control+End');
  await tab.page.keyboard.type(' And more.');
  await tab.page.close();
  tab.page = await tab.context.newPage();
  await tab.page.goto(`${tab.site.url}articles/essai/units/p2`, { waitUntil: 'networkidle' });
  expect([await tab.page.inputValue('.english'), await tab.page.textContent('.kept')]).toEqual([
    'Three tokens. And more.',
    'This is what you had typed and not saved.',
  ]);
});

test('a saved text is not offered again', async () => {
  await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
  await tab.page.fill('.english', 'Three tokens!');
  await tab.page.click('text=Save');
  await tab.page.waitForURL(/#p2$/);
  await tab.page.goto(`${tab.site.url}articles/essai/units/p2`, { waitUntil: 'networkidle' });
  expect(await tab.page.isHidden('.kept')).toBe(true);
});

test('two people: the second sees both texts, and nothing is lost', async () => {
  const other = await tab.context.newPage();
  await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
  await other.goto(`${tab.site.url}articles/essai/units/p2`);
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

/** A server of its own, for files that the other tests do not want. */
async function startOwn(files: Readonly<Record<string, string>>) {
  const { root, remove } = await makeRoot(files);
  const site = await start(root);
  return { site, close: () => site.close().then(remove) };
}

/** What a browser with on-device translation has; ours for the tests has none. */
const withTranslator = (translate: string) =>
  tab.context.addInitScript(`globalThis.Translator = { create: async () => ({ translate: ${translate} }) }`);

test('a browser that translates by itself fills the field on click, and the ledger judges what is saved', async () => {
  await withTranslator('async (text) => text === "Trois jetons." ? "Three chips." : "?"');
  await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
  expect(await tab.page.inputValue('.english')).toBe('Three tokens.');
  await tab.page.click('text=Translate in this browser');
  await tab.page.waitForFunction('document.querySelector("textarea.english").value === "Three chips."');
  await tab.page.click('text=Save');
  await tab.page.waitForSelector('#p2 .source .term[data-verdict="deprecated"]');
});

test('a browser that never answers is given up, and the text stays', async () => {
  await withTranslator('() => new Promise(() => {})');
  await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
  await tab.page.evaluate('document.querySelector(".on-device").dataset.deadline = 100');
  await tab.page.click('text=Translate in this browser');
  await tab.page.waitForSelector('text=did not translate in time');
  expect(await tab.page.inputValue('.english')).toBe('Three tokens.');
});

test('a browser that does not translate offers nothing', async () => {
  await tab.context.addInitScript('delete globalThis.Translator');
  await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
  expect(await tab.page.isHidden('.on-device')).toBe(true);
});

test('hostile words stay words', async () => {
  const hostile = '</textarea><script>document.title = 1</script>';
  await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
  await tab.page.fill('.english', hostile);
  await tab.page.click('text=Save');
  await tab.page.waitForURL(/#p2$/);
  await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
  expect([await tab.page.inputValue('.english'), await tab.page.title()]).toEqual([
    hostile,
    expect.stringContaining('Edit p2'),
  ]);
});

test('the page has no barrier that axe finds, and stands out of no window', async () => {
  await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
  const over: number[] = [];
  for (const width of [320, 640, 1920, 1280]) {
    await tab.page.setViewportSize({ width, height: 700 });
    over.push(await tab.page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - innerWidth)'));
  }
  expect([over, await barriersOf(tab.page)]).toEqual([[0, 0, 0, 0], []]);
});

test('a word set aside as another sense says so as the text is typed, and its mark goes', async () => {
  const files = {
    ...SMALL,
    'glossary/ai.yaml': '- fr: jeton\n  en: token\n  unless: [poker]\n',
  };
  const own = await startOwn(files);
  try {
    await tab.page.goto(`${own.site.url}articles/essai/units/p2`, { waitUntil: 'networkidle' });
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
  } finally {
    await own.close();
  }
});
