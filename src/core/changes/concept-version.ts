import { type Concept, sayingOf } from '../model/concept.ts';
import { fingerprint } from '../text/fingerprint.ts';

/** Changes with anything that an entry says, and not with where it stands. */
export function conceptVersion(concept: Concept): string {
  return fingerprint([sayingOf(concept)]);
}
