import type { Concept } from './concept.ts';

/** Entries by their ids. Immutable. */
export interface ConceptsById {
  get(id: string): Concept | undefined;
  has(id: string): boolean;
  /** The same without some entries, and with others: what stays is not copied. */
  changed(gone: Iterable<Concept>, come: Iterable<Concept>): ConceptsById;
}

/** Ids that may differ from a map before another is made: what a change costs grows with them. */
const MOST_CHANGED = 1000;

export function conceptsById(all: ReadonlyMap<string, Concept>): ConceptsById {
  return conceptsOver(all, new Map());
}

/** @param changed entries that differ from those of the map: null for one that is gone */
function conceptsOver(all: ReadonlyMap<string, Concept>, changed: ReadonlyMap<string, Concept | null>): ConceptsById {
  const get = (id: string) => {
    const known = changed.get(id);
    return known === undefined ? all.get(id) : (known ?? undefined);
  };
  return {
    get,
    has: (id) => get(id) !== undefined,
    changed(gone, come) {
      const now = new Map(changed);
      for (const { id } of gone) now.set(id, null);
      for (const concept of come) now.set(concept.id, concept);
      return now.size > MOST_CHANGED ? conceptsById(mergedOf(all, now)) : conceptsOver(all, now);
    },
  };
}

function mergedOf(
  all: ReadonlyMap<string, Concept>,
  changed: ReadonlyMap<string, Concept | null>,
): ReadonlyMap<string, Concept> {
  const merged = new Map(all);
  for (const [id, concept] of changed) {
    if (concept === null) merged.delete(id);
    else merged.set(id, concept);
  }
  return merged;
}
