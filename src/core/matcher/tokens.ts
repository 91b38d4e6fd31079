import type { Language } from '../model/concept.ts';
import { CLASS, FOLD, foldedLigature, SKIPPED, SPACE, WORD } from '../text/characters.ts';
import { endWithOptional, mayBeginEnding } from './optional-endings.ts';
import { HASH_START, hashOf, mixed, numberOf, type Words } from './word-table.ts';

/** Words and signs of a text, in order; spaces are not tokens. Offsets are UTF-16 units. */
export interface Tokens {
  /** How many there are now; the arrays may have room for more. */
  count: number;
  /** The range of those whose turn it is; the others are there to be looked at from these. */
  begin: number;
  limit: number;
  /** By table, the number of the word there, or -1 for a word that has none. */
  readonly words: readonly Int32Array[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Of the text. */
  readonly language: Language;
  /** The folded letters of the word that is being read. */
  readonly bytes: Uint8Array;
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
   * Calls back with the tokens of a composed text. A long text comes in windows; the tokens of one are overwritten by
   * the next. Must not be called from its own callback.
   */
  each(text: string, visit: (tokens: Tokens) => void): void;
}

/**
 * One pass: a run of letters, digits and marks is one token, every other sign but a space is a token of its own. So an
 * elision (l’, d’, qu’) needs no rule: the apostrophe cuts.
 *
 * @param tables each gives the words numbers of its own
 * @param ahead tokens that must be seen behind each one that is visited
 * @param language of the texts: which endings of a word a reader may leave out
 */
export function createTokenizer(tables: readonly Words[], ahead: number, language: Language): Tokenizer {
  const room = WINDOW + ahead + LOOK_BACK + 1;
  const [starts, ends] = [new Int32Array(room), new Int32Array(room)];
  const words = tables.map(() => new Int32Array(room));
  const bytes = new Uint8Array(BUFFER_BYTES);
  const tokens: Tokens = { count: 0, begin: 0, limit: 0, words, starts, ends, language, bytes };
  const reading: Reading = { tables, language };
  return {
    each(text, visit) {
      tokens.count = 0;
      tokens.begin = 0;
      for (let at = 0; ; ) {
        at = readTokens(text, at, tokens, reading);
        const ended = at >= text.length;
        tokens.limit = ended ? tokens.count : tokens.count - ahead;
        visit(tokens);
        if (ended) return;
        const kept = Math.max(0, tokens.limit - LOOK_BACK);
        for (const list of [starts, ends, ...words]) list.copyWithin(0, kept, tokens.count);
        tokens.count -= kept;
        tokens.begin = tokens.limit - kept;
      }
    },
  };
}

/** French and English letters take a byte each; this byte opens the two of any other. */
export const WIDE = 0xff;
/** A word of {@link MOST_BYTES}, and the letters of one more ligature. */
const BUFFER_BYTES = MOST_BYTES + 4;

/** What a unit is while a word is read: a letter is the byte it folds to, and all else one of these. */
const BLANK = 0;
const SIGN = 1;
const ODD = 2;
const READ = new Uint8Array(65536).map((_, unit) => {
  const [kind, folded] = [CLASS[unit], FOLD[unit] as number];
  if (kind === SPACE) return BLANK;
  if (kind === SKIPPED || folded === 0 || folded >= WIDE || mayBeginEnding(unit)) return ODD;
  return kind === WORD ? folded : SIGN;
});

// What runs once a letter reads constants of this file: those of another are looked up at each use. And a method that
// is called on a text is looked up by the kind of string it is, cut, joined or whole, which is slow where all kinds
// come by.
const { charCodeAt } = String.prototype;
const [mix, START] = [mixed, HASH_START];

/** What a text is read with. */
interface Reading {
  readonly tables: readonly Words[];
  readonly language: Language;
}

/** Reads on from an offset until the text or the room ends, and says where it stopped. */
function readTokens(text: string, from: number, tokens: Tokens, reading: Reading): number {
  const { tables } = reading;
  const { starts, ends, bytes } = tokens;
  const [size, room] = [text.length, starts.length];
  let at = from;
  while (at < size && tokens.count < room) {
    const start = at;
    const stop = Math.min(size, start + MOST_BYTES);
    let read = BLANK;
    let hash = START;
    for (; at < stop; at += 1) {
      read = READ[charCodeAt.call(text, at)] as number;
      if (read <= ODD) break;
      bytes[at - start] = read;
      hash = mix(hash, read);
    }
    const length = at - start;
    if (length === 0 && read === BLANK) at += 1;
    else if (length === 0 || length === MOST_BYTES || read === ODD) at = readOdd(text, start, tokens, reading);
    else {
      numberIn(tables, tokens, length, hash);
      starts[tokens.count] = start;
      ends[tokens.count] = at;
      tokens.count += 1;
    }
  }
  return at;
}

/** Gives the word that was read its number in each table. */
function numberIn(tables: readonly Words[], { words, count, bytes }: Tokens, length: number, hash: number): void {
  for (let i = 0; i < tables.length; i += 1)
    (words[i] as Int32Array)[count] = numberOf(tables[i] as Words, bytes, length, hash);
}

/**
 * Reads a token that is more than a run of letters: one with a ligature, an invisible sign, other letters than French
 * ones or more than any term, or with an ending that a reader may leave out; or a sign. Gives the offset behind it.
 */
function readOdd(text: string, start: number, tokens: Tokens, { tables, language }: Reading): number {
  if (CLASS[text.charCodeAt(start)] === SKIPPED) return start + 1;
  const { words, starts, ends, bytes, count } = tokens;
  let [at, end, length] = [start, start, 0];
  for (; at < text.length; at += 1) {
    const unit = charCodeAt.call(text, at);
    const kind = CLASS[unit];
    if (kind === SKIPPED) continue;
    if (kind !== WORD) break;
    end = at + 1;
    if (length < MOST_BYTES) length = foldInto(bytes, length, unit);
  }
  if (end === start) length = foldInto(bytes, 0, text.charCodeAt(start));
  starts[count] = start;
  ends[count] = end === start ? start + 1 : endWithOptional(text, start, end, language);
  if (length < MOST_BYTES) numberIn(tables, tokens, length, hashOf(bytes, length));
  else for (const numbers of words) numbers[count] = -1;
  tokens.count += 1;
  return Math.max(at, ends[count] as number);
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
