import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, start } from '../../site.ts';

const ENGLISH = 'A chip, a chip and a chip: 7 or 7 of 9.';

let remove: () => Promise<void>;
let site: Site;
beforeAll(async () => {
  const made = await makeRoot({
    'glossary/ai.yaml': '- fr: jeton\n  en: token\n  not: [chip]\n',
    'content/essai/fr.md': '---\ntitle: Essai\n---\n\nUn jeton, un jeton et encore un jeton.\n',
    'content/essai/en.po': `msgid "Un jeton, un jeton et encore un jeton."\nmsgstr "${ENGLISH}"\n`,
  });
  remove = made.remove;
  site = await start(made.root);
});
afterAll(async () => {
  await site.close();
  await remove();
});

/** The text of each element of a class on a page, its tags taken out. */
async function textsOf(address: string, pattern: RegExp): Promise<string[]> {
  const html = await (await fetch(site.url + address)).text();
  return [...html.matchAll(pattern)].map(([, inner = '']) =>
    inner
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
}

const NUMBERS = [
  '“7” is a number that the French does not have; take it out, or correct it (2 times).',
  '“9” is a number that the French does not have; take it out, or correct it.',
];

test('the article says once, with a count, what is wrong in several places of a paragraph', async () => {
  expect(await textsOf('articles/essai', /<p class="finding"><span class="label">Finding<\/span>(.*?)<\/p>/g)).toEqual([
    '“chip” is ruled out for “jeton”; write “token” (3 times).',
    ...NUMBERS,
  ]);
});

test('so does its editor, which offers one repair of equal ones at a time', async () => {
  const page = 'articles/essai/units/p2';
  const lines = await textsOf(page, /<span class="says">([\s\S]*?)<\/span>\s*(?:<details|<\/li>)/g);
  const repairs = await textsOf(page, /<button type="submit" name="do" value="repair:\d+"[^>]*>(.*?)<\/button>/g);
  expect([lines, repairs]).toEqual([
    ['jeton deprecated Rendered by “chip”, which the entry rules out; write “token”. (3 times)', ...NUMBERS],
    ['chip → token (one of 3)'],
  ]);
});

test('the repair that is left has no count', async () => {
  const answer = await fetch(`${site.url}articles/essai/units/p2`, {
    method: 'POST',
    body: new URLSearchParams({ target: 'A token, a chip and a token.', state: 'draft', do: 'check' }),
  });
  expect(await answer.text()).toMatch(/value="repair:0" class="quiet" lang="en">chip → token<\/button>/);
});
