/**
 * Numbers for folded words: an open-addressing hash table over one pool of UTF-16 units,
 * so that a scan looks a word up without making a string of it.
 */
export interface WordTable {
  /** How many words have a number; the next one gets this. */
  readonly size: number;
  /** The number of the word in `units[0…length)`; `hash` is {@link HASH_START} with each unit mixed in. */
  add(units: Uint16Array, length: number, hash: number): number;
  /** The words as they are now, in as little room as they need. Nothing can be added to it. */
  seal(): Words;
}

/** The words of a sealed table, as plain arrays. */
export interface Words {
  /** Pairs (hash, word); the word is -1 in a free pair. Their count is a power of two. */
  readonly slots: Int32Array;
  /** Where each word begins in the pool; one more tells where the last one ends. */
  readonly starts: Uint32Array;
  readonly pool: Uint16Array;
}

/** FNV-1a over UTF-16 units, 32 bits: the start, and a unit mixed in. Whoever folds a word hashes it on the way. */
export const HASH_START = 0x811c9dc5 | 0;
export function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The number of the word in `units[0…length)`, or -1. */
export function numberOf({ slots, starts, pool }: Words, units: Uint16Array, length: number, hash: number): number {
  const mask = slots.length - 1;
  let at = ((hash ^ (hash >>> 15)) << 1) & mask;
  for (;;) {
    const word = slots[at + 1] as number;
    if (word < 0) return -1;
    if (slots[at] === hash && isWord(starts, pool, word, units, length)) return word;
    at = (at + 2) & mask;
  }
}

function isWord(starts: Uint32Array, pool: Uint16Array, word: number, units: Uint16Array, length: number): boolean {
  const start = starts[word] as number;
  if ((starts[word + 1] as number) - start !== length) return false;
  for (let i = 0; i < length; i += 1) if (pool[start + i] !== units[i]) return false;
  return true;
}

/** @param expected about how many words there will be, to save growing; more may come */
export function createWordTable(expected: number): WordTable {
  let slots = emptySlots(expected);
  let starts = new Uint32Array(slots.length / 2);
  let pool = new Uint16Array(slots.length * 2);
  let count = 0;

  function grow(): void {
    slots = rehashed(slots, slots.length * 2);
    starts = widened(starts);
  }

  return {
    get size() {
      return count;
    },
    add(units, length, hash) {
      const mask = slots.length - 1;
      let at = ((hash ^ (hash >>> 15)) << 1) & mask;
      for (let word = slots[at + 1] as number; word >= 0; word = slots[at + 1] as number) {
        if (slots[at] === hash && isWord(starts, pool, word, units, length)) return word;
        at = (at + 2) & mask;
      }
      const start = starts[count] as number;
      while (start + length > pool.length) pool = widened(pool);
      for (let i = 0; i < length; i += 1) pool[start + i] = units[i] as number;
      slots[at] = hash;
      slots[at + 1] = count;
      count += 1;
      starts[count] = start + length;
      if (count * 3 > slots.length) grow();
      return count - 1;
    },
    seal() {
      const snug = emptySlots(count).length;
      return {
        slots: snug === slots.length ? slots : rehashed(slots, snug),
        starts: starts.slice(0, count + 1),
        pool: pool.slice(0, starts[count]),
      };
    },
  };
}

/** Room for words at a load of at most two thirds. */
function emptySlots(words: number): Int32Array<ArrayBuffer> {
  let room = 256;
  while (room * 2 < words * 3) room *= 2;
  return new Int32Array(room * 2).fill(-1);
}

function rehashed(slots: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const other = new Int32Array(length).fill(-1);
  const mask = length - 1;
  for (let from = 0; from < slots.length; from += 2) {
    if ((slots[from + 1] as number) < 0) continue;
    const hash = slots[from] as number;
    let at = ((hash ^ (hash >>> 15)) << 1) & mask;
    while ((other[at + 1] as number) >= 0) at = (at + 2) & mask;
    other[at] = hash;
    other[at + 1] = slots[from + 1] as number;
  }
  return other;
}

function widened<T extends Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>>(narrow: T): T {
  const wide = (
    narrow instanceof Uint32Array ? new Uint32Array(narrow.length * 2) : new Uint16Array(narrow.length * 2)
  ) as T;
  wide.set(narrow);
  return wide;
}
