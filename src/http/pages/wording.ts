/** Something in a list that is printed in one line, with what stands before it. */
export type Listed<T> = T & { readonly before: string };

/** Puts a comma, or another sign, before all but the first. */
export function listed<T extends object>(items: readonly T[], separator = ', '): Listed<T>[] {
  return items.map((item, i) => ({ ...item, before: i === 0 ? '' : separator }));
}

/** What there is of these, with a separator between; '' for none. */
export function joined(parts: readonly (string | null)[], separator: string): string {
  return parts.filter((part) => part !== null && part !== '').join(separator);
}

/** The number of a paragraph, as in its id: 7 for `p7`. */
export function numberOf(unit: string): number {
  return Number(unit.slice(1));
}

/** “¶7” for `p7`. */
export function pilcrow(unit: string): string {
  return `¶${numberOf(unit)}`;
}

/** “12,345”. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}
