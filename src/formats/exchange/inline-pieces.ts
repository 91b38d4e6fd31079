import type { Mark, RichText, Span } from '../../core/model/rich-text.ts';
import { findHardBreaks } from '../../core/text/hard-breaks.ts';
import { findShortcodes } from '../article/shortcodes.ts';
import { XML_FORBIDS } from '../xml-text.ts';

/**
 * What a mark is for; `tag` is code of another language, `lead` says which note or task a text is, `sign` is one sign.
 */
export type Sort =
  | Exclude<Mark['kind'], 'note'>
  | 'note'
  | 'tag'
  | 'lead'
  | 'break'
  /** A character written in another way: `\*`, `&eacute;`. */
  | 'sign'
  /** A character that XML cannot hold. */
  | 'control';

/** A stretch of what a person reads. */
export interface TextPiece {
  readonly role: 'text';
  readonly text: string;
}

/** Signs of Markdown that a translator moves and does not change. */
export interface CodePiece {
  /** The first and the last signs of a mark, or all there is of it. */
  readonly role: 'open' | 'close' | 'alone';
  readonly sort: Sort;
  /** As it stands in the text. */
  readonly raw: string;
  /** What a reader sees in its place. */
  readonly shown: string;
  /** The same for both ends of a mark. */
  readonly id: string;
}

export type Piece = TextPiece | CodePiece;

/** A piece, and what of the text it is written with. UTF-16 offsets. */
export interface PlacedPiece extends Span {
  readonly piece: Piece;
}

/** What of a text is not shown as it is written. */
interface Cut extends Span {
  readonly role: CodePiece['role'] | 'reference';
  readonly sort: Sort;
  readonly shown: string;
  readonly id: string;
}

/**
 * A text as other tools take it: what is read, with the signs of Markdown between as marks to be moved.
 *
 * @param isExact whether escapes and character references stay what they are, each a mark; else they become characters
 */
export function placedPieces(rich: RichText, isExact = false): PlacedPiece[] {
  const { text } = rich;
  const placed: PlacedPiece[] = [];
  let at = 0;
  for (const { start, end, role, sort, shown, id } of cutsOf(rich, [...signCuts(rich, isExact), ...breakCuts(rich)])) {
    addText(placed, text.slice(at, start), { start: at, end: start });
    if (role === 'reference') addText(placed, shown, { start, end });
    else placed.push({ start, end, piece: { role, sort, raw: text.slice(start, end), shown, id } });
    at = end;
  }
  addText(placed, text.slice(at), { start: at, end: text.length });
  return placed;
}

/** The signs of a text that a reader does not see as they stand there; a line break that is meant is none of them. */
export function hiddenIn(rich: RichText): readonly Span[] {
  return cutsOf(rich, signCuts(rich, false));
}

/** The pieces alone, texts side by side as one. */
export function piecesIn(placed: readonly PlacedPiece[]): Piece[] {
  return joined(placed.map(({ piece }) => piece));
}

/** The text as a reader sees it, without marks. */
export function shownBy(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.role === 'text' ? piece.text : piece.shown)).join('');
}

/** In order, and not overlapping; a mark of which only one end is left is code alone. */
function cutsOf(rich: RichText, signs: readonly Cut[]): Cut[] {
  const all = [...rich.marks.flatMap((mark, i) => markCuts(rich, mark, `m${i}`)), ...tagCuts(rich), ...signs];
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const cuts: Cut[] = [];
  for (const cut of all) if (cut.start >= (cuts.at(-1)?.end ?? 0)) cuts.push(cut);
  const closed = new Set(cuts.filter(({ role }) => role === 'close').map(({ id }) => id));
  const opened = new Set(cuts.filter(({ role }) => role === 'open').map(({ id }) => id));
  const isWhole = ({ role, id }: Cut) => (role === 'open' ? closed.has(id) : role !== 'close' || opened.has(id));
  return cuts.map((cut) => (isWhole(cut) ? cut : { ...cut, role: 'alone', sort: 'tag' }));
}

function markCuts({ text, syntax }: RichText, { kind, start, end }: Mark, id: string): Cut[] {
  const alone = (shown: string): Cut[] => [{ start, end, role: 'alone', sort: kind, shown, id }];
  if (kind === 'note') return alone('');
  const first = syntax.find((span) => span.start === start)?.end ?? end;
  const last = syntax.findLast((span) => span.end === end)?.start ?? first;
  if (kind === 'code' || text.charAt(start) === '<') return alone(text.slice(first, Math.max(first, last)));
  if (last <= first) return alone('');
  return [
    { start, end: first, role: 'open', sort: kind, shown: '', id },
    { start: last, end, role: 'close', sort: kind, shown: '', id },
  ];
}

/** Tags, and what is meant for another program. */
function tagCuts({ text, wordless, isUnread }: RichText): Cut[] {
  if (isUnread) return [];
  const tags = wordless.flatMap(({ start, end }) => {
    const first = text.slice(start, end).indexOf('<');
    return first < 0 ? [] : [{ start: start + first, end }];
  });
  const all = [...tags, ...findShortcodes(text)].filter(({ start, end }) => end > start);
  return all.map((span) => ({ ...span, role: 'alone', sort: 'tag', shown: '', id: `t${span.start}` }));
}

/** Escapes, character references, and what a footnote or a task begins with. */
function signCuts({ text, marks, syntax, references }: RichText, isExact: boolean): Cut[] {
  const edges = new Set(marks.flatMap(({ start, end }) => [`${start}`, `-${end}`]));
  const role = isExact ? 'alone' : 'reference';
  const signs = syntax.flatMap(({ start, end }): Cut[] => {
    if (edges.has(`${start}`) || edges.has(`-${end}`) || end === start) return [];
    if (end - start > 1) return [{ start, end, role: 'alone', sort: 'lead', shown: '', id: 'lead' }];
    if (!isExact) return [{ start, end, role, sort: 'sign', shown: '', id: '' }];
    return [{ start, end: end + 1, role, sort: 'sign', shown: text.charAt(end), id: `s${start}` }];
  });
  const named = references.map(
    ({ start, end, character }): Cut => ({ start, end, role, sort: 'sign', shown: character, id: `s${start}` }),
  );
  return [...signs, ...named];
}

function breakCuts(rich: RichText): Cut[] {
  if (rich.isUnread) return [];
  return findHardBreaks(rich).map((span) => ({
    ...span,
    ...{ role: 'alone', sort: 'break', shown: '\n', id: `b${span.start}` },
  }));
}

/** A text with a mark for each character that XML cannot hold. */
function addText(placed: PlacedPiece[], text: string, { start, end }: Span): void {
  const isWritten = end - start === text.length;
  const add = (piece: Piece, from: number, to: number) =>
    placed.push({ piece, ...(isWritten ? { start: start + from, end: start + to } : { start, end }) });
  let at = 0;
  for (const { 0: raw, index } of text.matchAll(XML_FORBIDS)) {
    add({ role: 'text', text: text.slice(at, index) }, at, index);
    const id = `c${placed.length}`;
    at = index + raw.length;
    add({ role: 'alone', sort: 'control', raw, shown: '', id }, index, at);
  }
  add({ role: 'text', text: text.slice(at) }, at, text.length);
}

/** Texts side by side as one, and none that is empty. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const list: Piece[] = [];
  let text: string[] = [];
  const add = () => {
    const whole = text.join('');
    if (whole !== '') list.push({ role: 'text', text: whole });
    text = [];
  };
  for (const piece of pieces) {
    if (piece.role === 'text') text.push(piece.text);
    else {
      add();
      list.push(piece);
    }
  }
  add();
  return list;
}

/** The text of both as it is written: nothing is escaped. */
export function writtenBy(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.role === 'text' ? piece.text : piece.raw)).join('');
}

/** The words alone. */
export function wordsBy(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.role === 'text' ? piece.text : '')).join('');
}
