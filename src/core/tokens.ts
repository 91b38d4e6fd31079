import { CLASS, FOLD, foldedLigature, SKIPPED, SPACE, WORD } from './characters.ts';
import { HASH_START, mixed } from './word-table.ts';

/** Words and signs of a text, in order; spaces are not tokens. Offsets are UTF-16 units. */
export interface Tokens {
  /** How many there are now; the arrays may have room for more. */
  count: number;
  /** Number of the word, or -1 for a word that has none. */
  readonly words: Int32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Gives the number of the folded word in `units[0…length)`, or -1. */
export type WordNumber = (units: Uint16Array, length: number, hash: number) => number;

/** Tokens held at once: few enough to stay in the processor’s cache. */
const WINDOW = 8192;
/** Tokens before the first one of a window that can still be looked back at. */
const LOOK_BACK = 2;

/**
 * Cuts a composed text into tokens in one pass: a run of letters, digits and marks is one token, every other sign but
 * a space is a token of its own. So an elision (l’, d’, qu’) needs no rule: the apostrophe cuts. A long text comes in
 * windows; the tokens of one are overwritten by the next.
 *
 * @param ahead tokens that must be seen behind each one that is visited
 * @param visit gets the tokens and the range of those whose turn it is
 */
export function eachWindow(
  text: string,
  numberOf: WordNumber,
  ahead: number,
  visit: (tokens: Tokens, begin: number, limit: number) => void,
): void {
  const room = Math.min(text.length, WINDOW + ahead) + LOOK_BACK + 1;
  const tokens = { count: 0, words: new Int32Array(room), starts: new Uint32Array(room), ends: new Uint32Array(room) };
  const read = createReader(text, numberOf, tokens);
  let begin = 0;
  for (let at = 0; ; ) {
    at = read(at);
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

/** Reads on from an offset until the text or the room ends, and says where it stopped. */
function createReader(text: string, numberOf: WordNumber, tokens: Tokens): (from: number) => number {
  const { words, starts, ends } = tokens;
  let buffer = new Uint16Array(128);
  return (from) => {
    let at = from;
    while (at < text.length && tokens.count < words.length) {
      const first = text.charCodeAt(at);
      const kind = CLASS[first] as number;
      at += 1;
      if (kind === SPACE || kind === SKIPPED) continue;
      starts[tokens.count] = at - 1;
      let length = foldInto(buffer, 0, first);
      let hash = hashOf(buffer, length);
      let end = at;
      for (; kind === WORD && at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        const other = CLASS[unit] as number;
        if (other !== WORD && other !== SKIPPED) break;
        if (other === SKIPPED) continue;
        if (length + 3 > buffer.length) buffer = widened(buffer);
        const before = length;
        length = foldInto(buffer, length, unit);
        for (let i = before; i < length; i += 1) hash = mixed(hash, buffer[i] as number);
        end = at + 1;
      }
      words[tokens.count] = numberOf(buffer, length, hash);
      ends[tokens.count] = end;
      tokens.count += 1;
    }
    return at;
  };
}

function widened(narrow: Uint16Array): Uint16Array<ArrayBuffer> {
  const wide = new Uint16Array(narrow.length * 2);
  wide.set(narrow);
  return wide;
}

function hashOf(buffer: Uint16Array, length: number): number {
  let hash = HASH_START;
  for (let i = 0; i < length; i += 1) hash = mixed(hash, buffer[i] as number);
  return hash;
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

/** Longest word of a term, in folded UTF-16 units; a longer one is no word. */
const MOST_UNITS = 4096;

/**
 * Reads short texts, such as terms, as the numbers of their tokens; cut as {@link eachWindow} does, without its arrays.
 *
 * @returns for a composed text, how many numbers stand in `path`, which the next call overwrites
 */
export function createPathReader(numberOf: WordNumber, path: number[]): (text: string) => number {
  const buffer = new Uint16Array(MOST_UNITS);
  const signNumber = (unit: number) => {
    const length = foldInto(buffer, 0, unit);
    return numberOf(buffer, length, hashOf(buffer, length));
  };
  return (text) => {
    if (text.length * 3 >= MOST_UNITS) return 0;
    let count = 0;
    let length = 0;
    for (let at = 0; at <= text.length; at += 1) {
      const unit = at < text.length ? text.charCodeAt(at) : 0x20;
      const kind = CLASS[unit] as number;
      if (kind === SKIPPED) continue;
      if (kind === WORD) {
        length = foldInto(buffer, length, unit);
        continue;
      }
      if (length > 0) path[count++] = numberOf(buffer, length, hashOf(buffer, length));
      length = 0;
      if (kind !== SPACE) path[count++] = signNumber(unit);
    }
    return count;
  };
}
