import type { Article } from '../../core/model/article.ts';
import { xmlElement, xmlTag, xmlText } from '../xml-text.ts';
import { marksWithControls, nameControls } from './control-name.ts';
import type { ExchangedText } from './exchanged-text.ts';
import { type BilingualOptions, type ExchangedUnit, exchangedUnits } from './exchanged-units.ts';
import type { Piece } from './inline-pieces.ts';

/** TMX 1.4b has types of its own for few marks; the others are what they are called here. */
const TYPES: Readonly<Record<string, string>> = { emphasis: 'italic', strong: 'bold', break: 'lb' };

/**
 * The pairs of an article as a translation memory, TMX 1.4b: the translated ones, drafts only where they are asked for.
 * In pieces, pair by pair; the same bytes for the same article.
 */
export function* writeTmx(article: Article, options: BilingualOptions): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n';
  yield `${xmlTag('header', {
    creationtool: 'visavis',
    creationtoolversion: options.version,
    segtype: 'paragraph',
    'o-tmf': 'visavis',
    adminlang: 'en',
    srclang: 'fr',
    datatype: 'plaintext',
    creationdate: options.date?.replaceAll(/[-:]|\.\d+/g, ''),
  })}${xmlElement('prop', article.slug, { type: 'x-article' })}</header>\n<body>\n`;
  for (const unit of exchangedUnits(article, options)) if (isWanted(unit, options)) yield pairOf(unit);
  yield '</body>\n</tmx>\n';
}

function isWanted({ unit, isFixed, target }: ExchangedUnit, { drafts = false }: BilingualOptions): boolean {
  return !isFixed && target !== null && (unit.state === 'reviewed' || drafts);
}

function pairOf({ key, unit, source, target }: ExchangedUnit): string {
  const said = [
    ...unit.notes.map((note) => xmlElement('note', note)),
    xmlElement('prop', unit.id, { type: 'x-unit' }),
    xmlElement('prop', unit.state, { type: 'x-state' }),
  ].filter(Boolean);
  const lines = said.map((line) => `${line}\n`).join('');
  return `${xmlTag('tu', { tuid: key })}\n${lines}${sideOf('fr', source)}${target === null ? '' : sideOf('en', target)}</tu>\n`;
}

function sideOf(language: string, { pieces, written }: ExchangedText): string {
  const controls = marksWithControls(pieces);
  const seg = pieces.map((piece) => pieceOf(piece, controls)).join('');
  const said = xmlElement('prop', written, { type: 'x-written' });
  return `${xmlTag('tuv', { 'xml:lang': language })}${said}<seg>${seg}</seg></tuv>\n`;
}

function pieceOf(piece: Piece, controls: ReadonlySet<string>): string {
  if (piece.role === 'text') return xmlText(piece.text);
  const { role, sort, raw, id } = piece;
  const native = xmlText(nameControls(raw));
  if (role === 'close') return `<ept i="${id}">${native}</ept>`;
  const type = controls.has(id) ? 'control' : (TYPES[sort] ?? sort);
  if (role === 'open') return `${xmlTag('bpt', { i: id, x: id, type })}${native}</bpt>`;
  return `${xmlTag('ph', { x: id, type })}${native}</ph>`;
}
