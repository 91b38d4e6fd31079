import type { Concept } from '../model/concept.ts';
import { type ConceptChanges, changesSlices, goneOf } from '../model/concept-changes.ts';
import { sameItems } from '../model/same-items.ts';
import type { Slices } from '../model/slices.ts';
import { type FormSources, type IndexPart, partSlices } from './index-part.ts';
import { lessSlices } from './less-part.ts';

/** Entries that change together: those of a large file, or those of all others. */
export interface IndexGroup {
  /** Null for those of all others. */
  readonly file: string | null;
  readonly concepts: readonly Concept[];
  /** What all its forms were last generated for. */
  readonly whole: IndexPart;
  /** That part, or what is left of it and, behind it, the entries that came since. */
  readonly parts: readonly IndexPart[];
}

/** Entries of one file from which on they are a group of their own, so that others can change without them. */
export const LARGE = 2000;

/** Entries that may differ from those that the forms were generated for; with more, all are generated again. */
const MOST_CHANGED = 300;

/** Makes the parts of a group, of what its parts were before where that is possible. */
export function* groupSlices(
  group: Pick<IndexGroup, 'file' | 'concepts'>,
  before: IndexGroup | null,
  sources: FormSources,
): Slices<IndexGroup> {
  const { concepts } = group;
  if (before !== null && sameItems(before.concepts, concepts)) return before;
  const changes = before === null ? null : yield* changesSlices(before.whole.concepts, concepts);
  if (before === null || changes === null || !isSmall(changes)) {
    const whole = yield* partSlices(concepts, sources);
    return { ...group, whole, parts: [whole] };
  }
  const { whole } = before;
  const { come } = changes;
  const left = yield* lessSlices(whole, changes.left, { ...sources, concepts: without(concepts, come) });
  if (come.length === 0) return { ...group, whole, parts: [left] };
  return { ...group, whole, parts: [left, yield* partSlices(come, { ...sources, sealed: null, begun: null })] };
}

/** False where too much changed, or those that are still there come in another order. */
function isSmall(changes: ConceptChanges): boolean {
  return changes.isSameOrder && changes.come.length <= MOST_CHANGED && goneOf(changes).length <= MOST_CHANGED;
}

/** @param others some of the entries, in their order */
function without(concepts: readonly Concept[], others: readonly Concept[]): readonly Concept[] {
  if (others.length === 0) return concepts;
  let next = 0;
  return concepts.filter((concept) => {
    const isOther = concept === others[next];
    if (isOther) next += 1;
    return !isOther;
  });
}
