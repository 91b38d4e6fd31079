import { findHiddenIn } from '../../text/hidden-characters.ts';
import type { PairRule } from './pair-rule.ts';

const ADVICE = 'which nobody sees; delete it';

/** Signs that nobody sees can turn words around or keep a term from being found. */
export const hiddenCharacter: PairRule = {
  rule: 'hidden-character',
  find: ({ source, target }) => [
    ...findHiddenIn(source).map(({ start, end, name }) => ({
      message: `the French holds ${name}, ${ADVICE}`,
      ...{ source: { start, end }, target: null, inSource: true },
    })),
    ...findHiddenIn(target).map(({ start, end, name }) => ({
      message: `the English holds ${name}, ${ADVICE}`,
      ...{ source: null, target: { start, end } },
    })),
  ],
};
