import { type Alignment, alignmentSlices } from '../alignment/sentence-pairs.ts';
import type { Reading } from '../matcher/index-part.ts';
import { findAllOf, type TermMatch } from '../matcher/match.ts';
import type { TermIndexes } from '../matcher/term-index.ts';
import type { Waiver } from '../model/article.ts';
import type { Concept } from '../model/concept.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import { finish, type Slices } from '../model/slices.ts';
import { someSlices } from '../model/some-slices.ts';
import { type Assignment, createAssignment } from './assignment.ts';
import { carriedOver, unglossed } from './carried-over.ts';
import type { Ledger, LedgerEntry, OtherSense, Rendering, Verdict } from './ledger-entry.ts';
import { createLooseSearch, type LooseSearch } from './loose-rendering.ts';
import { type Mention, mentionsOf } from './mention.ts';
import { ACCEPTED_ROUNDS, type Candidate, DEPRECATED_ROUNDS, gatherCandidates, tierOf } from './renderings.ts';
import { createEvidence, type Evidence, readSenses } from './senses.ts';
import { placeSentences } from './sentence-places.ts';
import { outside, placedWords } from './text-words.ts';
import { createWaiving } from './waivers.ts';

/**
 * Compares what a source asks for with what its target says; the heart of the program, design section 2.
 * Counted: two “jetons” want two “tokens”, since one rendering answers one mention.
 */
export function checkUnit(
  source: RichText,
  target: RichText,
  indexes: TermIndexes,
  waivers: readonly Waiver[] = [],
): Ledger {
  return finish(ledgerSlices({ source, target, waivers }, indexes));
}

/** What the ledger asks of a unit. */
export interface UnitTexts {
  readonly source: RichText;
  readonly target: RichText;
  readonly waivers: readonly Waiver[];
}

/**
 * The same in pieces: a paragraph may be as long as a book.
 *
 * @param known which sentences of both belong together, where that was worked out before
 */
export function* ledgerSlices(
  { source, target, waivers }: UnitTexts,
  indexes: TermIndexes,
  known: Alignment | null = null,
): Slices<Ledger> {
  const { terms, verbs } = readSenses(source, indexes.fr);
  yield;
  const alignment = known ?? (yield* alignmentSlices(source, target));
  if (terms.length === 0) return { entries: [], otherSenses: verbs, alignment };
  const places = placeSentences(alignment);
  const mentions = mentionsOf(source, terms, places.source);
  yield;
  const english = findAllOf(conceptsOf(terms), target, indexes.en);
  const candidates = gatherCandidates(target, english.terms, places.target);
  yield;
  const scale = target.text.length / Math.max(1, source.text.length);
  const ownWords = outside(placedWords(source, 'fr'), inOrder([...mentions, ...verbs.map((verb) => verb.source)]));
  const words = {
    source: ownWords,
    target: placedWords(target, 'en'),
    sentenceOf: places.target,
    verbs: indexes.en.verbs,
  };
  yield;
  const assignment = createAssignment(candidates, target.text.length, scale);
  for (const span of carriedOver(unglossed(ownWords, source), words.target, scale)) assignment.occupy(span);
  yield* assignSlices(mentions, assignment);
  yield;
  const others = otherSensesOf(mentions, assignment, createEvidence(english, places.target));
  yield;
  const counted = mentions.filter((mention) => !others.has(mention));
  const settle = createSettling(counted, assignment, createLooseSearch(words, assignment.isFree));
  const waived = createWaiving(source, target, waivers);
  const settled: LedgerEntry[] = [];
  yield* someSlices(counted, (mention) => settled.push(settle(mention)));
  return {
    entries: widenRuledOut(settled, counted, assignment).map(waived),
    otherSenses: inOrder([...verbs, ...others.values()]),
    alignment,
  };
}

/** Entries that a text mentions: no other is looked for in its translation. */
function conceptsOf(terms: readonly TermMatch[]): ReadonlySet<Concept> {
  return new Set(terms.flatMap(({ readings }) => readings.map(({ concept }) => concept)));
}

/** What the target shows to be meant otherwise, by mention; of those that nothing renders. */
function otherSensesOf(mentions: readonly Mention[], assignment: Assignment, evidence: Evidence) {
  const others = new Map<Mention, OtherSense>();
  for (const mention of mentions) {
    const other = assignment.answerOf(mention) === undefined ? evidence(mention, assignment.isAnswer) : null;
    if (other !== null) others.set(mention, other);
  }
  return others;
}

function inOrder<T extends Span | OtherSense>(list: readonly T[]): T[] {
  const start = (one: T) => ('source' in one ? one.source.start : one.start);
  return [...list].sort((a, b) => start(a) - start(b));
}

/** Round by round compounds choose first; at last some make room for others. */
function* assignSlices(mentions: readonly Mention[], assignment: Assignment): Slices<void> {
  const bySize = [...mentions].sort((a, b) => b.size - a.size || a.start - b.start);
  const unlessAnswered = (act: (mention: Mention) => void) =>
    someSlices(bySize, (mention) => {
      if (assignment.answerOf(mention) === undefined) act(mention);
    });
  for (const round of ACCEPTED_ROUNDS) yield* unlessAnswered((mention) => assignment.take(mention, round));
  yield* unlessAnswered((mention) => assignment.takeMakingRoom(mention));
  yield* unlessAnswered((mention) => assignment.takeFromPart(mention));
  yield* someSlices(mentions, (mention) => assignment.widen(mention));
}

/** Says what became of each mention, once the accepted renderings are given out. Called in reading order. */
function createSettling(mentions: readonly Mention[], assignment: Assignment, search: LooseSearch) {
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
          : findOther(mention, assignment, search);
    const reading = readingFor(mention, answer?.reading.concept ?? repeated?.concept);
    const repeat = answer === undefined && repeated !== undefined;
    if (reading.concept.count === 'unit' && !once.has(reading.concept)) once.set(reading.concept, outcome.verdict);
    const { number, start, end } = mention;
    const { verdict, rendering } = outcome;
    // One by one: what is spread takes half as much memory again, and there are hundreds in an article.
    return { number, reading, source: { start, end }, verdict, rendering, repeat, reason: null };
  };
}

type Outcome = Pick<LedgerEntry, 'verdict' | 'rendering'>;

/** A ruled-out term that nothing else accounts for; else a compound in parts, or its head; else nothing. */
function findOther(mention: Mention, assignment: Assignment, search: LooseSearch): Outcome {
  for (const round of DEPRECATED_ROUNDS) {
    const deprecated = assignment.take(mention, round);
    if (deprecated !== undefined) return { verdict: 'deprecated', rendering: termRendering(deprecated) };
  }
  for (const reading of mention.readings) {
    const loose = search(mention, reading);
    if (loose === null) continue;
    for (const span of loose.spans) assignment.occupy(span);
    return { verdict: 'admitted', rendering: { ...loose, reading: null } };
  }
  return { verdict: 'missing', rendering: null };
}

/** Ruled-out renderings as long as they can be, once every mention has its own. */
function widenRuledOut(entries: readonly LedgerEntry[], mentions: readonly Mention[], assignment: Assignment) {
  return entries.map((entry, at): LedgerEntry => {
    const mention = mentions[at] as Mention;
    if (entry.verdict !== 'deprecated' || assignment.answerOf(mention) === undefined) return entry;
    assignment.widen(mention);
    return { ...entry, rendering: termRendering(assignment.answerOf(mention) as Candidate) };
  });
}

function termRendering({ start, end, reading }: Candidate): Rendering {
  return { spans: [{ start, end }], reading, how: 'term' };
}

function readingFor({ readings }: Mention, concept: Concept | undefined): Reading {
  return readings.find((reading) => reading.concept === concept) ?? (readings[0] as Reading);
}
