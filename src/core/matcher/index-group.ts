import { type Concept, saysTheSame } from '../model/concept.ts';
import { sameItems } from '../model/same-items.ts';
import type { Slices } from '../model/slices.ts';
import { type FormSources, type IndexPart, lessSlices, partSlices } from './index-part.ts';

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

/** Entries compared between two pauses. */
const SLICE = 500;

/** Makes the parts of a group, of what its parts were before where that is possible. */
export function* groupSlices(
  group: Pick<IndexGroup, 'file' | 'concepts'>,
  before: IndexGroup | null,
  sources: FormSources,
): Slices<IndexGroup> {
  const { concepts } = group;
  if (before !== null && sameItems(before.concepts, concepts)) return before;
  const change = before === null ? null : yield* changeSlices(before.whole.concepts, concepts);
  if (before === null || change === null) {
    const whole = yield* partSlices(concepts, sources);
    return { ...group, whole, parts: [whole] };
  }
  const { whole } = before;
  const left = yield* lessSlices(whole, change.kept, sources.verbs);
  if (change.come.length === 0) return { ...group, whole, parts: [left] };
  return { ...group, whole, parts: [left, yield* partSlices(change.come, { ...sources, sealed: null, begun: null })] };
}

/** What became of some entries. */
interface GroupChange {
  /** Those that say the same, as they are now, by what they were; in order. */
  readonly kept: ReadonlyMap<Concept, Concept>;
  /** Those that say something new. */
  readonly come: readonly Concept[];
}

/** Null where too much changed, or those that are still there come in another order. */
function* changeSlices(was: readonly Concept[], is: readonly Concept[]): Slices<GroupChange | null> {
  const [before, now] = [new Set(was), new Set(is)];
  const other = new Map(is.filter((concept) => !before.has(concept)).map((concept) => [concept.id, concept]));
  const kept = new Map<Concept, Concept>();
  for (const [i, concept] of was.entries()) {
    if (i % SLICE === 0) yield;
    const moved = now.has(concept) ? concept : other.get(concept.id);
    if (moved !== undefined && saysTheSame(moved, concept)) kept.set(concept, moved);
    else if (i - kept.size >= MOST_CHANGED) return null;
  }
  const still = new Set(kept.values());
  const come = is.filter((concept) => !still.has(concept));
  if (come.length > MOST_CHANGED) return null;
  const order = is.filter((concept) => still.has(concept));
  return sameItems([...kept.values()], order) ? { kept, come } : null;
}
