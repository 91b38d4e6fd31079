/** Whether this is the slow set, which takes the time that the quick one has not. */
export const IS_SLOW_SET = process.env['SLOW_SET'] !== undefined;

/** How often a property is tried: the quick set has other values each time it runs, the slow set has many at once. */
export function rounds(quick: number, slow: number): number {
  return IS_SLOW_SET ? slow : quick;
}

/**
 * Rows of a table that is slow by its size: every so many of them in the quick set, the first among them, and all in
 * the slow set.
 */
export function everyNth<Row>(rows: readonly Row[], step: number): Row[] {
  return IS_SLOW_SET ? [...rows] : rows.filter((_, i) => i % step === 0);
}
