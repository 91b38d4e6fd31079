import type { RichText } from '../../core/model/rich-text.ts';
import { fingerprint } from '../../core/text/fingerprint.ts';
import { XML_FORBIDS } from '../xml-text.ts';
import { markdownOf } from './inline-markdown.ts';
import { type Piece, type PlacedPiece, piecesIn, placedPieces, shownBy } from './inline-pieces.ts';

/** A text as a file of another tool holds it, in pieces that can be cut into sentences. */
export interface PlacedText {
  readonly placed: readonly PlacedPiece[];
  /** How it was written, and a fingerprint of what its pieces alone say; null where that is the same. */
  readonly written: string | null;
}

/**
 * A text for another tool, so that it comes back to the byte as long as nobody changes it. As few marks as can be: a
 * character stands as itself, however it was written, and how it was written stands beside.
 */
export function exchangedText(rich: RichText): PlacedText {
  const { text } = rich;
  const placed = placedPieces(rich);
  const said = markdownOf(piecesIn(placed));
  if (said === text) return { placed, written: null };
  if (canStand(text)) return { placed, written: writtenAs(text, said) };
  const exact = placedPieces(rich, true);
  if (markdownOf(piecesIn(exact)) === text) return { placed: exact, written: null };
  return allAs({ role: 'alone', sort: 'tag', raw: text, shown: '', id: 'all' }, text);
}

/** A text without any marks, as a translation memory is asked for; how it was written stands beside. */
export function plainText(rich: RichText): PlacedText {
  const placed = placedPieces(rich).map(({ piece, ...span }): PlacedPiece => {
    return { ...span, piece: { role: 'text', text: shownBy([piece]) } };
  });
  const said = markdownOf(piecesIn(placed));
  return { placed, written: said === rich.text || !canStand(rich.text) ? null : writtenAs(rich.text, said) };
}

/** A text that is no language: nothing in it is a mark. */
export function codeText({ text }: RichText): PlacedText {
  return allAs({ role: 'text', text }, text);
}

function allAs(piece: Piece, { length }: string): PlacedText {
  return { placed: [{ piece, start: 0, end: length }], written: null };
}

/** What came back, as it was written where nothing of it was changed. */
export function asWritten(text: string, written: string | null): string {
  const [, said, before] = /^([\da-f]{12}) (.*)$/s.exec(written ?? '') ?? [];
  return before !== undefined && said === fingerprint([text]) ? before : text;
}

function writtenAs(text: string, said: string): string {
  return `${fingerprint([said])} ${text}`;
}

/** Whether XML can hold it. */
function canStand(text: string): boolean {
  return text.search(XML_FORBIDS) < 0;
}
