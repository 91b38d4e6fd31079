import type { CheckedArticle } from '../../core/checks/checked-article.ts';
import { xmlElement } from '../xml-text.ts';
import { newestDay } from './how-made.ts';
import { titlesOf } from './titles.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>
`;

export const PACKAGE_LINKS = `${XML}<Relationships xmlns="${PACKAGE}/relationships">
<Relationship Id="document" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>
<Relationship Id="core" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>
`;

/** @param links relationships to what links lead to */
export function documentLinks(links: string): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">
<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/>
${links}</Relationships>
`;
}

/** Title, languages and day of the document. */
export function coreProperties(checked: CheckedArticle): string {
  const { fr, en } = titlesOf(checked);
  const day = `${newestDay(checked)}T00:00:00Z`;
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${xmlElement('dc:title', en === null || en === fr ? fr : `${fr} / ${en}`)}${xmlElement('dc:language', 'fr, en')}${xmlElement('dcterms:modified', day, { 'xsi:type': 'dcterms:W3CDTF' })}
</cp:coreProperties>
`;
}

/** The document around its body, a page of A4. */
export function* wordDocument(body: Iterable<string>): Generator<string> {
  yield `${XML}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>\n`;
  yield* body;
  yield '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
  yield '</w:body></w:document>\n';
}

interface Style {
  readonly id: string;
  /** As Word knows it, whatever the language of its menus. */
  readonly name: string;
  /** What it sets, in the order that Word wants. */
  readonly paragraph?: string;
  readonly run?: string;
}

const HEADING_SIZES = [32, 28, 26, 24, 22, 22];
const STYLES: readonly Style[] = [
  { id: 'Title', name: 'Title', run: '<w:b/><w:sz w:val="36"/>' },
  ...HEADING_SIZES.map((size, i) => ({
    id: `Heading${i + 1}`,
    name: `heading ${i + 1}`,
    paragraph: `<w:keepNext/><w:spacing w:before="120" w:after="60"/><w:outlineLvl w:val="${i}"/>`,
    run: `<w:b/><w:sz w:val="${size}"/>`,
  })),
  { id: 'Quote', name: 'Quote', paragraph: '<w:ind w:left="284"/>', run: '<w:i/>' },
  {
    id: 'CodeBlock',
    name: 'Code Block',
    run: '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:sz w:val="18"/>',
  },
  {
    id: 'Rule',
    name: 'Rule',
    paragraph: '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>',
  },
  { id: 'Draft', name: 'Draft', run: '<w:b/><w:color w:val="8A3B00"/><w:sz w:val="18"/>' },
  { id: 'Told', name: 'Told', run: '<w:i/><w:sz w:val="18"/>' },
];
const RUN_STYLES: readonly Style[] = [
  { id: 'Code', name: 'Code', run: '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>' },
  { id: 'Hyperlink', name: 'Hyperlink', run: '<w:color w:val="0563C1"/><w:u w:val="single"/>' },
];

function styleOf({ id, name, paragraph = '', run = '' }: Style, kind: 'paragraph' | 'character'): string {
  const based = kind === 'paragraph' ? '<w:basedOn w:val="Normal"/>' : '';
  const own = kind === 'paragraph' ? `<w:pPr>${paragraph}</w:pPr>` : '';
  return `<w:style w:type="${kind}" w:styleId="${id}"><w:name w:val="${name}"/>${based}<w:qFormat/>${own}<w:rPr>${run}</w:rPr></w:style>\n`;
}

export const WORD_STYLES = `${XML}<w:styles xmlns:w="${WORD}">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:cs="Times New Roman"/><w:sz w:val="21"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
${STYLES.map((style) => styleOf(style, 'paragraph')).join('')}${RUN_STYLES.map((style) => styleOf(style, 'character')).join('')}</w:styles>
`;
