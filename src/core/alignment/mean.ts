/** The mean of some numbers; 0 for none. */
export function meanOf(list: readonly number[]): number {
  return list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length);
}
