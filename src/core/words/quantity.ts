import type { Span } from '../model/rich-text.ts';

/** A number as a text states it, in figures or words. */
export interface Quantity extends Span {
  readonly kind: 'number' | 'time' | 'month' | 'decade';
  /**
   * Minutes since midnight for a time; 1–12 for a month; the first year of a decade, or 90 where nobody says of which
   * century. An ordinal is the number it counts to.
   */
  readonly value: number;
  /** `%`, a currency, a measure of `measures.ts`, or null. */
  readonly unit: string | null;
  /** May answer a number of the other side, but nobody misses it. */
  readonly loose: boolean;
  /** What else the same words may be worth: 90 for the 1990s, 1.234 for 1.234 in French. */
  readonly also?: readonly number[];
  /** The numbers that it is made of, where the other side may say them one by one: 2 and 3 of two thirds. */
  readonly parts?: readonly number[];
  /** A unit that the number beside it may say for it: between 10 and 12 %. */
  readonly shared?: string;
  /** What it goes to, or stands against: 15 in de 26 à 15. */
  readonly until?: number;
  /** Of a month that no name says. */
  readonly inFigures?: true;
  /** What multiplied it: 10⁹ for deux milliards. */
  readonly scale?: number;
}

/** A quantity that is a plain number, to be said more of. */
export function plainNumber(start: number, end: number, value: number): Quantity {
  return { start, end, kind: 'number', value: Math.round(value * 1e6) / 1e6, unit: null, loose: false };
}
