import { expect, test } from 'vitest';
import { readPage } from '../../../../src/formats/document/page/read-page.ts';

const TEXT = `<p>${'Le texte de cet article est assez long pour en être un, avec des virgules, des mots et des points. '.repeat(5)}</p>`;
const COMMENT = '<article class="comment comments-item"><p>Bravo pour ce texte, je le garde.</p></article>';

/** What a page says was left out around its article, with a box in it and one behind it. */
const leftOut = (within: string, behind = '') =>
  readPage(
    `<!doctype html><html><body><article><h1>Le pont</h1>${TEXT}${within}${TEXT}</article>${behind}</body></html>`,
    null,
  ).warnings.filter((warning) => warning.startsWith('Left out around'));

test.each([
  ['a cookie banner', '<div id="tarteaucitronRoot"><p>Nous utilisons des cookies.</p><button>Accepter</button></div>'],
  ['a cookie banner', '<div role="dialog" aria-label="Gestion des cookies">Accepter ou refuser</div>'],
  ['a cookie banner', '<section class="cmp-consent"><div class="cookie-text">Vos choix</div></section>'],
  ['comments of readers', `<section id="comments"><h2>2 commentaires</h2>${COMMENT.repeat(40)}</section>`],
  ['comments of readers', '<div id="disqus_thread">Bravo pour ce texte.</div>'],
  ['what asks for a subscription', '<div class="newsletter">Recevez notre lettre</div>'],
  ['an advertisement', '<div class="publicite">Un vélo à moitié prix</div>'],
  ['buttons for sharing', '<ul class="share"><li>Envoyer à une amie</li></ul>'],
  ['links to other articles', '<div class="related"><a href="/b">Le quai</a></div>'],
])('%s is named: %s', (what, box) => {
  expect(leftOut('', box)).toEqual([`Left out around the article: ${what}.`]);
});

test('kinds of boxes are named once each, in one sentence', () => {
  const share = '<div class="share">Envoyer</div>';
  expect(leftOut(share, `${share}<div id="cookies">Accepter</div>`)).toEqual([
    'Left out around the article: a cookie banner, buttons for sharing.',
  ]);
});

test.each([
  ['a box without words', '<div class="share"><svg></svg></div>'],
  ['a part of the text that has such a name', `<section id="comment-faire"><h2>Comment faire ?</h2>${TEXT}</section>`],
  ['text that speaks of them', '<p>La bannière de cookies est partout, et personne ne la lit jusqu’au bout.</p>'],
  [
    'what the article has all the same',
    `<div class="social">${TEXT.replace('Le texte', 'Le lien social')}${TEXT}</div>`,
  ],
])('near-miss: %s', (_what, box) => {
  expect(leftOut(box)).toEqual([]);
});

test('near-miss: a frame of the whole page with such a name', () => {
  const page = `<!doctype html><html><body><div class="page has-comments newsletter"><nav>Accueil</nav><article><h1>Le pont</h1>${TEXT}${TEXT}</article></div></body></html>`;
  expect(readPage(page, null).warnings).toEqual([]);
});
