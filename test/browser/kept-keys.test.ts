import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyNth, IS_SLOW_SET } from '../rounds.ts';
import { useTab } from './tab.ts';

const FILES = {
  'glossary/ai.yaml': '- fr: modèle\n  en: model\n- fr: mot\n  en: word\n',
  'content/essai/fr.md': '---\ntitle: Essai\n---\n\nUn grand modèle lit mot à mot.\n\nUn mot.\n',
  'content/essai/en.po':
    'msgid "Un grand modèle lit mot à mot."\nmsgstr "A large model reads word by word."\n\n#, fuzzy\nmsgid "Un mot."\nmsgstr "A word."\n',
};
const tab = useTab({ files: FILES, address: 'articles/essai', isPageShared: true });

/** How long what is asked for is held back, in which all keys are pressed. Milliseconds. */
const HELD_BACK = 1000;

const fieldOf = (name: string) => tab.page.inputValue(`.term-dialog [name="${name}"]`);
const englishOf = (unit: string) => tab.page.inputValue(`#${unit} .in-place .english`);
const told = async () => (await tab.page.innerText('.saved span', { timeout: 500 })).split(' of ')[0] ?? '';
const stateOf = (unit: string) => tab.page.inputValue(`#${unit} .in-place [name="state"]:checked`);

// A row is what comes late, the keys that are pressed until then, and what shows that all of them did what they mean.
const LATE: readonly [string, RegExp, string[], () => Promise<string>, string][] = [
  [
    'the script of the article',
    /\/reader\.js$/,
    ['j', 'j', 's', 'ArrowRight', 'Shift+ArrowRight', 'Enter'],
    () => fieldOf('fr.0.term'),
    'grand modèle',
  ],
  [
    'what selects words',
    /\/word-keys-/,
    ['j', 'j', 's', 'ArrowRight', 'Enter', 'B', 'i', 'h', 'Backspace', 'g'],
    () => fieldOf('en.0.term'),
    'Big',
  ],
  ['the form of an entry', /\/entry-form-/, ['j', 'n', 'e', 's', 'x'], () => fieldOf('en.0.term'), 'sxmodel'],
  ['the dialog', /\/term-dialog-/, ['j', 'n', 'e', 's', 'Escape', 'j', 'e', '!'], () => englishOf('p3'), '!A word.'],
  ['the editor', /\/editor-/, ['j', 'j', 'j', 'e', ' ', 'e', 'Enter', 'n'], () => englishOf('p3'), ' e\nnA word.'],
  ['the form of a paragraph', /\/units\/p3$/, ['j', 'j', 'j', 'e', 'j'], () => englishOf('p3'), 'jA word.'],
  // Keys with Alt do what they mean, and type nothing.
  [
    'the editor',
    /\/editor-/,
    ['j', 'j', 'j', 'e', 'Alt+x', 'Alt+Digit1', 'Alt+r', '!'],
    async () => `${await stateOf('p3')}: ${await englishOf('p3')}`,
    'reviewed: !A word.',
  ],
  // A save that is pressed twice is one, and none of the paragraph that follows.
  [
    'a save',
    /\/units\/p2$/,
    ['j', 'j', 'e', '!', 'Control+Shift+Enter', 'Control+Shift+Enter', 'j'],
    () => englishOf('p3'),
    'jA word.',
  ],
  // What is to be taken back is there once it is saved; in a field it is what was typed.
  ['a save', /\/units\/p2$/, ['j', 'j', 'e', '!', 'Control+Enter', 'Control+z'], told, 'Undone: paragraph 2'],
  ['the editor', /\/editor-/, ['j', 'j', 'j', 'e', '!', '?', 'Control+z', '.'], () => englishOf('p3'), '.A word.'],
];

test.each(everyNth(LATE, 4))(
  'no key is lost, and none counts twice, while it waits for %s',
  async (_what, late, keys, shown, wanted) => {
    await tab.page.unrouteAll();
    await tab.page.evaluate('localStorage.clear()');
    await tab.page.route(late, (route) => setTimeout(() => route.continue(), HELD_BACK));
    await tab.page.goto(`${tab.site.url}articles/essai`, { waitUntil: late.test('/reader.js') ? 'commit' : 'load' });
    await tab.page.waitForSelector('.colophon');
    for (const key of keys) await tab.page.keyboard.press(key);
    await expect.poll(() => shown().catch(() => ''), { timeout: 20_000 }).toBe(wanted);
  },
);

/** A server whose every answer breaks off a while after it began. */
const breaking = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html', 'content-length': 1000 });
  response.write('<main>', () => setTimeout(() => response.destroy(), HELD_BACK));
});
beforeAll(() => new Promise<void>((resolve) => breaking.listen(0, '127.0.0.1', resolve)));
afterAll(() => breaking.close());

/**
 * Lets the next answer of an address break off. The route stays: to take it away while the page asks for something may
 * leave that without an answer for ever.
 */
async function breakOff(address: RegExp): Promise<void> {
  const { port } = breaking.address() as AddressInfo;
  let isNext = true;
  await tab.page.route(address, (route) => {
    const elsewhere = isNext ? { url: `http://127.0.0.1:${port}/` } : {};
    isNext = false;
    return route.continue(elsewhere);
  });
}

/** The article anew, with a paragraph chosen; what was typed before is forgotten. */
async function beginAt(unit: string): Promise<void> {
  await tab.page.unrouteAll();
  await tab.page.evaluate('localStorage.clear()');
  await tab.page.goto(`${tab.site.url}articles/essai`);
  await tab.page.focus(`#${unit}`);
}

test.each([
  ['a paragraph', ['e'], '.in-place .english', /\/units\/p2$/, '?', '!?.'],
  ['a paragraph', ['e'], '.in-place .english', /\/units\/p2$/, 'Control+z', '.'],
  ['an entry', ['n', 'e'], '.term-dialog [name="en.0.term"]', /\/glossary\/model$/, '?', '!?.'],
] as const)(
  'a save of %s whose answer breaks off is told, and what was pressed meanwhile does what it means in the field',
  async (_, keys, field, address, meanwhile, typed) => {
    await beginAt('p2');
    for (const key of keys) await tab.page.keyboard.press(key);
    await tab.page.waitForSelector(`${field}:focus`);
    const before = await tab.page.inputValue(field);
    await breakOff(address);
    for (const key of ['!', 'Control+Enter', meanwhile]) await tab.page.keyboard.press(key);
    await tab.page.waitForSelector('text=The server does not answer');
    await tab.page.focus(field);
    await tab.page.keyboard.press('.');
    expect(await tab.page.inputValue(field)).toBe(typed + before);
  },
);

test.each([
  ['a paragraph', ['e'], /\/units\/p2$/, 'main .english', 'A large model reads word by word.'],
  ['an entry', ['n', 'e'], /\/glossary\/model/, 'main [name="en.0.term"]', 'model'],
] as const)('the form of %s that breaks off is there on its own page', async (_, keys, address, field, wanted) => {
  await beginAt('p2');
  await breakOff(address);
  for (const key of keys) await tab.page.keyboard.press(key);
  await tab.page.waitForURL(address);
  expect(await tab.page.inputValue(field)).toContain(wanted);
});

test('Escape, before the script of an entry is there, closes its form once it is', async () => {
  await tab.page.unrouteAll();
  await tab.page.route(/\/entry\.js$/, (route) => setTimeout(() => route.continue(), HELD_BACK));
  await tab.page.goto(`${tab.site.url}glossary/model`, { waitUntil: 'commit' });
  await tab.page.click('.edit-entry summary');
  await tab.page.focus('.entry-form [name="en.0.term"]');
  await tab.page.keyboard.press('Escape');
  await tab.page.waitForSelector('.edit-entry:not([open]) summary:focus');
});

test.runIf(IS_SLOW_SET)('who waits for a form that never comes has the keys again after a while', async () => {
  await tab.page.unrouteAll();
  await tab.page.route(/\/units\/p3$/, () => {});
  await tab.page.goto(`${tab.site.url}articles/essai`);
  await tab.page.keyboard.press('j');
  await tab.page.keyboard.press('j');
  await tab.page.keyboard.press('j');
  await tab.page.keyboard.press('e');
  await tab.page.keyboard.press('?');
  const isOpen = () => tab.page.evaluate("document.querySelector('dialog[open]') !== null");
  const during = await isOpen();
  await tab.page.waitForTimeout(6000);
  await tab.page.keyboard.press('?');
  await expect.poll(async () => [during, await isOpen()], { timeout: 5000 }).toEqual([false, true]);
});
