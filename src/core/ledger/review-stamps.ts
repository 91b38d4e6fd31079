import type { Unit } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';
import { readableIn } from '../text/reading.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { isWrong, standingOf } from './standing.ts';
import { conceptFingerprint, heldFingerprints } from './waivers.ts';

/**
 * The entries of a unit at the moment of its review, or of an engine’s draft, as `# terms:` keeps them: `moe 9b10aa,
 * token 3fa2c1`.
 */
export function writeReviewedTerms(entries: readonly LedgerEntry[]): string {
  const stamps = new Map(entries.map(({ reading: { concept } }) => [concept.id, stampOf(concept)]));
  return [...stamps]
    .map(([id, stamp]) => `${id} ${stamp}`)
    .sort()
    .join(', ');
}

/** Null where nobody wrote them, or wrote something else. */
export function readReviewedTerms(text: string | null): ReadonlyMap<string, string> | null {
  if (text === null) return null;
  return new Map(
    [...text.matchAll(/(?<![a-z0-9-])([a-z0-9-]+) ([0-9a-f]{6})(?=,|$)/g)].map(([, id = '', stamp = '']) => [
      id,
      stamp,
    ]),
  );
}

function stampOf(concept: Concept): string {
  return conceptFingerprint(concept).slice(0, 6);
}

/**
 * Why a reviewed unit wants another look, one sentence an entry: the glossary changed since, and the English is no
 * longer what it prefers. Where nobody noted the entries at the review, only what is wrong by now is told.
 */
export function staleReasons(unit: Unit, entries: readonly LedgerEntry[]): string[] {
  if (unit.state !== 'reviewed') return [];
  const reasons = new Map<string, string>();
  for (const entry of entries) {
    const { concept } = entry.reading;
    if (reasons.has(concept.id) || !isStale(entry, unit.reviewedTerms)) continue;
    const text = readableIn(unit.source, entry.source);
    const known = unit.reviewedTerms?.has(concept.id) ?? true;
    const cause = known ? 'the glossary asks for something else by now' : 'it became a term since';
    reasons.set(concept.id, `“${text}” is ${entry.verdict} here: ${cause}`);
  }
  return [...reasons.values()];
}

/** Whether an entry says something else than when it was noted, or was not noted; true where nobody noted any. */
export function isStampedOtherwise({ reading: { concept } }: LedgerEntry, noted: Unit['reviewedTerms']): boolean {
  const stamp = noted?.get(concept.id);
  return stamp === undefined || !heldFingerprints(concept).some((one) => one.startsWith(stamp));
}

function isStale(entry: LedgerEntry, reviewed: Unit['reviewedTerms']): boolean {
  const standing = standingOf(entry);
  if (reviewed === null) return isWrong(standing);
  if (standing === 'preferred' || standing === 'free' || standing === 'waived') return false;
  return isStampedOtherwise(entry, reviewed);
}
