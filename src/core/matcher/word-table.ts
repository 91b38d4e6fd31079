/**
 * Numbers for folded words: an open-addressing hash table over one pool of bytes, so that a scan looks a word up
 * without making a string of it. Which bytes stand for which letters is the tokenizer’s affair.
 */
export interface WordTable {
  /** How many words have a number; the next one gets this. */
  readonly size: number;
  /** The number of the word in `bytes[0…length)`; `hash` is {@link HASH_START} with each byte mixed in. */
  add(bytes: Uint8Array, length: number, hash: number): number;
  /** The words as they are now, in as little room as they need. Nothing can be added to it. */
  seal(): Words;
}

/** The words of a sealed table, as plain arrays. */
export interface Words {
  /** Pairs (hash, word); the word is -1 in a free pair. */
  readonly slots: Int32Array;
  /** Where each word begins in the pool; one more tells where the last one ends. */
  readonly starts: Uint32Array;
  readonly pool: Uint8Array;
}

/** FNV-1a, 32 bits: the start, and a byte mixed in. Whoever folds a word hashes it on the way. */
export const HASH_START = 0x811c9dc5 | 0;
export function mixed(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

/** The hash of a whole word. */
export function hashOf(bytes: Uint8Array, length: number): number {
  let hash = HASH_START;
  for (let i = 0; i < length; i += 1) hash = mixed(hash, bytes[i] as number);
  return hash;
}

/** The number of the word in `bytes[0…length)`, or -1. */
export function numberOf({ slots, starts, pool }: Words, bytes: Uint8Array, length: number, hash: number): number {
  for (let at = placeOf(hash, slots.length); ; ) {
    const word = slots[at + 1] as number;
    if (word < 0) return -1;
    if (slots[at] === hash && isWord(starts, pool, word, bytes, length)) return word;
    at += 2;
    if (at === slots.length) at = 0;
  }
}

/** The bytes of a word. */
export function wordIn({ starts, pool }: Words, word: number): Uint8Array {
  return pool.subarray(starts[word], starts[word + 1]);
}

/** Where the search for a hash begins: its high bits, which FNV mixes best, scaled to the table. */
function placeOf(hash: number, length: number): number {
  return Math.floor((Math.imul(hash, 0x9e3779b1) >>> 0) * (length / 2 ** 33)) * 2;
}

function isWord(starts: Uint32Array, pool: Uint8Array, word: number, bytes: Uint8Array, length: number): boolean {
  const start = starts[word] as number;
  if ((starts[word + 1] as number) - start !== length) return false;
  for (let i = 0; i < length; i += 1) if (pool[start + i] !== bytes[i]) return false;
  return true;
}

/** @param expected about how many words there will be, to save growing; more may come */
export function createWordTable(expected: number): WordTable {
  let slots = new Int32Array(4 * Math.max(64, expected)).fill(-1);
  let starts = new Uint32Array(slots.length / 2);
  let pool = new Uint8Array(slots.length * 2);
  let count = 0;

  function grow(): void {
    slots = rehashed(slots, slots.length * 2);
    starts = widened(starts);
  }

  return {
    get size() {
      return count;
    },
    add(bytes, length, hash) {
      let at = placeOf(hash, slots.length);
      for (let word = slots[at + 1] as number; word >= 0; word = slots[at + 1] as number) {
        if (slots[at] === hash && isWord(starts, pool, word, bytes, length)) return word;
        at += 2;
        if (at === slots.length) at = 0;
      }
      const start = starts[count] as number;
      while (start + length > pool.length) pool = widened(pool);
      for (let i = 0; i < length; i += 1) pool[start + i] = bytes[i] as number;
      slots[at] = hash;
      slots[at + 1] = count;
      count += 1;
      starts[count] = start + length;
      if (count * 3 > slots.length) grow();
      return count - 1;
    },
    seal() {
      return {
        slots: rehashed(slots, Math.ceil(count * 1.75) * 2 + 2),
        starts: starts.slice(0, count + 1),
        pool: pool.slice(0, starts[count]),
      };
    },
  };
}

function rehashed(slots: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const other = new Int32Array(length).fill(-1);
  for (let from = 0; from < slots.length; from += 2) {
    if ((slots[from + 1] as number) < 0) continue;
    const hash = slots[from] as number;
    let at = placeOf(hash, length);
    while ((other[at + 1] as number) >= 0) at = at + 2 === length ? 0 : at + 2;
    other[at] = hash;
    other[at + 1] = slots[from + 1] as number;
  }
  return other;
}

function widened<T extends Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(narrow: T): T {
  const wide = (
    narrow instanceof Uint32Array ? new Uint32Array(narrow.length * 2) : new Uint8Array(narrow.length * 2)
  ) as T;
  wide.set(narrow);
  return wide;
}
