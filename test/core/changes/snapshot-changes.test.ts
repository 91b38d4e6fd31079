import { expect, test } from 'vitest';
import type { Snapshot } from '../../../src/core/changes/ports/library.ts';
import { changesBetween } from '../../../src/core/changes/snapshot-changes.ts';
import { checkArticle } from '../../../src/core/checks/article/check-article.ts';
import { joinCatalogue, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { glossaryOf } from '../glossaries.ts';

const FRENCH = '---\ntitle: Essai\n---\n\nTrois jetons.\n';
const ENGLISH = 'msgid "Trois jetons."\nmsgstr "Three tokens."\n';
const ENTRY = '- fr: jeton\n  en: token\n';

/** One article and its glossary; everything is made anew. */
function state(french = FRENCH, english = ENGLISH, entries = ENTRY): Snapshot {
  const glossary = glossaryOf(entries);
  const { units, citation } = parseArticle(french, 'fr.md');
  const article = { slug: 'essai', citation, units: joinCatalogue(units, parseCatalogue(english, 'en.po')).units };
  const articles = new Map([['essai', checkArticle(article, glossary)]]);
  return { revision: '', glossary, glossaryFiles: [], articles, pending: new Set(), problems: [] };
}

test.each<[what: string, after: Snapshot]>([
  ['another title', state(FRENCH.replace('Essai', 'Pont'))],
  ['another French', state(FRENCH.replace('Trois', 'Quatre'))],
  ['another English', state(FRENCH, ENGLISH.replace('Three', 'The three'))],
  ['a draft', state(FRENCH, `#, fuzzy\n${ENGLISH}`)],
  ['an origin', state(FRENCH, `# origin: person Ana 2026-01-01\n${ENGLISH}`)],
  ['a note', state(FRENCH, `# note: a remark\n${ENGLISH}`)],
  ['a rendering that is none any more', state(FRENCH, ENGLISH, '- fr: jeton\n  en: chip\n')],
  ['an entry that is gone', state(FRENCH, ENGLISH, '')],
  ['one paragraph more', state(`${FRENCH}\nFin.\n`)],
])('%s is shown on the page of its article', (_what, after) => {
  expect(changesBetween(state(), after).articles).toEqual(['essai']);
});

test('a page shows nothing else for an article that was read anew and says the same with the same entries', () => {
  const before = state();
  const [one] = before.articles.values();
  const again = one && checkArticle({ ...one.article }, before.glossary);
  expect(again).not.toBe(one);
  const after = { ...before, articles: new Map(again ? [['essai', again]] : []) };
  expect(changesBetween(before, after).articles).toEqual([]);
});

test('a page shows the entries that its words stand for, so that one with another definition is shown anew', () => {
  const after = state(FRENCH, ENGLISH, `${ENTRY}  definition: A bit of text.\n`);
  expect(changesBetween(state(), after).articles).toEqual(['essai']);
});
