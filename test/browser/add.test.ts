import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { epub } from '../formats/document/packed.ts';
import { IS_SLOW_SET } from '../rounds.ts';
import { SMALL } from '../site.ts';
import { barriersOf } from './barriers.ts';
import { untilReady, useTab } from './tab.ts';

const TEXT = `# Les ponts de la ville

On en compte *sept*, dont un seul est vieux.

- le pont des Arts
- la passerelle

> Un pont est une phrase.

    traverser()

***

${'Unmotsanslafin'.repeat(30)}
`;
const FILE = { name: 'ponts.md', mimeType: 'text/markdown', buffer: Buffer.from(TEXT) };
const BOOK = Buffer.from(
  epub({ chapters: { 'a.xhtml': '<h1>Débuts</h1><p>Un pont.</p>', 'b.xhtml': '<h1>Fin</h1><p>Deux.</p>' } }),
);

describe('without script', () => {
  const tab = useTab({ files: SMALL, context: { javaScriptEnabled: false }, address: 'add' });
  const pathNow = () => tab.page.url().slice(tab.site.url.length - 1);
  const press = async (...keys: string[]) => {
    for (const key of keys) await tab.page.keyboard.press(key);
  };

  test('a text is pasted, looked over, saved and taken back with the keyboard alone', async () => {
    await tab.page.getByLabel('Paste it').focus();
    await tab.page.keyboard.insertText('Les ponts\n\nOn en compte sept.\n\nLe plus neuf grince.');
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Enter');
    await tab.page.getByRole('heading', { name: 'Look it over' }).waitFor();
    const written = existsSync(path.join(tab.root, 'content/les-ponts'));
    await tab.page.getByLabel('2, paragraph').focus();
    await press('Space', 'Tab', 'Enter');
    await tab.page.getByText('“Les ponts” added.').waitFor();
    const [at, units] = [pathNow(), await tab.page.locator('.unit').count()];
    await tab.page.getByRole('button', { name: 'Undo' }).focus();
    await press('Enter');
    await tab.page.getByText('“Les ponts” removed').waitFor();
    expect([written, at, units, pathNow()]).toEqual([false, '/articles/les-ponts?saved=1', 2, '/articles?saved=2']);
  });

  test('what is wrong has the focus: an address that Enter sent, nothing at all, a date that is none', async () => {
    const focused: (string | null)[] = [];
    const look = async (sign: string) => {
      await tab.page.waitForSelector(sign);
      focused.push(await tab.page.locator(':focus').getAttribute('name'));
    };
    await tab.page.getByLabel('Or name the address').focus();
    await tab.page.keyboard.insertText('http://127.0.0.1/x');
    await press('Enter');
    await look('#add_address_wrong');
    const sent = await tab.page.locator(':focus').inputValue();
    await tab.page.goto(`${tab.site.url}add`);
    await tab.page.getByRole('button', { name: 'Show its paragraphs' }).click();
    await look('.wrong');
    await tab.page.setInputFiles('#add_file', FILE);
    await tab.page.getByRole('button', { name: 'Show its paragraphs' }).click();
    await tab.page.getByLabel('Date').fill('hier');
    await tab.page.getByRole('button', { name: 'Save and read' }).click();
    await look('#date-wrong');
    expect([sent, focused]).toEqual(['http://127.0.0.1/x', ['address', 'text', 'date']]);
  });

  test('an article is removed and brought back with the keyboard alone', async () => {
    await tab.page.goto(`${tab.site.url}articles`);
    await tab.page.getByRole('link', { name: /^Remove ?: Essai/ }).focus();
    await press('Enter');
    await tab.page.getByRole('button', { name: 'Remove it' }).focus();
    await press('Enter');
    await tab.page.getByText('There is no article yet').waitFor();
    await tab.page.getByRole('button', { name: 'Bring it back' }).focus();
    await press('Enter');
    await tab.page.getByText('“Essai” brought back.').waitFor();
    expect(pathNow()).toBe('/articles/essai?saved=2');
  });
});

describe('with script', () => {
  const tab = useTab({ files: SMALL, address: 'add', isSiteShared: true });
  const says = (words: string) => expect.poll(() => tab.page.innerText('#add_progress')).toBe(words);

  test('a file that is too large is told before it is sent, one that is dropped is chosen, and its ticks are counted', async () => {
    await tab.page.setInputFiles('#add_file', { ...FILE, buffer: Buffer.alloc(5_000_001, 'a') });
    await tab.page.waitForSelector('#add_file[aria-invalid="true"]');
    await says('“ponts.md” has more than 5 MB; give it in parts, or without its pictures.');
    await tab.page.evaluate(`{
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(TEXT)}], 'pont.md'));
      const fire = (name) => document.body.dispatchEvent(
        new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
      fire('dragover'); fire('drop');
    }`);
    await says('“pont.md” is chosen.');
    await tab.page.getByRole('button', { name: 'Show its paragraphs' }).click();
    await tab.page.waitForSelector('.blocks');
    await untilReady(tab.page);

    const counts = [await tab.page.innerText('#parcel_chosen')];
    const countAfter = async (act: () => Promise<void>) => {
      await act();
      counts.push(await tab.page.innerText('#parcel_chosen'));
    };
    await countAfter(() => tab.page.getByRole('button', { name: 'Tick none' }).click());
    await countAfter(() => tab.page.locator('.read blockquote').click());
    await countAfter(() => tab.page.getByRole('button', { name: 'Tick all' }).click());
    expect([await tab.page.innerText('.from'), counts.map((count) => count.split(' ')[0])]).toEqual([
      'pont.md',
      ['6', '0', '1', '6'],
    ]);
  });

  test('what is copied from a page is pasted with its structure, which a change takes away and gives back, and a press for good', async () => {
    await tab.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const copy = (html: string, text: string) =>
      tab.page.evaluate(
        ([html, text]) => {
          const of = (type: string, words = '') => new Blob([words], { type });
          const both = { 'text/html': of('text/html', html), 'text/plain': of('text/plain', text) };
          return navigator.clipboard.write([new ClipboardItem(both)]);
        },
        [html, text],
      );
    const field = tab.page.getByLabel('Paste it');
    const said = tab.page.locator('#add_text + [role="status"]');
    const told: string[] = [];
    const hear = async (...keys: string[]) => {
      for (const key of keys) await tab.page.keyboard.press(key);
      told.push((await said.innerText()).split(/[ ,]/).slice(0, 2).join(' '));
    };
    await field.focus();
    await copy('<p>Un pont.</p>', 'Un pont.');
    await hear('Control+V');
    await copy('<h2>Les ponts</h2><ul><li>le Neuf</li></ul>', 'Les ponts\nle Neuf');
    await hear('Control+A', 'Control+V');
    await hear('x');
    await hear('Backspace');
    await hear('Control+A', 'Delete');
    await hear('Control+V');
    const typed = await field.inputValue();
    await tab.page.getByRole('button', { name: 'Show its paragraphs' }).click();
    await tab.page.waitForSelector('.blocks');
    const items = await tab.page.locator('.read [data-marker]').count();
    await tab.page.goto(`${tab.site.url}add`);
    await field.focus();
    await hear('Control+V');
    await hear('Control+A', 'Control+Shift+V');
    await hear('Control+A', 'Control+V');
    await tab.page.getByRole('button', { name: 'Take it as plain text' }).click();
    await hear();
    await tab.page.getByRole('button', { name: 'Show its paragraphs' }).click();
    await tab.page.waitForSelector('.blocks');
    expect([told, typed, items, await tab.page.locator('.read [data-marker]').count()]).toEqual([
      [
        ...['', 'Its headings', 'Changed since', 'Its headings', '', 'Its headings'],
        ...['Its headings', '', 'Its headings', 'It is'],
      ],
      'Les ponts\nle Neuf',
      1,
      0,
    ]);
  });

  test('a fetching is told, cancelled, and begun anew; why there is no page stands beside its field, which has the focus', async () => {
    const answers: Parameters<Route['fulfill']>[0][] = [
      { body: '{"says":"Asking …"}\n{"wrong":"Nobody answers."}\n' },
      { status: 401, contentType: 'text/html', body: '<main><p class="lead">Sign in first.</p></main>' },
      undefined,
      { body: '{"says":"The page is here …","address":"/articles"}\n' },
    ];
    await tab.page.route('**/add', (route) => {
      const answer = answers.shift();
      if (answer !== undefined) void route.fulfill({ contentType: 'application/x-ndjson', ...answer });
    });
    const address = tab.page.getByLabel('Or name the address');
    await address.fill('example.org');
    const wrong: string[] = [];
    for (const what of ['Nobody answers.', 'Sign in first.']) {
      await address.press('Enter');
      await tab.page.waitForSelector(`#add_address_wrong >> text=${what}`);
      await tab.page.waitForSelector('#add_cancel', { state: 'hidden' });
      wrong.push((await tab.page.locator(':focus').getAttribute('aria-describedby')) ?? '');
    }
    await address.press('Enter');
    await tab.page.waitForSelector('#add_cancel:visible');
    await says('Asking for the page …');
    await tab.page.getByRole('button', { name: 'Cancel' }).click();
    await says('Cancelled.');
    await tab.page.waitForSelector('#add_cancel', { state: 'hidden' });
    await address.press('Enter');
    await tab.page.waitForURL('**/articles');
    expect(wrong).toEqual(Array(2).fill('add_address_advice add_address_wrong'));
  });
});

describe('every page of it', () => {
  const tab = useTab({ files: SMALL, address: 'add', isSiteShared: true });
  /** Where each of the colours is: the others have the same ones. */
  const DARK = new Set(['/add, nothing given', 'a text', 'articles/essai/remove', 'changes']);
  /** Goes to each page in turn. */
  const visit = async (look: (what: string) => Promise<void>) => {
    await look('/add');
    await tab.page.getByRole('button', { name: 'Show its paragraphs' }).click();
    await tab.page.waitForSelector('.wrong');
    await look('/add, nothing given');
    await tab.page.setInputFiles('#add_file', { name: 'ponts.epub', mimeType: '', buffer: BOOK });
    await tab.page.getByRole('button', { name: 'Show its paragraphs' }).click();
    await tab.page.getByRole('button', { name: 'Débuts' }).waitFor();
    await look('a book');
    await tab.page.goto(`${tab.site.url}add`);
    await tab.page.setInputFiles('#add_file', FILE);
    await tab.page.getByRole('button', { name: 'Show its paragraphs' }).click();
    await tab.page.waitForSelector('.blocks');
    await look('a text');
    await tab.page.getByRole('button', { name: 'Tick none' }).click();
    await tab.page.getByLabel('Title').fill('');
    await tab.page.getByRole('button', { name: 'Save and read' }).click();
    await tab.page.waitForSelector('#title-wrong');
    await look('a text, nothing chosen');
    for (const address of ['articles/essai/remove', 'articles?q=zz', 'articles', 'changes']) {
      await tab.page.goto(tab.site.url + address);
      await look(address);
    }
  };

  test.runIf(IS_SLOW_SET)('has no barrier that axe finds, and is no wider than the window', async () => {
    const barriers: string[] = [];
    const lookAt = async (what: string, colorScheme: 'light' | 'dark') => {
      await tab.page.emulateMedia({ colorScheme });
      for (const barrier of await barriersOf(tab.page, colorScheme)) barriers.push(`${what} ${colorScheme} ${barrier}`);
    };
    await visit(async (what) => {
      for (const width of [1280, 640, 360, 320]) {
        await tab.page.setViewportSize({ width, height: 800 });
        if (await tab.page.evaluate('document.documentElement.scrollWidth > innerWidth'))
          barriers.push(`${what} is wider than ${width}`);
        if (width === 1280 && DARK.has(what)) await lookAt(what, 'dark');
        if (width === 320) await lookAt(what, 'light');
      }
    });
    expect(barriers).toEqual([]);
  });
});
