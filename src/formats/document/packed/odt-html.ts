import { createOdtLists, type OdtLists } from './odt-lists.ts';
import type { OdtStyles } from './odt-styles.ts';
import { cellTags, headingTags, paragraphTags, spanTags, type Tags } from './odt-tags.ts';
import { escapeHtml, readXml } from './xml.ts';

type Attributes = Readonly<Record<string, string>>;

/** Elements of which nothing is text of the document. */
const LEFT_OUT = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:annotation-end',
  'office:forms',
  'text:bibliography-source',
  'text:note-citation',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:binary-data',
  'table:covered-table-cell',
  'table:shapes',
]);

/** What is left out and told, with its name; what follows from the text comes again where it is printed. */
const TOLD = new Map([
  ['text:table-of-content', 'a table of contents'],
  ['text:alphabetical-index', 'an index'],
  ['text:user-index', 'an index'],
  ['text:illustration-index', 'a list of figures'],
  ['text:object-index', 'a list of figures'],
  ['text:table-index', 'a list of tables'],
]);

/** A text as HTML. */
export interface OdtHtml {
  readonly html: string;
  /** What of it was left out: “a table of contents”, each once. */
  readonly leftOut: readonly string[];
}

/** What a document is read with besides its text. */
export interface OdtParts {
  readonly styles: OdtStyles;
  /** A formula as MathML, by the part that it is; '' where that is none. */
  formula(part: string): string;
}

/** The text of `content.xml` as HTML; null where it is no well-formed XML. */
export function odtHtml(content: string, parts: OdtParts): OdtHtml | null {
  const page = newPage(parts);
  const isSound = readXml(content, {
    open: (name, attributes) => openElement(page, name, attributes),
    close: (name) => closeElement(page, name),
    text: (text) => addText(page, text),
  });
  return isSound ? { html: htmlOf(page), leftOut: [...page.told] } : null;
}

/** HTML as it is written, element by element. */
interface Page {
  readonly parts: OdtParts;
  /** The text under way; within a note or a text box, theirs stands above it. */
  readonly written: string[][];
  /** Notes, and text boxes that wait for the end of the paragraph that holds them. */
  readonly notes: string[];
  boxes: string[];
  /** What each open element is closed with. */
  readonly closing: string[];
  readonly lists: OdtLists;
  /** Open elements of which nothing is text, counted from the outermost. */
  leftOut: number;
  readonly told: Set<string>;
  isHead: boolean;
  /** The frame under way holds a formula, and a picture of it. */
  isFormula: boolean;
  /** What is said in place of the picture of the frame under way; null for no picture. */
  picture: string | null;
  /** Open paragraphs and headings, and what is said of a picture. */
  paragraphs: number;
  isBody: boolean;
}

function newPage(parts: OdtParts): Page {
  const lists = { written: [[]], notes: [], boxes: [], closing: [], lists: createOdtLists(parts.styles) };
  const place = { isHead: false, isFormula: false, picture: null, isBody: false, paragraphs: 0, leftOut: 0 };
  return { parts, ...lists, ...place, told: new Set() };
}

function openElement(page: Page, name: string, given: Attributes): void {
  if (name === 'office:text') page.isBody = true;
  const told = isHidden(name, given) ? 'a hidden section' : TOLD.get(name);
  if (page.leftOut > 0 || LEFT_OUT.has(name) || told !== undefined) {
    if (page.leftOut === 0 && told !== undefined) page.told.add(told);
    page.leftOut += 1;
    return;
  }
  if (!page.isBody) return;
  const [open, close] = tagsOf(page, name, given);
  write(page, open);
  page.closing.push(close);
}

function closeElement(page: Page, name: string): void {
  if (page.leftOut > 0) {
    page.leftOut -= 1;
    return;
  }
  if (!page.isBody) return;
  write(page, page.closing.pop() ?? '');
  if (name === 'text:list') page.lists.end();
  if (name === 'table:table-header-rows') page.isHead = false;
  if (SAID_OF_PICTURE.test(name)) endAlt(page);
  if (name === 'draw:frame') endFrame(page);
  if (name === 'text:note-body') endNote(page);
  if (name === 'draw:text-box') page.boxes.push(take(page));
  if (name === 'text:p' || name === 'text:h' || SAID_OF_PICTURE.test(name)) page.paragraphs -= 1;
  if (page.paragraphs === 0) writeBoxes(page);
  if (name === 'office:text') page.isBody = false;
}

function addText(page: Page, text: string): void {
  if (page.isBody && page.leftOut === 0 && page.paragraphs > 0) write(page, escapeHtml(text));
}

function htmlOf(page: Page): string {
  return [...(page.written[0] ?? []), ...page.boxes, ...page.notes].join('');
}

function write(page: Page, html: string): void {
  page.written.at(-1)?.push(html);
}

function take(page: Page): string {
  return (page.written.pop() ?? []).join('');
}

function writeBoxes(page: Page): void {
  if (page.boxes.length === 0) return;
  const boxes = page.boxes;
  page.boxes = [];
  write(page, boxes.join(''));
}

function endNote(page: Page): void {
  const number = page.notes.length + 1;
  page.notes.push(`<div id="note-${number}">${take(page)}</div>`);
  write(page, `<sup><a href="#note-${number}">${number}</a></sup>`);
}

const SAID_OF_PICTURE = /^svg:(?:title|desc)$/;

function endAlt(page: Page): void {
  const said = take(page);
  if (page.picture === '') page.picture = said;
}

function endFrame(page: Page): void {
  if (page.picture !== null && !page.isFormula) write(page, `<img src="" alt="${page.picture}">`);
  page.picture = null;
  page.isFormula = false;
}

/** The tags that an element is written with. */
function tagsOf(page: Page, name: string, given: Attributes): Tags {
  const style = page.parts.styles.style(given['text:style-name']);
  switch (name) {
    case 'text:p':
      page.paragraphs += 1;
      return paragraphTags(style);
    case 'text:h':
      page.paragraphs += 1;
      return headingTags(Number(given['text:outline-level'] ?? 1));
    case 'text:list':
      return page.lists.begin(given);
    case 'text:list-item':
      return page.lists.item();
    case 'text:list-header':
      return page.lists.header();
    case 'text:span':
      return spanTags(style);
    case 'text:a':
      return [`<a href="${escapeHtml(given['xlink:href'] ?? '')}">`, '</a>'];
    case 'table:table-header-rows':
      page.isHead = true;
      return ['<thead>', '</thead>'];
    case 'table:table-cell':
      return cellTags(page.isHead ? 'th' : 'td', given);
    case 'draw:object':
      return [formulaOf(page, given), ''];
    case 'draw:image':
      page.picture ??= '';
      return ['', ''];
    case 'svg:title':
    case 'svg:desc':
      page.paragraphs += 1;
      page.written.push([]);
      return ['', ''];
    case 'text:note-body':
    case 'draw:text-box':
      page.written.push([]);
      return ['', ''];
    default:
      return TAGS.get(name) ?? ['', ''];
  }
}

function formulaOf(page: Page, given: Attributes): string {
  const formula = page.parts.formula((given['xlink:href'] ?? '').replace(/^\.\//, ''));
  page.isFormula = formula !== '';
  return formula;
}

const TAGS: ReadonlyMap<string, Tags> = new Map([
  ['text:s', [' ', '']],
  ['text:tab', [' ', '']],
  ['text:line-break', ['<br>', '']],
  ['text:ruby-text', ['<rt>', '</rt>']],
  ['table:table', ['<table>', '</table>']],
  ['table:table-row', ['<tr>', '</tr>']],
]);

function isHidden(name: string, given: Attributes): boolean {
  return name === 'text:section' && given['text:display'] === 'none';
}
