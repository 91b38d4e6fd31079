import { expect, test } from 'vitest';
import type { ExportOptions } from '../../../src/formats/book/export-options.ts';
import { writeHtml } from '../../../src/formats/book/html-file.ts';
import type { TakenArticle } from '../../../src/formats/book/taken-article.ts';
import { missingIn, shownIn } from './shown.ts';
import { EVERY_KIND, optionsOf, PNG, takenOf } from './taken.ts';

const pageOf = (article: TakenArticle, chosen: Partial<ExportOptions> = {}) =>
  [...writeHtml(article, optionsOf(chosen))].join('');
const PAGE = pageOf(EVERY_KIND);

test.each([{}, { hidden: true }, { terms: true }])(
  'a page of its own holds every text of both languages: %o',
  (chosen) => {
    expect(missingIn(shownIn(pageOf(EVERY_KIND, chosen)), EVERY_KIND)).toEqual([]);
  },
);

test('it is the same bytes again', () => {
  expect(pageOf(EVERY_KIND)).toBe(PAGE);
});

test('it says of each draft that it is one', () => {
  const drafts = EVERY_KIND.checked.units.filter(({ unit }) => unit.state === 'translated');
  expect(PAGE.match(/Draft, not approved yet/g)?.length).toBe(drafts.length);
});

test('it loads nothing, and its policy lets nothing be loaded or run', () => {
  const loads = /<(?:script|iframe|object|embed|link|base|form)\b|\bsrc="(?!data:image\/)|@import|url\(/i;
  expect([
    loads.test(PAGE),
    PAGE.includes(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:;`),
  ]).toEqual([false, true]);
});

test('its policy stands before anything that it is about', () => {
  expect(PAGE.indexOf('Content-Security-Policy')).toBeLessThan(PAGE.indexOf('<title>'));
});

test('links lead to pages of the web and within it, and nowhere else', () => {
  const links = [...PAGE.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => href);
  expect(links.filter((href) => !/^(?:https?:\/\/|#p\d+-(?:fr|en)(?:-ref)?$)/.test(href))).toEqual([]);
});

test('what a link within it leads to is there', () => {
  const ids = new Set([...PAGE.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  const lost = [...PAGE.matchAll(/ href="#([^"]*)"/g)].filter(([, id]) => !ids.has(id));
  expect(lost.map(([tag]) => tag)).toEqual([]);
});

test('images are in it', () => {
  expect(PAGE).toContain(`<img alt="" src="data:image/png;base64,${PNG.toString('base64')}"/>`);
});

test('a large image goes in small pieces', () => {
  const pictures = new Map([['plan.png', { type: 'image/png', bytes: Buffer.alloc(3_000_001, 7) }]]);
  const pieces = [...writeHtml(takenOf('# T\n\n![Un plan](plan.png)\n', [], pictures), optionsOf())];
  const data = /base64,([^"]*)"/.exec(pieces.join(''))?.[1] ?? '';
  expect([Math.max(...pieces.map(({ length }) => length)) < 70_000, Buffer.from(data, 'base64').length]).toEqual([
    true,
    3_000_001,
  ]);
});

test.each([
  ['a title', '# <script>alert(1)</script> & "x"\n'],
  ['a title that ends the style', '# </title></style><script>alert(1)</script>\n'],
  ['a paragraph', '# T\n\n</p><script>alert(1)</script>\n'],
  ['an address', '# T\n\n[a](https://exemple.fr/"onmouseover="alert(1))\n'],
  ['an image', '# T\n\n![a"onerror="alert(1)](x"onerror="alert(1).png)\n'],
  ['code', '# T\n\n```html\n</code></pre><script>alert(1)</script>\n```\n'],
  ['a label of a note', '# T\n\nMot[^a"b<c].\n\n[^a"b<c]: Note.\n'],
  ['a site', '---\ntitle: T\nsite: "</p><script>alert(1)</script>"\n---\n\nMot.\n'],
])('%s opens no tag and no attribute', (_what, french) => {
  expect(
    /<script|<[^>]*\bon\w+\s*=\s*"?alert|<c\b/i.test(pageOf(takenOf(french)).replace(/<style>.*<\/style>/s, '')),
  ).toBe(false);
});
