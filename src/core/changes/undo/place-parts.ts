import { type FilePart, keyOfChange, type PartChange } from '../ports/file-parts.ts';

/** Neighbours that a part had when it came or went. */
type Neighbours = Pick<PartChange, 'follows' | 'leads'>;

/** Where parts stood that are not there now, told by all that is known of a file. */
export type Places = ReadonlyMap<string, Neighbours>;

export function placesIn(changes: Iterable<PartChange>): Places {
  const places = new Map<string, Neighbours>();
  for (const change of changes)
    if (change.from === null || change.to === null || change.from.key !== change.to.key) {
      places.set(keyOfChange(change), change);
      if (change.from !== null) places.set(change.from.key, change);
    }
  return places;
}

/**
 * Where a part goes that stood in a file before: behind the last living one of those it followed, and behind those that
 * are known to have stood between.
 *
 * @returns a position among the parts
 */
export function placeFor(key: string, parts: readonly FilePart[], places: Places): number {
  const living = new Map(parts.map((part, i) => [part.key, i]));
  const before = lastLiving(key, living, places, 'follows');
  let at = before === null ? 0 : (living.get(before) ?? 0) + 1;
  while (at < parts.length && reaches(parts[at]?.key ?? '', key, living, places)) at += 1;
  return at;
}

/** The nearest neighbour on one side that is there now. */
function lastLiving(
  key: string,
  living: ReadonlyMap<string, number>,
  places: Places,
  side: keyof Neighbours,
): string | null {
  const seen = new Set([key]);
  for (let next = places.get(key)?.[side] ?? null; next !== null; next = places.get(next)?.[side] ?? null) {
    if (living.has(next)) return next;
    if (seen.has(next)) return null;
    seen.add(next);
  }
  return null;
}

/** Whether a living part is known to stand before another, by those between them that are gone. */
function reaches(from: string, key: string, living: ReadonlyMap<string, number>, places: Places): boolean {
  const seen = new Set<string>();
  for (let next = places.get(from)?.leads ?? null; next !== null && !seen.has(next); ) {
    if (next === key) return true;
    if (living.has(next)) return false;
    seen.add(next);
    next = places.get(next)?.leads ?? null;
  }
  return false;
}
