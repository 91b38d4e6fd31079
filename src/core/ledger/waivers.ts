import type { Waiver } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';
import { fingerprint } from '../text/fingerprint.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/**
 * What a waiver is tied to: it lapses when the source, the target or the entry changes. Twelve hexadecimal digits,
 * four for each, so that the check can say which.
 */
export function waiverHash(source: string, target: string, concept: Concept): string {
  return [fingerprint([source]), fingerprint([target]), conceptFingerprint(concept)]
    .map((hash) => hash.slice(0, 4))
    .join('');
}

/** What changed since a waiver was written: “the English”, “the entry”. */
export function changedSince(hash: string, now: string): string[] {
  return ['the French', 'the English', 'the entry'].filter(
    (_, i) => hash.slice(i * 4, i * 4 + 4) !== now.slice(i * 4, i * 4 + 4),
  );
}

/** Fingerprint of what an entry says about its terms; its place in the file does not count. */
export function conceptFingerprint({ id, fr, en, count, except }: Concept): string {
  const terms = [...fr, ...en].map(({ text, status, partOfSpeech, caseExact, forms }) =>
    [text, status, partOfSpeech, caseExact, ...forms].join('\t'),
  );
  return fingerprint([id, count, ...terms, ...except]);
}

/** A waiver accepts what is wrong with one concept in one unit, as long as its hash holds. */
export function createWaiving(source: string, target: string, waivers: readonly Waiver[]) {
  return (entry: LedgerEntry): LedgerEntry => {
    if (entry.verdict !== 'missing' && entry.verdict !== 'deprecated') return entry;
    const { concept } = entry.reading;
    const waiver = waivers.find(
      (one) => one.concept === concept.id && one.hash === waiverHash(source, target, concept),
    );
    return waiver === undefined ? entry : { ...entry, verdict: 'waived', reason: waiver.reason };
  };
}
