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

/**
 * Every place where a path of an index ends, as plain numbers: few objects, so that a scan is quick. Good until the
 * next scan.
 */
export interface Hits {
  readonly count: number;
  /**
   * Five numbers a hit: start and end (UTF-16 offsets into the composed text), state, number of tokens, marks of the
   * state.
   */
  readonly numbers: Int32Array;
}
