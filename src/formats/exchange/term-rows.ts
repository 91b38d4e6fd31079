import { type Concept, isAccepted, type Term } from '../../core/model/concept.ts';
import { fold } from '../../core/text/characters.ts';
import { isAcronym } from '../../core/words/acronyms.ts';

/** A French term with an English one that may render it. */
export interface TermPair {
  readonly concept: Concept;
  readonly fr: Term;
  readonly en: Term;
}

/**
 * Every French term that may be used, with each English one of its kind: short with short, long with long. The
 * preferred ones come first.
 */
export function* acceptedPairs(concepts: readonly Concept[]): Generator<TermPair> {
  for (const concept of concepts) {
    const english = inOrder(concept.en);
    for (const fr of inOrder(concept.fr)) {
      const ofKind = english.filter((en) => isAcronym(en.text) === isAcronym(fr.text));
      for (const en of ofKind.length > 0 ? ofKind : english) yield { concept, fr, en };
    }
  }
}

/** One English term for each French one, for tools that take no more: the first that any entry has for it. */
export function* onePairEach(concepts: readonly Concept[]): Generator<TermPair> {
  const taken = new Set<string>();
  for (const pair of acceptedPairs(concepts)) {
    const key = fold(pair.fr.text);
    if (!taken.has(key)) yield pair;
    taken.add(key);
  }
}

function inOrder(terms: readonly Term[]): Term[] {
  const accepted = terms.filter(isAccepted);
  const preferred = accepted.filter(({ status }) => status === 'preferred');
  return [...preferred, ...accepted.filter(({ status }) => status !== 'preferred')];
}
