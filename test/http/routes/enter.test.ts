import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, putBack, start } from '../../site.ts';

// A browser presses the first button of a form when somebody presses Enter in a field of it.

const FILES = {
  'glossary/ai.yaml': '- fr: jeton\n  en: token\n\n- fr: réseau\n  en: network\n',
  'content/essai/fr.md': '---\ntitle: Essai\n---\n\nLe réseau lit 12 jetons.\n',
  'content/essai/en.po': 'msgid "Le réseau lit 12 jetons."\nmsgstr "It reads 12 chips."\n',
};
let root: string;
let remove: () => Promise<void>;
let site: Site;
beforeAll(async () => {
  ({ root, remove } = await makeRoot(FILES));
  site = await start(root);
});
beforeEach(async () => {
  await putBack(root, FILES);
  await site.library.reload();
});
afterAll(async () => {
  await site.close();
  await remove();
});

const page = async (address: string) => (await fetch(site.url + address)).text();
const catalogue = () => readFile(path.join(root, 'content/essai/en.po'), 'utf8');

/** Sends the form of the paragraph as Enter in one of its fields does, without script. */
async function enter(fields: Record<string, string>): Promise<string> {
  const html = await page('articles/essai/units/p2');
  const [form = ''] = /<form[^>]*class="editor"[\s\S]*?<\/form>/.exec(html) ?? [];
  const [, name = '', value = ''] = /<button type="submit" name="(\w+)" value="([^"]*)"/.exec(form) ?? [];
  const version = /name="version" value="(\w+)"/.exec(form)?.[1] ?? '';
  const body = { version, base: 'It reads 12 chips.', target: 'It reads 12 chips.', state: 'reviewed', [name]: value };
  await fetch(`${site.url}articles/essai/units/p2`, {
    method: 'POST',
    body: new URLSearchParams({ ...body, ...fields }),
    redirect: 'manual',
  });
  return catalogue();
}
const waivers = (text: string) =>
  [...text.matchAll(/# waive: (\S+) \w+ - (.*)/g)].map(([, of, why]) => `${of}: ${why}`);
const english = (text: string) => /msgstr "(.*)"/.exec(text)?.[1];

describe('Enter in the field of a reason', () => {
  test('accepts with that reason', async () => {
    const text = await enter({ 'reason:token': 'of metal' });
    expect([waivers(text), english(text)]).toEqual([['token: of metal'], 'It reads 12 chips.']);
  });

  test('accepts all that have one', async () => {
    const text = await enter({ 'reason:token': 'of metal', 'reason:network': 'it says so above' });
    expect(waivers(text)).toEqual(['token: of metal', 'network: it says so above']);
  });

  test('saves what else was typed too', async () => {
    const text = await enter({ target: 'It reads twelve: 12 chips.', 'reason:token': 'of metal' });
    expect([waivers(text), english(text)]).toEqual([['token: of metal'], 'It reads twelve: 12 chips.']);
    const { units } = (await (await fetch(`${site.url}articles/essai/ledger.json`)).json()) as {
      units: { terms: { concept: string; verdict: string }[] }[];
    };
    expect(units[1]?.terms.find(({ concept }) => concept === 'token')?.verdict).toBe('waived');
  });

  test('keeps the state that was chosen', async () => {
    const text = await enter({ state: 'draft', 'reason:token': 'of metal' });
    expect([waivers(text), text.includes('#, fuzzy')]).toEqual([['token: of metal'], true]);
  });

  test('accepts nothing that the typed text puts right', async () => {
    const text = await enter({ target: 'It reads 12 tokens.', 'reason:token': 'of metal' });
    expect([waivers(text), english(text)]).toEqual([[], 'It reads 12 tokens.']);
  });

  test('accepts what a rule finds', async () => {
    const text = await enter({ target: 'It reads 13 chips.', 'because:number-changed': 'as corrected' });
    expect([waivers(text), english(text)]).toEqual([['number-changed: as corrected'], 'It reads 13 chips.']);
  });

  test.each([
    { 'reason:token': '   ' },
    { 'reason:nothing': 'x' },
    { 'because:untranslated': 'x' },
    { 'because:toString': 'x' },
    { 'reason:': 'x' },
  ])('accepts nothing for %j, and saves', async (fields) => {
    const text = await enter({ target: 'It reads 12 chips!', ...(fields as Record<string, string>) });
    expect([waivers(text), english(text)]).toEqual([[], 'It reads 12 chips!']);
  });
});

describe('the first button of a form saves', () => {
  test.each([
    ['the editor of a paragraph', 'articles/essai/units/p2', 'editor'],
    ['the form of an entry', 'glossary/token', 'entry-form'],
    ['the form of a new entry', 'add-term?fr=jeton', 'entry-form'],
  ])('%s', async (_what, address, name) => {
    const html = await page(address);
    const form = new RegExp(`<form[^>]*class="${name}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? '';
    expect(/<button type="submit"[^>]*>/.exec(form)?.[0]).toBe('<button type="submit" name="do" value="save" hidden>');
  });
});
