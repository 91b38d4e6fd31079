import { readableIn } from '../../text/reading.ts';
import { lostNames } from './names.ts';
import type { PairRule } from './pair-rule.ts';

/** A name of the French that the English does not have. */
export const nameLost: PairRule = {
  rule: 'name-lost',
  find: ({ source, target, terms, names }) =>
    lostNames(names, target, terms).map((span) => {
      const name = readableIn(source, span);
      const message = `the name “${name}” is not in the English; write it, or add a glossary entry for its English form`;
      return { message, source: span, target: null };
    }),
};
