import { CLASS, FOLD, foldedLigature, SKIPPED, SPACE, WORD } from './characters.ts';
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
/** Longest word that can have a number, in folded UTF-16 units. */
const MOST_UNITS = 4096;

/**
 * Cuts a composed text into tokens in one pass: a run of letters, digits and marks is one token, every other sign but
 * a space is a token of its own. So an elision (l’, d’, qu’) needs no rule: the apostrophe cuts. A long text comes in
 * windows; the tokens of one are overwritten by the next.
 *
 * @param words gives the words their numbers; null gives none
 * @param ahead tokens that must be seen behind each one that is visited
 * @param visit gets the tokens and the range of those whose turn it is
 */
export function eachWindow(
  text: string,
  words: Words | null,
  ahead: number,
  visit: (tokens: Tokens, begin: number, limit: number) => void,
): void {
  const room = Math.min(text.length, WINDOW + ahead) + LOOK_BACK + 1;
  const tokens = { count: 0, words: new Int32Array(room), starts: new Int32Array(room), ends: new Int32Array(room) };
  const buffer = new Uint16Array(BUFFER_UNITS);
  let begin = 0;
  for (let at = 0; ; ) {
    at = readTokens(text, at, words ?? NO_WORDS, tokens, buffer);
    const ended = at >= text.length;
    const limit = ended ? tokens.count : tokens.count - ahead;
    visit(tokens, begin, limit);
    if (ended) return;
    const kept = Math.max(0, limit - LOOK_BACK);
    for (const list of [tokens.words, tokens.starts, tokens.ends]) list.copyWithin(0, kept, tokens.count);
    tokens.count -= kept;
    begin = limit - kept;
  }
}

/** A word of {@link MOST_UNITS}, and the letters of one more ligature. */
const BUFFER_UNITS = MOST_UNITS + 4;
const NO_WORDS: Words = { slots: new Int32Array(2).fill(-1), starts: new Uint32Array(1), pool: new Uint16Array(0) };

/** Reads on from an offset until the text or the room ends, and says where it stopped. */
function readTokens(text: string, from: number, table: Words, tokens: Tokens, buffer: Uint16Array): number {
  const { words, starts, ends } = tokens;
  const room = words.length;
  let count = tokens.count;
  let at = from;
  while (at < text.length && count < room) {
    let unit = text.charCodeAt(at);
    const kind = CLASS[unit] as number;
    if (kind === SPACE || kind === SKIPPED) {
      at += 1;
      continue;
    }
    starts[count] = at;
    let length = 0;
    let hash = HASH_START;
    let end = at;
    for (let other = kind; ; other = CLASS[unit] as number) {
      if (other === kind && length < MOST_UNITS) {
        const folded = FOLD[unit] as number;
        if (folded === 0) {
          const before = length;
          length = foldInto(buffer, length, unit);
          for (let i = before; i < length; i += 1) hash = mixed(hash, buffer[i] as number);
        } else {
          buffer[length] = folded;
          length += 1;
          hash = mixed(hash, folded);
        }
      }
      at += 1;
      if (other === kind) end = at;
      if (kind !== WORD || at >= text.length) break;
      unit = text.charCodeAt(at);
      if (CLASS[unit] !== WORD && CLASS[unit] !== SKIPPED) break;
    }
    words[count] = length >= MOST_UNITS ? -1 : numberOf(table, buffer, length, hash);
    ends[count] = end;
    count += 1;
  }
  tokens.count = count;
  return at;
}

/** Folds one unit, or the letters of a ligature, to a place in the buffer; gives the length then. */
export function foldInto(buffer: Uint16Array, length: number, unit: number): number {
  const folded = FOLD[unit] as number;
  if (folded !== 0) {
    buffer[length] = folded;
    return length + 1;
  }
  for (const letter of foldedLigature(unit)) buffer[length++] = letter.charCodeAt(0);
  return length;
}
