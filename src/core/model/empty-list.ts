const NONE: readonly never[] = Object.freeze([]);

/**
 * The list, or where nothing is in it the one empty list that stands for all: paragraphs have many such lists, and are
 * held by the thousand.
 */
export function orEmpty<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list;
}

/** Whether a value is a list with nothing in it. */
export function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
