import { isAccepted } from '../model/concept.ts';
import { fold } from '../text/characters.ts';
import type { EntryRule } from './entry-rule.ts';

/** The same English under `en` and under `not`. */
export const ownRule: EntryRule = {
  rule: 'own-rule',
  find({ en }) {
    if (en.every(isAccepted)) return [];
    const ruledOut = new Map(en.filter((term) => !isAccepted(term)).map((term) => [fold(term.text), term]));
    return en.filter(isAccepted).flatMap((term) => {
      const other = ruledOut.get(fold(term.text));
      if (other === undefined) return [];
      const message = `“${other.text}” is accepted and ruled out by the same entry; delete one of the two`;
      return [{ place: other.place, message }];
    });
  },
};
