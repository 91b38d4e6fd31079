import type { TermPair } from '../core/changes/engine.ts';
import { type Concept, preferredTerm } from '../core/model/concept.ts';
import type { FormKind } from '../core/model/form.ts';
import { englishPluralOf } from '../core/words/english-forms.ts';
import { formsOf } from '../core/words/forms.ts';
import { NO_VERBS } from '../core/words/verbs.ts';

/** Forms that an engine is told; it is not for it to know inclusive writing or every tense. */
const TOLD: ReadonlySet<FormKind> = new Set([
  'as written',
  'plural',
  'feminine',
  'feminine plural',
  'masculine plural',
  'listed',
]);

/**
 * The pairs an engine is told for some entries: every French form that matters with the English it wants, plural for
 * plural. Of two entries with one French form the first is taken.
 */
export function termPairs(concepts: Iterable<Concept>): TermPair[] {
  const pairs = new Map<string, string>();
  for (const concept of concepts) {
    const english = preferredTerm(concept, 'en');
    if (english === undefined) continue;
    const plural = englishPluralOf(english);
    for (const { text, kind } of concept.fr.flatMap((term) => formsOf(term, NO_VERBS))) {
      if (TOLD.has(kind) && !pairs.has(text)) pairs.set(text, kind.endsWith('plural') ? plural : english.text);
    }
  }
  return [...pairs].map(([source, target]) => ({ source, target }));
}
