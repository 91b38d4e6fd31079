import type { Slices } from './slices.ts';

/** Items sorted, or put together, between two pauses. */
const SLICE = 4000;

/** Sorts as `toSorted` does, equal items in their order, with pauses. */
export function* sortSlices<T>(items: readonly T[], compare: (a: T, b: T) => number): Slices<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += SLICE) {
    runs.push(items.slice(at, at + SLICE).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) longer.push(yield* merge(runs[i] ?? [], runs[i + 1] ?? [], compare));
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merge<T>(first: readonly T[], second: readonly T[], compare: (a: T, b: T) => number): Slices<T[]> {
  const merged: T[] = [];
  for (let [i, j] = [0, 0]; i < first.length || j < second.length; ) {
    const isFirst = j === second.length || (i < first.length && compare(first[i] as T, second[j] as T) <= 0);
    merged.push(isFirst ? (first[i++] as T) : (second[j++] as T));
    if (merged.length % SLICE === 0) yield;
  }
  return merged;
}
