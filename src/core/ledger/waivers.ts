import type { Waiver } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';
import type { RichText } from '../model/rich-text.ts';
import { fingerprint } from '../text/fingerprint.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/**
 * What a waiver is tied to: it lapses when the source, the target or the entry changes. Twelve hexadecimal digits,
 * four for each, so that the check can say which.
 */
export function waiverHash(source: RichText, target: RichText, concept: Concept): string {
  return [fingerprint(source.words), fingerprint(target.words), conceptFingerprint(concept)]
    .map((hash) => hash.slice(0, 4))
    .join('');
}

/** What changed since a waiver was written: “the English”, “the entry”. */
export function changedSince(hash: string, now: string): string[] {
  return ['the French', 'the English', 'the entry'].filter(
    (_, i) => hash.slice(i * 4, i * 4 + 4) !== now.slice(i * 4, i * 4 + 4),
  );
}

/**
 * Fingerprint of what an entry says about its terms; its place in the file does not count. What it does not say adds
 * nothing, so that waivers hold when entries learn to say more.
 */
export function conceptFingerprint({ id, fr, en, count, except, unless }: Concept): string {
  const terms = [...fr, ...en].map(({ text, status, partOfSpeech, caseExact, plural, forms }) =>
    [text, status, partOfSpeech, caseExact, ...(plural === null ? [] : [`plural: ${plural}`]), ...forms].join('\t'),
  );
  return fingerprint(id, count, ...terms, ...except, ...(unless.length > 0 ? ['unless:', ...unless] : []));
}

/** A waiver accepts what is wrong with one concept in one unit, as long as its hash holds. */
export function createWaiving(source: RichText, target: RichText, waivers: readonly Waiver[]) {
  return (entry: LedgerEntry): LedgerEntry => {
    if (entry.verdict !== 'missing' && entry.verdict !== 'deprecated') return entry;
    const { concept } = entry.reading;
    const waiver = waivers.find(
      (one) => one.concept === concept.id && one.hash === waiverHash(source, target, concept),
    );
    return waiver === undefined ? entry : { ...entry, verdict: 'waived', reason: waiver.reason };
  };
}
