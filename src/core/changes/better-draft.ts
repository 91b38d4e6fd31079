import type { JudgedUnit } from '../checks/finding.ts';
import { checkTerms } from '../checks/pair/check-terms.ts';
import { linkChanged } from '../checks/pair/link-changed.ts';
import { markLost } from '../checks/pair/mark-lost.ts';
import { notTranslated } from '../checks/pair/not-translated.ts';
import { compareQuantities, quantitiesIn } from '../checks/pair/numbers.ts';
import { isGrave } from '../checks/rule.ts';
import type { LedgerEntry } from '../ledger/ledger-entry.ts';
import type { RichText } from '../model/rich-text.ts';
import { FRENCH_NUMBERS } from '../words/french-numbers.ts';

/** An English text, and what the ledger says of it. */
export interface JudgedText {
  readonly target: RichText;
  readonly entries: readonly LedgerEntry[];
}

/** What is wrong with the terms of a text, a sentence for each: for whoever is to do it again. */
export function termFaults(unit: JudgedUnit, { target, entries }: JudgedText): string[] {
  return checkTerms(unit, target, entries)
    .filter(isGrave)
    .map(({ said }) => said.replace(PLACE, ''));
}

/** Where a finding says that its entry stands: of no use to an engine. */
const PLACE = / \(glossary\/[^()]*:\d+\)$/;

/**
 * Whether a second text is better than the first: fewer terms are wrong in it, and it has lost nothing for that which
 * the first had: no number, link or mark. Of two that are as good the first is kept.
 */
export function isBetter(unit: JudgedUnit, second: JudgedText, first: JudgedText): boolean {
  const fewer = termFaults(unit, second).length < termFaults(unit, first).length;
  return fewer && otherFaults(unit.source, second.target) <= otherFaults(unit.source, first.target);
}

function otherFaults(source: RichText, target: RichText): number {
  const quantities = quantitiesIn(source, FRENCH_NUMBERS);
  const numbers = compareQuantities(quantities, target);
  const pair = { source, target, numbers, quantities, terms: [], names: [] };
  return numbers.length + [linkChanged, markLost, notTranslated].flatMap(({ find }) => find(pair)).length;
}
