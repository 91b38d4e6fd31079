import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readPage } from '../../../../src/formats/document/page/read-page.ts';
import { shownText } from '../markdown-text.ts';
import { OF_PROGRAMS } from '../pages/programs.ts';

test.each(OF_PROGRAMS)('$file is read as a reader reads it', ({ file, address, wanted, unwanted, ...facts }) => {
  const html = readFileSync(path.join(import.meta.dirname, '../pages', file), 'utf8');
  const { title, site, date, blocks } = readPage(html, address);
  expect({ title, site, date }).toEqual(facts);
  const shown = shownText(blocks.filter(({ doubt }) => doubt === null)).replaceAll(/[\s ]+/g, ' ');
  expect(wanted.filter((phrase) => !shown.includes(phrase))).toEqual([]);
  expect(unwanted.filter((phrase) => shown.includes(phrase))).toEqual([]);
});

const TEXT = `<p>${'Le texte de cet article est assez long pour en être un, avec des virgules, des mots et des points. '.repeat(5)}</p>`;
const read = (above: string, text = TEXT, head = '') =>
  readPage(
    `<!doctype html><html><head><title>Le pont — Val</title>${head}</head><body>${above}<article>${text}</article></body></html>`,
    null,
  );
/** The blocks of a page, those that are likely none of its text in brackets. */
const told = (above: string, text?: string) =>
  read(above, text).blocks.map(({ markdown, doubt }) => (doubt === null ? markdown : `(${markdown})`).slice(0, 30));
const BODY = 'Le texte de cet article est as';

test.each([
  ['a class of a module', '<p class="Standfirst_s__3">Il a rouvert.</p>', 'Il a rouvert.'],
  ['a class of a program', '<div class="blog-summary">Il a rouvert.</div>', 'Il a rouvert.'],
  ['a heading', '<h2 class="release-subtitle">Trois ans de travaux</h2>', '## Trois ans de travaux'],
])('what stands below a title and sums up is told, by %s', (_what, lead, expected) => {
  expect(told(`<header><h1>Le pont</h1>${lead}</header>`)).toEqual([expected, BODY]);
});

test.each([
  ['behind the text', `<h1>Le pont</h1>${TEXT}<p class="card-summary">Un autre pont.</p>`],
  ['that is a table of contents', '<h1>Le pont</h1><nav><p class="fr-summary__title">Sommaire</p></nav>'],
  ['no more than links', '<h1>Le pont</h1><p class="summary"><a href="/a">Un autre pont</a></p>'],
])('near-miss: a summary %s is not put above the text', (_what, above) => {
  expect(told(above)[0]).toBe(BODY);
});

test.each([
  ['Par Jeanne Duval', true],
  ['Par Jeanne Duval et Paul Roy', true],
  ['Jeanne Duval · Suivre', true],
  ['Reportage', true],
  ['Accueil > Ponts > Le pont', true],
  ['12 mars 2020 à 8 h 30', true],
  ['--', true],
  ['Par une belle matinée', false],
  ['Par Toutatis', false],
  ['Jeanne Duval', false],
  ['En 1998, le pont ferme.', false],
  ['Reportage au bord du canal', false],
])('above the text, “%s” is no part of it: %s', (line, isAbout) => {
  expect(told('', `<h1>Le pont</h1><p>${line}</p>${TEXT}`)[0]?.startsWith('(')).toBe(isAbout);
});

test('the same line within the text is a part of it', () => {
  expect(told('', `<h1>Le pont</h1>${TEXT}${TEXT}<p>Reportage</p>${TEXT}`)[2]).toBe('Reportage');
});

test.each([
  ['Créez un compte puis déposez vos pièces.', false],
  ['Connectez-vous à l’espace des élèves, et choisissez un cours.', false],
  ['Profitez de la marée basse pour passer.', false],
  ['Créez un compte gratuit pour lire cet article.', true],
  ['Connectez-vous.', true],
  ['Profitez de notre offre : 1 € le premier mois.', true],
  ['Cet article vous a plu ?', true],
  ['Cet article vous a été adressé par erreur.', false],
  ['12 vues', true],
])('“%s” belongs to the site: %s', (line, isOfSite) => {
  expect(told('', `<h1>Le pont</h1>${TEXT}<p>${line}</p>${TEXT}`)[1]?.startsWith('(')).toBe(isOfSite);
});

test('a heading keeps its words beside what changes it, and loses its link to itself', () => {
  const edit = '<span class="mw-editsection">[<a href="/e">modifier</a>]</span>';
  const parts = `<div class="mw-heading"><h2>Un pont</h2>${edit}</div>${TEXT}<h2>Deux<a class="headerlink" href="#deux">¶</a></h2>${TEXT}`;
  expect(told('<h1>Le pont<a href="#le-pont">¶</a></h1>', TEXT + parts).filter((line) => line !== BODY)).toEqual([
    '## Un pont',
    '## Deux',
  ]);
});

test.each([
  ['<p><a href="index.htm">Accueil</a> | <a href="photos.htm">Photos</a></p>', true],
  ['<ul><li><a href="index.htm">Accueil</a></li><li><a href="photos.htm">Photos</a></li></ul>', true],
  ['<p>Voici <a href="photos.htm">les photos</a>.</p>', false],
  ['<p><a name="photos">Les photos</a></p>', false],
])('in a saved page without an address links are still links: %s', (html, isDoubtful) => {
  expect(told('', `<h1>Le pont</h1>${TEXT}${html}${TEXT}`)[1]?.startsWith('(')).toBe(isDoubtful);
});

test.each(['<p class=MsoTitle>Le pont</p>', '<p class="c3 title" id="h.abc"><span>Le pont</span></p>'])(
  'a word processor’s title is one: %s',
  (title) => {
    expect(readPage(`<html><body>${title}<h1>Les débuts</h1>${TEXT}</body></html>`, null).title).toBe('Le pont');
  },
);

test('whoever said what is quoted is told', () => {
  const quotation =
    '<figure class="quote"><blockquote><p>« Tout va. »</p></blockquote><figcaption><p class="quote__author">Mme Doucet</p></figcaption></figure>';
  expect(told('<h1>Le pont</h1>', TEXT + quotation + TEXT)).toEqual([BODY, '> « Tout va. »', 'Mme Doucet', BODY]);
});

test.each([
  ['citation_publication_date', '2023/06/15', '2023-06-15'],
  ['citation_date', '2023/6/5', '2023-06-05'],
  ['citation_date', '2023/13/05', null],
])('the date of %s, %s, is %s', (name, content, date) => {
  expect(read('<h1>Le pont</h1>', TEXT, `<meta name="${name}" content="${content}">`).date).toBe(date);
});
