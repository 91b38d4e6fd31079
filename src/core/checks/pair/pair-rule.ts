import type { RichText } from '../../model/rich-text.ts';
import type { Quantity } from '../../words/quantity.ts';
import type { Fault } from '../finding.ts';
import type { RuleId } from '../rules.ts';
import type { SoughtName } from './names.ts';
import type { AnsweredTerm, QuantityDifference } from './numbers.ts';

/** What is known of a French text before its English is looked at. Plain data: a page is sent it. */
export interface KnownFrench {
  /** Stretches that entries of the glossary answer for. */
  readonly terms: readonly AnsweredTerm[];
  /** Its names, which only its article tells from other words; see `sought-names.ts`. */
  readonly names: readonly SoughtName[];
  /** Its numbers, with their places in the text as written. */
  readonly quantities: readonly Quantity[];
}

/** A French text and its English, as the rules that compare the two see them. */
export interface Pair extends KnownFrench {
  readonly source: RichText;
  readonly target: RichText;
  readonly numbers: readonly QuantityDifference[];
}

/** A rule that needs nothing but the two texts, so that it can be asked at every key. */
export interface PairRule {
  readonly rule: RuleId;
  readonly find: (pair: Pair) => readonly Fault[];
}
