import { CLASS, FOLD, foldedLigature, SKIPPED, SPACE, WORD } from './characters.ts';

/** The words and signs of a text, in order; spaces are not tokens. Offsets are UTF-16 units. */
export interface Tokens {
  readonly count: number;
  /** Number of the word, or -1 for a word that `number` does not know. */
  readonly words: Int32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Gives the number of the folded word in `units[0…length)`, or -1. */
export type WordNumber = (units: Uint16Array, length: number) => number;

/**
 * Cuts a composed text into tokens in one pass: a run of letters, digits and marks is one token, every other
 * sign but a space is a token of its own. So an elision (l’, d’, qu’) needs no rule: the apostrophe cuts.
 */
export function tokenize(text: string, numberOf: WordNumber): Tokens {
  const words = new Int32Array(text.length);
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  const buffer = new Uint16Array(text.length * 3 + 1);
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const kind = CLASS[text.charCodeAt(at)] as number;
    if (kind === SPACE || kind === SKIPPED) {
      at += 1;
      continue;
    }
    starts[count] = at;
    let length = foldInto(buffer, 0, text.charCodeAt(at));
    let end = at + 1;
    if (kind === WORD) {
      for (at = end; at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        if (CLASS[unit] === SKIPPED) continue;
        if (CLASS[unit] !== WORD) break;
        length = foldInto(buffer, length, unit);
        end = at + 1;
      }
    }
    at = end;
    words[count] = numberOf(buffer, length);
    ends[count] = end;
    count += 1;
  }
  return { count, words, starts, ends };
}

function foldInto(buffer: Uint16Array, length: number, unit: number): number {
  const folded = FOLD[unit] as number;
  if (folded !== 0) {
    buffer[length] = folded;
    return length + 1;
  }
  for (const letter of foldedLigature(unit)) buffer[length++] = letter.charCodeAt(0);
  return length;
}
