import type { Concept } from '../../core/model/concept.ts';
import { type EntryRow, entryOf, entryRow } from '../../core/model/entry-rows.ts';
import type { Slices } from '../../core/model/slices.ts';

/**
 * One property of a result; of a list, some of its items; of a list of entries, those as rows, with the file they are
 * of.
 */
export type Part =
  | { readonly key: string; readonly value: unknown }
  | { readonly key: string; readonly items: readonly unknown[] }
  | { readonly key: string; readonly file: string; readonly rows: readonly EntryRow[] };

/** Items that cross from thread to thread in one piece, so that taking one is no long turn. */
const MOST_ITEMS = 100;

/** Under this name there are entries, whatever the result. */
const ENTRIES = 'concepts';

/** A result in parts that are small each. */
export function* partsOf(result: object): Generator<Part> {
  for (const [key, value] of Object.entries(result)) {
    if (!Array.isArray(value)) {
      yield { key, value };
      continue;
    }
    const partOf = key === ENTRIES ? rowsOf : itemsOf;
    yield partOf(key, value.slice(0, MOST_ITEMS));
    for (let at = MOST_ITEMS; at < value.length; at += MOST_ITEMS) yield partOf(key, value.slice(at, at + MOST_ITEMS));
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
    else if (Array.isArray(before)) for (const item of listOf(part)) before.push(item);
    else result.set(part.key, listOf(part));
    yield;
  }
  return Object.fromEntries(result);
}

function itemsOf(key: string, items: readonly unknown[]): Part {
  return { key, items };
}

function rowsOf(key: string, entries: readonly Concept[]): Part {
  const file = entries[0]?.place.file ?? '';
  return { key, file, rows: entries.map((entry) => entryRow(entry, file)) };
}

function listOf(part: Exclude<Part, { readonly value: unknown }>): readonly unknown[] {
  return 'items' in part ? part.items : part.rows.map((row) => entryOf(row, part.file));
}
