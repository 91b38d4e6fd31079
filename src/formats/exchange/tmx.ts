import type { Article } from '../../core/model/article.ts';
import { xmlElement, xmlTag, xmlText } from '../xml-text.ts';
import { marksWithControls, nameControls } from './control-name.ts';
import {
  type BilingualOptions,
  type ExchangedSegment,
  type ExchangedText,
  type ExchangedUnit,
  exchangedUnits,
} from './exchanged-units.ts';
import type { Piece } from './inline-pieces.ts';
import { nameBlanks, partName } from './unit-parts.ts';

/** TMX 1.4b has types of its own for few marks; the others are what they are called here. */
const TYPES: Readonly<Record<string, string>> = { emphasis: 'italic', strong: 'bold', break: 'lb' };

/** One side of a pair, and what only files of ours say of it: how it was written, and what stands behind it. */
interface TmxSide {
  readonly pieces: readonly Piece[];
  readonly written: string | null;
  /** The white space behind it; null where the text ends. */
  readonly after: string | null;
}

/**
 * The pairs of an article as a translation memory, TMX 1.4b: the translated ones, drafts only where they are asked for;
 * where its sentences are aligned, a pair for each of them. In pieces; the same bytes for the same article.
 */
export function* writeTmx(article: Article, options: BilingualOptions): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n';
  yield `${xmlTag('header', {
    creationtool: 'visavis',
    creationtoolversion: options.version,
    segtype: options.alignments === undefined ? 'paragraph' : 'sentence',
    'o-tmf': 'visavis',
    adminlang: 'en',
    srclang: 'fr',
    datatype: 'plaintext',
    creationdate: options.date?.replaceAll(/[-:]|\.\d+/g, ''),
  })}${xmlElement('prop', article.slug, { type: 'x-article' })}</header>\n<body>\n`;
  for (const unit of exchangedUnits(article, options)) if (isWanted(unit, options)) yield pairsOf(unit, options);
  yield '</body>\n</tmx>\n';
}

function isWanted({ unit, isFixed, target }: ExchangedUnit, { drafts = false }: BilingualOptions): boolean {
  return !isFixed && target !== null && (unit.state === 'reviewed' || drafts);
}

/** Where a pair stands among those that a unit is cut into; the first is 0. */
interface Part {
  readonly at: number;
  readonly count: number;
}

function pairsOf(unit: ExchangedUnit, options: BilingualOptions): string {
  const { source, target, segments } = unit;
  const whole = { source: source.pieces, target: target?.pieces ?? [], after: { source: '', target: '' } };
  const all = segments.length === 0 ? [whole] : segments;
  return all.map((segment, at) => pairOf(unit, segment, { at, count: all.length, ...options })).join('');
}

/** What is said of the whole unit stands in its first pair. */
function pairOf(unit: ExchangedUnit, segment: ExchangedSegment, { at, count, alignments }: Part & BilingualOptions) {
  const { key, source, target } = unit;
  const said = [
    ...(at === 0 ? unit.unit.notes.map((note) => xmlElement('note', note)) : []),
    xmlElement('prop', unit.unit.id, { type: 'x-unit' }),
    xmlElement('prop', unit.unit.state, { type: 'x-state' }),
  ].filter(Boolean);
  const isLast = at === count - 1;
  const side = (of: 'source' | 'target', text: ExchangedText | null): TmxSide => ({
    pieces: segment[of],
    written: at === 0 ? (text?.written ?? null) : null,
    after: isLast ? null : segment.after[of],
  });
  const tuid = count === 1 ? key : partName(key, { at, count });
  const segtype = count === 1 && alignments !== undefined ? 'paragraph' : null;
  const lines = said.map((line) => `${line}\n`).join('');
  const sides = sideOf('fr', side('source', source)) + sideOf('en', side('target', target));
  return `${xmlTag('tu', { tuid, segtype })}\n${lines}${sides}</tu>\n`;
}

function sideOf(language: string, { pieces, written, after }: TmxSide): string {
  const controls = marksWithControls(pieces);
  const seg = pieces.map((piece) => pieceOf(piece, controls)).join('');
  const said = xmlElement('prop', written, { type: 'x-written' });
  const between = after === null || after === ' ' ? '' : xmlElement('prop', nameBlanks(after), { type: 'x-after' });
  return `${xmlTag('tuv', { 'xml:lang': language })}${said}${between}<seg>${seg}</seg></tuv>\n`;
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
