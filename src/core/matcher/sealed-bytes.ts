import type { SealedForms } from './forms-builder.ts';

/** A list of numbers of sealed forms, as it is kept. */
type Numbers = Int32Array | Uint32Array | Uint8Array;

/** Numbers before the lists: the longest path, the places for edges, and the length of each list in bytes. */
const HEAD = 2;
const LISTS = 8;
const ALIGNED = 4;

/** Sealed forms as bytes, in the byte order of this machine. */
export function bytesOfSealed({ words, trie }: SealedForms): Uint8Array {
  const { longest, places, firsts, edges, heads, values, marks } = trie;
  const lists: readonly Numbers[] = [firsts, edges, heads, values, words.slots, words.starts, marks, words.pool];
  const head = Uint32Array.of(longest, places, ...lists.map(({ byteLength }) => byteLength));
  const bytes = new Uint8Array(head.byteLength + lists.reduce((sum, { byteLength }) => sum + aligned(byteLength), 0));
  bytes.set(new Uint8Array(head.buffer));
  let at = head.byteLength;
  for (const { buffer, byteOffset, byteLength } of lists) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  return bytes;
}

/**
 * What {@link bytesOfSealed} made bytes of.
 *
 * @param bytes of this machine’s making, whole
 * @throws {RangeError} for anything else
 */
export function sealedOfBytes(bytes: Uint8Array): SealedForms {
  const { buffer } = new Uint8Array(bytes);
  const [longest = 0, places = 0, ...lengths] = new Uint32Array(buffer, 0, HEAD + LISTS);
  let at = (HEAD + LISTS) * Uint32Array.BYTES_PER_ELEMENT;
  const starts = lengths.map((length) => {
    at += aligned(length);
    return at - aligned(length);
  });
  const placeOf = (list: number) => [starts[list] as number, lengths[list] as number] as const;
  const ints = (list: number) => new Int32Array(buffer, placeOf(list)[0], placeOf(list)[1] / 4);
  const [firsts, edges, heads, values, slots] = [ints(0), ints(1), ints(2), ints(3), ints(4)];
  const trie = { longest, places, firsts, edges, heads, values, marks: new Uint8Array(buffer, ...placeOf(6)) };
  const words = { slots, starts: new Uint32Array(buffer, placeOf(5)[0], placeOf(5)[1] / 4) };
  return { trie, words: { ...words, pool: new Uint8Array(buffer, ...placeOf(7)) } };
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNED) * ALIGNED;
}
