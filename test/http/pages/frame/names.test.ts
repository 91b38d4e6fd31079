import { expect, test } from 'vitest';
import { uncheckedArticle } from '../../../../src/core/checks/article/unchecked-article.ts';
import type { ToldPiece } from '../../../../src/core/text/told-words.ts';
import {
  articleName,
  articleOfFile,
  entryName,
  type Named,
  namingArticles,
  saveName,
} from '../../../../src/http/pages/frame/names.ts';
import { glossaryOf } from '../../../core/glossaries.ts';
import { articleOf } from '../../../formats/exchange/articles.ts';

const LONG = `Un titre ${'très '.repeat(30)}long`;
const TITLES = { essai: 'Un essai : oui ?', memes: 'ChatGPT', long: LONG, sans: null, seul: 'Seul' };
const TARGETS: Readonly<Record<string, string>> = { essai: 'A trial', memes: 'ChatGPT', long: 'A title' };
const articles = Object.entries(TITLES).map(([slug, title]) => {
  const checked = uncheckedArticle(articleOf(slug, `${title === null ? '' : `# ${title}\n\n`}Un.\n`), '');
  return [slug, { ...checked, summary: { ...checked.summary, target: TARGETS[slug] ?? null } }] as const;
});
const FILES = {
  articles: new Map(articles),
  glossary: glossaryOf('- fr: jeton\n  en: token\n- keep: OpenAI\n- { id: init, fr: __init__, en: R&amp;D }\n'),
} as unknown as Named;

/** Pieces as one reads them, what is French in ‹ ›. */
const read = (told: readonly ToldPiece[] | null) =>
  told?.map(({ text, isFrench }) => (isFrench ? `‹${text}›` : text)).join('') ?? null;

test.each([
  ['essai', '“‹Un essai\u00a0: oui\u00a0?› / A trial”'],
  ['memes', '“‹ChatGPT›”'],
  ['seul', '“‹Seul›”'],
  ['long', `“‹${'Un titre très très très très très très très très très très très très très très…'}› / A title”`],
  ['sans', 'sans'],
  ['gone', 'gone'],
])('the article %s is named %s', (slug, name) => {
  expect(read(articleName(slug, FILES))).toBe(name);
});

test.each([
  ['token', '“‹jeton› / token”'],
  ['openai', '“‹OpenAI›”'],
  ['init', '“‹__init__› / R&amp;D”'],
  ['gone', 'gone'],
])('the entry %s is named %s', (id, name) => {
  expect(read(entryName(id, FILES))).toBe(name);
});

test.each([
  ['content/seul/en.po', '“‹Seul›”'],
  ['content/seul/fr.md', '“‹Seul›”'],
  ['content/sans/en.po', null],
  ['content/gone/en.po', null],
  ['content/seul/images/plan.png', null],
  ['glossary/seul.yaml', null],
])('the file %s is of %s', (file, name) => {
  expect(read(articleOfFile(file, FILES))).toBe(name);
});

const SAVE = { file: 'content/seul/en.po', where: '/articles/seul#p2', isInPlace: true };
const ENTRY = { file: 'glossary/ai.yaml', where: '/glossary/token', isInPlace: true };
const GONE = { title: 'Seul', says: '', undo: '' };
test.each<[string, Partial<Parameters<typeof saveName>[0]>, string]>([
  ['paragraph 2 of seul', SAVE, 'paragraph 2 of “‹Seul›”'],
  ['undone: paragraph 2 of seul', SAVE, 'undone: paragraph 2 of “‹Seul›”'],
  ['3 paragraphs of seul', SAVE, '3 paragraphs of “‹Seul›”'],
  ['an old version of content/seul/en.po', SAVE, 'an old version of the translation of “‹Seul›”'],
  ['paragraph 2 of seul', { ...SAVE, isInPlace: false }, 'paragraph 2 of seul'],
  ['paragraph 2 of gone', { ...SAVE, file: 'content/gone/en.po' }, 'paragraph 2 of gone'],
  ['entry token', ENTRY, 'entry “‹jeton› / token”'],
  ['done again: new entry gone', { ...ENTRY, where: '/glossary/gone' }, 'done again: new entry gone'],
  ['entry tokens', ENTRY, 'entry tokens'],
  ['entry sub-token', ENTRY, 'entry sub-token'],
  ['deleted entry token-2', ENTRY, 'deleted entry token-2'],
  ['undone: entry tokens', { ...ENTRY, where: '/glossary/ns' }, 'undone: entry tokens'],
  ['entry entry', { ...ENTRY, where: '/glossary/entry' }, 'entry entry'],
  ['paragraph 2 of seulement', SAVE, 'paragraph 2 of seulement'],
  ['an old version of content/seul/en.po.bak', SAVE, 'an old version of content/seul/en.po.bak'],
  ['2 new entries', { ...ENTRY, where: '/glossary' }, '2 new entries'],
  ['an old version of glossary/ai.yaml', { ...ENTRY, where: '/changes' }, 'an old version of glossary/ai.yaml'],
  ['“Seul” removed', { ...SAVE, isInPlace: false, move: GONE }, '“‹Seul›” removed'],
])('of “%s” a page says', (what, save, name) => {
  expect(read(saveName({ ...SAVE, ...save, what }, FILES))).toBe(name);
});

test('a sentence that names articles has their French titles', () => {
  const sentence = namingArticles(FILES, (nameOf) => `Nothing is said of ${nameOf('seul')}, ${nameOf('gone')}.`);
  expect(read(sentence)).toBe('Nothing is said of “‹Seul›”, gone.');
});

test('it has the slugs of those that have no title, and holds titles together as other sentences do', () => {
  const sentence = namingArticles(FILES, (nameOf) => `Here: ${nameOf('sans')}, ${nameOf('essai')}, ${nameOf('long')}.`);
  const long = articleName('long', FILES).find(({ isFrench }) => isFrench)?.text;
  expect(read(sentence)).toBe(`Here: sans, “‹Un essai : oui ?›”, “‹${long}›”.`);
});
