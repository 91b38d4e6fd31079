import { readableIn } from '../../text/reading.ts';
import type { PairRule } from './pair-rule.ts';

/** A number of the French that none of the English answers. */
export const numberLost: PairRule = {
  rule: 'number-lost',
  find: (pair) =>
    pair.numbers.flatMap(({ source, target }) => {
      if (source === null || target !== null) return [];
      return [{ message: `no number answers “${readableIn(pair.source, source)}”; write it`, source, target }];
    }),
};
