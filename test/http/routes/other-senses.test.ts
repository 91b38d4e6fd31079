import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, start } from '../../site.ts';

const ROOT = {
  'glossary/ai.yaml': '- fr: application\n  en: app\n  unless: [enforcement]\n- fr: jeton\n  en: token\n',
  'content/essai/fr.md': '---\ntitle: Essai\n---\n\nL’application de la loi.\n\nNous jetons tout.\n\nUn jeton.\n',
  'content/essai/en.po':
    'msgid "L’application de la loi."\nmsgstr "Enforcement of the law."\n\nmsgid "Nous jetons tout."\nmsgstr "We throw it all out."\n\nmsgid "Un jeton."\nmsgstr "A token."\n',
};

let remove: () => Promise<void>;
let site: Site;
beforeAll(async () => {
  const made = await makeRoot(ROOT);
  remove = made.remove;
  site = await start(made.root);
});
afterAll(async () => {
  await site.close();
  await remove();
});

const text = async (address: string) => (await fetch(site.url + address)).text();

test.each([
  ['p2', '<fr>application</fr>. Not counted: another sense, which “Enforcement” shows.'],
  ['p3', '<fr>jetons</fr>: plural of <fr>jeton</fr>. Not counted: a verb here, beside “<fr>Nous</fr>”.'],
])('the edit page of %s says why a word is no term there', async (unit, sentence) => {
  const html = await text(`articles/essai/units/${unit}`);
  const read = html.replaceAll(/<bdi lang="fr">(.*?)<\/bdi>/g, '<fr>$1</fr>').replaceAll(/<\/?bdi>/g, '');
  expect(read).toContain(`<p class="details">${sentence} <a href=`);
});

test('the ledger names them apart from the terms, where there are any', async () => {
  const { units } = JSON.parse(await text('articles/essai/ledger.json'));
  expect(units.map((unit: Record<string, unknown[]>) => [unit['terms']?.length, unit['otherSenses']?.length])).toEqual([
    [0, undefined],
    [0, 1],
    [0, 1],
    [1, undefined],
  ]);
});

test('the article has nothing to say against them', async () => {
  expect(
    site.library
      .current()
      .articles.get('essai')
      ?.findings.map(({ rule }) => rule),
  ).toEqual(['untranslated']);
});
