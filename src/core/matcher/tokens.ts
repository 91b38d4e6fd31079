import { CLASS, FOLD, foldedLigature, SKIPPED, SPACE, WORD } from '../text/characters.ts';
import { endWithOptional } from './optional-endings.ts';
import { HASH_START, mixed, numberOf, type Words } from './word-table.ts';

/** Words and signs of a text, in order; spaces are not tokens. Offsets are UTF-16 units. */
export interface Tokens {
  /** How many there are now; the arrays may have room for more. */
  count: number;
  /** Number of the word, or -1 for a word that has none. */
  readonly words: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Tokens held at once: few enough to stay in the processor’s cache. */
const WINDOW = 2048;
/** Tokens before the first one of a window that can still be looked back at. */
const LOOK_BACK = 2;
/** Longest word that can have a number, in bytes as {@link foldInto} writes them. */
const MOST_BYTES = 4096;

/** Cuts texts into tokens. Has one set of arrays for all texts, so that a short one costs little. */
export interface Tokenizer {
  /**
   * Calls back with the tokens of a composed text, and with the range of those whose turn it is. A long text comes in
   * windows; the tokens of one are overwritten by the next. Must not be called from its own callback.
   */
  each(text: string, visit: (tokens: Tokens, begin: number, limit: number) => void): void;
}

/**
 * One pass: a run of letters, digits and marks is one token, every other sign but a space is a token of its own. So an
 * elision (l’, d’, qu’) needs no rule: the apostrophe cuts.
 *
 * @param table gives the words their numbers; null gives none
 * @param ahead tokens that must be seen behind each one that is visited
 */
export function createTokenizer(table: Words | null, ahead: number): Tokenizer {
  const room = WINDOW + ahead + LOOK_BACK + 1;
  const tokens = { count: 0, words: new Int32Array(room), starts: new Int32Array(room), ends: new Int32Array(room) };
  const buffer = new Uint8Array(BUFFER_BYTES);
  return {
    each(text, visit) {
      tokens.count = 0;
      let begin = 0;
      for (let at = 0; ; ) {
        at = readTokens(text, at, table ?? NO_WORDS, tokens, buffer);
        const ended = at >= text.length;
        const limit = ended ? tokens.count : tokens.count - ahead;
        visit(tokens, begin, limit);
        if (ended) return;
        const kept = Math.max(0, limit - LOOK_BACK);
        for (const list of [tokens.words, tokens.starts, tokens.ends]) list.copyWithin(0, kept, tokens.count);
        tokens.count -= kept;
        begin = limit - kept;
      }
    },
  };
}

/** French and English letters take a byte each; this byte opens the two of any other. */
export const WIDE = 0xff;
/** A word of {@link MOST_BYTES}, and the letters of one more ligature. */
const BUFFER_BYTES = MOST_BYTES + 4;
const NO_WORDS: Words = { slots: new Int32Array(2).fill(-1), starts: new Uint32Array(1), pool: new Uint8Array(0) };

/** Reads on from an offset until the text or the room ends, and says where it stopped. */
function readTokens(text: string, from: number, table: Words, tokens: Tokens, buffer: Uint8Array): number {
  const { words, starts, ends } = tokens;
  const [room, size] = [words.length, text.length];
  let count = tokens.count;
  let at = from;
  while (at < size && count < room) {
    const unit = text.charCodeAt(at);
    const kind = CLASS[unit] as number;
    if (kind === SPACE || kind === SKIPPED) {
      at += 1;
      continue;
    }
    starts[count] = at;
    let length = 0;
    let hash = HASH_START;
    if (kind === WORD) {
      for (; at < size && length < MOST_BYTES; at += 1) {
        const letter = text.charCodeAt(at);
        const folded = LETTER[letter] as number;
        if (folded === 0) break;
        buffer[length] = folded;
        length += 1;
        hash = mixed(hash, folded);
      }
      if (at < size && isInside(text.charCodeAt(at))) {
        at = readOdd(text, at, length, hash, buffer);
        ends[count] = odd.end;
        length = odd.length;
        hash = odd.hash;
      } else ends[count] = at;
      ends[count] = endWithOptional(text, starts[count] as number, ends[count] as number);
      if ((ends[count] as number) > at) at = ends[count] as number;
    } else {
      at += 1;
      length = foldInto(buffer, 0, unit);
      for (let i = 0; i < length; i += 1) hash = mixed(hash, buffer[i] as number);
      ends[count] = at;
    }
    words[count] = length >= MOST_BYTES ? -1 : numberOf(table, buffer, length, hash);
    count += 1;
  }
  tokens.count = count;
  return at;
}

/** Folded letters of words that one byte holds; 0 for all else. */
const LETTER = new Uint8Array(65536).map((_, unit) => {
  const folded = FOLD[unit] as number;
  return CLASS[unit] === WORD && folded < WIDE ? folded : 0;
});
const odd = { length: 0, hash: 0, end: 0 };

function isInside(unit: number): boolean {
  return CLASS[unit] === WORD || CLASS[unit] === SKIPPED;
}

/** Reads on in a word that has a ligature, an invisible sign, or more letters than any term. */
function readOdd(text: string, from: number, known: number, start: number, buffer: Uint8Array): number {
  let [length, hash, at] = [known, start, from];
  odd.end = from;
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const kind = CLASS[unit];
    if (kind === SKIPPED) continue;
    if (kind !== WORD) break;
    odd.end = at + 1;
    if (length >= MOST_BYTES) continue;
    const before = length;
    length = foldInto(buffer, length, unit);
    for (let i = before; i < length; i += 1) hash = mixed(hash, buffer[i] as number);
  }
  odd.length = length;
  odd.hash = hash;
  return at;
}

/** Folds one unit, or the letters of a ligature, to a place in the buffer; gives the length then. */
export function foldInto(buffer: Uint8Array, length: number, unit: number): number {
  const folded = FOLD[unit] as number;
  if (folded === 0) {
    let end = length;
    for (const letter of foldedLigature(unit)) buffer[end++] = letter.charCodeAt(0);
    return end;
  }
  if (folded < WIDE) {
    buffer[length] = folded;
    return length + 1;
  }
  buffer[length] = WIDE;
  buffer[length + 1] = folded >> 8;
  buffer[length + 2] = folded & 0xff;
  return length + 3;
}
