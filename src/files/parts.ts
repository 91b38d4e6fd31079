import type { Slices } from '../core/model/slices.ts';

/** One property of a result; of a list, some of its items. */
export type Part =
  | { readonly key: string; readonly value: unknown }
  | { readonly key: string; readonly items: readonly unknown[] };

/** Items that cross from thread to thread in one piece, so that taking one is no long turn. */
const MOST_ITEMS = 100;

/** A result in parts that are small each. */
export function* partsOf(result: object): Generator<Part> {
  for (const [key, value] of Object.entries(result)) {
    if (!Array.isArray(value)) {
      yield { key, value };
      continue;
    }
    yield { key, items: value.slice(0, MOST_ITEMS) };
    for (let at = MOST_ITEMS; at < value.length; at += MOST_ITEMS)
      yield { key, items: value.slice(at, at + MOST_ITEMS) };
  }
}

/**
 * The result that parts are of.
 *
 * @param take the next part; null when there are no more
 */
export function* joinParts(take: () => Part | null): Slices<object> {
  const result = new Map<string, unknown>();
  for (let part = take(); part !== null; part = take()) {
    const before = result.get(part.key);
    if ('value' in part) result.set(part.key, part.value);
    else if (Array.isArray(before)) for (const item of part.items) before.push(item);
    else result.set(part.key, part.items);
    yield;
  }
  return Object.fromEntries(result);
}
