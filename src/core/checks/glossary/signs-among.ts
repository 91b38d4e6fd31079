import type { Concept, Term } from '../../model/concept.ts';
import { foldKeepingCase } from '../../text/characters.ts';

/**
 * English terms of an entry that it names under `unless` too, as signs of another sense. A sign with a capital is
 * another word than one without: *Academy* and *academy*.
 */
export function signsAmong({ en, unless }: Concept, isMeant: (term: Term) => boolean): readonly Term[] {
  if (unless.length === 0) return [];
  const signs = new Set(unless.map(foldKeepingCase));
  return en.filter((term) => isMeant(term) && signs.has(foldKeepingCase(term.text)));
}
