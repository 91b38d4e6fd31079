/** The item at an index, or the first or the last where it lies beyond them; none of no items. */
export function within<T>(items: readonly T[], index: number): T | undefined {
  return items[Math.max(0, Math.min(items.length - 1, index))];
}
