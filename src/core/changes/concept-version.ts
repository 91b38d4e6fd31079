import type { Concept } from '../model/concept.ts';
import { fingerprint } from '../text/fingerprint.ts';

/** Changes with anything that an entry says, and not with where it stands. */
export function conceptVersion(concept: Concept): string {
  return fingerprint([JSON.stringify(concept, (key, value: unknown) => (key === 'place' ? undefined : value))]);
}
