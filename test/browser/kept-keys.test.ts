import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { IS_SLOW_SET } from '../rounds.ts';
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

// A row is what comes late, the keys that are pressed until then, and what shows that all of them did what they mean.
test.each<[string, RegExp, string[], () => Promise<string>, string]>([
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
  // A save that is pressed twice is one, and none of the paragraph that follows.
  [
    'a save',
    /\/units\/p2$/,
    ['j', 'j', 'e', '!', 'Control+Shift+Enter', 'Control+Shift+Enter', 'j'],
    () => englishOf('p3'),
    'jA word.',
  ],
])('no key is lost, and none counts twice, while it waits for %s', async (_what, late, keys, shown, wanted) => {
  await tab.page.unrouteAll();
  await tab.page.evaluate('localStorage.clear()');
  await tab.page.route(late, (route) => setTimeout(() => route.continue(), HELD_BACK));
  await tab.page.goto(`${tab.site.url}articles/essai`, { waitUntil: late.test('/reader.js') ? 'commit' : 'load' });
  await tab.page.waitForSelector('.colophon');
  for (const key of keys) await tab.page.keyboard.press(key);
  await expect.poll(() => shown().catch(() => ''), { timeout: 20_000 }).toBe(wanted);
});

test('a save whose answer breaks off is told, and what was pressed meanwhile is typed', async () => {
  const breaking = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': 1000 });
    response.write('<main>', () => setTimeout(() => response.destroy(), HELD_BACK));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => breaking.once('listening', resolve));
  const { port } = breaking.address() as AddressInfo;
  await tab.page.unrouteAll();
  await tab.page.evaluate('localStorage.clear()');
  await tab.page.goto(`${tab.site.url}articles/essai#p2`);
  await tab.page.click('#p2 .edit');
  await tab.page.focus('#p2 .in-place .english');
  await tab.page.route(/\/units\/p2$/, (route) => route.continue({ url: `http://127.0.0.1:${port}/units/p2` }));
  for (const key of ['!', 'Control+Shift+Enter', '?']) await tab.page.keyboard.press(key);
  await tab.page.waitForSelector('#p2 >> text=The server does not answer');
  await tab.page.keyboard.press('.');
  const typed = await englishOf('p2');
  breaking.close();
  expect(typed).toMatch(/^!\?\./);
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
