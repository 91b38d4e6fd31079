import type { Concept } from '../../model/concept.ts';
import { type ConceptChanges, goneOf } from '../../model/concept-changes.ts';
import { addToGroup } from '../../model/groups.ts';
import type { Slices } from '../../model/slices.ts';
import { fold } from '../../text/characters.ts';

/** Ids of entries, in the order of the entries, by a French term that they have; folded. */
type IdsByTerm = ReadonlyMap<string, readonly string[]>;

/** Which entries have which French term; those that are the same but for case, apostrophes and the like are one. */
export interface FrenchTerms {
  readonly all: IdsByTerm;
  /** Those of which that is no longer true, as they are now. */
  readonly since: IdsByTerm;
  /** Those of several entries. */
  readonly shared: IdsByTerm;
}

/** Entries looked at between two pauses. */
const SLICE = 500;

/** Terms that may be otherwise by now; with more, all are put together again. */
const MOST_SINCE = 2000;

export function foldedFrench({ fr }: Concept): ReadonlySet<string> {
  return new Set(fr.map(({ text }) => fold(text)));
}

export function* frenchTermSlices(concepts: readonly Concept[]): Slices<FrenchTerms> {
  const all = new Map<string, string[]>();
  for (const [i, concept] of concepts.entries()) {
    if (i % SLICE === 0) yield;
    for (const term of foldedFrench(concept)) addToGroup(all, term, concept.id);
  }
  return { all, since: new Map(), shared: new Map([...all].filter(([, ids]) => ids.length > 1)) };
}

/**
 * The terms after a change: only those of entries that came or went are looked at.
 *
 * @param concepts all entries of now; those that both have come in the same order
 */
export function* changedTermSlices(
  before: FrenchTerms,
  changes: ConceptChanges,
  concepts: readonly Concept[],
): Slices<FrenchTerms> {
  if (before.since.size > MOST_SINCE) return yield* frenchTermSlices(concepts);
  const ids = new Map<string, Set<string>>();
  const idsOf = (term: string) => {
    const known = ids.get(term) ?? new Set(before.since.get(term) ?? before.all.get(term));
    ids.set(term, known);
    return known;
  };
  for (const concept of goneOf(changes)) for (const term of foldedFrench(concept)) idsOf(term).delete(concept.id);
  for (const concept of changes.come) for (const term of foldedFrench(concept)) idsOf(term).add(concept.id);
  const inOrder = orderOf(concepts, [...ids.values()]);
  const since = new Map(before.since);
  const shared = new Map(before.shared);
  for (const [term, its] of ids) {
    const sorted = inOrder(its);
    since.set(term, sorted);
    if (sorted.length > 1) shared.set(term, sorted);
    else shared.delete(term);
  }
  return { all: before.all, since, shared };
}

/** Puts some of these ids into the order of their entries. */
function orderOf(
  concepts: readonly Concept[],
  groups: readonly ReadonlySet<string>[],
): (ids: ReadonlySet<string>) => string[] {
  const wanted = new Set(groups.flatMap((ids) => (ids.size > 1 ? [...ids] : [])));
  const places = new Map<string, number>();
  for (const [place, { id }] of wanted.size === 0 ? [] : concepts.entries()) if (wanted.has(id)) places.set(id, place);
  return (ids) => [...ids].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}
