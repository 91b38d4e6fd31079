import type { LedgerEntry } from '../../ledger/ledger-entry.ts';
import type { Standing } from '../../ledger/standing.ts';
import type { RuleId } from '../rules.ts';

/** One term that the English does not render as its entry asks, in words. */
export interface WrongTerm {
  readonly entry: LedgerEntry;
  /** The term as it is read in the French. */
  readonly text: string;
  /** What stands in its place in the English: “chips”. */
  readonly found: string;
  /** What to write, the preferred first: “tokens”, “text tokens”. */
  readonly expected: readonly string[];
}

/** A rule that says what the standing of a term means for whoever translates. */
export interface TermRule {
  readonly rule: RuleId;
  readonly standing: Standing;
  readonly say: (wrong: WrongTerm) => string;
}
