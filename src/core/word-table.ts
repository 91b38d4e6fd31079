/**
 * Numbers for folded words: an open-addressing hash table over one pool of UTF-16 units,
 * so that a scan looks a word up without making a string of it.
 */
export interface WordTable {
  /** The number of the word in `units[0…length)`, or -1; `hash` is {@link HASH_START} with each unit mixed in. */
  find(units: Uint16Array, length: number, hash: number): number;
  /** As `find`, but the word gets a number if it has none. */
  add(units: Uint16Array, length: number, hash: number): number;
}

/** FNV-1a over UTF-16 units, 32 bits: the start, and a unit mixed in. Whoever folds a word hashes it on the way. */
export const HASH_START = 0x811c9dc5 | 0;
export function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

export function createWordTable(): WordTable {
  let slots = new Int32Array(256).fill(-1);
  let hashes = new Int32Array(128);
  let starts = new Uint32Array(129);
  let pool = new Uint16Array(1024);
  let count = 0;

  function isWord(word: number, units: Uint16Array, length: number): boolean {
    const start = starts[word] as number;
    if ((starts[word + 1] as number) - start !== length) return false;
    for (let i = 0; i < length; i += 1) if (pool[start + i] !== units[i]) return false;
    return true;
  }

  /** The slot that holds the word, or the free one where it belongs. */
  function slotOf(units: Uint16Array, length: number, hash: number): number {
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const word = slots[slot] as number;
      if (word < 0 || (hashes[word] === hash && isWord(word, units, length))) return slot;
      slot = (slot + 1) & mask;
    }
  }

  function grow(): void {
    const wider = new Int32Array(slots.length * 2).fill(-1);
    const mask = wider.length - 1;
    for (let word = 0; word < count; word += 1) {
      const hash = hashes[word] as number;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while ((wider[slot] as number) >= 0) slot = (slot + 1) & mask;
      wider[slot] = word;
    }
    slots = wider;
    hashes = widened(hashes, new Int32Array(slots.length / 2));
    starts = widened(starts, new Uint32Array(slots.length / 2 + 1));
  }

  return {
    find: (units, length, hash) => slots[slotOf(units, length, hash)] as number,
    add(units, length, hash) {
      const slot = slotOf(units, length, hash);
      if ((slots[slot] as number) >= 0) return slots[slot] as number;
      const start = starts[count] as number;
      while (start + length > pool.length) pool = widened(pool, new Uint16Array(pool.length * 2));
      pool.set(units.subarray(0, length), start);
      slots[slot] = count;
      hashes[count] = hash;
      starts[count + 1] = start + length;
      count += 1;
      if (count * 2 >= slots.length) grow();
      return count - 1;
    },
  };
}

function widened<T extends Int32Array | Uint32Array | Uint16Array>(narrow: T, wide: T): T {
  wide.set(narrow);
  return wide;
}
