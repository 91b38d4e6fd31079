import { partitionPoint } from './partition-point.ts';

/**
 * As many items as follow each other: a longest increasing subsequence, in n log n steps.
 *
 * @param follows whether an item may stand somewhere behind another; it holds of all that are smaller, by one order
 */
export function longestRun<T>(items: readonly T[], follows: (item: T, before: T) => boolean): T[] {
  const last: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [number, item] of items.entries()) {
    const length = partitionPoint(last, (one) => follows(item, items[one] as T));
    before.push(last[length - 1]);
    last[length] = number;
  }
  const run: T[] = [];
  for (let at = last.at(-1); at !== undefined; at = before[at]) run.push(items[at] as T);
  return run.reverse();
}
