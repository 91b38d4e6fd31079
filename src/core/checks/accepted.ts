import { createHolding, ruleStamp } from '../ledger/waivers.ts';
import type { Waiver } from '../model/article.ts';
import type { RichText } from '../model/rich-text.ts';
import type { Finding } from './finding.ts';
import { RULES } from './rules.ts';

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
  { source, target }: Readonly<Record<'source' | 'target', RichText>>,
): SortedFindings {
  if (waivers.length === 0 || findings.length === 0) return { open: findings, accepted: [] };
  const holding = createHolding(source, target, waivers);
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

/** “no number answers “12”; write it. Accepted by a person: it is said in the title.” */
export function describeAccepted({ finding, waiver }: AcceptedFinding): string {
  return `${finding.said}. Accepted by a person: ${waiver.reason}.`;
}
