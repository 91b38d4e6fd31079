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
  return {
    value: pieces.map(({ raw }) => decode(raw)).join(''),
    placeAt(offset) {
      let left = offset;
      for (const { raw, offset: start } of pieces) {
        const { length } = decode(raw);
        if (left < length) return lines.place(start + rawOffset(raw, left));
        left -= length;
      }
      const last = pieces.at(-1);
      return lines.place(last === undefined ? 0 : last.offset + last.raw.length);
    },
  };
}

/** What a piece says; most have no escape. */
function decode(raw: string): string {
  return raw.includes('\\') ? raw.replace(ESCAPE, decodeEscape) : raw;
}

/** Where a UTF-16 unit of the value of a piece stands in it; of an escape, its backslash. */
function rawOffset(raw: string, offset: number): number {
  let at = offset;
  for (const { 0: sequence, index } of raw.matchAll(ESCAPE)) {
    if (index >= at) break;
    at += sequence.length - 1;
  }
  return at;
}

function decodeEscape(_sequence: string, letter?: string, octal?: string, hex?: string): string {
  if (letter !== undefined) return ESCAPED[letter] ?? letter;
  return String.fromCharCode(octal === undefined ? Number.parseInt(hex ?? '0', 16) : Number.parseInt(octal, 8));
}
