import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SMALL } from '../site.ts';
import { barriersOf } from './barriers.ts';
import { type Tab, untilReady, useTab } from './tab.ts';

const FRENCH = `# Les ponts de la ville

On en compte sept, dont un seul est vieux.

Le plus neuf a trois ans et grince déjà.

${'Unmotsanslafin'.repeat(30)}

La mairie promet un huitième pont pour 2030.
`;
const ENGLISH = `# The bridges of the city

There are seven of them, of which only one is old.

The newest is three years old and already creaks.

Nobody believes in miracles. The editor laughs.

The town hall promises an eighth bridge for 2030. ${'Awordwithoutend'.repeat(30)}
`;
const fileOf = (name: string, text: string) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) });

/** Goes as far as the pairs. */
async function putBeside({ page }: Tab): Promise<void> {
  await page.setInputFiles('#add_file', fileOf('ponts.md', FRENCH));
  await page.locator('#add_english summary').click();
  await page.setInputFiles('#add_english_file', fileOf('bridges.md', ENGLISH));
  await page.getByRole('button', { name: 'Show its paragraphs' }).click();
  await page.getByRole('button', { name: 'Put the English beside it' }).click();
  await page.waitForSelector('.pair');
  await untilReady(page);
}
const englishOf = ({ page }: Tab) => page.locator('.pair .english > p:first-child').allInnerTexts();
const focused = ({ page }: Tab) => page.locator(':focus').evaluate(({ id, textContent }) => id || textContent);

describe('without script', () => {
  const tab = useTab({ files: SMALL, context: { javaScriptEnabled: false }, address: 'add' });

  test('pairs are put right, undone, and saved with the keyboard alone', async () => {
    await tab.page.locator('#add_english summary').focus();
    await tab.page.keyboard.press('Enter');
    await tab.page.getByLabel('Paste the English').focus();
    await tab.page.keyboard.insertText(ENGLISH);
    await tab.page.getByLabel('Paste it').focus();
    await tab.page.keyboard.insertText(FRENCH);
    await tab.page.getByRole('button', { name: 'Show its paragraphs' }).press('Enter');
    await tab.page.getByRole('button', { name: 'Put the English beside it' }).press('Enter');
    await tab.page.waitForSelector('.pair');
    const before = await englishOf(tab);
    await tab.page.getByRole('button', { name: /^Down ?, ¶2/ }).press('Enter');
    await tab.page.waitForURL(/row=1#row-1$/);
    const [moved, isKeysShown] = [await englishOf(tab), await tab.page.isVisible('#pairs_keys')];
    await tab.page.getByRole('button', { name: 'Undo (1)' }).press('Enter');
    await tab.page.locator('[value="undo"]').waitFor({ state: 'detached' });
    const undone = await englishOf(tab);
    const written = existsSync(path.join(tab.root, 'content/les-ponts-de-la-ville'));
    await tab.page.getByLabel('Approve pairs').focus();
    await tab.page.keyboard.press('Space');
    await tab.page.keyboard.press('Enter');
    await tab.page.waitForURL(/page=1$/);
    await tab.page.waitForSelector('[name="approve"]');
    const approves = await tab.page.isChecked('[name="approve"]');
    await tab.page.getByRole('button', { name: 'Save and read' }).press('Enter');
    await tab.page.getByText('“Les ponts de la ville” added.').waitFor();
    expect([moved[1], moved[2], undone, written, approves, isKeysShown]).toEqual([
      before[2],
      before[1],
      before,
      false,
      true,
      false,
    ]);
  });
});

describe('with script', () => {
  const tab = useTab({ files: SMALL, address: 'add', isSiteShared: true });
  const press = (key: string) => tab.page.keyboard.press(key);
  const done = (says: string) => tab.page.locator('#pairs_said', { hasText: says }).waitFor();

  test('keys go from row to row, and the focus stays on the row that they change', async () => {
    await putBeside(tab);
    await tab.page.locator('#row-0').focus();
    const ways: string[] = [];
    const then = async (...keys: string[]) => {
      for (const key of keys) await press(key);
      ways.push((await focused(tab)) ?? '');
    };
    await then('j');
    const stops = await tab.page
      .locator('.pair :is(a, button)[tabindex="0"]')
      .evaluateAll((all) => [...new Set(all.map((one) => one.closest('.pair')?.id))]);
    await then('ArrowDown', 'k');
    const before = await englishOf(tab);
    await press('d');
    await done('Done: Down');
    await then();
    const moved = await englishOf(tab);
    await press('z');
    await done('Done: Undo.');
    await then();
    await then('ArrowUp', 'ArrowUp');
    await then('n');
    expect([ways.slice(0, 5), ways[5]?.startsWith('row-'), stops]).toEqual([
      ['row-1', 'row-1', 'row-1', 'row-1', 'row-0'],
      true,
      ['row-1'],
    ]);
    expect([moved[1], await englishOf(tab)]).toEqual([before[2], before]);
  });

  test.each([
    [360, 740],
    [1280, 640],
    [1280, 800],
  ])('the foot lies over nothing of the first row, and is there further down: %i by %i', async (width, height) => {
    await tab.page.setViewportSize({ width, height });
    await putBeside(tab);
    const top = (part: string) =>
      tab.page
        .locator(part)
        .first()
        .boundingBox()
        .then((box) => box?.y ?? 0);
    const [row, foot] = [await top('.pair + .pair'), await top('.save')];
    await tab.page
      .locator('.pair')
      .nth(2)
      .evaluate((one) => one.scrollIntoView({ block: 'center' }));
    const bottom = await tab.page.locator('.save').evaluate((one) => one.getBoundingClientRect().bottom);
    await tab.page.setViewportSize({ width: 1280, height: 720 });
    expect([foot >= row, bottom <= height]).toEqual([true, true]);
  });

  test('a key goes to a place to cut, another joins what was cut', async () => {
    await putBeside(tab);
    const row = tab.page.locator('.pair', { hasText: 'Nobody believes' });
    await row.focus();
    const at = await focused(tab);
    await press('c');
    const cut = await focused(tab);
    await press('Enter');
    await done('Done: Cut before');
    const [here, parts] = [await focused(tab), await tab.page.locator('.pair').count()];
    await press('o');
    await done('Done: Join');
    expect([cut?.includes('Cut before'), here, parts - (await tab.page.locator('.pair').count())]).toEqual([
      true,
      at,
      1,
    ]);
  });

  test('what only the English has becomes a note, and no note, by one key', async () => {
    await putBeside(tab);
    await tab.page.locator('.pair', { hasText: 'Nobody believes' }).focus();
    const pressed = () => tab.page.locator('.pair:focus [aria-pressed="true"]').innerText();
    const ways = [await pressed()];
    for (const label of ['A note', 'Leave out', 'A note']) {
      await press('m');
      await done(`Done: ${label}`);
      ways.push(await pressed());
    }
    await tab.page.getByRole('button', { name: 'Save and read' }).click();
    await tab.page.getByText('“Les ponts de la ville” added.').waitFor();
    const text = await readFile(path.join(tab.root, 'content/les-ponts-de-la-ville/en.po'), 'utf8');
    expect([ways.map((way) => way.split(' ')[0]?.split('\n')[0]), text.includes('(only in the English)')]).toEqual([
      ['Leave', 'A', 'Leave', 'A'],
      true,
    ]);
  });

  test('no key does anything outside of the rows, or with another key', async () => {
    await putBeside(tab);
    await tab.page.getByLabel('Approve pairs').focus();
    await press('d');
    await tab.page.locator('#row-1').focus();
    await press('Control+d');
    expect(await tab.page.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  });

  test('a server that is gone is told, and nothing is lost', async () => {
    await putBeside(tab);
    await tab.page.route('**/pairs', (route) => route.abort());
    await tab.page.locator('#row-1').focus();
    await press('d');
    await done('The server does not answer');
    expect(await focused(tab)).toBe('row-1');
  });

  test('a pair that another tab changed is shown as it is now', async () => {
    await putBeside(tab);
    const other = await tab.context.newPage();
    await other.goto(tab.page.url());
    await other.locator('#row-1').focus();
    await other.keyboard.press('d');
    await other.locator('#pairs_said', { hasText: 'Done' }).waitFor();
    await tab.page.locator('#row-2').focus();
    await press('t');
    await done('nothing was done');
    await tab.page.locator('#row-2').focus();
    await press('z');
    await done('Done: Undo.');
    expect(await tab.page.locator('main > .wrong').count()).toBe(0);
  });

  test('the name follows the title until somebody writes one', async () => {
    await tab.page.getByLabel('Paste it').fill('Un pont.\n\nDeux ponts.');
    await tab.page.getByRole('button', { name: 'Show its paragraphs' }).click();
    await tab.page.waitForSelector('.blocks');
    await untilReady(tab.page);
    const title = tab.page.getByLabel('Title');
    const names: string[] = [];
    const type = async (field: typeof title, text: string) => {
      await field.fill(text);
      names.push(await tab.page.locator('#slug').inputValue());
    };
    await type(title, 'Le Pont-Neuf à l’œuvre');
    await type(tab.page.locator('#slug'), 'pont');
    await type(title, 'Autre chose');
    await type(tab.page.locator('#slug'), '');
    await type(title, 'Deux ponts');
    expect(names).toEqual(['le-pont-neuf-a-l-oeuvre', 'pont', 'pont', '', 'deux-ponts']);
  });

  test('a file that is dropped on the part of the English is English', async () => {
    await tab.page.evaluate(`{
      const data = new DataTransfer();
      data.items.add(new File(['A bridge.'], 'bridge.txt'));
      const zone = document.querySelector('#add_english summary');
      for (const name of ['dragover', 'drop'])
        zone.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
    }`);
    const files = (id: string) =>
      tab.page.locator(id).evaluate((input) => (input as unknown as { files: { length: number } }).files.length);
    expect([
      await files('#add_english_file'),
      await files('#add_file'),
      await tab.page.isVisible('#add_english_file'),
    ]).toEqual([1, 0, true]);
  });

  test('what is wrong with the English is said beside it while a page would be fetched', async () => {
    await tab.page.getByLabel('Or name the address').fill('example.org');
    await tab.page.locator('#add_english summary').click();
    await tab.page.setInputFiles('#add_english_file', fileOf('a.pdf', '%PDF-1.7\n'));
    await tab.page.getByRole('button', { name: 'Show its paragraphs' }).click();
    await tab.page.waitForSelector('#add_english_file_wrong');
    expect(await tab.page.locator(':focus').getAttribute('aria-describedby')).toBe(
      'add_english_file_advice add_english_file_wrong',
    );
  });
});

describe('the pairs', () => {
  const tab = useTab({ files: SMALL, address: 'add', isSiteShared: true });

  test.each([
    ['light', 320],
    ['dark', 1280],
  ] as const)('have no barrier that axe finds: %s, %i pixels', async (colorScheme, width) => {
    await tab.page.emulateMedia({ colorScheme });
    await tab.page.setViewportSize({ width, height: 800 });
    const barriers: string[] = [];
    const look = async (what: string) => {
      barriers.push(...(await barriersOf(tab.page, colorScheme)).map((barrier) => `${what} ${barrier}`));
      if (await tab.page.evaluate('document.documentElement.scrollWidth > innerWidth'))
        barriers.push(`${what} is wider`);
    };
    await putBeside(tab);
    await look('as they come');
    await tab.page.locator('.pair', { hasText: 'Nobody believes' }).focus();
    await tab.page.keyboard.press('m');
    await tab.page.locator('#pairs_said', { hasText: 'Done' }).waitFor();
    await look('after a step');
    await tab.page.goto(`${tab.site.url}add`);
    await tab.page.locator('#add_english summary').click();
    await look('/add, with its English');
    expect(barriers).toEqual([]);
  });
});
