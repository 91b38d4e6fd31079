import type { Term } from '../model/concept.ts';
import type { Form } from '../model/form.ts';
import { englishForms } from './english-forms.ts';
import { frenchForms } from './french-forms.ts';
import { CLOSED } from './spelling.ts';
import type { Verbs } from './verbs.ts';

/** All forms of a term in its language. */
export function formsOf(term: Term, verbs: Verbs): Form[] {
  return term.language === 'fr' ? frenchForms(term, verbs) : englishForms(term, verbs);
}

/** Those that the matcher tells apart, to which a hyphen between two English words is a space. */
export function formsToFind(term: Term, verbs: Verbs): Form[] {
  return term.language === 'fr' ? frenchForms(term, verbs) : englishForms(term, verbs, CLOSED);
}
