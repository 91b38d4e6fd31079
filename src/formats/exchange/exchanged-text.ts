import type { RichText } from '../../core/model/rich-text.ts';
import { fingerprint } from '../../core/text/fingerprint.ts';
import { XML_FORBIDS } from '../xml-text.ts';
import { markdownOf } from './inline-markdown.ts';
import { type Piece, piecesOf, shownBy } from './inline-pieces.ts';

/** A text as a file of another tool holds it. */
export interface ExchangedText {
  readonly pieces: readonly Piece[];
  /** How it was written, and a fingerprint of what its pieces alone say; null where that is the same. */
  readonly written: string | null;
}

/**
 * A text for another tool, so that it comes back to the byte as long as nobody changes it. As few marks as can be: a
 * character stands as itself, however it was written, and how it was written stands beside.
 */
export function exchangedText(rich: RichText): ExchangedText {
  const { text } = rich;
  const pieces = piecesOf(rich);
  const said = markdownOf(pieces);
  if (said === text) return { pieces, written: null };
  if (canStand(text)) return { pieces, written: writtenAs(text, said) };
  const exact = piecesOf(rich, true);
  if (markdownOf(exact) === text) return { pieces: exact, written: null };
  return { pieces: [{ role: 'alone', sort: 'tag', raw: text, shown: '', id: 'all' }], written: null };
}

/** A text without any marks, as a translation memory is asked for; how it was written stands beside. */
export function plainText(rich: RichText): ExchangedText {
  const pieces: Piece[] = [{ role: 'text', text: shownBy(piecesOf(rich)) }];
  const said = markdownOf(pieces);
  return { pieces, written: said === rich.text || !canStand(rich.text) ? null : writtenAs(rich.text, said) };
}

/** A text that is no language: nothing in it is a mark. */
export function codeText({ text }: RichText): ExchangedText {
  return { pieces: [{ role: 'text', text }], written: null };
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
