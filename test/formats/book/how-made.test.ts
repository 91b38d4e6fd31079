import { expect, test } from 'vitest';
import { checkArticle } from '../../../src/core/checks/article/check-article.ts';
import { howMade } from '../../../src/formats/book/how-made.ts';
import { glossaryOf } from '../../core/glossaries.ts';
import { articleOf } from '../exchange/articles.ts';

const GLOSSARY = glossaryOf('- fr: jeton\n  en: token\n');

function made(head: string, catalogue = ''): string {
  const article = articleOf('essai', `---\ntitle: Essai\n${head}---\n\nUn jeton.\n\nRien.\n`, catalogue);
  return howMade(checkArticle(article, GLOSSARY)).join(' ');
}

test.each([
  ['', 'The French is “Essai”. '],
  ['site: Le Tram\n', 'The French is “Essai” (Le Tram). '],
  ['date: 2026-11-26\n', 'The French is “Essai” (2026-11-26). '],
  [
    'site: Le Tram\nurl: https://example.org/a\ndate: 2026-11-26\n',
    'The French is “Essai” (Le Tram, https://example.org/a, 2026-11-26). ',
  ],
])('where the French is from: %j', (head, sentence) => {
  expect(made(head).startsWith(sentence)).toBe(true);
});

const ONE = 'msgid "Un jeton."\nmsgstr "A token."\n';
test.each([
  ['', '3 not translated yet'],
  [ONE, '1 approved'],
  [`#, fuzzy\n${ONE}`, '1 as a draft'],
  [ONE, '1 term: 1 preferred'],
])('what became of it: %j', (catalogue, words) => {
  expect(made('', catalogue)).toContain(words);
});
