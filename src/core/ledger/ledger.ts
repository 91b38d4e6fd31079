import { findAllTerms, findTerms } from '../matcher/match.ts';
import type { Reading, TermIndexes } from '../matcher/term-index.ts';
import type { Waiver } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';
import type { RichText } from '../model/rich-text.ts';
import { type Assignment, createAssignment } from './assignment.ts';
import type { LedgerEntry, Rendering, Verdict } from './ledger-entry.ts';
import { createTargetWords, findLooseRendering, type TargetWords } from './loose-rendering.ts';
import { type Mention, mentionsOf } from './mention.ts';
import { ACCEPTED_ROUNDS, type Candidate, DEPRECATED_ROUNDS, gatherCandidates, tierOf } from './renderings.ts';
import { placeSentences } from './sentence-places.ts';
import { createWaiving } from './waivers.ts';

/**
 * Compares what a source asks for with what its target says; the heart of the program, design section 2.
 * Counted: two “jetons” want two “tokens”, since one rendering answers one mention.
 *
 * @returns one entry for each source term, in reading order; spans are UTF-16 offsets into the texts as written
 */
export function checkUnit(
  source: RichText,
  target: RichText,
  indexes: TermIndexes,
  waivers: readonly Waiver[] = [],
): LedgerEntry[] {
  const found = findTerms(source, indexes.fr);
  if (found.length === 0) return [];
  const places = placeSentences(source, target);
  const mentions = mentionsOf(source, found, places.source);
  const candidates = gatherCandidates(target, findAllTerms(target, indexes.en), places.target);
  const scale = target.text.length / Math.max(1, source.text.length);
  const assignment = createAssignment(candidates, target.text.length, scale);
  assignAccepted(mentions, assignment);
  const settle = createSettling(mentions, assignment, createTargetWords(target, places.target));
  const waived = createWaiving(source, target, waivers);
  return mentions.map((mention) => waived(settle(mention)));
}

/** Round by round compounds choose first; at last some make room for others. */
function assignAccepted(mentions: readonly Mention[], assignment: Assignment): void {
  const bySize = [...mentions].sort((a, b) => b.size - a.size || a.start - b.start);
  for (const round of ACCEPTED_ROUNDS) {
    for (const mention of bySize) if (assignment.answerOf(mention) === undefined) assignment.take(mention, round);
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
      once.set(concept, tierOf(answer, mention));
    }
  }
  return (mention: Mention): LedgerEntry => {
    const answer = assignment.answerOf(mention);
    const repeated = mention.readings.find(({ concept }) => once.has(concept));
    const outcome: Outcome =
      answer !== undefined
        ? { verdict: tierOf(answer, mention), rendering: termRendering(answer) }
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
  for (const round of DEPRECATED_ROUNDS) {
    const deprecated = assignment.take(mention, round);
    if (deprecated !== undefined) return { verdict: 'deprecated', rendering: termRendering(deprecated) };
  }
  for (const reading of mention.readings) {
    const loose = findLooseRendering({ reading, sentence: mention.sentence }, words, assignment.isFree);
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
