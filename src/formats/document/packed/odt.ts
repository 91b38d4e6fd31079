import { refuseManyBlocks } from '../blocks/article-refusal.ts';
import { type ReadDocument, UnreadableDocument } from '../blocks/document.ts';
import { sentenceOfLeftOut } from '../html/html-reading.ts';
import { readHtmlFragment } from '../html/html-tree.ts';
import { odtFormula } from './odt-formula.ts';
import { odtHtml } from './odt-html.ts';
import { readOdtStyles } from './odt-styles.ts';
import { marginsIn } from './page-margins.ts';
import { type Archive, textInArchive } from './unzip.ts';
import { readXml } from './xml.ts';

/** In `styles.xml`, with those of left pages and of the first. */
const MARGINS = { header: /^style:header(?:-left|-first)?$/, footer: /^style:footer(?:-left|-first)?$/ };
/** In `content.xml`. */
const PARAGRAPH = /<text:[hp][\s>]/g;
const COMMENT = /<office:annotation[\s>]/g;

/**
 * Reads an OpenDocument text. What was taken out under tracked changes is out, what was put in is in; comments,
 * tables of contents, headers and footers are left out, and told.
 *
 * @throws {UnreadableDocument}
 */
export function readOdt(archive: Archive, called: string): ReadDocument {
  const text = (name: string) => textInArchive(archive, name);
  if (text('META-INF/manifest.xml').includes(':encryption-data'))
    throw new UnreadableDocument(`${called} has a password; save it without one.`);
  const content = text('content.xml');
  refuseManyBlocks([content], PARAGRAPH, called);
  const written = odtHtml(content, {
    styles: readOdtStyles([text('styles.xml'), content]),
    formula: (part) => odtFormula(text(`${part}/content.xml`)),
  });
  if (written === null)
    throw new UnreadableDocument(
      `${called} cannot be read as OpenDocument; open it in a text processor and save it again.`,
    );
  const read = readHtmlFragment(written.html, { marksHeads: false });
  const margins = marginsIn([text('styles.xml')], MARGINS);
  const leftOut = sentenceOfLeftOut([...written.leftOut, ...margins], content.match(COMMENT)?.length ?? 0);
  // Properties are often those of the document that this one was made from.
  const title = read.blocks[0]?.kind === 'heading' ? null : titleIn(text('meta.xml'));
  return { title, site: null, url: null, date: null, ...read, warnings: [...read.warnings, ...leftOut] };
}

/** The title in the properties of the document; null where nobody gave it one. */
function titleIn(meta: string): string | null {
  let title = '';
  let isTitle = false;
  readXml(meta, {
    open(name) {
      isTitle = name === 'dc:title';
    },
    close() {
      isTitle = false;
    },
    text(text) {
      if (isTitle) title += text;
    },
  });
  return title.trim() === '' ? null : title.trim();
}
