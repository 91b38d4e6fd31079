import type { Concept } from '../../model/concept.ts';
import { type Problem, problemOf } from '../problem.ts';

/** An entry that is left out, since an earlier one has its id. */
export function duplicateId({ id, place }: Concept, first: Concept): Problem {
  const where = `${first.place.file}:${first.place.line}`;
  const message = `“${id}” is the id of the entry at ${where} too; merge the two, or write another “id:”`;
  return problemOf('duplicate-id', place, message);
}
