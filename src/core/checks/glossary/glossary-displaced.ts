import type { Concept, Term } from '../../model/concept.ts';
import { formatPlace } from '../../model/place.ts';
import { type Problem, problemOf } from '../problem.ts';

/** An entry of a tool’s file that is left out, since a maintained entry has its French term. */
export function displaced({ text, place }: Term, { place: first }: Concept): Problem {
  const message = `“${text}” stands at ${formatPlace(first)} too, which counts; this is left out`;
  return problemOf('displaced', place, message);
}
