import { partitionPoint } from '../../core/model/partition-point.ts';
import type { Place } from '../../core/model/place.ts';
import type { Lines } from '../../core/text/line-and-column.ts';

/** A string of the catalogue and the way from its offsets to the file. */
export interface PoString {
  readonly value: string;
  /** Place of a UTF-16 offset of the value. */
  readonly placeAt: (offset: number) => Place;
}

/** A piece of a string as it stands on one line, between its quotation marks. */
export interface Piece {
  readonly raw: string;
  readonly offset: number;
}

/** Signs by their letter; or bytes of UTF-8 by their numbers, as `msgcat --escape` writes all that is no ASCII. */
const ESCAPE = /\\(?:([abfnrtv"'\\?])|[0-7]{1,3}|x[0-9a-fA-F]{1,2})/g;
const ESCAPED: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** An escape of a piece, and what it stands for. */
interface Escape {
  /** Offset in the piece as written, and characters there. */
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/**
 * Offsets are looked up when somebody asks, which is seldom: kept for each character they would be most of a catalogue,
 * and for each piece more than its value. What was measured for one is there for the next that follows, and not for
 * good.
 *
 * @param pieces of the text that the lines are of
 */
export function poString(pieces: readonly Piece[], lines: Lines): PoString {
  const ends = pieces.flatMap(({ raw, offset }) => [offset, offset + raw.length]);
  let last: WeakRef<readonly Measured[]> | null = null;
  const measuredNow = () => {
    const known = last?.deref();
    if (known !== undefined) return known;
    const measured = measure(piecesOf(ends, lines));
    last = new WeakRef(measured);
    return measured;
  };
  return {
    value: pieces.map(({ raw }) => decodePiece(raw)).join(''),
    placeAt(offset) {
      const measured = measuredNow();
      const piece = measured[lastFrom(measured, offset)];
      return lines.place(piece === undefined ? 0 : piece.offset + rawOffset(piece, offset - piece.from));
    },
  };
}

/** @param ends where each piece begins and ends in the text, one behind the other */
function piecesOf(ends: readonly number[], lines: Lines): Piece[] {
  return Array.from({ length: ends.length / 2 }, (_, i) => {
    const [offset = 0, end = 0] = ends.slice(2 * i, 2 * i + 2);
    return { raw: lines.between(offset, end), offset };
  });
}

/**
 * A piece, where its value begins in the whole, and its escapes: where each begins in the value, what it takes more.
 */
interface Measured {
  readonly offset: number;
  readonly from: number;
  readonly escapes: readonly { readonly from: number; readonly more: number }[];
}

function measure(pieces: readonly Piece[]): Measured[] {
  let at = 0;
  return pieces.map(({ raw, offset }) => {
    const from = at;
    let more = 0;
    const escapes = escapesIn(raw).map(({ at: start, length, text }) => {
      const before = start - more;
      more += length - text.length;
      return { from: before, more };
    });
    at += raw.length - more;
    return { offset, from, escapes };
  });
}

/** Index of the last one that begins at an offset or before it; the first where none does. */
function lastFrom(list: readonly { readonly from: number }[], offset: number): number {
  return Math.max(0, partitionPoint(list, ({ from }) => from <= offset) - 1);
}

/** What a piece says; most have no escape. */
export function decodePiece(raw: string): string {
  let [text, at] = ['', 0];
  for (const one of escapesIn(raw)) {
    text += raw.slice(at, one.at) + one.text;
    at = one.at + one.length;
  }
  return text + raw.slice(at);
}

function escapesIn(raw: string): readonly Escape[] {
  if (!raw.includes('\\')) return [];
  const escapes: Escape[] = [];
  /** Bytes that follow each other, and where each is written. */
  let bytes: { readonly at: number; readonly length: number; readonly byte: number }[] = [];
  const endBytes = () => {
    for (const one of charactersOf(bytes)) escapes.push(one);
    bytes = [];
  };
  for (const { 0: sequence, 1: letter, index: at } of raw.matchAll(ESCAPE)) {
    const last = bytes.at(-1);
    if (letter !== undefined || last === undefined || last.at + last.length !== at) endBytes();
    if (letter === undefined) bytes.push({ at, length: sequence.length, byte: byteOf(sequence) });
    else escapes.push({ at, length: sequence.length, text: ESCAPED[letter] ?? letter });
  }
  endBytes();
  return escapes;
}

/** `\303` or `\xc3` */
function byteOf(sequence: string): number {
  const hex = sequence.charAt(1) === 'x';
  return Number.parseInt(sequence.slice(hex ? 2 : 1), hex ? 16 : 8) & 0xff;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The characters that bytes of UTF-8 make; of bytes that make none, the one of that number. */
function* charactersOf(bytes: readonly { at: number; length: number; byte: number }[]): Generator<Escape> {
  for (let i = 0; i < bytes.length; ) {
    const many = Math.max(1, lengthOfCharacter(bytes[i]?.byte ?? 0));
    const own = bytes.slice(i, i + many);
    const text = characterOf(own.map(({ byte }) => byte));
    const taken = text === null ? own.slice(0, 1) : own;
    const length = taken.reduce((sum, one) => sum + one.length, 0);
    yield { at: taken[0]?.at ?? 0, length, text: text ?? String.fromCharCode(taken[0]?.byte ?? 0) };
    i += taken.length;
  }
}

/** Bytes of a character of UTF-8, by its first; 0 for one that begins none. */
function lengthOfCharacter(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc0) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

function characterOf(bytes: readonly number[]): string | null {
  try {
    return UTF8.decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

/** Where a UTF-16 unit of the value of a piece stands in it; of an escape, its backslash. */
function rawOffset({ escapes }: Measured, offset: number): number {
  const before = escapes[lastFrom(escapes, offset - 1)];
  return offset + (before === undefined || before.from >= offset ? 0 : before.more);
}
