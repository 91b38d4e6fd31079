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

/** Each stands for one UTF-16 unit. */
const ESCAPE = /\\(?:([abfnrtv"'\\?])|([0-7]{1,3})|x([0-9a-fA-F]{1,2}))/g;
const ESCAPED: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Offsets are looked up when somebody asks, which is seldom: kept for each character they would be most of a catalogue. */
export function poString(pieces: readonly Piece[], lines: Lines): PoString {
  let measured: readonly Measured[] | null = null;
  return {
    value: pieces.map(({ raw }) => decode(raw)).join(''),
    placeAt(offset) {
      measured ??= measure(pieces);
      const piece = measured[lastFrom(measured, offset)];
      return lines.place(piece === undefined ? 0 : piece.offset + rawOffset(piece, offset - piece.from));
    },
  };
}

/** A piece, where its value begins in the whole, and its escapes: where each begins in the value, what it takes more. */
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
    const escapes = [...(raw.includes('\\') ? raw.matchAll(ESCAPE) : [])].map(({ 0: sequence, index }) => {
      const start = index - more;
      more += sequence.length - 1;
      return { from: start, more };
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
function decode(raw: string): string {
  return raw.includes('\\') ? raw.replace(ESCAPE, decodeEscape) : raw;
}

/** Where a UTF-16 unit of the value of a piece stands in it; of an escape, its backslash. */
function rawOffset({ escapes }: Measured, offset: number): number {
  const before = escapes[lastFrom(escapes, offset - 1)];
  return offset + (before === undefined || before.from >= offset ? 0 : before.more);
}

function decodeEscape(_sequence: string, letter?: string, octal?: string, hex?: string): string {
  if (letter !== undefined) return ESCAPED[letter] ?? letter;
  return String.fromCharCode(octal === undefined ? Number.parseInt(hex ?? '0', 16) : Number.parseInt(octal, 8));
}
