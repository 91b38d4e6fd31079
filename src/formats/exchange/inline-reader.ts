import { readControls } from './control-name.ts';
import type { XmlTag } from './follow-xml.ts';
import { type CodePiece, joined, type Piece } from './inline-pieces.ts';

/** Elements that hold the signs of a mark. XLIFF 1.2, TMX. */
const HOLDING: Readonly<Record<string, CodePiece['role']>> = {
  bpt: 'open',
  ept: 'close',
  ph: 'alone',
  it: 'alone',
  ut: 'alone',
};
/** Elements that stand for both ends of a mark. XLIFF 1.2, XLIFF 2. */
const WRAPPING = new Set(['g', 'pc']);
/** Elements that stand for one sign, and hold nothing. */
const EMPTY: Readonly<Record<string, CodePiece['role']>> = {
  x: 'alone',
  bx: 'open',
  ex: 'close',
  sc: 'open',
  ec: 'close',
};
/** What marks of other tools are in Markdown, where they say no more than this. */
const SIGNS: Readonly<Record<string, string>> = { bold: '**', italic: '*', 'xlf:b': '**', 'xlf:i': '*' };
const MIRRORED = new Set(Object.values(SIGNS));
const BREAKS = new Set(['lb', 'xlf:lb']);

/** Reads what stands in a `source`, `target` or `seg`. */
export interface InlineReader {
  open(tag: XmlTag): void;
  text(text: string): void;
  close(name: string): void;
  /** @param keepsBlanks whether blanks are kept as they are; else a line break with those around it is a space */
  pieces(keepsBlanks: boolean): readonly Piece[];
}

/** What is gathered of an element that holds signs. */
interface Held {
  readonly depth: number;
  readonly tag: XmlTag;
  raw: string;
}

/** @param dataOf what stands under a name in the `originalData` of a unit; null where nothing does */
export function createInlineReader(dataOf: (name: string, tag: XmlTag) => string): InlineReader {
  const pieces: Piece[] = [];
  const open: { readonly tag: XmlTag; readonly closing: CodePiece | null }[] = [];
  /** Marks whose signs are named, as XML cannot hold them. */
  const controls = new Set<string>();
  let held: Held | null = null;
  const closed = (of: Held) => {
    const role = HOLDING[of.tag.name] ?? 'alone';
    const type = of.tag.attributes['ctype'] ?? of.tag.attributes['type'];
    const piece = code(role, of.raw === '' ? signOf(of.tag) : of.raw, of.tag);
    if (type === 'x-control' || type === 'control') controls.add(piece.id);
    pieces.push(controls.has(piece.id) ? { ...piece, raw: readControls(piece.raw) } : piece);
  };
  return {
    open(tag) {
      open.push({ tag, closing: closingOf(tag, dataOf) });
      if (held !== null) return;
      const { name, attributes } = tag;
      if (name === 'cp') pieces.push(control(attributes['hex'] ?? ''));
      else if (attributes['dataRef'] !== undefined)
        pieces.push(code(EMPTY[name] ?? 'alone', dataOf(attributes['dataRef'], tag), tag));
      else if (HOLDING[name] !== undefined) held = { depth: open.length, tag, raw: '' };
      else if (WRAPPING.has(name)) {
        const data = attributes['dataRefStart'];
        pieces.push(code('open', data === undefined ? signOf(tag) : dataOf(data, tag), tag));
      } else if (EMPTY[name] !== undefined) pieces.push(code(EMPTY[name], signOf(tag), tag));
    },
    text(text) {
      if (held !== null) held.raw += text;
      else pieces.push({ role: 'text', text });
    },
    close() {
      const depth = open.length;
      const closing = open.pop()?.closing ?? null;
      if (held?.depth === depth) {
        closed(held);
        held = null;
      } else if (held === null && closing !== null) pieces.push(closing);
    },
    pieces(keepsBlanks) {
      const whole = mirrored(joined(pieces));
      return keepsBlanks ? whole : joined(withoutIndent(whole));
    },
  };
}

function closingOf(tag: XmlTag, dataOf: (name: string, tag: XmlTag) => string): CodePiece | null {
  if (!WRAPPING.has(tag.name)) return null;
  const data = tag.attributes['dataRefEnd'];
  return code('close', data === undefined ? signOf(tag) : dataOf(data, tag), tag);
}

function code(role: CodePiece['role'], raw: string, { name, attributes }: XmlTag): CodePiece {
  const id =
    attributes['startRef'] ?? attributes['rid'] ?? attributes['id'] ?? attributes['i'] ?? attributes['x'] ?? name;
  return { role, sort: 'tag', raw, shown: '', id };
}

/** Of an element without signs. */
function signOf({ attributes }: XmlTag): string {
  const type = attributes['subType'] ?? attributes['ctype'] ?? '';
  return BREAKS.has(type) ? '\\\n' : (SIGNS[type] ?? '');
}

function control(hex: string): Piece {
  const sign = /^[\dA-Fa-f]{1,6}$/.test(hex) ? Number.parseInt(hex, 16) : 0x11_0000;
  return { role: 'text', text: sign > 0x10_ffff ? '' : String.fromCodePoint(sign) };
}

/** An end that does not say its sign has that of its beginning, where both have the same. */
function mirrored(pieces: readonly Piece[]): readonly Piece[] {
  const signs = new Map<string, string>();
  return pieces.map((piece) => {
    if (piece.role === 'open' && MIRRORED.has(piece.raw)) signs.set(piece.id, piece.raw);
    if (piece.role !== 'close' || piece.raw !== '') return piece;
    return { ...piece, raw: signs.get(piece.id) ?? '' };
  });
}

/** The text of a file that was indented for people: a line break there is a space, and none at either end. */
function withoutIndent(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, i) => {
    if (piece.role !== 'text') return piece;
    const parts = piece.text
      .split(/([ \t\r\n]+)/)
      .map((part, at) => (at % 2 === 1 && /[\r\n]/.test(part) ? '\n' : part));
    const isIndent = (part: string | undefined, isEdge: boolean) => isEdge && part === '\n';
    const first = isIndent(parts[1], i === 0 && parts[0] === '') ? 2 : 0;
    const last = isIndent(parts.at(-2), i === pieces.length - 1 && parts.at(-1) === '') ? -2 : parts.length;
    return { role: 'text', text: parts.slice(first, last).join('').replaceAll('\n', ' ') };
  });
}
