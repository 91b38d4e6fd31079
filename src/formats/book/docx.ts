import type { CheckedUnit } from '../../core/checks/checked-article.ts';
import type { Unit } from '../../core/model/article.ts';
import { type LeadsOf, leadsIn, type Side } from '../article/article-leads.ts';
import {
  CONTENT_TYPES,
  coreProperties,
  documentLinks,
  PACKAGE_LINKS,
  WORD_STYLES,
  wordDocument,
} from './docx-parts.ts';
import { createLinks, type Links, piecesDocx, plainRun, type RunLanguage } from './docx-runs.ts';
import type { ExportOptions } from './export-options.ts';
import { howMade } from './how-made.ts';
import { DRAFT, UNTRANSLATED } from './html-unit.ts';
import { sectionsOf, type TableSection } from './sections.ts';
import { isOneText, piecesOf, termsOn, textOn } from './side-runs.ts';
import type { TakenArticle } from './taken-article.ts';
import { type ZipEntry, zipPieces } from './zip.ts';

/** What the blocks of a document are written with. */
interface Manner {
  readonly leadsOf: LeadsOf;
  readonly links: Links;
  /** The terms of the glossary are marked. */
  readonly terms: boolean;
}

/** The article as a Word document, a table of two columns, in pieces. The same state gives the same bytes. */
export function* writeDocx({ checked }: TakenArticle, { terms }: ExportOptions): Generator<Uint8Array> {
  yield* zipPieces(filesOf(checked, terms));
}

function* filesOf(checked: TakenArticle['checked'], terms: boolean): Generator<ZipEntry> {
  const links = createLinks();
  const manner = { leadsOf: leadsIn(checked.article.units, (name) => name), links, terms };
  yield { name: '[Content_Types].xml', pieces: [CONTENT_TYPES] };
  yield { name: '_rels/.rels', pieces: [PACKAGE_LINKS] };
  yield { name: 'word/document.xml', pieces: wordDocument(bodyOf(checked, manner)) };
  yield { name: 'word/styles.xml', pieces: [WORD_STYLES] };
  // Behind the document, whose links are known by then.
  yield { name: 'word/_rels/document.xml.rels', pieces: [documentLinks(links.relationships())] };
  yield { name: 'docProps/core.xml', pieces: [coreProperties(checked)] };
}

/** Width of the text on a page, in twentieths of a point. */
const WIDTH = 9638;
const EMPTY = '<w:p/>\n';

function* bodyOf(checked: TakenArticle['checked'], manner: Manner): Generator<string> {
  let isOpen = false;
  for (const section of sectionsOf(checked.units)) {
    const isPair = section.kind === 'unit';
    if (isPair && !isOpen) yield tableHead(2) + HEAD_ROW;
    // Tables that touch are one table to Word.
    if (!isPair && isOpen) yield `</w:tbl>${EMPTY}`;
    isOpen = isPair;
    if (isPair) yield* rowOf(section.checked, manner);
    else yield* cellsOf(section, manner);
  }
  if (isOpen) yield '</w:tbl>\n';
  yield paragraph('Heading2', plainRun('How this was made', 'en'));
  for (const sentence of howMade(checked)) yield paragraph(null, plainRun(sentence, 'en'));
}

function tableHead(columns: number): string {
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
  const column = `<w:gridCol w:w="${Math.floor(WIDTH / columns)}"/>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${column.repeat(columns)}</w:tblGrid>\n`;
}

const HEAD_ROW = row(
  [
    cell(paragraph(null, plainRun('Français', 'fr', ['<w:b/>'])), {}),
    cell(paragraph(null, plainRun('English', 'en', ['<w:b/>'])), {}),
  ].join(''),
  true,
);

/** A row stays on one page, as far as it can; one of the head stands on each. */
function row(cells: string, isHead = false): string {
  return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>\n`;
}

/** @param paragraphs one at least */
function cell(paragraphs: string, { span = 1 }: { readonly span?: number }): string {
  const wide = span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`;
  return `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>${wide}</w:tcPr>${paragraphs}</w:tc>`;
}

function paragraph(style: string | null, runs: string, more = ''): string {
  const named = style === null ? '' : `<w:pStyle w:val="${style}"/>`;
  return `<w:p><w:pPr>${named}${more}</w:pPr>${runs}</w:p>\n`;
}

function* rowOf(checked: CheckedUnit, manner: Manner): Generator<string> {
  if (checked.unit.afterRule) yield row(cell(paragraph('Rule', ''), { span: 2 }));
  const french = sideDocx(checked, 'fr', manner);
  if (isOneText(checked)) yield row(cell(french, { span: 2 }));
  else yield row(cell(french, {}) + cell(englishDocx(checked, manner), {}));
}

/** A table of the article, each cell in both languages. */
function* cellsOf({ rows, columns }: TableSection, manner: Manner): Generator<string> {
  yield tableHead(columns);
  for (const { isHead, cells } of rows) yield row(cells.map((checked) => bothDocx(checked, manner)).join(''), isHead);
  yield `</w:tbl>${EMPTY}`;
}

function bothDocx(checked: CheckedUnit | null, manner: Manner): string {
  if (checked === null) return cell(EMPTY, {});
  const english = isOneText(checked) ? '' : englishDocx(checked, manner);
  return cell(sideDocx(checked, 'fr', manner) + english, {});
}

function englishDocx(checked: CheckedUnit, manner: Manner): string {
  const { unit } = checked;
  if (unit.target === null) return paragraph('Told', plainRun(`${UNTRANSLATED}.`, 'en'));
  const draft = unit.state === 'translated' ? paragraph('Draft', plainRun(`${DRAFT}.`, 'en')) : '';
  const notes = unit.notes.map((note) => paragraph('Told', plainRun(`Translator’s note: ${note}`, 'en')));
  return sideDocx(checked, 'en', manner) + draft + notes.join('');
}

function sideDocx(checked: CheckedUnit, side: Side, { leadsOf, links, terms }: Manner): string {
  const { unit } = checked;
  const rich = textOn(checked, side);
  if (rich === null) return EMPTY;
  const leads = leadsOf(unit, side);
  const isCode = unit.kind === 'code' || unit.kind === 'aside';
  const language: RunLanguage = isCode ? 'zxx' : side;
  const label = leads.noteLabel();
  const mark = unit.cell === undefined ? (unit.item?.marker ?? '') : '';
  const before = [
    ...(mark === '' ? [] : [plainRun(`${mark} `, language)]),
    ...(label === null
      ? []
      : [plainRun(label.label, language, ['<w:vertAlign w:val="superscript"/>']), plainRun(' ', language)]),
  ];
  const pieces = piecesOf(rich, { leads, terms: terms ? termsOn(checked, side) : [] });
  const runs = [...before, ...piecesDocx(pieces, { language, links, isCode })];
  return paragraph(styleOf(unit), runs.join(''), shapeOf(unit));
}

function styleOf({ kind, level }: Unit): string | null {
  if (kind === 'title') return 'Title';
  if (kind === 'heading') return `Heading${Math.min(6, Math.max(1, level))}`;
  if (kind === 'quote') return 'Quote';
  return kind === 'code' || kind === 'aside' ? 'CodeBlock' : null;
}

const ALIGNED = { left: 'left', right: 'right', center: 'center' } as const;
/** Lists within lists that are set in; deeper ones stand where these do. */
const MOST_DEPTH = 6;

function shapeOf({ cell: place, item }: Unit): string {
  if (place !== undefined) return place.align === null ? '' : `<w:jc w:val="${ALIGNED[place.align]}"/>`;
  return item === undefined ? '' : `<w:ind w:left="${284 * Math.min(MOST_DEPTH, item.depth)}"/>`;
}
