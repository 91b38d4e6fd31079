import { XML_FORBIDS } from '../xml-text.ts';
import type { Piece } from './inline-pieces.ts';

/** A text that XML can hold: what it cannot is named, `U+001B`. */
export function nameControls(text: string): string {
  return text.replaceAll(XML_FORBIDS, (sign) => `U+${codeOf(sign)}`);
}

/** The text that names stand for. */
export function readControls(names: string): string {
  return names.replaceAll(/U\+([\dA-F]{4})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** Four hexadecimal digits. */
export function codeOf(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

/** Names of the marks in whose signs, at either end, stands what XML cannot hold. */
export function marksWithControls(pieces: readonly Piece[]): ReadonlySet<string> {
  return new Set(
    pieces.flatMap((piece) => (piece.role !== 'text' && piece.raw.search(XML_FORBIDS) >= 0 ? [piece.id] : [])),
  );
}
