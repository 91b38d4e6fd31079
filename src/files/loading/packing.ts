import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A list in few bytes, and back in a fraction of the time that it takes to make it. */
export interface Packing<T> {
  /** Null where it cannot be packed. */
  pack(list: readonly T[]): Uint8Array | null;
  /** Says the same as the list that was packed; null where that cannot be had of the bytes any more. */
  unpack(bytes: Uint8Array): readonly T[] | null;
}

/** Plain data in about a fifth of what it takes as objects, in a millisecond for an article. */
export function bytesOfData(data: unknown): Uint8Array {
  // A copy, as the bytes lie in a buffer that is much longer.
  return new Uint8Array(deflateRawSync(JSON.stringify(data), { level: 1 }));
}

/** What {@link bytesOfData} made bytes of. */
export function dataOfBytes(bytes: Uint8Array): unknown {
  return JSON.parse(inflateRawSync(bytes).toString());
}
