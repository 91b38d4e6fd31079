import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { counted } from '../../../core/text/counted.ts';
import { refuseManyBlocks } from '../blocks/article-refusal.ts';
import { type ReadDocument, UnreadableDocument } from '../blocks/document.ts';
import { sentenceOfLeftOut } from '../html/html-reading.ts';
import { readHtmlFragment } from '../html/html-tree.ts';
import { withoutHidden } from './docx-hidden.ts';
import { listsThatGoOn } from './docx-lists.ts';
import { OUTLINE, outlineStyles, withOutline } from './docx-outline.ts';
import { olderXml } from './docx-xml.ts';
import { marginsIn } from './page-margins.ts';
import { type Archive, textInArchive } from './unzip.ts';

/**
 * Styles that Word does not number among its headings, by their names in any file; LibreOffice and pandoc have theirs.
 */
const STYLES = [
  ...['Title', 'Titre'].map((name) => `p[style-name='${name}'] => h1:fresh`),
  ...['Subtitle', 'Sous-titre'].map((name) => `p[style-name='${name}'] => h2:fresh`),
  ...['Quote', 'Citation', 'Intense Quote', 'Citation intense', 'Block Text', 'Quotations'].map(
    (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
  ),
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='Titre ${level}'] => h${level}:fresh`),
  ...[1, 2, 3, 4, 5, 6].map((level) => `p.${OUTLINE}${level} => h${level}:fresh`),
  ...["style-name^='toc '", "style-name='TOC Heading'"].map((style) => `p[${style}] => nav > p:fresh`),
];

/** Parts that hold the text. */
const TEXT = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/;
const PARAGRAPH = /<w:p[\s>]/g;
/** Parts that hold no text. */
const NO_TEXT = /(?:^|\/)(?:media|embeddings|fonts|activeX|theme|thumbnail)|\.(?:bin|jpe?g|png|emf|wmf)$/i;

/** Parts whose words are drawn, with their names. */
const DRAWN: readonly (readonly [part: RegExp, name: string])[] = [
  [/^word\/diagrams\/data\d*\.xml$/, 'diagram'],
  [/^word\/charts\/chart\d*\.xml$/, 'chart'],
];
const MARGINS = { header: /^w:hdr$/, footer: /^w:ftr$/ };
/** A file of another kind within this one: only Word can open it. */
const INSERTED = /<w:(?:altChunk|subDoc)\s/g;
/** In `word/comments.xml`. */
const COMMENT = /<w:comment\s/g;

/**
 * Reads a Word document. What was taken out under tracked changes is out, what was put in is in; hidden text, comments,
 * tables of contents, diagrams, charts, headers and footers are left out, and told.
 *
 * @throws {UnreadableDocument}
 */
export async function readDocx(archive: Archive, called: string): Promise<ReadDocument> {
  const texts = archive.names.filter((name) => TEXT.test(name)).map((name) => textInArchive(archive, name));
  refuseManyBlocks(texts, PARAGRAPH, called);
  const { value: html } = await mammoth
    // mammoth unpacks without a limit: it gets what was counted.
    .convertToHtml(
      { buffer: packed(archive) as Buffer },
      { styleMap: STYLES, convertImage: mammoth.images.imgElement(noPicture) },
    )
    .catch(() => {
      throw new UnreadableDocument(`${called} cannot be read as a Word document; open it in Word and save it again.`);
    });
  const { blocks, warnings } = readHtmlFragment(html, { marksHeads: false });
  const comments = textInArchive(archive, 'word/comments.xml').match(COMMENT);
  const nothing = { title: null, site: null, url: null, date: null };
  const contents = html.includes('<nav>') ? ['a table of contents'] : [];
  const margins = archive.names.filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name));
  const besides = [
    ...(texts.some((xml) => withoutHidden(xml) !== xml) ? ['hidden text'] : []),
    ...drawnIn(archive.names),
    ...insertedIn(archive),
    ...marginsIn(
      margins.map((name) => textInArchive(archive, name)),
      MARGINS,
    ),
  ];
  const leftOut = sentenceOfLeftOut([...contents, ...besides], comments?.length ?? 0);
  const goOn = listsThatGoOn(textInArchive(archive, 'word/document.xml'), textInArchive(archive, 'word/numbering.xml'));
  return { ...nothing, blocks, warnings: [...warnings, ...leftOut, ...goOn] };
}

function insertedIn(archive: Archive): string[] {
  const { length } = textInArchive(archive, 'word/document.xml').match(INSERTED) ?? [];
  return length === 0 ? [] : [counted(length, 'inserted document')];
}

function drawnIn(parts: readonly string[]): string[] {
  return DRAWN.flatMap(([pattern, name]) => {
    const { length } = parts.filter((part) => pattern.test(part));
    return length === 0 ? [] : [counted(length, name)];
  });
}

async function noPicture(): Promise<{ src: string }> {
  return { src: '' };
}

function packed(archive: Archive): Uint8Array {
  const parts = archive.names.filter((name) => !NO_TEXT.test(name) && !name.endsWith('/'));
  const levels = outlineStyles(textInArchive(archive, 'word/styles.xml'));
  const entries = parts.map((name) => [name, partOf(archive, name, levels)] as const);
  return zipSync(Object.fromEntries(entries), { level: 0 });
}

/** Whatever its encoding was: mammoth reads UTF-8. */
function partOf(archive: Archive, name: string, levels: ReadonlyMap<string, number>): Uint8Array {
  const xml = textInArchive(archive, name);
  return new TextEncoder().encode(TEXT.test(name) ? olderXml(withOutline(withoutHidden(xml), levels)) : xml);
}
