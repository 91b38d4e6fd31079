import type { RichText } from '../../core/model/rich-text.ts';
import { parseInlineMarks } from '../article/inline-marks.ts';
import { hiddenIn, type Piece } from './inline-pieces.ts';

/** How often a text is read again to see whether its signs are escaped. */
const MOST_READINGS = 12;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** What can begin or end a mark. */
const SIGN = /[\\*_`[\]<&~!]/;

/** What a list of pieces holds, in one string, and which of its characters are text that is shown as it is. */
interface Flat {
  readonly written: string;
  readonly isText: readonly boolean[];
}

/**
 * The Markdown that reads as these pieces do: a sign in a text that would become a mark there is escaped, no other.
 * Marks are written as they were. Time grows with the text.
 */
export function markdownOf(pieces: readonly Piece[]): string {
  const flat = flatten(pieces);
  const escapes = new Set<number>();
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const { text, origins } = withEscapes(flat, escapes);
    const more = unwanted(parseInlineMarks(text), origins, flat).filter((at) => !escapes.has(at));
    if (more.length === 0) return text;
    for (const at of more) escapes.add(at);
  }
  const every = [...flat.written].length === 0 ? [] : [...flat.isText.keys()];
  return withEscapes(flat, new Set(every.filter((at) => flat.isText[at] && SIGN.test(flat.written.charAt(at))))).text;
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

/** @returns `origins`: for each UTF-16 unit its offset without the escapes; -1 for an escape */
function withEscapes({ written }: Flat, escapes: ReadonlySet<number>): { text: string; origins: readonly number[] } {
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
