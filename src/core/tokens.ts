import { CLASS, FOLD, foldedLigature, SKIPPED, SPACE, WORD } from './characters.ts';
import { HASH_START, mixed } from './word-table.ts';

/** The words and signs of a text, in order; spaces are not tokens. Offsets are UTF-16 units. */
export interface Tokens {
  readonly count: number;
  /** Number of the word, or -1 for a word that `number` does not know. */
  readonly words: Int32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Gives the number of the folded word in `units[0…length)`, or -1. */
export type WordNumber = (units: Uint16Array, length: number, hash: number) => number;

/**
 * Cuts a composed text into tokens in one pass: a run of letters, digits and marks is one token, every other
 * sign but a space is a token of its own. So an elision (l’, d’, qu’) needs no rule: the apostrophe cuts.
 */
export function tokenize(text: string, numberOf: WordNumber): Tokens {
  // Most texts have a token for each four or five units; arrays for one each would cost more than the scan.
  let room = (text.length >> 2) + 16;
  let words = new Int32Array(room);
  let starts = new Uint32Array(room);
  let ends = new Uint32Array(room);
  let buffer = new Uint16Array(128);
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const first = text.charCodeAt(at);
    const kind = CLASS[first] as number;
    if (kind === SPACE || kind === SKIPPED) {
      at += 1;
      continue;
    }
    if (count === room) {
      room *= 2;
      [words, starts, ends] = [
        widened(words, new Int32Array(room)),
        widened(starts, new Uint32Array(room)),
        widened(ends, new Uint32Array(room)),
      ];
    }
    starts[count] = at;
    let length = foldInto(buffer, 0, first);
    let hash = hashOf(buffer, length);
    at += 1;
    let end = at;
    if (kind === WORD) {
      for (; at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        const other = CLASS[unit] as number;
        if (other === WORD) {
          if (length + 3 > buffer.length) buffer = widened(buffer, new Uint16Array(buffer.length * 2));
          const folded = FOLD[unit] as number;
          if (folded !== 0) {
            buffer[length] = folded;
            length += 1;
            hash = mixed(hash, folded);
          } else {
            const from = length;
            length = foldInto(buffer, length, unit);
            for (let i = from; i < length; i += 1) hash = mixed(hash, buffer[i] as number);
          }
          end = at + 1;
        } else if (other !== SKIPPED) break;
      }
    }
    words[count] = numberOf(buffer, length, hash);
    ends[count] = end;
    count += 1;
  }
  return { count, words, starts, ends };
}

function widened<T extends Int32Array | Uint32Array | Uint16Array>(narrow: T, wide: T): T {
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
 * Reads short texts, such as terms, as the numbers of their tokens; cut as {@link tokenize} does, without its arrays.
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
