import { usual } from '../../ledger/explain.ts';
import type { TermRule } from './term-rule.ts';

/** A general word of the French is rendered by none of its terms, as its entry allows. */
export const freeRendering: TermRule = {
  rule: 'free-rendering',
  standing: 'free',
  say: ({ text, expected }) => `“${text}” is rendered freely, or not at all; often it is ${usual(expected)}`,
};
