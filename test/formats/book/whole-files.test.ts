import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeAnki } from '../../../src/formats/book/anki.ts';
import { writeDocx } from '../../../src/formats/book/docx.ts';
import { writeEpub } from '../../../src/formats/book/epub.ts';
import { writeHtml } from '../../../src/formats/book/html-file.ts';
import { optionsOf, takenOf } from './taken.ts';

/** A block of most kinds, with most marks; one of them a draft, most without English. */
const ARTICLE = takenOf(
  `---
title: Le jeton
site: Le Journal
url: https://a.fr/b
date: 2026-03-01
---

## Un *titre*

Un **jeton** et ~~deux~~ \`c\`, [là](https://a.fr).[^1] Deux jetons.

> Cité.

1. Un pas

~~~
x = 1
~~~

| A | B |
| - | - |
| un | 2 |

![Un plan](plan.png)

![Au loin](https://b.fr/x.png)

[^1]: Une note.
`,
  [
    { fr: 'Le jeton', en: 'The token' },
    { fr: 'Un *titre*', en: 'A *heading*', draft: true },
    {
      fr: 'Un **jeton** et ~~deux~~ `c`, [là](https://a.fr).[^1] Deux jetons.',
      en: 'A **token** and ~~two~~ `c`, [there](https://a.fr).[^1] Two chips.',
      comments: ['note: Said.'],
    },
    { fr: 'Cité.', en: 'Quoted.' },
  ],
);

test('an article is this page, to the byte', () => {
  const html = [...writeHtml(ARTICLE, optionsOf({ terms: true }))].join('');
  const [main = ''] = /<main>.*<\/main>/s.exec(html) ?? [];
  expect(main.replace(/base64,[^"]+/, 'base64,…')).toBe(`<main>
<div class="pair" id="p1"><div class="side"><h1 lang="fr" class="title">Le <span class="term" title="jeton = token">jeton</span></h1></div><div class="side english"><h1 lang="en" class="title">The <span class="term" title="jeton = token">token</span></h1></div></div>
<div class="pair" id="p2"><div class="side"><h2 lang="fr" class="heading">Un <em>titre</em></h2></div><div class="side english"><h2 lang="en" class="heading">A <em>heading</em></h2><p class="draft" lang="en">Draft, not approved yet.</p></div></div>
<div class="pair" id="p3"><div class="side"><p lang="fr" class="paragraph">Un <span class="term" title="jeton = token"><strong>jeton</strong></span> et <del>deux</del> <code>c</code>, <a href="https://a.fr/" rel="noopener noreferrer">là</a>.<sup><a role="doc-noteref" href="#p13-fr" id="p13-fr-ref">1</a></sup> Deux <span class="term" title="jeton = token">jetons</span>.</p></div><div class="side english"><p lang="en" class="paragraph">A <span class="term" title="jeton = token"><strong>token</strong></span> and <del>two</del> <code>c</code>, <a href="https://a.fr/" rel="noopener noreferrer">there</a>.<sup><a role="doc-noteref" href="#p13-en" id="p13-en-ref">1</a></sup> Two <span class="term" title="jeton = token">chips</span>.</p><p class="told" lang="en"><b>Translator’s note</b> Said.</p></div></div>
<div class="pair" id="p4"><div class="side"><blockquote lang="fr" class="quote">Cité.</blockquote></div><div class="side english"><blockquote lang="en" class="quote">Quoted.</blockquote></div></div>
<ol><li><div class="pair" id="p5"><div class="side"><p lang="fr" class="item"><span class="marker" aria-hidden="true">1. </span>Un pas</p></div><div class="side english"><p class="none" lang="en">Not translated yet.</p></div></div>
</li></ol>
<div class="pair one" id="p6"><div class="side"><pre lang="zxx" class="code"><code>x = 1</code></pre></div></div>
<table class="cells"><tr><th id="p7"><p lang="fr" class="cell">A</p><p class="none" lang="en">Not translated yet.</p></th><th id="p8"><p lang="fr" class="cell">B</p><p class="none" lang="en">Not translated yet.</p></th></tr>
<tr><td id="p9"><p lang="fr" class="cell">un</p><p class="none" lang="en">Not translated yet.</p></td><td id="p10"><p lang="fr" class="cell">2</p></td></tr>
</table>
<div class="pair" id="p11"><p class="picture"><img alt="" src="data:image/png;base64,…"/></p><div class="side"><p lang="fr" class="figure">Un plan</p></div><div class="side english"><p class="none" lang="en">Not translated yet.</p></div></div>
<div class="pair" id="p12"><div class="side"><p lang="fr" class="figure"><a class="no-picture" href="https://b.fr/x.png" rel="noopener noreferrer" lang="en">image at b.fr</a> Au loin</p></div><div class="side english"><p class="none" lang="en">Not translated yet.</p></div></div>
<div class="pair" id="p13"><div class="side"><aside lang="fr" class="note" role="doc-footnote" id="p13-fr"><a class="label" role="doc-backlink" href="#p13-fr-ref">1</a> Une note.</aside></div><div class="side english"><p class="none" lang="en" id="p13-en">Not translated yet.</p></div></div>
</main>`);
});

const MADE = [
  'The French is “Le jeton” (Le Journal, https://a.fr/b, 2026-03-01).',
  'Of its English: 11 paragraphs, 3 approved, 1 as a draft, 7 not translated yet.',
  'The English is from: a source that nobody noted (4 paragraphs).',
  'Its terms are held to a glossary: 3 terms: 2 preferred, 1 deprecated. They are 1 entry, in the state d63f86.',
  'Nothing is said here about the rights in either text: they are those of whoever wrote, published and translated it.',
  'Made with Vis-à-vis.',
];

test('below it stands how it was made', () => {
  const html = [...writeHtml(ARTICLE, optionsOf())].join('');
  const [footer = ''] = /<footer.*<\/footer>/s.exec(html) ?? [];
  expect([...footer.matchAll(/<p lang="en">(.*)<\/p>/g)].map(([, sentence]) => sentence)).toEqual(MADE);
});

test('an article is these notes of Anki, to the byte', () => {
  expect([...writeAnki(ARTICLE)].join('')).toBe(`#separator:tab
#html:true
#notetype:Basic
#deck:Vis-à-vis::Le jeton
#guid column:1
#tags column:4
d0f0751697bc\t<b>jeton</b><br>Le <b>jeton</b>\t<b>token</b><br>The smallest unit of text, a &lt; b &amp; &quot;c&quot;, that a model reads.<br>The <b>token</b>\tvisavis essai term
2bc31b682403\tLe jeton\tThe token\tvisavis essai sentence
8072f36e6019\tUn <em>titre</em>\tA <em>heading</em><br><small>Draft, not approved yet.</small>\tvisavis essai sentence draft
d494a7862139\tUn <strong>jeton</strong> et <del>deux</del> <code>c</code>, là.\tA <strong>token</strong> and <del>two</del> <code>c</code>, there.\tvisavis essai sentence
e9bd64e2b30a\tDeux jetons.\tTwo chips.\tvisavis essai sentence
1e0ed33586c4\tCité.\tQuoted.\tvisavis essai sentence
`);
});

const BOOK = unzipSync(Buffer.concat([...writeEpub(ARTICLE, optionsOf())]));
const WORD = unzipSync(Buffer.concat([...writeDocx(ARTICLE, optionsOf({ terms: true }))]));
const textIn = (parts: Readonly<Record<string, Uint8Array>>, name: string) =>
  strFromU8(parts[name] ?? new Uint8Array());

test('a book says of itself, to the byte', () => {
  expect(textIn(BOOK, 'EPUB/package.opf')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="fr">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">visavis-essai-2f72cf2963ee</dc:identifier>
<dc:title id="title" xml:lang="fr">Le jeton</dc:title>
<dc:title id="title-en" xml:lang="en">The token</dc:title>
<dc:language>fr</dc:language>
<dc:language>en</dc:language>
<dc:source>Le Journal, https://a.fr/b</dc:source>
<dc:date>2026-03-01</dc:date>
<meta property="dcterms:modified">2026-03-01T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">displayTransformability</meta>
<meta property="schema:accessibilityHazard">unknown</meta>
<meta property="schema:accessibilitySummary">A French text with its English translation, each marked with its language; headings are in the table of contents, drafts say in words that they are drafts.</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
<item id="made" href="made.xhtml" media-type="application/xhtml+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
<item id="image-1" href="images/1.png" media-type="image/png"/>
<item id="image-2" href="images/2.png" media-type="image/png"/>
<item id="image-3" href="images/3.svg" media-type="image/svg+xml"/>
</manifest>
<spine><itemref idref="text"/><itemref idref="made"/></spine>
</package>
`);
});

test('its contents lead to each heading, in both languages', () => {
  const [contents] = /<ol>.*<\/ol>/s.exec(textIn(BOOK, 'EPUB/nav.xhtml')) ?? [];
  expect(
    contents,
  ).toBe(`<ol><li><a href="text.xhtml#p1"><span lang="fr" xml:lang="fr">Le jeton</span> / <span lang="en" xml:lang="en">The token</span></a><ol><li><a href="text.xhtml#p2"><span lang="fr" xml:lang="fr">Un titre</span> / <span lang="en" xml:lang="en">A heading</span></a></li></ol>
</li>
<li><a href="made.xhtml" lang="en" xml:lang="en">How this was made</a></li></ol>`);
});

/** The paragraphs of a Word document: the style of each, then how each run looks and what it says. */
function paragraphsIn(xml: string): string[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, paragraph = '']) => {
    const [, style = '-'] = /<w:pStyle w:val="(\w+)"/.exec(paragraph) ?? [];
    const runs = [...paragraph.matchAll(/<w:r><w:rPr>(.*?)<\/w:rPr><w:t[^>]*>(.*?)<\/w:t><\/w:r>/g)];
    const looks = (run: string) =>
      [...run.matchAll(/<w:(\w+)(?: w:val="([^"]*)")?/g)].map(([, name, value]) => value ?? name);
    return `${style}: ${runs.map(([, run = '', text]) => `[${looks(run).join(' ')}]${text}`).join('')}`;
  });
}

test('a Word document has these paragraphs, each word in its language and with its look', () => {
  expect(paragraphsIn(textIn(WORD, 'word/document.xml'))).toEqual([
    '-: [b fr-FR]Français',
    '-: [b en-US]English',
    'Title: [fr-FR]Le [dotted fr-FR]jeton',
    'Title: [en-US]The [dotted en-US]token',
    'Heading2: [fr-FR]Un [i fr-FR]titre',
    'Heading2: [en-US]A [i en-US]heading',
    'Draft: [en-US]Draft, not approved yet.',
    '-: [fr-FR]Un [b dotted fr-FR]jeton[fr-FR] et [strike fr-FR]deux[fr-FR] [Code fr-FR]c[fr-FR], [Hyperlink fr-FR]là[fr-FR].[superscript fr-FR]1[fr-FR] Deux [dotted fr-FR]jetons[fr-FR].',
    '-: [en-US]A [b dotted en-US]token[en-US] and [strike en-US]two[en-US] [Code en-US]c[en-US], [Hyperlink en-US]there[en-US].[superscript en-US]1[en-US] Two [dotted en-US]chips[en-US].',
    'Told: [en-US]Translator’s note: Said.',
    'Quote: [fr-FR]Cité.',
    'Quote: [en-US]Quoted.',
    '-: [fr-FR]1. [fr-FR]Un pas',
    'Told: [en-US]Not translated yet.',
    'CodeBlock: [zxx]x = 1',
    '-: [fr-FR]A',
    'Told: [en-US]Not translated yet.',
    '-: [fr-FR]B',
    'Told: [en-US]Not translated yet.',
    '-: [fr-FR]un',
    'Told: [en-US]Not translated yet.',
    '-: [fr-FR]2',
    '-: [b fr-FR]Français',
    '-: [b en-US]English',
    '-: [i en-US][image plan.png] [fr-FR]Un plan',
    'Told: [en-US]Not translated yet.',
    '-: [i en-US][image at b.fr] [fr-FR]Au loin',
    'Told: [en-US]Not translated yet.',
    '-: [superscript fr-FR]1[fr-FR] [fr-FR]Une note.',
    'Told: [en-US]Not translated yet.',
    'Heading2: [en-US]How this was made',
    ...MADE.map((sentence) => `-: [en-US]${sentence}`),
  ]);
});

test('each style of its paragraphs is defined, under the name by which Word knows it', () => {
  const styles = textIn(WORD, 'word/styles.xml');
  const names = new Map(
    [...styles.matchAll(/styleId="(\w+)"><w:name w:val="([^"]+)"/g)].map(([, id, name]) => [id, name]),
  );
  const used = textIn(WORD, 'word/document.xml').matchAll(/<w:[pr]Style w:val="(\w+)"/g);
  expect([...new Set([...used].map(([, id]) => `${id}: ${names.get(id)}`))]).toEqual([
    'Title: Title',
    'Heading2: heading 2',
    'Draft: Draft',
    'Code: Code',
    'Hyperlink: Hyperlink',
    'Told: Told',
    'Quote: Quote',
    'CodeBlock: Code Block',
  ]);
});

test('a heading is no smaller than one below it, and the title is the largest', () => {
  const sizes = [...textIn(WORD, 'word/styles.xml').matchAll(/styleId="(?:Title|Heading\d)".*?<w:sz w:val="(\d+)"/g)];
  expect(sizes.map(([, size]) => Number(size))).toEqual([36, 32, 28, 26, 24, 22, 22]);
});

test('it says of itself what it is', () => {
  expect(textIn(WORD, 'docProps/core.xml')).toContain(
    `<dc:title>Le jeton / The token</dc:title><dc:language>fr, en</dc:language><dcterms:modified xsi:type="dcterms:W3CDTF">2026-03-01T00:00:00Z</dcterms:modified>`,
  );
});
