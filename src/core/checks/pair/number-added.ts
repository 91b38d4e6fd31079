import { readableIn } from '../../text/reading.ts';
import { hasWholeWords } from '../../text/whole-words.ts';
import type { PairRule } from './pair-rule.ts';

/**
 * A number of the English that none of the French stands behind. An English month that the French has as such is none.
 */
export const numberAdded: PairRule = {
  rule: 'number-added',
  find: (pair) =>
    pair.numbers.flatMap(({ source, target }) => {
      if (source !== null || target === null) return [];
      const written = readableIn(pair.target, target);
      if (target.kind === 'month' && hasWholeWords(pair.source.words, written)) return [];
      const message = `“${written}” is a number that the French does not have; take it out, or correct it`;
      return [{ message, source, target }];
    }),
};
