import type { PairRule } from './pair-rule.ts';
import { compareQuotations } from './quotations.ts';

/** One side quotes, the other does not. */
export const quotation: PairRule = {
  rule: 'quotation',
  find(pair) {
    const difference = compareQuotations(pair.source, pair.target);
    if (difference === null) return [];
    const message =
      difference.source === null
        ? 'the English quotes words that the French does not; take the quotation marks out, or check who speaks'
        : 'a quotation of the French is not quoted in the English; put it in quotation marks';
    return [{ message, ...difference }];
  },
};
