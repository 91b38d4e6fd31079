import { describe, expect, test } from 'vitest';
import { findFrenchDate } from '../../../../src/formats/document/blocks/french-date.ts';
import { readPage } from '../../../../src/formats/document/page/read-page.ts';

const around = (body: string, head = '') => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const TEXT = `<p>${'Le texte de cet article est assez long pour en être un, avec des virgules, des mots et des points. '.repeat(5)}</p>`;

describe('what a page says of itself', () => {
  const facts = (head: string, body = `<article>${TEXT}</article>`) => {
    return readPage(around(body, head), 'https://www.lepetitjournal.example/a/b');
  };
  const ld = (json: string) => `<script type="application/ld+json">${json}</script>`;

  test.each<readonly [string, string, string | null]>([
    ['linked data', ld('{"@type":"NewsArticle","datePublished":"2020-05-12T23:30:00+02:00"}'), '2020-05-12'],
    [
      'a graph',
      ld('{"@graph":[{"@type":"WebSite"},{"@type":["BlogPosting"],"datePublished":"2020-05-12"}]}'),
      '2020-05-12',
    ],
    ['a list', ld('[{"@type":"Thing"},{"@type":"ReportageNewsArticle","datePublished":"2020-05-12"}]'), '2020-05-12'],
    ['with line ends within texts', ld('{"@type":"Article","name":"a\nb","datePublished":"2020-05-12"}'), '2020-05-12'],
    [
      'the article before the page',
      ld('[{"@type":"WebPage","datePublished":"2019-01-01"},{"@type":"Article","datePublished":"2020-05-12"}]'),
      '2020-05-12',
    ],
    [
      'broken linked data',
      `${ld('{"@type":')}<meta property="article:published_time" content="2020-05-12T10:00:00Z">`,
      '2020-05-12',
    ],
    [
      'a date that there is not',
      `${ld('{"@type":"Article","datePublished":"0000-00-00"}')}<meta name="date" content="2020-05-12">`,
      '2020-05-12',
    ],
    ['Dublin Core', '<meta name="DC.date.issued" content="2020-05-12">', '2020-05-12'],
    ['figures without a sign', '<meta name="pubdate" content="20200512">', '2020-05-12'],
    ['microdata', '<meta itemprop="datePublished" content="2020-05-12">', '2020-05-12'],
    ...(
      'article:published_time og:article:published_time og:published_time dcterms.issued dcterms.created dc.date.created ' +
      'dc.date dcterms.date citation_publication_date citation_date datepublished publish-date publishdate ' +
      'publication_date parsely-pub-date sailthru.date cXenseParse:recs:publishtime'
    )
      .split(' ')
      .map((name) => [name, `<meta name="${name}" content="2020-05-12">`, '2020-05-12'] as const),
    [
      'what the page says of the article before what it says of itself',
      '<meta name="date" content="2019-01-01"><meta property="article:published_time" content="2020-05-12">',
      '2020-05-12',
    ],
    ['a date of something else', '<meta name="expires" content="2020-05-12">', null],
    ['nothing', '', null],
  ])('date by %s', (_, head, date) => {
    expect(facts(head).date).toBe(date);
  });

  test.each([
    ['<time datetime="2020-05-12T08:00">mardi</time>', '2020-05-12'],
    ['<time datetime="2019-01-01">hier</time><time pubdate>12 mai 2020</time>', '2020-05-12'],
    ['<time datetime="2019-01-01">hier</time><time class="entry-date">12 mai 2020</time>', '2020-05-12'],
    ['<time datetime="2019-01-01">hier</time><abbr class="published" title="2020-05-12">mai</abbr>', '2020-05-12'],
    ['<p>Publié le 12 mai 2020 à 8h</p>', '2020-05-12'],
    ['<p>1er mars 2020</p>', '2020-03-01'],
    ['<hr>Imprim&eacute; le 4/2/2021<hr><i>Article publi&eacute; le 12 mai 2020</i><br>Par L&eacute;a', '2020-05-12'],
    ['<p>Le 12/05/2020</p>', '2020-05-12'],
    ['<p>12.05.2020</p>', '2020-05-12'],
    ['<p>Né le 3 avril 1951, il a tout vu. Publié le 12 mai 2020</p>', '2020-05-12'],
    ['<p>Par Marie Le Goff, le 12 mai 2020</p>', '2020-05-12'],
    ['<p>Paris, mardi 12 mai 2020 – Lecture 5 min</p>', '2020-05-12'],
    ['<p>Mis à jour le 12 mai 2020</p>', '2020-05-12'],
    ['<p>12 mai 2020 à 10 h 30</p>', '2020-05-12'],
    ['<div>Jean Petit · <span>12 mai 2020</span> · 3 min</div>', '2020-05-12'],
    ['<p>2 mai 2019</p><p>Article publié le 12 mai 2020, mis à jour le 13 mai 2020</p>', '2020-05-12'],
    ['<header><p>Une longue enquête sur la mer <time datetime="2020-05-12">hier</time></p></header>', '2020-05-12'],
    ['<p>Publié <time datetime="2020-05-12">mardi</time></p>', '2020-05-12'],
    ['<p>En ligne depuis le 12 mai 2020</p>', '2020-05-12'],
    ['<p>En ligne depuis le 12 mai 2020 · 5 commentaires</p>', '2020-05-12'],
    ['<p>En ligne depuis le <time datetime="2020-05-12">12 mai 2020</time></p>', '2020-05-12'],
    ['<header><time datetime="2020-05-12"></time></header>', '2020-05-12'],
    [
      `${'<p>Le <time datetime="1951-05-03">3 mai 1951</time>, il vit.</p>'.repeat(60)}<div>12 mai 2020</div>`,
      '2020-05-12',
    ],
    [
      `<p>${'Le <time datetime="1951-05-03">3 mai</time> il vit. '.repeat(60)}</p><address><time datetime="2020-05-12">hier</time></address>`,
      '2020-05-12',
    ],
    ['<p>Il vit à Lyon depuis le 3 mai 2021</p>', null],
    ['<p>La boutique est en ligne depuis le 3 mai 2021</p>', null],
    ['<p>La boutique est en ligne depuis le <time datetime="2021-05-03">3 mai 2021</time></p>', null],
    ['<p>En ligne depuis le 3 mai 2021, la boutique vend des livres.</p>', null],
    ['<time datetime="1951-05-03"></time>', null],
    ['<p><time datetime="1951-05-03"> </time></p>', null],
    ['<p>Le capitaine est né <time datetime="1951-05-03"></time>.</p>', null],
    ['<div>Le capitaine <time datetime="1951-05-03"></time></div>', null],
    ['<p>Le capitaine, né le 3 mai 1951, ne dit rien.</p>', null],
    ['<p>Le capitaine, né le <time>3 mai 1951</time>, ne dit rien.</p>', null],
    ['<p>Né le 3 mai 1951</p>', null],
    ['<p>Le capitaine est né le <time datetime="1951-05-03">3 mai 1951</time>.</p>', null],
    ['<p>Le 3 mai 1951, il pleuvait.</p>', null],
    ['<p>Son livre, publié le 3 mai 1951, parle de la mer.</p>', null],
    ['<p>Publié le 3 mai 1951, son livre parle de la mer.</p>', null],
    ['<p>Du <time>15 septembre 1893</time> au 1er octobre 1897.</p>', null],
    ['<table><tr><th>Né</th><td>3 mai 1951</td></tr></table>', null],
    ['<blockquote><p>Publié le 3 mai 1951</p></blockquote>', null],
    ['<figure><figcaption>Paris, le 3 mai 1951</figcaption></figure>', null],
    ['<p>31 février 2020</p>', null],
    ['<p>Le lot 12/05/20201</p>', null],
    ['<p>mai 2020</p>', null],
  ])('date in text: %s', (line, date) => {
    expect(facts('', `<article><h1>Titre</h1>${line}${TEXT}</article>`).date).toBe(date);
  });

  const filler = (characters: number) => `<p>${'mot '.repeat(75)}</p>`.repeat(characters / 300);
  test.each<readonly [string, number, number, string | null]>([
    ['right behind the heading', 0, 0, '2020-05-12'],
    ['as far behind it as is read', 6000, 3900, '2020-05-12'],
    ['farther behind it', 6000, 4200, null],
    ['behind a heading that stands far down', 11_700, 0, '2020-05-12'],
    ['behind one that stands farther down', 12_300, 0, null],
  ])('a date in text is looked for near the heading: %s', (_what, before, between, date) => {
    const body = `<div>${filler(before)}<h1>Titre</h1>${filler(between)}<p>12 mai 2020</p>${TEXT}</div>`;
    expect(facts('', body).date).toBe(date);
  });

  test.each([
    ['Un titre - Le Petit Journal', 'Un titre'],
    ['Un titre | lepetitjournal.example', 'Un titre'],
    ['Un titre · LePetitJournal', 'Un titre'],
    ['Le Petit Journal : un titre', 'un titre'],
    ['Un titre - Actualités - Le Petit Journal', 'Un titre - Actualités'],
    ['Un titre - et sa suite', 'Un titre - et sa suite'],
    ['Un titre', 'Un titre'],
    ['Arc-en-ciel', 'Arc-en-ciel'],
  ])('title “%s” is “%s”', (written, title) => {
    expect(facts(`<title>${written}</title><meta property="og:site_name" content="Le Petit Journal">`).title).toBe(
      title,
    );
  });

  test.each([
    ['a heading of the site is no title', '<h1>Le Petit Journal</h1>', 'Un titre'],
    [
      'a heading that leads to the front page is no title',
      '<h1><a href="/">Petit Journal</a></h1><h1>Un titre</h1>',
      'Un titre',
    ],
    ['what a page calls its title is one', '<h1>Petit</h1><h3 class="post-title">Un titre</h3>', 'Un titre'],
    ['the heading is the title where both say the same', '<h1>Un titre, en plus long</h1>', 'Un titre, en plus long'],
  ])('%s', (_, heading, title) => {
    const head = '<title>Un titre - Le Petit Journal</title><meta property="og:site_name" content="Le Petit Journal">';
    expect(facts(head, `${heading}<article>${TEXT}</article>`).title).toBe(title);
  });
});

test.each([
  ['2 janvier 2020', '2020-01-02'],
  ['2 janv. 2020', '2020-01-02'],
  ['2 févr. 2020', '2020-02-02'],
  ['29 février 2020', '2020-02-29'],
  ['2 fevrier 2020', '2020-02-02'],
  ['2 mars 2020', '2020-03-02'],
  ['2 avr. 2020', '2020-04-02'],
  ['2 juin 2020', '2020-06-02'],
  ['2 juillet 2020', '2020-07-02'],
  ['2 juil. 2020', '2020-07-02'],
  ['2 août 2020', '2020-08-02'],
  ['31 aout 2020', '2020-08-31'],
  ['2 septembre 2020', '2020-09-02'],
  ['2 sept. 2020', '2020-09-02'],
  ['2 octobre 2020', '2020-10-02'],
  ['2 oct. 2020', '2020-10-02'],
  ['2 novembre 2020', '2020-11-02'],
  ['2 nov. 2020', '2020-11-02'],
  ['31 décembre 2020', '2020-12-31'],
  ['2 decembre 2020', '2020-12-02'],
  ['2 déc. 2020', '2020-12-02'],
  ['31 avril 2020', null],
  ['29 février 2100', null],
  ['31 décembre 1599', null],
  ['1er janvier 1600', '1600-01-01'],
  ['1er janvier 2101', null],
])('a day in words: %s', (words, date) => {
  expect(findFrenchDate(words)).toBe(date);
});

describe('what a page says of itself, by each name', () => {
  const facts = (head: string, address: string | null = 'https://www.journal.example/a/b') =>
    readPage(around(`<article>${TEXT}</article>`, head), address);

  test.each([
    ['<meta property="og:site_name" content="Le Pont">', 'Le Pont'],
    ['<meta name="application-name" content="Le Pont">', 'Le Pont'],
    ['<meta name="DC.publisher" content="Le Pont">', 'Le Pont'],
    ['<meta name="citation_journal_title" content="Le Pont">', 'Le Pont'],
    ['<meta name="apple-mobile-web-app-title" content="Le Pont">', 'Le Pont'],
    ['<meta name="twitter:site" content="@lepont">', 'lepont'],
    ['', 'journal.example'],
    ['<meta name="application-name" content="Autre"><meta property="og:site_name" content="Le Pont">', 'Le Pont'],
  ])('its site: %s', (head, site) => {
    expect(facts(head).site).toBe(site);
  });

  test.each(['og:title', 'twitter:title', 'dc.title'])('its title: %s', (name) => {
    expect(facts(`<meta name="${name}" content="Le pont">`).title).toBe('Le pont');
  });

  test.each([
    ['<link rel="canonical" href="https://a.example/pont">', 'https://a.example/pont'],
    ['<meta property="og:url" content="https://a.example/pont">', 'https://a.example/pont'],
    ['<link rel="canonical" href="https://a.example/">', 'https://www.journal.example/a/b'],
    ['<link rel="canonical" href="ftp://a.example/pont">', 'https://www.journal.example/a/b'],
    ['', 'https://www.journal.example/a/b'],
  ])('its address: %s', (head, url) => {
    expect(facts(head).url).toBe(url);
  });

  test('of a file, no address is known', () => {
    expect([facts('', null).url, facts('', null).site]).toEqual([null, null]);
  });
});

const SITE = '<meta property="og:site_name" content="journal-ouest.example">';
const LINKED = '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"L’Ouest"}}</script>';
const HOME = '<h1><a href="/">Le coin de Lucette</a></h1><h3 class="post-title">Le robot</h3>';

test.each([
  ['an address beside a name', SITE + LINKED, '', 'L’Ouest'],
  ['an address alone', SITE, '', 'journal-ouest.example'],
  ['a name with a point', '<meta property="og:site_name" content="M. Bricolage">', '', 'M. Bricolage'],
  ['a heading that leads home', '', HOME, 'Le coin de Lucette'],
  ['near-miss: a heading that leads elsewhere', '', HOME.replace('href="/"', 'href="/b"'), 'ouest.example'],
])('the site is called by its name: %s', (_what, head, body, site) => {
  expect(readPage(around(body + TEXT, head), 'https://www.ouest.example/b/c').site).toBe(site);
});

test.each([
  ['L_202401234FR.000101.fmx.xml'],
  ['Microsoft Word - rapport_final.doc'],
  ['rapport.pdf'],
  ['Sans titre'],
  ['Nouvelle page 1'],
  ['Document sans nom'],
  ['Untitled document'],
])('the name of a file, or of none, is no title: %s', (written) => {
  const read = readPage(`<title>${written}</title><p class="oj-doc-ti">Le règlement</p><p>Un texte.</p>`, null);
  expect(read.title).toBe('Le règlement');
});

test.each([['Le fichier rapport.pdf est perdu'], ['Sans titre de séjour'], ['Node.js']])(
  'a title it is: %s',
  (written) => {
    expect(readPage(`<title>${written}</title><p>Un texte.</p>`, null).title).toBe(written);
  },
);
