import type { Term } from '../model/concept.ts';

/**
 * A quick way for plain terms: adds all forms of a term to a trie, each under its value plus the number of the kind of
 * form, and says whether it did; for a term that is not so plain it adds nothing.
 */
export type TermPaths = (term: Term, value: number, mark: number) => boolean;
