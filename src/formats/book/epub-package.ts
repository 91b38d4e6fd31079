import type { CheckedArticle } from '../../core/checks/checked-article.ts';
import { fingerprint } from '../../core/text/fingerprint.ts';
import { XML_HEAD, xmlAttribute, xmlElement, xmlText } from '../xml-text.ts';
import type { BookPicture } from './epub-pictures.ts';
import { newestDay } from './how-made.ts';
import { type Heading, headingsOf, titlesOf } from './titles.ts';

export const MIMETYPE = 'application/epub+zip';

export const CONTAINER = `${XML_HEAD}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** A document of a book. */
export function* xhtml(head: string, body: Iterable<string>): Generator<string> {
  yield `${XML_HEAD}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="fr" xml:lang="fr">
<head><meta charset="UTF-8"/>${head}<link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
`;
  yield* body;
  yield '</body>\n</html>\n';
}

/** What the book is, what it holds and how it is read. */
export function packageDocument(checked: CheckedArticle, pictures: readonly BookPicture[]): string {
  const items = pictures.map(
    ({ path, type }, i) => `<item id="image-${i + 1}" href="${xmlAttribute(path)}" media-type="${type}"/>\n`,
  );
  return `${XML_HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="fr">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata(checked, pictures.length > 0)}</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
<item id="made" href="made.xhtml" media-type="application/xhtml+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
${items.join('')}</manifest>
<spine><itemref idref="text"/><itemref idref="made"/></spine>
</package>
`;
}

const SUMMARY =
  'A French text with its English translation, each marked with its language; headings are in the table of contents, drafts say in words that they are drafts.';

function metadata(checked: CheckedArticle, hasPictures: boolean): string {
  const { slug, citation } = checked.article;
  const { fr, en } = titlesOf(checked);
  const meta = (property: string, text: string) => xmlElement('meta', text, { property });
  const lines = [
    xmlElement('dc:identifier', `visavis-${slug}-${fingerprint([slug, citation.title, citation.url ?? ''])}`, {
      id: 'id',
    }),
    xmlElement('dc:title', fr, { id: 'title', 'xml:lang': 'fr' }),
    xmlElement('dc:title', en, { id: 'title-en', 'xml:lang': 'en' }),
    xmlElement('dc:language', 'fr'),
    xmlElement('dc:language', 'en'),
    xmlElement('dc:source', [citation.site, citation.url].filter((part) => part !== null).join(', ')),
    xmlElement('dc:date', citation.date),
    meta('dcterms:modified', `${newestDay(checked)}T00:00:00Z`),
    meta('schema:accessMode', 'textual'),
    ...(hasPictures ? [meta('schema:accessMode', 'visual')] : []),
    ...(hasPictures ? [] : [meta('schema:accessModeSufficient', 'textual')]),
    ...['structuralNavigation', 'tableOfContents', 'displayTransformability'].map((one) =>
      meta('schema:accessibilityFeature', one),
    ),
    meta('schema:accessibilityHazard', hasPictures ? 'unknown' : 'none'),
    meta('schema:accessibilitySummary', SUMMARY),
  ];
  return lines
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}

/** The way through the book: its headings in both languages, then how it was made. */
export function navigation(checked: CheckedArticle): string {
  const entries = [...headingsOf(checked).map(entryOf), { level: 1, html: MADE }];
  return `<nav epub:type="toc" role="doc-toc" id="toc"><h1 lang="fr" xml:lang="fr">Sommaire</h1>\n${nested(entries)}</nav>\n`;
}

const MADE = '<a href="made.xhtml" lang="en" xml:lang="en">How this was made</a>';

function entryOf({ id, level, fr, en }: Heading): NavEntry {
  const french = `<span lang="fr" xml:lang="fr">${xmlText(fr)}</span>`;
  const english = en === null ? '' : ` / <span lang="en" xml:lang="en">${xmlText(en)}</span>`;
  return { level, html: `<a href="text.xhtml#${id}">${french}${english}</a>` };
}

interface NavEntry {
  readonly level: number;
  readonly html: string;
}

/** Lists in lists, by level. A level that is left out has no list of its own. */
function nested(entries: readonly NavEntry[]): string {
  const open: number[] = [];
  let html = '';
  for (const { level, html: entry } of entries) {
    while (open.length > 1 && level < (open.at(-1) as number)) {
      html += '</li></ol>\n';
      open.pop();
    }
    if (open.length === 0 || level > (open.at(-1) as number)) {
      html += '<ol><li>';
      open.push(level);
    } else {
      html += '</li>\n<li>';
      open[open.length - 1] = level;
    }
    html += entry;
  }
  return `${html}${'</li></ol>'.repeat(open.length)}\n`;
}
