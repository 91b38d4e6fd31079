/** Sums of a list up to each place, so that any stretch is one subtraction. */
export function sumsOf(list: readonly number[]): number[] {
  const sums = [0];
  for (const one of list) sums.push((sums.at(-1) as number) + one);
  return sums;
}

export function between(sums: readonly number[], from: number, count: number): number {
  return (sums[from + count] as number) - (sums[from] as number);
}
