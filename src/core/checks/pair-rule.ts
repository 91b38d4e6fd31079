import type { RichText, Span } from '../model/rich-text.ts';
import type { Fault } from './finding.ts';
import type { QuantityDifference } from './numbers.ts';
import type { RuleId } from './rules.ts';

/** A French text and its English, as the rules that compare the two see them. */
export interface Pair {
  readonly source: RichText;
  readonly target: RichText;
  /** Stretches of the French that entries of the glossary answer for. */
  readonly terms: readonly Span[];
  readonly numbers: readonly QuantityDifference[];
}

/** A rule that needs nothing but the two texts, so that it can be asked at every key. */
export interface PairRule {
  readonly rule: RuleId;
  readonly find: (pair: Pair) => readonly Fault[];
}
