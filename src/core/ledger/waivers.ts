import type { Waiver } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';
import type { RichText } from '../model/rich-text.ts';
import { fingerprint } from '../text/fingerprint.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { createPairStamps, type PairStamps } from './pair-stamps.ts';
import { isAcceptable } from './standing.ts';

/** The last four digits of a waiver that accepts what is wrong with an entry. */
export function entryStamp(concept: Concept): string {
  return conceptFingerprint(concept).slice(0, 4);
}

/**
 * The last four digits of all waivers that hold for an entry, for many waivers or mentions of few entries: each entry
 * is read once.
 */
export function createEntryStamps(): (concept: Concept) => readonly string[] {
  const known = new Map<Concept, readonly string[]>();
  return (concept) => {
    const stamps = known.get(concept) ?? heldFingerprints(concept).map((one) => one.slice(0, 4));
    known.set(concept, stamps);
    return stamps;
  };
}

/** The last four digits of a waiver that accepts what a rule finds; the same in every paragraph. */
export function ruleStamp(rule: string): string {
  return fingerprint(['rule', rule]).slice(0, 4);
}

/**
 * Whether a hash was made for a rule of that name, and not for an entry: an entry and a rule may have one id
 * (*quotation*), and the hash alone tells which was meant.
 */
export function isRuleHash(name: string, hash: string): boolean {
  return hash.slice(8) === ruleStamp(name);
}

/** A waiver as it stands in a comment: `waive: token 3fa2c19b10aa - a pronoun`. */
export function writeWaiver({ accepts, hash, reason }: Omit<Waiver, 'place'>): string {
  return `waive: ${accepts} ${hash} - ${reason}`;
}

/** The name of what is accepted, the hash and the reason. */
const WAIVER = /^waive:\s*([a-z0-9-]+)\s+([0-9a-f]{12})\s+-\s+(\S.*)$/;

/** Null for a comment that is none, or is none yet. */
export function readWaiver(comment: string): Omit<Waiver, 'place'> | null {
  const [, accepts, hash, reason] = WAIVER.exec(comment) ?? [];
  return accepts === undefined || hash === undefined || reason === undefined ? null : { accepts, hash, reason };
}

/** What changed since a waiver was written: “the English”, “the entry”. */
export function changedSince(hash: string, now: string, named = 'the entry'): string[] {
  return ['the French', 'the English', named].filter(
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
  return fingerprint([id, count, ...terms, ...except, ...(unless.length > 0 ? ['unless:', ...unless] : [])]);
}

/**
 * The fingerprints under which what was noted of an entry holds: its own first, and of one that English may render
 * freely those it had while it insisted, as it asks for less by now.
 */
export function heldFingerprints(concept: Concept): string[] {
  const ways = concept.count === 'free' ? (['free', 'each', 'unit'] as const) : [concept.count];
  return ways.map((count) => conceptFingerprint({ ...concept, count }));
}

/** The waiver that accepts something under the first of these stamps that has one; undefined for none. */
export type Holding = (accepts: string, stamps: readonly string[]) => Waiver | undefined;

/**
 * Which waivers of a unit hold: a waiver accepts what is wrong with one entry, or all that one rule finds, as long as
 * its hash is that of today; of two that say the same, the first.
 */
export function createHolding(stampAs: PairStamps, waivers: readonly Waiver[]): Holding {
  const holding = waivers.filter(({ hash }) => hash.startsWith(stampAs(hash)));
  const byStamp = new Map(holding.toReversed().map((waiver) => [`${waiver.accepts} ${waiver.hash.slice(8)}`, waiver]));
  return (accepts, stamps) => {
    const stamp = stamps.find((one) => byStamp.has(`${accepts} ${one}`));
    return byStamp.get(`${accepts} ${stamp}`);
  };
}

/** Says of each entry of a unit whether a waiver accepts what is wrong with it. */
export function createWaiving(source: RichText, target: RichText, waivers: readonly Waiver[]) {
  const holding = createHolding(createPairStamps(source, target), waivers);
  const stampsOf = createEntryStamps();
  return (entry: LedgerEntry): LedgerEntry => {
    if (waivers.length === 0 || !isAcceptable(entry.verdict)) return entry;
    const { concept } = entry.reading;
    const waiver = holding(concept.id, stampsOf(concept));
    return waiver === undefined ? entry : { ...entry, verdict: 'waived', reason: waiver.reason };
  };
}
