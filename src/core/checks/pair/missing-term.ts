import { oneOf } from '../../ledger/explain.ts';
import type { TermRule } from './term-rule.ts';

/** Nothing is left in the English for a term of the French. */
export const missingTerm: TermRule = {
  rule: 'missing-term',
  standing: 'missing',
  say: ({ text, expected }) => `nothing renders “${text}”; write ${oneOf(expected)}`,
};
