import type { Term } from '../model/concept.ts';
import type { Form } from '../model/form.ts';
import { englishForms } from './english-forms.ts';
import { frenchForms } from './french-forms.ts';
import type { Verbs } from './verbs.ts';

/** All forms of a term in its language. */
export function formsOf(term: Term, verbs: Verbs): Form[] {
  return term.language === 'fr' ? frenchForms(term, verbs) : englishForms(term, verbs);
}
