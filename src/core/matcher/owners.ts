import type { Concept, Language, Term } from '../model/concept.ts';
import { hasCapitals } from '../text/characters.ts';

/** What the numbers in a trie stand for, in the order in which their forms are added. */
export interface Owners {
  /** Null for an entry that is gone. */
  readonly concepts: readonly (Concept | null)[];
  /** Null for the exceptions of a concept. */
  readonly terms: readonly (Term | null)[];
}

/** A value of the trie is a term’s number times this, plus the number of the kind of form. */
export const KINDS = 16;

/** The number of the term that a value of the trie is of. */
export function ownerOf(value: number): number {
  return Math.floor(value / KINDS);
}

/** Mark of a state: it has a reading whatever its capitals. */
export const CERTAIN = 4;
/** Mark of a state: an exception ends here. */
export const EXCEPTS = 8;

export function ownersOf(all: readonly Concept[], language: Language): Owners {
  const concepts: Concept[] = [];
  const terms: (Term | null)[] = [];
  for (const concept of all) {
    for (const term of ownedBy(concept, language)) {
      concepts.push(concept);
      terms.push(term);
    }
  }
  return { concepts, terms };
}

/** The terms of a concept in a language, and null for its exceptions where it has any. */
export function ownedBy(concept: Concept, language: Language): readonly (Term | null)[] {
  return exceptionsOf(concept, language).length > 0 ? [...concept[language], null] : concept[language];
}

/** Phrases in which an entry’s terms are not meant: those it excepts, or in English those that show another sense. */
export function exceptionsOf({ except, unless }: Concept, language: Language): readonly string[] {
  return language === 'fr' ? except : unless;
}

/** What a term, or an exception, marks the end of its forms with. */
export function markOf(term: Term | null): number {
  if (term === null) return EXCEPTS;
  return wantsCapitals(term) ? 0 : CERTAIN;
}

export function wantsCapitals({ caseExact, text }: Term): boolean {
  return caseExact || hasCapitals(text);
}
