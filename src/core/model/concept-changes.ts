import { type Concept, saysTheSame } from './concept.ts';
import { sameItems } from './same-items.ts';
import type { Slices } from './slices.ts';

/** What became of the entries of one list in another; each id stands once in a list. */
export interface ConceptChanges {
  /**
   * Entries that are there no more as the same object, in order: with the one that counts as the same, such as one
   * that stands in another place, or with null where none does.
   */
  readonly left: readonly (readonly [was: Concept, is: Concept | null])[];
  /** Entries that count as the same as none before, in order. */
  readonly come: readonly Concept[];
  /** Whether those that both lists have come in the same order. */
  readonly isSameOrder: boolean;
}

/** Entries compared between two pauses. */
const SLICE = 500;

/**
 * Compares two lists: what both begin and end with is passed over, so that after one edit there is little to look at.
 *
 * @param isSame whether two of one id that are not the same object count as the same
 */
export function* changesSlices(
  before: readonly Concept[],
  after: readonly Concept[],
  isSame = saysTheSame,
): Slices<ConceptChanges> {
  const { was, is } = middlesOf(before, after);
  const [known, now] = [new Set(was), new Set(is)];
  const others = new Map(is.filter((concept) => !known.has(concept)).map((concept) => [concept.id, concept]));
  const left: (readonly [Concept, Concept | null])[] = [];
  const kept: Concept[] = [];
  for (const [i, concept] of was.entries()) {
    if (i % SLICE === 0) yield;
    const other = now.has(concept) ? concept : others.get(concept.id);
    const same = other === concept || (other && isSame(other, concept)) ? other : null;
    if (same !== concept) left.push([concept, same]);
    if (same !== null) kept.push(same);
  }
  const still = new Set(kept);
  return {
    left,
    come: is.filter((concept) => !still.has(concept)),
    isSameOrder: sameItems(
      kept,
      is.filter((concept) => still.has(concept)),
    ),
  };
}

/** What stands between the objects that two lists both begin and end with. */
export function middlesOf(before: readonly Concept[], after: readonly Concept[]) {
  const { begin, end } = sharedEdges(before, after);
  return { was: before.slice(begin, before.length - end), is: after.slice(begin, after.length - end) };
}

/** How many of the same objects two lists begin with, and then end with. */
function sharedEdges(a: readonly Concept[], b: readonly Concept[]): { readonly begin: number; readonly end: number } {
  const most = Math.min(a.length, b.length);
  let [begin, end] = [0, 0];
  while (begin < most && a[begin] === b[begin]) begin += 1;
  while (end < most - begin && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return { begin, end };
}

/** Entries that are gone, or do not count as the same by now. */
export function goneOf({ left }: ConceptChanges): Concept[] {
  return left.flatMap(([was, is]) => (is === null ? [was] : []));
}

/** Those that count as the same: as they are now, by what they were. */
export function movedOf({ left }: ConceptChanges): ReadonlyMap<Concept, Concept> {
  return new Map(left.flatMap(([was, is]) => (is === null ? [] : [[was, is] as const])));
}
