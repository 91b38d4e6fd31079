import type { PartOfSpeech, Term } from '../model/concept.ts';
import { englishInflections } from './english-forms.ts';
import { CLOSED, spellings } from './spelling.ts';
import type { Verbs } from './verbs.ts';

/** A word of an `unless` list as a term, of which only the words matter. */
const BARE: Omit<Term, 'text' | 'partOfSpeech'> = {
  language: 'en',
  status: 'admitted',
  gender: null,
  caseExact: false,
  plural: null,
  forms: [],
  why: null,
  place: { file: '', line: 0, column: 0 },
};
/** Nobody says which it is, and what is no form hits nothing. */
const KINDS: readonly PartOfSpeech[] = ['noun', 'verb'];

/**
 * Every form in which an English word or phrase of an `unless` list can stand, for whoever takes a hyphen for a space:
 * lead to, leads to, led to, leading to.
 */
export function evidenceForms(text: string, verbs: Verbs): string[] {
  const forms = KINDS.flatMap((partOfSpeech) => englishInflections({ ...BARE, text, partOfSpeech }, verbs));
  return [...new Set(forms.flatMap((form) => spellings(form, () => 0, CLOSED)))];
}
