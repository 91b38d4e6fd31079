import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { UnreadableDocument } from '../../../../src/formats/document/blocks/document.ts';
import { readPage } from '../../../../src/formats/document/page/read-page.ts';
import { shownText } from '../markdown-text.ts';
import { type Gold, PAGES } from '../pages/gold.ts';

const FOLDER = path.join(import.meta.dirname, '../pages');
/** Signs that windows-1252 has and Latin 1 does not, as far as the page has them. */
const WESTERN: Readonly<Record<string, string>> = { '\x80': '€', '\x85': '…', '\x92': '’', '\x96': '–', '\x9c': 'œ' };

function htmlOf(file: string): string {
  const bytes = readFileSync(path.join(FOLDER, file));
  if (file !== 'western.html') return bytes.toString('utf8');
  return bytes.toString('latin1').replaceAll(/[\x80-\x9c]/g, (sign) => WESTERN[sign] ?? sign);
}

const known = new Map<string, ReturnType<typeof readPage>>();
const read = ({ file, address }: Gold) => {
  const page = known.get(file) ?? readPage(htmlOf(file), address);
  known.set(file, page);
  return page;
};
/** What of a page is ticked, as one reads it. */
const kept = (page: Gold) => {
  const { blocks } = read(page);
  return plain(shownText(blocks.filter(({ doubt }) => doubt === null)));
};
const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ');
const page = (file: string) => PAGES.find((one) => one.file === file) as Gold;
const around = (body: string, head = '') => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const TEXT = `<p>${'Le texte de cet article est assez long pour en être un, avec des virgules, des mots et des points. '.repeat(5)}</p>`;

test.each([
  ['a text of which it stands', '<p>Le pont a rouvert hier matin.</p><p>Il était fermé depuis deux ans.</p>'],
  ['a part of the text', `${TEXT}</div><div><p>Le pont a rouvert hier.</p><p>Il était fermé depuis deux ans.</p>`],
])('a form that asks for an address takes away nothing of %s', (_what, text) => {
  const read = (form: string) =>
    readPage(around(`<article><h1>Le pont</h1><div>${text}${form}</div></article>`), null).blocks;
  expect(read('<form><p>Notre lettre</p><input type="email"></form>')).toEqual(read(''));
});

const SENTENCE =
  'Le pont de Brémont a rouvert samedi, et la moitié du bourg est venue à vélo pour le franchir la première.';
const FORM = '<form><label>Votre adresse</label><input type="email"><button>S’abonner</button></form>';

test.each<[what: string, box: string, isText: boolean]>([
  ['the one paragraph beside it', `<p>${SENTENCE}</p>${FORM}`, true],
  ['text in no paragraph', `${SENTENCE}${FORM}`, true],
  ['a paragraph in a box of its own', `<div><p>${SENTENCE}</p></div><div>${FORM}</div>`, true],
  ['near-miss: what asks for the address', `<p>Recevez chaque samedi notre lettre. ${SENTENCE}</p>${FORM}`, false],
  ['near-miss: in a form of divs', `<p>Inscrivez-vous. ${SENTENCE}</p><input type="email">`, false],
  ['near-miss: a few words', `<p>Le meilleur du Val, chaque jour.</p>${FORM}`, false],
])('a form that asks for an address, and %s', (_what, box, isText) => {
  const { blocks } = readPage(around(`<article><h1>Le pont</h1><div>${box}</div>${TEXT}</article>`), null);
  const read = blocks.map(({ markdown }) => markdown).join(' ');
  expect([read.includes(SENTENCE), /adresse|abonner|meilleur/.test(read)]).toEqual([isText, false]);
});

describe('pages as sites are built', () => {
  test('at least 96 of 100 phrases of articles are read', () => {
    const wanted = PAGES.flatMap((one) => {
      const text = kept(one);
      return one.wanted.map((phrase) => [one.file, phrase, text.includes(plain(phrase))]);
    });
    const missing = wanted.filter(([, , isThere]) => !isThere);
    expect(missing.length / wanted.length, JSON.stringify(missing)).toBeLessThanOrEqual(0.04);
  });

  test('at least 88 of 100 phrases around them are not', () => {
    const unwanted = PAGES.flatMap((one) => {
      const text = kept(one);
      return one.unwanted.map((phrase) => [one.file, phrase, text.includes(plain(phrase))]);
    });
    const there = unwanted.filter(([, , isThere]) => isThere);
    expect(there.length / unwanted.length, JSON.stringify(there)).toBeLessThanOrEqual(0.12);
  });

  test.each(PAGES)('$file tells title, site and date', (one) => {
    const { title, site, date } = read(one);
    expect({ title, site, date }).toEqual({ title: one.title, site: one.site, date: one.date });
  });

  test.each(PAGES)('$file holds no sign in numbers, and no address of a script', (one) => {
    const written = read(one)
      .blocks.map(({ markdown }) => markdown)
      .join('\n');
    expect(written).not.toMatch(/(?<!\\)&#|javascript:|data:/);
  });

  test('no-break spaces and guillemets are those of the page', () => {
    for (const one of PAGES.filter(({ file }) => /news|amp|press/.test(file))) {
      const inPage = htmlOf(one.file).replaceAll('&nbsp;', '\u00a0');
      for (const found of shownText(read(one).blocks).matchAll(/.{8}(?:«\u00a0|\u00a0[»;:!?]).{0,6}/g))
        expect(inPage.replaceAll(/<[^>]*>/g, '')).toContain(found[0]);
    }
  });

  test.each([
    ['paywall.html', 'This looks like a teaser'],
    ['live.html', 'This looks like a live ticker'],
    ['ticker.html', 'This looks like a live ticker'],
    ['stub.html', 'This looks like a teaser'],
    ['gallery.html', 'Left out: 4 pictures.'],
  ])('%s is told', (file, sentence) => {
    expect(read(page(file)).warnings.join()).toContain(sentence);
  });

  test.each(['news.html', 'blog.html', 'ministry.html', 'encyclopedia.html', 'wall.html', 'questions.html'])(
    '%s is neither',
    (file) => {
      expect(read(page(file)).warnings.join()).not.toMatch(/teaser|ticker/);
    },
  );

  test('notes of an encyclopaedia stay notes', () => {
    const { blocks } = read(page('encyclopedia.html'));
    expect(blocks.filter(({ kind }) => kind === 'note').map(({ markdown }) => markdown.slice(0, 16))).toEqual([
      '[^1]: A. Doyon, ',
      '[^2]: Thèse disc',
    ]);
  });

  test('the address is that which the page gives itself', () => {
    expect([read(page('amp.html')).url, read(page('news.html')).url]).toEqual([
      'https://ondes.example/voix-synthese',
      'https://www.courrier-plateau.example/culture/archives-moteur-1234.html',
    ]);
  });
});

test.each(
  PAGES.filter(({ file }) => /ticker|stub|wall|questions|gallery|letter|hashed|cards|breaks|review/.test(file)),
)('of $file everything that is wanted is there, and nothing else', (one) => {
  const shown = kept(one);
  expect([
    one.wanted.filter((phrase) => !shown.includes(plain(phrase))),
    one.unwanted.filter((phrase) => shown.includes(plain(phrase))),
  ]).toEqual([[], []]);
});

describe('text that is named as other things are in English', () => {
  const LONG = (about: string) =>
    `<p>${`On dit ici ${about}, avec des mots et des points, sans se presser. `.repeat(4)}</p>`;
  const OPENING = 'Un extrait du carnet, assez long pour être une phrase, et qui finit ici.';
  const openings = (body: string) =>
    readPage(around(`<main><article><h1>Titre</h1>${TEXT}${body}${TEXT}</article></main>`), 'https://a.example/b')
      .blocks.slice(1, -1)
      .map(({ markdown }) => markdown.slice(0, 20));

  test.each([
    ['<h2 id="comment-faire">Comment faire ?</h2>', ['## Comment faire ?']],
    [
      `<section id="comment-faire"><h2>Comment faire ?</h2>${LONG('comment')}</section>`,
      ['## Comment faire ?', 'On dit ici comment, a'],
    ],
    [
      `<div id="extraits-du-carnet"><h2>Extraits du carnet</h2>${LONG('quoi')}</div>`,
      ['## Extraits du carne', 'On dit ici quoi, ave'],
    ],
    [
      `<section id="menus-de-fete"><h2>Menus de fête</h2>${LONG('quoi')}</section>`,
      ['## Menus de fête', 'On dit ici quoi, ave'],
    ],
    [`<p class="extrait">${OPENING}</p>`, ['Un extrait du carnet']],
    [`<blockquote class="extrait"><p>${OPENING}</p></blockquote>`, ['> Un extrait du carn']],
    [`<div class="remarque"><p>${OPENING}</p></div>`, ['Un extrait du carnet']],
    ['<h2 class="section-header">Le tri</h2>', ['## Le tri']],
    ['<div class="section-header"><h3>Le tri</h3></div>', ['### Le tri']],
    ['<div><hr></div>', ['***']],
    [`<div id="comments"><h2>3 commentaires</h2>${LONG('bravo')}</div>`, []],
    [`<div id="commentaires"><h2>Commentaires</h2>${LONG('bravo')}</div>`, []],
    [
      '<div id="menu"><h2>Menu</h2><ul><li><a href="/a">Un article</a></li><li><a href="/b">Un autre</a></li></ul></div>',
      [],
    ],
  ])('%s', (body, expected) => {
    expect(openings(body)).toEqual(expected.map((opening) => opening.slice(0, 20)));
  });
});

test.each([
  [
    '<div class="xyz-extra"><p>La médiatrice du port répond ici, en trois lignes, à ceux qui écrivent au journal.</p></div>',
    true,
  ],
  [
    '<div class="xyz-extra"><p>Inscrivez-vous à notre lettre, qui part le mardi et qui dit tout ce qui compte ici.</p></div>',
    false,
  ],
  ['<div class="xyz-extra"><p>Il pleut.</p></div>', true],
  ['<div class="xyz-extra"><p>Oui.</p></div>', false],
  ['<div class="xyz-extra"><p>Un mot, un mot sans fin</p></div>', false],
  ['<div class="xyz-extra" hidden><p>Il pleut.</p></div>', false],
  ['<div class="xyz-extra"><ul><li><a href="/a">Il pleut encore.</a></li></ul></div>', false],
  ['<aside><ul><li>Il pleut.</li></ul></aside>', true],
  ['<aside><dl><dt>Pluie</dt><dd>Il pleut.</dd></dl></aside>', true],
  ['<div class="sidebar"><p>Il pleut.</p></div>', true],
  ['<div class="newsletter"><p>Il pleut.</p></div>', false],
  ['<p>Il pleut.</p>', false],
  ['<p class="byline">Par Jean Dupont.</p>', false],
  ['<p class="author"><b>Jean Dupont,</b> à la gare.</p>', false],
  ['<address class="byline"><p>Par <a href="/j">Jean</a> Dupont.</p></address>', false],
  ['<p class="byline">Par Jean Dupont.</p><aside><p>Jean Dupont pleut.</p></aside>', true],
  ['<p class="byline" itemprop="author">Par <span itemprop="name">Jean Dupont</span>, à la gare.</p>', false],
  [
    '<p class="byline" itemprop="author">Par <b itemprop="name">Jean Dupont</b>.</p><aside><p>Il pleut.</p></aside>',
    true,
  ],
  ['<textarea>Il pleut encore sur la gare.</textarea>', true],
  ['<form><textarea>Il pleut encore sur la gare.</textarea></form>', false],
  ['<textarea></textarea>', false],
  ['<button><p>Cliquez ici.</p></button>', false],
  ['<form><p>Cliquez ici.</p><input></form>', false],
  ['<aside><p>Cliquez ici.</p></aside>', true],
  ['<details><summary>Plus</summary><p>Il pleut.</p></details>', false],
  ['<ul><li>Un mot</li><li>Il pleut.</li><li>Il <b>n</b>eige.</li></ul>', false],
  ['<div class="xyz-extra"><p>Le train part à l’aube de la gare.</p></div>', true],
  ['<div class="xyz-extra"><p>Par Jeanne Doe, à la gare de Lyon</p></div>', false],
])('what the page counts to its article and is not shown is named: %s', (body, isNamed) => {
  const { warnings } = readPage(
    around(`<article><h1>Titre</h1>${TEXT}${body}${TEXT}</article>`),
    'https://a.example/b',
  );
  expect(
    warnings.filter((warning) => warning.startsWith('Left out: 1 paragraph that the page sets apart: “')),
  ).toHaveLength(Number(isNamed));
});

test.each([
  ['a script', 'Le pont<script>var a = "b";</script>', 'Le pont'],
  ['a drawing', '<svg><title>Retour</title><path/></svg>Le pont', 'Le pont'],
  ['a line break', 'Le<br>pont', 'Le pont'],
  ['what nobody sees', 'Le pont<span hidden> neuf</span>', 'Le pont'],
  ['a mark in a word', 'Le p<em>on</em>t', 'Le pont'],
])('a heading with %s gives the title, and no block', (_what, heading, title) => {
  const page = readPage(around(`<article><h1>${heading}</h1>${TEXT}</article>`), null);
  expect([page.title, page.blocks.map(({ kind }) => kind)]).toEqual([title, ['paragraph']]);
});

test.each([
  ['text', '<article>', '</article>', true],
  ['text within its article', '<article><header>x</header><div itemprop="articleBody">', '</div></article>', true],
  ['one text of two', `<article>${TEXT}</article><article>`, '</article>', false],
])('what a page counts to its %s is named where it is lost', (_what, before, after, isNamed) => {
  const body = `${before}<h1>Titre</h1>${TEXT}<aside><p>Il pleut.</p></aside>${TEXT}${after}`;
  expect(readPage(around(body), 'https://a.example/b').warnings).toEqual(
    isNamed ? ['Left out: 1 paragraph that the page sets apart: “Il pleut.”.'] : [],
  );
});

test.each([
  ['a number alone', '<div id="ftn1"><p><a id="n1" href="#r1">1</a></p><p>La note.</p></div>'],
  ['a number in its line', '<p id="n1"><a href="#r1">1</a> La note.</p>'],
  ['an anchor before it', '<div><a id="n1" href="#r1">1</a><div><p>La note.</p></div></div>'],
])('a note is read where its place is that of %s', (_, note) => {
  const { blocks } = readPage(
    around(
      `<article>${TEXT}<p>Un mot<a id="r1" href="#n1">1</a> de plus dans cette phrase qui finit.</p>${note}</article>`,
    ),
    'https://a.example/b',
  );
  expect(blocks.at(-1)?.markdown).toBe('[^1]: La note.');
});

test('captions of a gallery are shown, for a person to tick', () => {
  const captions = read(page('gallery.html')).blocks.filter(({ doubt }) => doubt === 'a caption');
  expect(captions.map(({ markdown }) => markdown.slice(0, 12))).toEqual([
    'Le bassin vu',
    'Dans la sall',
    'Nadia Ferrat',
    'Le vieux reg',
  ]);
});

test.each([
  [
    'in boxes',
    '<div><div id="n1"><p>Ibid.</p></div><div id="n2"><p>Ibid.</p></div><div id="n3"><p>Fin.</p></div></div>',
  ],
  [
    'one beside the text',
    '<p id="n1">Ibid.</p><div class="sidebar-footer"><p id="n2">Ibid.</p><p id="n3">Fin.</p></div>',
  ],
  ['in one list', '<ol><li id="n1"><p>Ibid.</p></li><li id="n2"><p>Ibid.</p></li><li id="n3">Fin.</li></ol>'],
])('notes that say the same stay notes of their own: %s', (_, notes) => {
  const references = [1, 2, 3].map((n) => `un mot<sup><a id="r${n}" href="#n${n}">${n}</a></sup>`).join(', ');
  const { blocks } = readPage(`<article>${TEXT}<p>Voir ${references} dans cette phrase.</p>${notes}</article>`, null);
  expect(blocks.slice(-4).map(({ markdown }) => markdown)).toEqual([
    'Voir un mot[^1], un mot[^2], un mot[^3] dans cette phrase.',
    '[^1]: Ibid.',
    '[^2]: Ibid.',
    '[^3]: Fin.',
  ]);
});

test('captions of one box are judged in the time of as many figures', () => {
  const timeOf = (captions: string) => {
    const before = performance.now();
    readPage(`<article>${TEXT}${captions}</article>`, null);
    return performance.now() - before;
  };
  timeOf('<figcaption>Un mot</figcaption>');
  const apart = timeOf('<figure><figcaption>Un mot</figcaption></figure>'.repeat(8000));
  expect(timeOf('<figcaption>Un mot</figcaption>'.repeat(8000))).toBeLessThan(5 * apart);
});

test('notes that stand beside the article come with it', () => {
  const body =
    `<div id="content"><div class="texte">${TEXT}${TEXT}<p>Un mot<span> [<a href="#nb1" id="nh1">1</a>]</span>.</p></div>` +
    '<div class="sidebar-footer"><div id="nb1"><p>[<a href="#nh1">1</a>] Le texte de la note.</p></div></div></div>';
  const { blocks } = readPage(around(body), 'https://a.example/b');
  expect(blocks.at(-1)?.markdown).toBe('[^1]: Le texte de la note.');
});

describe('a page without an article', () => {
  test('made by its script is refused with advice', () => {
    expect(() => readPage(around('<div id="root"></div><script>a()</script>'), null)).toThrow(/before its script runs/);
  });

  test('made of frames is refused with advice', () => {
    const frames = '<html><frameset cols="20%,*"><frame src="menu.htm"><frame src="texte.htm"></frameset></html>';
    expect(() => readPage(frames, null)).toThrow(/open the frame with the article/);
  });

  test.each([
    ['deep', '<div>'.repeat(50_000)],
    ['of 5 MB', `<p>${'mot '.repeat(1_400_000)}`],
  ])('%s is refused', (_, html) => {
    expect(() => readPage(html, null)).toThrow(UnreadableDocument);
  });
});

test('what stands around an article is left out by its name', () => {
  const box = (name: string) => `<div class="x ${name}">Une ${name}.</div>`;
  const left = [
    ...['share', 'sociaux', 'newsletter', 'gdpr', 'ariane', 'taboola', 'comments', 'publicite', 'promo', 'pager'],
    ...['popular', 'signin', 'subscribe', 'noprint', 'widget', 'sidebar', 'lineno', 'read-more', 'lire-aussi'],
  ];
  const kept = ['partition', 'texte', 'lire', 'adresse'];
  const { blocks } = readPage(around(`<article>${TEXT}${[...left, ...kept].map(box).join('')}${TEXT}</article>`), null);
  expect(blocks.flatMap(({ markdown }) => /^Une (.*)\.$/.exec(markdown)?.[1] ?? [])).toEqual(kept);
});

describe('blocks that may be no part of the article', () => {
  const doubts = (body: string) => {
    const { blocks } = readPage(
      around(`<article><h1>Titre</h1>${TEXT}${body}${TEXT}</article>`),
      'https://a.example/b',
    );
    return blocks.filter(({ doubt }) => doubt !== null).map(({ doubt }) => doubt);
  };
  test.each([
    ['<p><a href="/x">Un autre article, bien plus beau</a></p>', ['links alone']],
    ['<p>Un mot et <a href="/x">un lien</a>, puis la suite.</p>', []],
    [
      '<ul><li><a href="/1">Un</a></li><li><a href="/2">Deux</a></li><li><a href="/3">Trois</a></li></ul>',
      ['a list of links'],
    ],
    ['<ul><li><a href="/1">Un</a></li><li><a href="/2">Deux</a></li></ul>', ['links alone']],
    ['<ul><li>Un</li><li>Deux</li><li><a href="/3">Trois</a></li></ul>', []],
    ['<p class="legende">Vu du quai.</p>', ['a caption']],
    ['<p class="exergue">Vu du quai.</p>', []],
    ['<p class="exergue">Vu du quai.</p><p>Le pont, vu du quai, est beau.</p>', ['says again what the article says']],
    ['<p class="sommaire">Vu du quai.</p>', ['a table of contents']],
    ['<p class="infobox">Vu du quai.</p>', ['a box of facts']],
    ['<p class="hatnote">Vu du quai.</p>', ['a notice about the page']],
    ['<p class="signature">Vu du quai.</p>', ['a line about the article']],
    ['<h3>Déclaration d’intérêts</h3><p>Vu du quai.</p>', ['about the article']],
    ['<p>Eva Roy ne travaille pas, ne conseille pas, ne possède pas de parts.</p>', ['about the article']],
    ['<h3>Déclaration d’intérêts et de guerre</h3><p>Vu du quai.</p>', []],
    ['<p class="etiquettes">Vu du quai.</p>', ['a line about the article']],
    ['<p class="tweet">Vu du quai.</p>', ['a post of another site']],
    ['<p class="encart">Vu du quai.</p>', ['a box beside the text']],
    ['<p class="quai">Vu du quai.</p>', []],
    ['<h2>Commentaires</h2><p>Bravo.</p>', ['comments of readers', 'comments of readers', 'comments of readers']],
    ['<h2>Articles similaires</h2><p>Un pont.</p>', ['leads to other articles', 'leads to other articles']],
    ['<h2>Pour citer cet article</h2><p>Un pont.</p>', ['about the article', 'about the article', 'about the article']],
    ['<p>Partager sur Facebook</p>', ['a line for sharing']],
    ['<p>Facebook, Twitter</p>', ['a line for sharing']],
    ['<p>Facebook change encore de nom.</p>', []],
    ['<p>Recevez notre newsletter : inscrivez-vous</p>', ['asks for a subscription']],
    ['<p>Photo : Jeanne Doe</p>', ['a caption']],
    ['<p>La photo a été prise en mai.</p>', []],
    ['<figure><img src="a.png"><figcaption>Le pont vu du quai.</figcaption></figure>', ['a caption']],
    ['<figure><img src="a.png"><p>Le pont vu du quai.</p></figure>', ['a caption']],
    [
      '<ul><li><figure><img src="a.png"><figcaption>Le pont.</figcaption></figure></li><li><figure><img src="b.png"><figcaption>Le quai.</figcaption></figure></li></ul>',
      ['a caption'],
    ],
    ['<figure><pre>un = 1</pre></figure>', []],
    ['<p>Mis à jour le 3 mai 2020</p>', ['a line about the article']],
    ['<p>Publier un livre prend un an.</p>', []],
    ['<p>Haut de page</p>', ['a line about the site']],
    ['<p>Le haut de page est vide.</p>', []],
    ['<p>Thèmes :</p>', ['a line about the article']],
    ['<p>Related posts</p>', ['leads to another article']],
    ['<p>🔧</p>', ['a sign without words']],
    ['<p>✳ ✳ ✳</p>', []],
    ['<p lang="en">The abstract of this paper is about bridges.</p>', ['in another language']],
    ['<p lang="en-US">Le texte dit que la machine est dans le port.</p>', []],
    ['<blockquote lang="en"><p>The readers of these abstracts wrote back.</p></blockquote>', []],
    [
      '<p>Le texte de cet article est assez long pour en être un, avec des virgules, des mots et des points.</p>',
      ['says again what the article says'],
    ],
    ['<p>Le texte de cet article est assez court.</p>', []],
    ['<blockquote><p>« est assez long pour en être un »</p></blockquote>', ['says again what the article says']],
    ['<blockquote><p>« est assez court pour en être un »</p></blockquote>', []],
    ['<p><img src="a.png"><em>La banque, en 2016. Photo DR</em></p>', ['a caption']],
    ['<p>La scie, lundi. Photo Zoé Marche</p>', ['a caption']],
    ['<p>Il a rendu sa carte de Photo Service.</p>', []],
    [
      '<section><h3>À lire également</h3><ul><li><a href="/x">Dix scieries</a></li><li><a href="/y">Le bois</a></li></ul></section><p>La suite du texte vient aussitôt.</p>',
      ['leads to other articles', 'leads to other articles'],
    ],
    [
      '<section><h3>À lire également</h3><p>Ce livre de 1931 dit tout de la scie, du bois et de la rivière, et il se lit d’une traite au bord de l’eau. Il coûte peu, il pèse peu, et son auteur savait rire de tout, même de la scie. On le trouve dans toutes les gares de la ligne, à côté des journaux, et les enfants le lisent aussi bien que les vieux.</p></section>',
      ['leads to another article'],
    ],
    [
      '<div><h3>Notre lettre du vendredi</h3><p>Le meilleur de la vallée.</p><form><input type="email"><button>Envoyer</button></form></div>',
      [],
    ],
  ])('%s', (html, expected) => {
    expect(doubts(html)).toEqual(expected);
  });
});

test.each([
  ['one paragraph', '<div class="credit"><p>Une image du pont.</p></div>', ['a caption']],
  ['one paragraph in a box', '<div class="credit"><div><p>Une image du pont.</p></div></div>', ['a caption']],
  ['one of its own name', '<div class="credit"><p class="une">Une image du pont.</p></div>', ['a caption']],
  ['one that is called so itself', '<p class="credit">Une image du pont.</p>', ['a caption']],
  [
    'two paragraphs',
    '<div class="credit"><p>Une image du pont.</p><p>Elle est de Jeanne.</p></div>',
    ['a caption', 'a caption'],
  ],
  ['near-miss: one in a box of any name', '<div class="colonne"><p>Une image du pont.</p></div>', [null]],
])('in a box that is named as captions are, what it holds is in doubt: %s', (_, box, doubts) => {
  const { blocks } = readPage(around(`<article><h1>Titre</h1>${TEXT}${box}${TEXT}</article>`), 'https://a.example/b');
  expect(blocks.slice(1, -1).map(({ doubt }) => doubt)).toEqual(doubts);
});

describe('a page as it is built today', () => {
  const openings = (body: string) =>
    readPage(around(body), 'https://a.example/b')
      .blocks.filter(({ doubt }) => doubt === null)
      .map(({ markdown }) => markdown.slice(0, 16));
  const within = (part: string) => `<main><article><h1>Titre</h1>${TEXT}${part}${TEXT}</article></main>`;
  const ALL = 'Le texte de cet ';

  test.each([
    ['what is found when somebody looks for it', '<div hidden="until-found"><p>Un pont.</p></div>', ['Un pont.']],
    ['what is folded', '<div class="tab-content" style="display:none"><p>Un pont.</p></div>', ['Un pont.']],
    ['what stands behind a tab', '<div role="tabpanel" hidden><p>Un pont.</p></div>', ['Un pont.']],
    ['near-miss: what nobody sees', '<div hidden><p>Un pont.</p></div>', []],
    ['near-miss: a folded menu', '<nav><div class="collapse"><p>Un pont.</p></div></nav>', []],
    [
      'a heading beside a button without words',
      '<div class="kg-toggle-heading"><h4>Le pont ?</h4><button></button></div><p>Un pont.</p>',
      ['#### Le pont ?', 'Un pont.'],
    ],
    [
      'words in a frame',
      '<figure class="callout"><div>💡</div><div><p>Un pont.</p></div></figure>',
      ['💡', 'Un pont.'],
    ],
    ['near-miss: a caption', '<figure><img src="a.png"><p>Un pont.</p></figure>', []],
    [
      'a head of a part',
      '<div class="x-header"><div class="x-header-content"><h2>Deux</h2><p class="x-header-sub">Un pont.</p></div></div>',
      ['## Deux', 'Un pont.'],
    ],
    [
      'a line below the heading of a part, no lead',
      '<div><h2>Deux</h2><p class="subheading">Un pont.</p></div>',
      ['## Deux', 'Un pont.'],
    ],
    ['near-miss: a head of links', '<div class="x-header"><h2>Deux</h2><a href="/b">Un quai</a></div>', []],
    [
      'a link that leads nowhere',
      '<div class="x-title"><a class="y">Le pont ?</a></div><p>Un pont.</p>',
      ['Le pont ?', 'Un pont.'],
    ],
  ])('%s', (_what, part, expected) => {
    expect(openings(within(part)).filter((one) => one !== ALL && one !== '💡')).toEqual(
      expected.filter((one) => one !== '💡'),
    );
  });

  const widget = (kind: string, held: string) =>
    `<div class="elementor-element elementor-widget elementor-widget-${kind}"><div class="elementor-widget-container">${held}</div></div>`;
  test('by a builder of which each part is a widget', () => {
    const short = '<p>Le pont a rouvert samedi, et la moitié du bourg est venue à vélo pour le franchir.</p>';
    const text = widget('text-editor', TEXT);
    const parts = [text, widget('heading', '<h2>Le pont</h2>'), widget('text-editor', short), text, text];
    const share = widget('share-buttons', '<div>Envoyer</div>');
    expect(openings(`<div class="elementor"><h1>Titre</h1>${parts.join('')}${share}</div>`)).toEqual([
      ...[ALL, '## Le pont', 'Le pont a rouver', ALL, ALL],
    ]);
  });

  test.each([
    ['bare', '<h2>Le pont</h2>', '', [ALL, '## Le pont', ALL, ALL]],
    ['in boxes', '<div><div><h2>Le pont</h2></div></div>', '', [ALL, '## Le pont', ALL, ALL]],
    [
      'above a line about the text',
      '<h2>Le pont</h2>',
      '<div><p>Par Eva</p></div>',
      [ALL, '## Le pont', 'Par Eva', ALL, ALL],
    ],
  ])('of boxes of text, with a heading between them, %s', (_what, heading, line, expected) => {
    const box = `<div class="x">${TEXT}</div>`;
    expect(openings(`<div><h1>Titre</h1>${box}${heading}${line}${box}${box}</div>`)).toEqual(expected);
  });

  test('of elements of its own, one within another', () => {
    const shadow = (held: string) => `<x-part><template shadowrootmode="open">${held}</template></x-part>`;
    expect(openings(shadow(`<main>${TEXT}${shadow('<p>Un pont, et le quai.</p>')}${TEXT}</main>`))).toEqual([
      ALL,
      'Un pont, et le q',
      ALL,
    ]);
  });

  test('with a table whose heads were guessed', () => {
    const table = '<table class="guessed_headers"><tr><th>Corpus</th></tr><tr><td>Presse</td></tr></table>';
    expect(openings(within(table))).toContain('| Corpus |\n| - |');
  });

  test('with a short subtitle in its head', () => {
    const head =
      '<div class="post-header"><h1>Titre</h1><h3 class="subtitle">Un pont, deux rives</h3><a href="/e">Eva</a></div>';
    expect(openings(`<article>${head}<div class="body">${TEXT}${TEXT}</div></article>`)[0]).toBe('### Un pont, deu');
  });
});

test.each([
  ['Chargement…'],
  ['Loading...'],
  ['Chargement en cours…'],
  ['You need to enable JavaScript to run this app.'],
  ['Veuillez patienter quelques instants'],
])('a page that shows no more than “%s” is refused with advice', (words) => {
  expect(() => readPage(around(`<div id="app"><div>${words}</div></div>`), null)).toThrow('before its script runs');
});

test.each(['Loading a model is slow.', 'Chargement du modèle.', 'Chargements et rechargements'])(
  'near-miss: a text of one sentence that begins so: %s',
  (words) => {
    expect(readPage(around(`<p>${words}</p>`), null).blocks.length).toBe(1);
  },
);

test('near-miss: a text that begins so', () => {
  const { blocks } = readPage(around('<p>Chargement des péniches</p><p>Le port ouvre à six heures.</p>'), null);
  expect(blocks.length).toBe(2);
});

const REST = 'This page is for subscribers, and may be only the beginning of its article; look at its end.';

test.each([
  ['Il vous reste 72 % de cet article à lire.', [REST]],
  ['Abonnez-vous pour lire la suite de cet article.', [REST]],
  ['Article réservé aux abonnés', []],
  ['Il vous reste une heure pour passer le pont.', []],
])('below a text stands “%s”', (line, expected) => {
  expect(readPage(around(`<article>${TEXT}<p>${line}</p></article>`), null).warnings).toEqual(expected);
});
