import { isAccepted } from '../../model/concept.ts';
import type { EntryRule } from './entry-rule.ts';
import { signsAmong } from './signs-among.ts';

/** A word that an entry rules out, and takes for a sign that its term meant something else. */
export const neverTold: EntryRule = {
  rule: 'never-told',
  find: (concept) =>
    signsAmong(concept, (term) => !isAccepted(term)).map(({ text, place }) => ({
      place,
      message: `“${text}” is ruled out, which is never told because “unless:” has it as a sign of another sense; delete one of the two`,
    })),
};
