/** Numbers of a hit. */
export const HIT = 5;

/** Where hits are gathered before their number is known; an index keeps one from text to text. */
export interface Scratch {
  /** How many of the numbers are those of hits. */
  used: number;
  numbers: Int32Array<ArrayBuffer>;
}

export function createScratch(): Scratch {
  return { used: 0, numbers: new Int32Array(HIT * 256) };
}
