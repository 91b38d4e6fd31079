import type { Article } from '../../core/model/article.ts';
import { xmlElement, xmlTag, xmlText } from '../xml-text.ts';
import { marksWithControls, nameControls } from './control-name.ts';
import { type BilingualOptions, type ExchangedText, type ExchangedUnit, exchangedUnits } from './exchanged-units.ts';
import type { CodePiece, Piece } from './inline-pieces.ts';

/** XLIFF 1.2, 2.3: what ends of marks, and what stands alone, may be called; everything else begins with `x-`. */
const TYPES: Readonly<Record<'open' | 'alone', Readonly<Partial<Record<CodePiece['sort'], string>>>>> = {
  open: { emphasis: 'italic', strong: 'bold', link: 'link' },
  alone: { break: 'lb', image: 'image' },
};

/**
 * An article for translation tools, as XLIFF 1.2: a `trans-unit` for each text, in which the signs of Markdown stand
 * inside the tags. In pieces, unit by unit; the same bytes for the same article.
 */
export function* writeXliff12(article: Article, options: BilingualOptions): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n';
  yield `${xmlTag('file', {
    original: `content/${article.slug}`,
    'source-language': 'fr',
    'target-language': 'en',
    datatype: 'plaintext',
    'tool-id': 'visavis',
    date: options.date,
  })}\n`;
  const tool = { 'tool-id': 'visavis', 'tool-name': 'Vis-à-vis', 'tool-version': options.version };
  yield `<header>${xmlTag('tool', tool).replace(/>$/, '/>')}</header>\n<body>\n`;
  for (const unit of exchangedUnits(article, {})) yield unitOf(unit, options);
  yield '</body>\n</file>\n</xliff>\n';
}

function unitOf({ key, unit, isFixed, source, target }: ExchangedUnit, { prefill = false }: BilingualOptions): string {
  const isReviewed = unit.state === 'reviewed';
  const attributes = {
    id: key,
    resname: unit.id,
    restype: `x-${unit.kind}`,
    translate: isFixed ? 'no' : null,
    approved: isReviewed ? 'yes' : null,
    'xml:space': 'preserve',
  };
  const state = isReviewed ? 'signed-off' : 'needs-review-translation';
  const language = { 'xml:lang': 'en' };
  const parts = [
    textOf('source', source, { 'xml:lang': 'fr' }),
    target === null ? '' : textOf('target', target, { ...language, state }),
    target === null && prefill && !isFixed ? textOf('target', source, { ...language, state: 'needs-translation' }) : '',
    writtenOf(source, target),
    ...unit.notes.map((note) => `${xmlElement('note', note, { from: 'translator' })}\n`),
  ];
  return `${xmlTag('trans-unit', attributes)}\n${parts.join('')}</trans-unit>\n`;
}

/** How both texts were written, where their tags do not tell: no schema allows attributes of ours. */
function writtenOf(source: ExchangedText, target: ExchangedText | null): string {
  const contexts = [
    xmlElement('context', source.written, { 'context-type': 'x-written-source' }),
    xmlElement('context', target?.written ?? null, { 'context-type': 'x-written-target' }),
  ].join('');
  return contexts === '' ? '' : `<context-group purpose="match">${contexts}</context-group>\n`;
}

function textOf(name: string, { pieces }: ExchangedText, attributes: Readonly<Record<string, string>>): string {
  const controls = marksWithControls(pieces);
  return `${xmlTag(name, attributes)}${pieces.map((piece) => pieceOf(piece, controls)).join('')}</${name}>\n`;
}

function pieceOf(piece: Piece, controls: ReadonlySet<string>): string {
  if (piece.role === 'text') return xmlText(piece.text);
  const { role, sort, raw, shown, id } = piece;
  const native = xmlText(nameControls(raw));
  if (role === 'close') return `<ept id="${id}">${native}</ept>`;
  const type = controls.has(id) ? 'x-control' : (TYPES[role][sort] ?? `x-${sort}`);
  if (role === 'open') return `${xmlTag('bpt', { id, ctype: type })}${native}</bpt>`;
  return `${xmlTag('ph', { id, ctype: type, 'equiv-text': shown })}${native}</ph>`;
}
