import { keyOfChange, type PartChange } from '../ports/file-parts.ts';
import type { PartList, Slot } from './part-list.ts';

/** Neighbours that a part had when it came or went. */
type Neighbours = Pick<PartChange, 'from' | 'to' | 'follows' | 'leads'>;

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
 * are known to have stood between; never behind the one that it led.
 *
 * @returns what it goes before; null for the end
 */
export function placeFor(key: string, parts: PartList, places: Places): Slot | null {
  const before = lastLiving(key, parts, places);
  let at = before === null ? parts.first() : before.next;
  const leads = namesOf(places.get(key)?.leads ?? '', places);
  while (at !== null && !leads.has(at.part.key) && reaches(at.part.key, key, parts, places)) at = at.next;
  return at;
}

/** The nearest of those that a part followed that is there now. */
function lastLiving(key: string, parts: PartList, places: Places): Slot | null {
  const seen = new Set([key]);
  for (let next = places.get(key)?.follows ?? null; next !== null; next = places.get(next)?.follows ?? null) {
    const living = livingAs(next, parts, places);
    if (living !== null || seen.has(next)) return living;
    seen.add(next);
  }
  return null;
}

/** Where the part stands that has a key, or another one since. */
function livingAs(key: string, parts: PartList, places: Places): Slot | null {
  for (const one of namesOf(key, places)) {
    const living = parts.living(one);
    if (living !== null) return living;
  }
  return null;
}

/** The keys that a part with this one is known to have had. */
function namesOf(key: string, places: Places): ReadonlySet<string> {
  const names = new Set([key]);
  for (const one of names) {
    const { from, to } = places.get(one) ?? {};
    if (from && to) names.add(from.key).add(to.key);
  }
  return names;
}

/** Whether a living part is known to stand before another, by those between them that are gone. */
function reaches(from: string, key: string, parts: PartList, places: Places): boolean {
  const seen = new Set<string>();
  for (let next = places.get(from)?.leads ?? null; next !== null && !seen.has(next); ) {
    if (namesOf(next, places).has(key)) return true;
    if (livingAs(next, parts, places) !== null) return false;
    seen.add(next);
    next = places.get(next)?.leads ?? null;
  }
  return false;
}
