/**
 * Index of the first item of which something does not hold, where it holds of all before that one and of none behind;
 * the length where it holds of all. Logarithmic, as `std::partition_point`.
 */
export function partitionPoint<T>(list: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
