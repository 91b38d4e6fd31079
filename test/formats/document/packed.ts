import { strToU8, zipSync } from 'fflate';
import type { ReadDocument } from '../../../src/formats/document/blocks/document.ts';
import { isBook } from '../../../src/formats/document/blocks/document-reader.ts';
import { readDocument } from '../../../src/formats/document/read-document.ts';

/** Files packed as a zip archive. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const parts = Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]);
  return zipSync(Object.fromEntries(parts) as Record<string, Uint8Array>);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word document of these paragraphs, as WordprocessingML, with the styles that tests name. */
export function docx(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const styles = [
    ['Titre', 'Title'],
    ['Sous-titre', 'Subtitle'],
    ['Titre1', 'heading 1'],
    ['Titre2', 'heading 2'],
    ['Citation', 'Quote'],
    ['BlockText', 'Block Text'],
  ].map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`);
  const level = (format: string) => `<w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl>`;
  const links = Object.keys(more).includes('word/footnotes.xml')
    ? `<Relationship Id="rIdN" Type="${OFFICE}/footnotes" Target="footnotes.xml"/>`
    : '';
  return zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdL" Type="${OFFICE}/hyperlink" Target="https://exemple.fr/a?b=1&amp;c=2" TargetMode="External"/><Relationship Id="rIdS" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rIdM" Type="${OFFICE}/numbering" Target="numbering.xml"/>${links}</Relationships>`,
    'word/styles.xml': `<w:styles ${W}>${styles.join('')}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="1">${level('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level('decimal')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
    'word/document.xml': `<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      Object.entries(more).map(([name, xml]) => [name, xml.replace('<w:footnotes>', `<w:footnotes ${W}>`)]),
    ),
  });
}

/** A paragraph of Word; its properties come first. */
export const wp = (runs: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
export const wr = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const styled = (style: string, text: string) => wp(wr(text), `<w:pStyle w:val="${style}"/>`);
export const item = (list: 1 | 2, text: string) =>
  wp(wr(text), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`);

const ODF = ['office', 'text', 'table', 'style', 'draw']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const ODF_ALL = `${ODF} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"`;

/** An OpenDocument text, with the styles that tests name. */
export function odt(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const automatic = [
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>',
    '<style:style style:name="T2" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>',
    '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Title"/>',
    '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/></text:list-style>',
    '<text:list-style style:name="L2"><text:list-level-style-number text:level="1" text:start-value="3"/></text:list-style>',
  ].join('');
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${ODF_ALL}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${ODF_ALL}><office:styles><style:style style:name="Strong_20_Emphasis" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:styles></office:document-styles>`,
    'meta.xml': `<office:document-meta ${ODF_ALL}><office:meta><dc:title>Modèle de lettre</dc:title></office:meta></office:document-meta>`,
    ...more,
  });
}

export interface BookFiles {
  /** Bodies of chapters, by file, in the order of reading. */
  readonly chapters: Readonly<Record<string, string>>;
  /** What is added to each itemref, by file. */
  readonly itemrefs?: Readonly<Record<string, string>>;
  /** What is read behind them and is no page of XHTML: media type and content, by file. */
  readonly parts?: Readonly<Record<string, readonly [type: string, text: string]>>;
  readonly more?: Readonly<Record<string, string>>;
}

export function epub({ chapters, itemrefs = {}, parts = {}, more = {} }: BookFiles): Uint8Array {
  const names = Object.keys(chapters);
  const items = names.map(
    (name, i) => `<item id="i${i}" href="${encodeURI(`textes/${name}`)}" media-type="application/xhtml+xml"/>`,
  );
  const spine = names.map((name, i) => `<itemref idref="i${i}" ${itemrefs[name] ?? ''}/>`);
  const others = Object.entries(parts).map(([name, [type]], i) => ({
    item: `<item id="p${i}" media-type="${type}" href="textes/${name}"/>`,
    itemref: `<itemref idref="p${i}"/>`,
  }));
  const pages = names.map((name) => [
    `OEBPS/textes/${name}`,
    `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${chapters[name]}</body></html>`,
  ]);
  return zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/livre.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OEBPS/livre.opf': `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Le Livre des ponts</dc:title><dc:date>1869-06-01T00:00:00Z</dc:date></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="css" href="s.css" media-type="text/css"/>${items.join('')}${others.map(({ item }) => item).join('')}</manifest><spine><itemref idref="nav"/>${spine.join('')}${others.map(({ itemref }) => itemref).join('')}</spine></package>`,
    'OEBPS/nav.xhtml': '<html><body><nav><ol><li><a href="textes/b.xhtml">Un</a></li></ol></nav></body></html>',
    ...Object.fromEntries(pages),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, [, text]]) => [`OEBPS/textes/${name.split('"')[0]}`, text]),
    ),
    ...more,
  });
}

/** Reads what is no book of several chapters. */
export async function readOne(bytes: Uint8Array, name = '', options = {}): Promise<ReadDocument> {
  const reading = await readDocument(bytes, name, options);
  if (isBook(reading)) throw new Error('a book');
  return reading;
}

/** The Markdown of its blocks. */
export async function markdownOf(bytes: Uint8Array, name = ''): Promise<string[]> {
  return (await readOne(bytes, name)).blocks.map(({ markdown }) => markdown);
}
