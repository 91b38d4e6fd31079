import { type Concept, isAccepted } from '../../model/concept.ts';
import { fold } from '../../text/characters.ts';
import type { EntryFault, EntryRule } from './entry-rule.ts';
import { signsAmong } from './signs-among.ts';

/** The same English under `en` and under `not`, or under `en` and under `unless`. */
export const ownRule: EntryRule = {
  rule: 'own-rule',
  find: (concept) => [...ruledOutTerms(concept), ...otherSenses(concept)],
};

function ruledOutTerms({ en }: Concept): EntryFault[] {
  if (en.every(isAccepted)) return [];
  const ruledOut = new Map(en.filter((term) => !isAccepted(term)).map((term) => [fold(term.text), term]));
  return en.filter(isAccepted).flatMap((term) => {
    const other = ruledOut.get(fold(term.text));
    if (other === undefined) return [];
    const message = `“${other.text}” is accepted and ruled out by the same entry; delete one of the two`;
    return [{ place: other.place, message }];
  });
}

/** What answers a term cannot be a sign that another sense of it was meant. */
function otherSenses(concept: Concept): EntryFault[] {
  return signsAmong(concept, isAccepted).map(({ text, place }) => ({
    place,
    message: `“${text}” is accepted, and stands under “unless:” as a sign of another sense; delete one of the two`,
  }));
}
