import { describe, expect, test } from 'vitest';
import { SMALL } from '../site.ts';
import { untilReady, useTab } from './tab.ts';

const tab = useTab({ files: SMALL, isProfileNew: true });

/** Everything we keep, and where. */
const CHOICES = ['visavis.view', 'visavis.marks', 'visavis.size', 'visavis.lines', 'visavis.colours', 'visavis.dim'];
const BROWSER_KEYS = ['visavis.keys', 'visavis.typed entry token', 'visavis.typed essai/p2', ...CHOICES];
const TAB_KEYS = ['visavis.saved entry'];

const BLOCKED = `for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });`;
const MISSING = `for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { value: null });`;
/** Up to the last character that the browser takes. */
const FULL = `for (const storage of [localStorage, sessionStorage])
  for (let size = 2 ** 22, n = 0; size >= 1; )
    try { storage.setItem('f' + n, 'x'.repeat(size)); n += 1; } catch { size = size >> 1; }`;
const garbage = (value: string) =>
  `for (const key of ${JSON.stringify(BROWSER_KEYS)}) localStorage.setItem(key, ${value});
   for (const key of ${JSON.stringify(TAB_KEYS)}) sessionStorage.setItem(key, ${value});`;

const NONE: [string, string][] = [
  ['blocked', BLOCKED],
  ['full', FULL],
];
const GARBAGE: [string, string][] = [
  ['that is missing', MISSING],
  ['that holds half a JSON text', garbage(`'{"text":'`)],
  ['that holds null', garbage(`'null'`)],
  ['that holds a list', garbage(`'[["text", "a"]]'`)],
  ['that holds wrong types', garbage(`'{"text":{"length":3},"version":null}'`)],
  ['that holds an empty text', garbage(`''`)],
  ['that holds signs that are no text', garbage(`'\\ud800\\u0000%zz=%E0%A4&bases'`)],
  // All keys together are as much as a browser takes.
  ['that holds half a million characters', garbage(`JSON.stringify({ text: 'x'.repeat(5e5), version: 'x' })`)],
];

const openP2 = async () => {
  await tab.page.click('#p2 .edit');
  await tab.page.waitForSelector('#p2 .in-place .english');
};

describe.each([...NONE, ...GARBAGE])('with storage %s', (_state, script) => {
  test('a paragraph is judged while it is typed, and saved', async () => {
    await tab.context.addInitScript(script);
    await tab.page.goto(`${tab.site.url}articles/essai`);
    await openP2();
    await tab.page.fill('#p2 .english', 'Three chips.');
    await tab.page.waitForSelector('#p2 .source .term[data-verdict="deprecated"]');
    const tally = await tab.page.textContent('#p2 .tally');
    await tab.page.click('#p2 >> text=Save');
    await tab.page.waitForSelector('#p2 .target >> text=Three chips.');
    expect(tally).toBe('1 term: 1 deprecated');
  });

  test('the page of an entry saves, and comes back without a word of drafts', async () => {
    await tab.context.addInitScript(script);
    await tab.page.goto(`${tab.site.url}glossary/token#edit`);
    await untilReady(tab.page);
    await tab.page.fill('[name="note"]', 'Counted by all.');
    await tab.page.click('.entry-form >> text=Save');
    await tab.page.waitForSelector('.saved');
    expect([await tab.page.inputValue('[name="note"]'), await tab.page.isHidden('#entry-kept')]).toEqual([
      'Counted by all.',
      true,
    ]);
  });

  test('the view is chosen, and both languages are shown to begin with', async () => {
    await tab.context.addInitScript(script);
    await tab.page.goto(`${tab.site.url}articles/essai`);
    const chosen = await tab.page.inputValue('input[name="view"]:checked');
    await tab.page.check('input[name="view"][value="fr"]', { force: true });
    expect([chosen, await tab.page.isVisible('#p2 .source'), await tab.page.isVisible('#p2 .target')]).toEqual([
      'both',
      true,
      false,
    ]);
  });
});

describe.each(NONE)('with storage %s', (_state, script) => {
  test('its own page, too', async () => {
    await tab.context.addInitScript(script);
    await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
    await untilReady(tab.page);
    await tab.page.fill('.english', 'Three chips.');
    await tab.page.waitForSelector('.proof .term[data-verdict="deprecated"]');
    await tab.page.click('text=Save');
    await tab.page.waitForSelector('#p2 .source .term[data-verdict="deprecated"]');
  });

  test('an entry shows what it would touch, and is saved', async () => {
    await tab.context.addInitScript(script);
    await tab.page.goto(`${tab.site.url}articles/essai`);
    await tab.page.focus('#p2 .source .term');
    await tab.page.keyboard.press('e');
    await tab.page.waitForSelector('.term-dialog');
    await tab.page.fill('.term-dialog [name="en.0.term"]', 'lexeme');
    await tab.page.waitForSelector('.term-dialog #impact >> text=jetons');
    await tab.page.click('.term-dialog >> text=Save');
    await tab.page.waitForSelector('#p2 .source .term[data-verdict="missing"]');
  });
});

test.each(NONE)('with storage %s, who types is told that nothing is kept', async (_state, script) => {
  await tab.context.addInitScript(script);
  await tab.page.goto(`${tab.site.url}articles/essai/units/p2`);
  await untilReady(tab.page);
  const before = await tab.page.isHidden('.kept');
  await tab.page.fill('.english', 'Three chips.');
  await tab.page.waitForSelector('.kept >> text=its storage is off or full');
  await tab.page.goto(`${tab.site.url}glossary/token#edit`);
  await untilReady(tab.page);
  await tab.page.fill('[name="note"]', 'x');
  await tab.page.waitForSelector('#entry-kept >> text=its storage is off or full');
  expect(before).toBe(true);
});

test('there are no other keys than those', async () => {
  await tab.page.goto(`${tab.site.url}articles/essai`);
  await tab.page.check('input[name="view"][value="fr"]', { force: true });
  await tab.page.click('#comfort summary');
  for (const [name, value] of Object.entries({
    marks: 'all',
    size: 'large',
    lines: 'wide',
    colours: 'dark',
    dim: 'en',
  }))
    await tab.page.check(`input[name="${name}"][value="${value}"]`);
  await tab.page.keyboard.press('Escape');
  await tab.page.check('input[name="view"][value="both"]', { force: true });
  await tab.page.keyboard.press('?');
  await tab.page.uncheck('#keys-on');
  await tab.page.keyboard.press('Escape');
  await openP2();
  await tab.page.fill('#p2 .english', 'Three.');
  await tab.page.goto(`${tab.site.url}glossary/token#edit`);
  await untilReady(tab.page);
  await tab.page.fill('[name="note"]', 'x');
  const kept = await tab.page.evaluate<string[]>('Object.keys(localStorage).sort()');
  await tab.page.evaluate('addEventListener("submit", (event) => event.preventDefault())');
  await tab.page.click('.entry-form >> text=Save');
  expect([kept, await tab.page.evaluate('Object.keys(sessionStorage)')]).toEqual([[...BROWSER_KEYS].sort(), TAB_KEYS]);
});
