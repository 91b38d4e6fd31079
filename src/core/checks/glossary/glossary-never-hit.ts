import type { Concept } from '../../model/concept.ts';
import { type Problem, problemOf } from '../problem.ts';

/** Entries that no article has, so that nobody wonders why they do nothing. */
export function neverHit(concepts: readonly Concept[], hit: ReadonlySet<Concept>): Problem[] {
  return concepts
    .filter((concept) => !hit.has(concept))
    .map(({ id, place }) => problemOf('never-hit', place, `no article has a term of “${id}”`));
}
