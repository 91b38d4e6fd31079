import { readableIn } from '../../text/reading.ts';
import type { PairRule } from './pair-rule.ts';

/** A number left over on each side: the one was made of the other. */
export const numberChanged: PairRule = {
  rule: 'number-changed',
  find: (pair) =>
    pair.numbers.flatMap(({ source, target }) => {
      if (source === null || target === null) return [];
      const [said, written] = [readableIn(pair.source, source), readableIn(pair.target, target)];
      return [{ message: `“${written}” does not answer “${said}”; correct the number`, source, target }];
    }),
};
