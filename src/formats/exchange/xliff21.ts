import type { Article, UnitState } from '../../core/model/article.ts';
import { OURS, XML_FORBIDS, xmlElement, xmlTag, xmlText } from '../xml-text.ts';
import { codeOf } from './control-name.ts';
import { type BilingualOptions, type ExchangedSegment, type ExchangedUnit, exchangedUnits } from './exchanged-units.ts';
import type { CodePiece, Piece } from './inline-pieces.ts';

/** XLIFF 2.1, 4.3.1.15: what it calls the states of a segment. */
const STATES: Readonly<Record<UnitState, string>> = { initial: 'initial', translated: 'translated', reviewed: 'final' };
/** XLIFF 2.1, 4.3.1.36 and 4.3.1.34; what it has no name for has one of ours. */
const TYPES: Readonly<Partial<Record<CodePiece['sort'], Readonly<Record<'type' | 'subType', string | null>>>>> = {
  emphasis: { type: 'fmt', subType: 'xlf:i' },
  strong: { type: 'fmt', subType: 'xlf:b' },
  deleted: { type: 'fmt', subType: 'vv:deleted' },
  break: { type: 'fmt', subType: 'xlf:lb' },
  link: { type: 'link', subType: null },
  image: { type: 'image', subType: null },
};

/** Gives each sign of Markdown the name under which it stands in the unit, once. */
type NameOf = (raw: string) => string;

/**
 * An article for translation tools, as XLIFF 2.1: a `unit` for each text, of one `segment`, or of one for each sentence
 * where those are aligned; the signs of Markdown stand in its `originalData`. In pieces, unit by unit; the same bytes
 * for the same article. It has no place for a date.
 */
export function* writeXliff21(article: Article, { alignments }: BilingualOptions): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<xliff version="2.1" srcLang="fr" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:vv="${OURS}">\n`;
  yield `${xmlTag('file', { id: article.slug, original: `content/${article.slug}`, 'xml:space': 'preserve' })}\n`;
  for (const unit of exchangedUnits(article, alignments === undefined ? {} : { alignments })) yield unitOf(unit);
  yield '</file>\n</xliff>\n';
}

function unitOf({ key, unit, isFixed, source, target, segments }: ExchangedUnit): string {
  const state = STATES[unit.state];
  const attributes = {
    id: key,
    name: unit.id,
    type: `vv:${unit.kind}`,
    translate: isFixed ? 'no' : null,
    'vv:source': source.written,
    'vv:target': target?.written,
  };
  const data = new Map<string, string>();
  const nameOf: NameOf = (raw) => {
    const name = data.get(raw) ?? `d${data.size + 1}`;
    data.set(raw, name);
    return name;
  };
  const whole = { source: source.pieces, target: target?.pieces ?? null };
  const parts = segments.length === 0 ? segmentOf(whole, { state }, nameOf) : partsOf(segments, state, nameOf);
  const notes = unit.notes.map((note) => xmlElement('note', note, { category: 'translator', appliesTo: 'target' }));
  const originals = [...data].map(([raw, name]) => `<data id="${name}">${withControls(raw)}</data>\n`);
  return [
    `${xmlTag('unit', attributes)}\n`,
    group(
      'notes',
      notes.filter(Boolean).map((note) => `${note}\n`),
    ),
    group('originalData', originals),
    `${parts}</unit>\n`,
  ].join('');
}

/** Sentence by sentence; the white space between two is not to be translated. */
function partsOf(segments: readonly ExchangedSegment[], state: string, nameOf: NameOf): string {
  const parts = segments.map(({ source, target, after }, i) => {
    const segment = segmentOf({ source, target }, { id: `s${i + 1}`, state }, nameOf);
    if (after.source + after.target === '') return segment;
    const blanks = `<source>${xmlText(after.source)}</source><target>${xmlText(after.target)}</target>`;
    return `${segment}<ignorable id="i${i + 1}">${blanks}</ignorable>\n`;
  });
  return parts.join('');
}

/** A text with its translation, where there is one. */
interface Texts {
  readonly source: readonly Piece[];
  readonly target: readonly Piece[] | null;
}

function segmentOf({ source, target }: Texts, attributes: Readonly<Record<string, string>>, nameOf: NameOf): string {
  const texts = [
    `<source>${inline(source, nameOf)}</source>\n`,
    target === null ? '' : `<target>${inline(target, nameOf)}</target>\n`,
  ];
  return `${xmlTag('segment', attributes)}\n${texts.join('')}</segment>\n`;
}

function group(name: string, children: readonly string[]): string {
  return children.length === 0 ? '' : `<${name}>\n${children.join('')}</${name}>\n`;
}

function inline(pieces: readonly Piece[], nameOf: NameOf): string {
  const closing = new Map(pieces.flatMap((piece) => (piece.role === 'close' ? [[piece.id, piece.raw] as const] : [])));
  return pieces.map((piece) => pieceOf(piece, closing, nameOf)).join('');
}

function pieceOf(piece: Piece, closing: ReadonlyMap<string, string>, nameOf: NameOf): string {
  if (piece.role === 'text') return xmlText(piece.text);
  const { role, sort, raw, shown, id } = piece;
  if (role === 'close') return '</pc>';
  if (sort === 'control') return withControls(raw);
  const type = TYPES[sort] ?? { type: 'other', subType: `vv:${sort}` };
  if (role === 'alone') return xmlTag('ph', { id, ...type, equiv: shown, dataRef: nameOf(raw) }).replace(/>$/, '/>');
  return xmlTag('pc', { id, ...type, dataRefStart: nameOf(raw), dataRefEnd: nameOf(closing.get(id) ?? '') });
}

/** XLIFF 2.1 has an element for each character that XML cannot hold. */
function withControls(text: string): string {
  let at = 0;
  const parts: string[] = [];
  for (const { 0: sign, index } of text.matchAll(XML_FORBIDS)) {
    parts.push(xmlText(text.slice(at, index)), `<cp hex="${codeOf(sign)}"/>`);
    at = index + sign.length;
  }
  return parts.join('') + xmlText(text.slice(at));
}
