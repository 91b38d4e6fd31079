import type { Concept } from '../../model/concept.ts';
import { formatPlace } from '../../model/place.ts';
import { type Problem, problemOf } from '../problem.ts';

/** An entry that is left out, since an earlier one has its id. */
export function duplicateId({ id, place }: Concept, first: Concept): Problem {
  const where = formatPlace(first.place);
  const message = `“${id}” is the id of the entry at ${where} too; merge the two, or write another “id:”`;
  return problemOf('duplicate-id', place, message);
}
