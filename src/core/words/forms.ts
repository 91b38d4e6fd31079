import type { Term } from '../model/concept.ts';
import type { Form } from '../model/form.ts';
import { englishForms } from './english-forms.ts';
import { frenchForms } from './french-forms.ts';

/** All forms of a term in its language. */
export function formsOf(term: Term): Form[] {
  return term.language === 'fr' ? frenchForms(term) : englishForms(term);
}
