import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, start } from '../../site.ts';
import { IMPORT_WORDS, PAGE_WORDS, PART_WORDS } from './page-words.ts';

/** A draft with a finding, a note, a conflict, a paragraph without English; an entry of each kind. */
const FILES = {
  'glossary/ai.yaml': `- fr: jeton
  en: token
  not: [{ term: chip, why: that is puce }]
  domain: models
  definition: A piece of text.
- fr: [puce, pastille]
  en: [chip, microchip, die]
- keep: OpenAI
  definition: A company.
`,
  'content/essai/fr.md': `---
title: Essai
site: Le Pont
date: 2025-03-07
---

Trois jetons.

Une puce.

Deux jetons.

Rien.
`,
  'content/essai/en.po': `msgid "Essai"
msgstr "Trial"

# origin: deepl en-US glossary 000000 2026-11-23 13 characters
#, fuzzy
msgid "Trois jetons."
msgstr "Three chips."

# note: Said.
msgid "Une puce."
msgstr "A chip."

# conflict: "Two tokens."
#, fuzzy
msgid "Deux jetons."
msgstr "A pair of tokens."
`,
};

let site: Site;
let remove: () => Promise<void>;
beforeAll(async () => {
  const made = await makeRoot(FILES);
  ({ remove } = made);
  site = await start(made.root);
});
afterAll(async () => {
  await site.close();
  await remove();
});

const NAMED = /<[a-z]+\b[^>]*?\s(?:placeholder|aria-label|title|alt)="([^" ][^"]*)"[^>]*>/g;
const BLOCKS = /<(?:p|div|h\d|li|dt|dd|tr|td|th|button|label|legend|summary|fieldset|section|textarea|details)\b/g;

/**
 * The words of a page, block by block; in ‹ › those that are shown on demand or read out; each thing to choose behind
 * |, what is chosen behind •.
 */
function wordsOf(html: string): string {
  const main = html.replace(/^.*?<main\b/s, '<main').replace(/<\/main>.*$/s, '');
  const chosen = main.replaceAll(/<[^>]*\s(?:selected|checked|aria-current)\b[^>]*>/g, '$&• ');
  const told = chosen.replaceAll(NAMED, '$&‹$1› ').replaceAll('<option', '| <option').replaceAll(BLOCKS, '\n$&');
  const lines = told
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .split('\n');
  return lines
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The site is called http://site in it, whatever port it has. */
async function wordsAt(address: string): Promise<string> {
  const html = await (await fetch(site.url + address)).text();
  return wordsOf(html.replaceAll(site.url, 'http://site/'));
}

test.each(PAGE_WORDS)('the words of /%s', async (address, words) => {
  expect(await wordsAt(address)).toBe(words);
});

test.each(PART_WORDS)('what /%s says besides', async (address, words) => {
  expect(await wordsAt(address)).toContain(words);
});

test.each(IMPORT_WORDS)('the words of what is brought: %s', async (_what, text, words) => {
  const sent = await fetch(`${site.url}import`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ text }).toString(),
  });
  expect(wordsOf(await sent.text())).toBe(words);
});
