import { preferredRendering } from '../core/ledger/renderings.ts';
import type { Concept } from '../core/model/concept.ts';
import type { Slices } from '../core/model/slices.ts';
import { fold } from '../core/text/characters.ts';
import { formsOf } from '../core/words/forms.ts';
import { usualFrenchForms } from '../core/words/usual-forms.ts';
import { NO_VERBS } from '../core/words/verbs.ts';

/** Says of a French form, in whatever capitals, whether some entries want more than one English term for it. */
export function* ambiguousForms(concepts: readonly Concept[]): Slices<(form: string) => boolean> {
  const wanted = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const concept of concepts) {
    for (const term of concept.fr) {
      const english = preferredRendering(concept, term)?.text ?? '';
      for (const { text } of term.partOfSpeech === 'verb' ? formsOf(term, NO_VERBS) : usualFrenchForms(term)) {
        const form = fold(text);
        if ((wanted.get(form) ?? english) !== english) ambiguous.add(form);
        wanted.set(form, english);
      }
    }
    yield;
  }
  return (form) => ambiguous.has(fold(form));
}
