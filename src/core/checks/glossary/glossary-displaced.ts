import type { Concept, Term } from '../../model/concept.ts';
import { type Problem, problemOf } from '../problem.ts';

/** An entry of a tool’s file that is left out, since a maintained entry has its French term. */
export function displaced({ text, place }: Term, { place: first }: Concept): Problem {
  return problemOf(
    'displaced',
    place,
    `“${text}” stands at ${first.file}:${first.line} too, which counts; this is left out`,
  );
}
