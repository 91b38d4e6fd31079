import type { Concept } from '../../model/concept.ts';
import type { ConceptsById } from '../../model/concepts-by-id.ts';
import { type Problem, problemOf } from '../problem.ts';

/** Under `see:` stand ids of entries that are there. */
export function unknownReferences({ see, place }: Concept, byId: ConceptsById): Problem[] {
  return see
    .filter((id) => !byId.has(id))
    .map((id) => {
      const message = `see: no entry has the id “${id}”; write the id of an entry, or delete it`;
      return problemOf('unknown-reference', place, message);
    });
}
