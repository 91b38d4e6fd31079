import type { Concept } from '../../model/concept.ts';
import { fold } from '../../text/characters.ts';
import type { EntryFault, EntryRule } from './entry-rule.ts';

/** A term that no text can have. */
export const neverFound: EntryRule = {
  rule: 'never-found',
  find: (concept) => [...swallowedTerms(concept), ...termsWithoutWords(concept)],
};

/** An exception that covers the whole term. */
function swallowedTerms({ fr, except }: Concept): EntryFault[] {
  if (except.length === 0) return [];
  const phrases = new Set(except.map(fold));
  return fr
    .filter((term) => phrases.has(fold(term.text)))
    .map(({ text, place }) => ({
      place,
      message: `“${text}” stands under “except:” too, so it is never found; delete one of the two`,
    }));
}

function termsWithoutWords({ fr, en }: Concept): EntryFault[] {
  return [...fr, ...en]
    .filter(({ text }) => !/[\p{L}\p{N}]/u.test(text))
    .map(({ text, place }) => ({ place, message: `“${text}” holds no word, so it is never found; write a word` }));
}
