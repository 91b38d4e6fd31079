import { oneOf } from '../../ledger/explain.ts';
import type { TermRule } from './term-rule.ts';

/** A word that the entry rules out stands for its term. */
export const deprecatedTerm: TermRule = {
  rule: 'deprecated-term',
  standing: 'deprecated',
  say({ entry, text, found, expected }) {
    const why = entry.rendering?.reading?.term.why;
    return `“${found}” is ruled out for “${text}”${why ? ` (${why})` : ''}; write ${oneOf(expected)}`;
  },
};
