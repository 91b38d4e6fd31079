import type { PairStamps } from '../ledger/pair-stamps.ts';
import { createHolding, ruleStamp } from '../ledger/waivers.ts';
import type { Waiver } from '../model/article.ts';
import { stopped } from '../text/stopped.ts';
import { howOften } from '../text/told-once.ts';
import type { Finding } from './finding.ts';
import { RULES } from './rules.ts';

/** What a finding asks for, behind what it says: “; write it”. */
const ORDER = /; [^;]*$/;

/** A finding that a person accepted. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly waiver: Waiver;
}

/** Findings of one paragraph, those apart that a waiver of their rule accepts. */
export interface SortedFindings {
  readonly open: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
}

/**
 * A waiver of a rule accepts all its findings in one paragraph, as long as its hash holds. What is wrong with a term is
 * no matter of this: there the ledger itself says `waived`.
 */
export function sortFindings(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  stampAs: PairStamps,
): SortedFindings {
  if (waivers.length === 0 || findings.length === 0) return { open: findings, accepted: [] };
  const holding = createHolding(stampAs, waivers);
  const open: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  for (const finding of findings) {
    const isWaivable = RULES[finding.rule].waivable === 'by rule';
    const waiver = isWaivable ? holding(finding.rule, [ruleStamp(finding.rule)]) : undefined;
    if (waiver === undefined) open.push(finding);
    else accepted.push({ finding, waiver });
  }
  return { open, accepted };
}

/**
 * What is wrong, without what was to be done about it: “no number answers “12”. Accepted by a person: it is said in the
 * title.”
 */
export function describeAccepted({ finding, waiver }: AcceptedFinding, times: number): string {
  const fault = finding.said.replace(ORDER, '');
  return `${fault}${howOften(times)}. Accepted by a person: ${stopped(waiver.reason)}`;
}
