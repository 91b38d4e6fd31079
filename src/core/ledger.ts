import type { Span, Waiver } from './article.ts';
import { type Assignment, createAssignment } from './assignment.ts';
import { type Candidate, gatherCandidates, tierOf } from './candidates.ts';
import { createTargetWords, findLooseRendering, type LooseRendering, type TargetWords } from './compound.ts';
import type { Concept } from './concept.ts';
import { fingerprint } from './fingerprint.ts';
import { findAllTerms, findTerms, type TermMatch } from './match.ts';
import { type Mention, mentionsOf } from './mention.ts';
import type { Reading, TermIndex } from './term-index.ts';

/** What the target made of a source term. Design section 2. */
export const VERDICTS = ['preferred', 'admitted', 'deprecated', 'missing', 'waived'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What answers a source term in the target. */
export interface Rendering {
  /** One span, or the parts of a compound in reading order. */
  readonly spans: readonly Span[];
  /** The term used; null for a compound in parts or its head alone. */
  readonly reading: Reading | null;
  /** `parts` and `head` as in {@link LooseRendering}. */
  readonly how: 'term' | LooseRendering['how'];
}

/** One source term and what became of it. */
export interface LedgerEntry {
  readonly reading: Reading;
  readonly source: Span;
  readonly verdict: Verdict;
  /** Null when missing, and for a repeat that needs no rendering of its own. */
  readonly rendering: Rendering | null;
  /** A repeat of a concept of which one rendering in the unit is enough. */
  readonly repeat: boolean;
  /** Why a person accepted it; only when waived. */
  readonly reason: string | null;
  /** Shorter terms inside this one, not asked for. */
  readonly shadowed: readonly TermMatch[];
}

export interface TermIndexes {
  readonly fr: TermIndex;
  readonly en: TermIndex;
}

/**
 * What a waiver is tied to: it lapses when the source, the target or the entry changes. Twelve hexadecimal digits,
 * four for each, so that the check can say which.
 */
export function waiverHash(source: string, target: string, concept: Concept): string {
  return [fingerprint(source), fingerprint(target), conceptFingerprint(concept)]
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
  return fingerprint(id, count, ...terms, ...except);
}

/**
 * Compares what a source asks for with what its target says; the heart of the program, design section 2.
 * Counted: two “jetons” want two “tokens”, since one rendering answers one mention.
 *
 * @returns one entry for each source term, in reading order; spans are UTF-16 offsets into the texts as written
 */
export function checkUnit(
  source: string,
  target: string,
  indexes: TermIndexes,
  waivers: readonly Waiver[] = [],
): LedgerEntry[] {
  const mentions = mentionsOf(source, findTerms(source, indexes.fr));
  if (mentions.length === 0) return [];
  const candidates = gatherCandidates(target, findAllTerms(target, indexes.en));
  const assignment = createAssignment(candidates, target.length, target.length / Math.max(1, source.length));
  assignAccepted(mentions, assignment);
  const settle = createSettling(mentions, assignment, createTargetWords(target));
  const waived = createWaiving(source, target, waivers);
  return mentions.map((mention) => waived(settle(mention)));
}

/** Compounds choose first, then what is preferred, then what is admitted; at last some make room for others. */
function assignAccepted(mentions: readonly Mention[], assignment: Assignment): void {
  const bySize = [...mentions].sort((a, b) => b.size - a.size || a.start - b.start);
  for (const tier of ['preferred', 'admitted'] as const) {
    for (const mention of bySize) if (assignment.answerOf(mention) === undefined) assignment.take(mention, tier);
  }
  for (const mention of bySize) {
    if (assignment.answerOf(mention) === undefined) assignment.takeMakingRoom(mention);
  }
  for (const mention of mentions) assignment.widen(mention);
}

/** Says what became of each mention, once the accepted renderings are given out. Called in reading order. */
function createSettling(mentions: readonly Mention[], assignment: Assignment, words: TargetWords) {
  /** Concepts of which one rendering in the unit is enough, and the verdict they have. */
  const once = new Map<Concept, Verdict>();
  for (const mention of mentions) {
    const answer = assignment.answerOf(mention);
    const concept = answer?.reading.concept;
    if (answer && concept?.count === 'unit' && once.get(concept) !== 'preferred') {
      once.set(concept, tierOf(answer, mention.length));
    }
  }
  return (mention: Mention): LedgerEntry => {
    const answer = assignment.answerOf(mention);
    const repeated = mention.readings.find(({ concept }) => once.has(concept));
    const outcome: Outcome =
      answer !== undefined
        ? { verdict: tierOf(answer, mention.length), rendering: termRendering(answer) }
        : repeated !== undefined
          ? { verdict: once.get(repeated.concept) as Verdict, rendering: null }
          : findOther(mention, assignment, words);
    const reading = readingFor(mention, answer?.reading.concept ?? repeated?.concept);
    const repeat = answer === undefined && repeated !== undefined;
    if (reading.concept.count === 'unit' && !once.has(reading.concept)) once.set(reading.concept, outcome.verdict);
    const { start, end, shadowed } = mention;
    return { reading, source: { start, end }, ...outcome, repeat, reason: null, shadowed };
  };
}

type Outcome = Pick<LedgerEntry, 'verdict' | 'rendering'>;

/** A ruled-out term that nothing else accounts for; else a compound in parts, or its head; else nothing. */
function findOther(mention: Mention, assignment: Assignment, words: TargetWords): Outcome {
  const deprecated = assignment.take(mention, 'deprecated');
  if (deprecated !== undefined) return { verdict: 'deprecated', rendering: termRendering(deprecated) };
  for (const { concept } of mention.readings) {
    const loose = findLooseRendering(concept, words, assignment.isFree);
    if (loose === null) continue;
    for (const span of loose.spans) assignment.occupy(mention, span);
    return { verdict: 'admitted', rendering: { ...loose, reading: null } };
  }
  return { verdict: 'missing', rendering: null };
}

function termRendering({ start, end, reading }: Candidate): Rendering {
  return { spans: [{ start, end }], reading, how: 'term' };
}

function readingFor({ readings }: Mention, concept: Concept | undefined): Reading {
  return readings.find((reading) => reading.concept === concept) ?? (readings[0] as Reading);
}

/** A waiver accepts what is wrong with one concept in one unit, as long as its hash holds. */
function createWaiving(source: string, target: string, waivers: readonly Waiver[]) {
  return (entry: LedgerEntry): LedgerEntry => {
    if (entry.verdict !== 'missing' && entry.verdict !== 'deprecated') return entry;
    const { concept } = entry.reading;
    const waiver = waivers.find(
      (one) => one.concept === concept.id && one.hash === waiverHash(source, target, concept),
    );
    return waiver === undefined ? entry : { ...entry, verdict: 'waived', reason: waiver.reason };
  };
}
