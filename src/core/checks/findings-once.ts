import { howOften, toldOnce } from '../text/told-once.ts';
import type { Finding } from './finding.ts';

/** Findings of one paragraph for a page: once what one rule says of several places, with how many they are. */
export function findingsOnce<Found extends Pick<Finding, 'rule' | 'said'>>(findings: readonly Found[]): Found[] {
  return toldOnce(findings, ({ rule, said }) => `${rule} ${said}`).map(({ one, times }) =>
    times === 1 ? one : { ...one, said: `${one.said}${howOften(times)}` },
  );
}
