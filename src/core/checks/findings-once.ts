import { howOften, toldOnce } from '../text/told-once.ts';
import { type AcceptedFinding, describeAccepted } from './accepted.ts';
import { moreFindings } from './few-findings.ts';
import { fewTold } from './few-told.ts';
import type { Finding } from './finding.ts';

/**
 * Findings of one paragraph for a page, a sentence each: once what one rule says of several places, with how many they
 * are; the first of them, and then how many more.
 */
export function findingsOnce<Found extends Pick<Finding, 'rule' | 'said'>>(findings: readonly Found[]): Found[] {
  const once = toldOnce(findings, ({ rule, said }) => `${rule} ${said}`).map(({ one, times }) => ({
    ...one,
    said: `${one.said}${howOften(times)}.`,
  }));
  return fewTold(
    once,
    () => '',
    (rest) => ({ ...rest[0], rule: 'more', said: `${moreFindings(rest.length)}.` }),
  );
}

/** The same of what a person accepted, a sentence each. */
export function acceptedOnce(accepted: readonly AcceptedFinding[]): string[] {
  const once = toldOnce(accepted, ({ finding: { rule, said } }) => `${rule} ${said}`).map(({ one, times }) =>
    describeAccepted(one, times),
  );
  return fewTold(
    once,
    () => '',
    (rest) => `${moreFindings(rest.length)}, accepted by a person.`,
  );
}
