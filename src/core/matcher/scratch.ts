/** Numbers of a hit. */
export const HIT = 4;

/** Where hits are gathered before their number is known; an index keeps one from text to text. */
export interface Scratch {
  numbers: Int32Array<ArrayBuffer>;
}

export function createScratch(): Scratch {
  return { numbers: new Int32Array(HIT * 256) };
}
