import type { RichText } from '../../core/model/rich-text.ts';
import { parseInlineMarks } from '../article/inline-marks.ts';
import { type CodePiece, hiddenIn, joined, type Piece } from './inline-pieces.ts';
import { isEmphasis, soundMarks } from './sound-marks.ts';

/** How often a text is read again to see whether its signs are escaped. */
const MOST_READINGS = 12;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** What can begin or end a mark, and what a text must hold so that anything in it could. */
const SIGN = /[\\*_`[\]<&~!=%^]/;
const TELLTALE = /[\\*_`[\]<&~{^]|%%|==|:::/;

/** What a list of pieces holds, in one string, and which of its characters are text that is shown as it is. */
interface Flat {
  readonly written: string;
  readonly isText: readonly boolean[];
}

/**
 * The Markdown that reads as these pieces do: a sign in a text that would become a mark there is escaped, no other.
 * Marks are written as they were; emphasis that Markdown cannot write where it stands is left out. Time grows with the
 * text.
 */
export function markdownOf(pieces: readonly Piece[]): string {
  const sound = soundMarks(pieces);
  const first = write(sound);
  const lost = unreadEmphasis(sound, first);
  if (lost.size === 0) return first.text;
  const starred = sound.map((piece) =>
    isOneOf(piece, lost) ? { ...piece, raw: piece.raw.replaceAll('_', '*') } : piece,
  );
  const second = write(starred);
  const still = unreadEmphasis(starred, second);
  return still.size === 0 ? second.text : write(joined(starred.filter((piece) => !isOneOf(piece, still)))).text;
}

/** A text with its escapes. */
interface Written {
  readonly text: string;
  /** How it is read, where that had to be asked. */
  readonly rich: RichText | null;
  /** For each UTF-16 unit its offset without the escapes; -1 for an escape. */
  readonly origins: readonly number[];
}

function write(pieces: readonly Piece[]): Written {
  const flat = flatten(pieces);
  if (!pieces.some((piece) => (piece.role === 'text' ? TELLTALE.test(piece.text) : isEmphasis(piece))))
    return { text: flat.written, origins: [], rich: null };
  const escapes = new Set<number>();
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const written = withEscapes(flat, escapes);
    const rich = parseInlineMarks(written.text);
    const more = unwanted(rich, written.origins, flat).filter((at) => !escapes.has(at));
    if (more.length === 0) return { ...written, rich };
    for (const at of more) escapes.add(at);
  }
  const signs = [...flat.isText.keys()].filter((at) => flat.isText[at] && SIGN.test(flat.written.charAt(at)));
  const written = withEscapes(flat, new Set(signs));
  return { ...written, rich: parseInlineMarks(written.text) };
}

/** Names of the emphasis whose signs are read as signs of a text, as no word begins or ends there. */
function unreadEmphasis(pieces: readonly Piece[], { rich, origins }: Written): ReadonlySet<string> {
  const lost = new Set<string>();
  if (rich === null || rich.isUnread || !pieces.some((piece) => isEmphasis(piece))) return lost;
  const hidden = new Set(hiddenIn(rich).flatMap(({ start, end }) => origins.slice(start, end)));
  let at = 0;
  for (const piece of pieces) {
    if (piece.role !== 'text' && isEmphasis(piece) && !hidden.has(at)) lost.add(piece.id);
    at += (piece.role === 'text' ? piece.text : piece.raw).length;
  }
  return lost;
}

function isOneOf(piece: Piece, names: ReadonlySet<string>): piece is CodePiece {
  return piece.role !== 'text' && names.has(piece.id) && isEmphasis(piece);
}

function flatten(pieces: readonly Piece[]): Flat {
  const isText: boolean[] = [];
  const written = pieces.map((piece) => {
    const text = piece.role === 'text' ? piece.text : piece.raw;
    for (let i = 0; i < text.length; i += 1) isText.push(piece.role === 'text');
    return text;
  });
  return { written: written.join(''), isText };
}

function withEscapes({ written }: Flat, escapes: ReadonlySet<number>): Omit<Written, 'rich'> {
  const origins: number[] = [];
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < written.length; at += 1) {
    if (escapes.has(at)) {
      parts.push(written.slice(from, at), '\\');
      from = at;
      origins.push(-1);
    }
    origins.push(at);
  }
  return { text: parts.join('') + written.slice(from), origins };
}

/** Offsets of the signs to be escaped: of each stretch that would not be shown as it is, the first that can be. */
function unwanted(rich: RichText, origins: readonly number[], { written, isText }: Flat): number[] {
  return hiddenIn(rich).flatMap(({ start, end }) => {
    for (let at = start; at < end; at += 1) {
      const origin = origins[at] ?? -1;
      if (origin < 0) {
        if (end - start === 1) return [];
        at += 1;
      } else if (isText[origin] && PUNCTUATION.test(written.charAt(origin))) return [origin];
    }
    return [];
  });
}
