import { readSenses } from '../../ledger/senses.ts';
import { isTranslatable, type Unit } from '../../model/article.ts';
import type { Concept } from '../../model/concept.ts';
import { partitionPoint } from '../../model/partition-point.ts';
import type { Span } from '../../model/rich-text.ts';
import { finish, type Slices } from '../../model/slices.ts';
import { sortSlices } from '../../model/sort-slices.ts';
import type { Glossary } from '../glossary/check-glossary.ts';
import { type Phrase, phrasesOf, runsOf } from './candidate-phrases.ts';
import { type Field, likelihoodOf, type Reason, vocabularyOf } from './candidate-ranking.ts';
import { isTermLike } from './candidate-shape.ts';
import { countFree, countPhrase, type Occurrence, type Tally, textOf } from './candidate-tally.ts';

/** A term that the glossary seems to lack. */
export interface CandidateTerm {
  /** In the singular where it stands in it, else as first written. */
  readonly text: string;
  /** Units that have it, in order, each once. */
  readonly units: readonly string[];
  readonly count: number;
  readonly reason: Reason;
}

/** A unit, translated or not. */
interface Read {
  readonly unit: Unit;
}

/** What is asked of a glossary. */
type Known = Pick<Glossary, 'concepts' | 'indexes' | 'verbs'>;

/**
 * What a text has that looks like a term and no entry knows: acronyms, phrases that come again or share a word with
 * the glossary, and nouns of a field that come again; the likeliest first. Proposed to a person, never added.
 */
export function findCandidateTerms(units: readonly Read[], glossary: Known): CandidateTerm[] {
  return finish(candidateSlices(units, glossary));
}

/** The same with pauses. */
export function* candidateSlices(units: readonly Read[], glossary: Known): Slices<CandidateTerm[]> {
  const tallies = new Map<string, Tally>();
  const runs: (readonly Occurrence[])[] = [];
  for (const { unit } of units) {
    if (!isTranslatable(unit)) continue;
    const covered = knownSpans(unit, glossary);
    for (const run of runsOf(unit.source)) {
      const phrases = phrasesOf(run).filter((phrase) => !isKnown(phrase, covered));
      runs.push(phrases.map((phrase) => countPhrase(tallies, phrase, unit)));
    }
    yield;
  }
  const countOf = (key: string) => tallies.get(key)?.count ?? 0;
  const field = { vocabulary: yield* vocabularySlices(glossary.concepts), verbs: glossary.verbs, countOf };
  const whole = new Set<Tally>();
  for (const tally of inSlices(tallies.values())) {
    if (tally === null) yield;
    else if (tally.count > 1 && isTermLike(tally, field.verbs)) whole.add(tally);
  }
  for (const run of inSlices(runs)) {
    if (run === null) yield;
    else countFree(run, (tally) => whole.has(tally));
  }
  return yield* rank([...tallies.values()], field);
}

/** Where the terms of the glossary stand in a text, in order, those set aside too. */
function knownSpans({ source }: Unit, { indexes }: Known): Span[] {
  const { terms, verbs } = readSenses(source, indexes.fr);
  return [...terms, ...verbs.map((verb) => verb.source)].sort((a, b) => a.start - b.start);
}

/**
 * Inside an entry’s term, across the edge of one, or a known term that nothing but a capital joins (puces Nvidia).
 *
 * @param covered in order, without overlaps
 */
function isKnown({ words }: Phrase, covered: readonly Span[]): boolean {
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  const first = partitionPoint(covered, (span) => span.end <= start);
  for (let at = first; at < covered.length; at += 1) {
    const span = covered[at] as Span;
    if (span.start >= end) break;
    if (span.start < start || span.end > end || span.end - span.start === end - start) return true;
  }
  return false;
}

function* rank(all: readonly Tally[], field: Field): Slices<CandidateTerm[]> {
  const likely: (CandidateTerm & { readonly score: number })[] = [];
  for (const tally of inSlices(all)) {
    if (tally === null) yield;
    else {
      const likelihood = likelihoodOf(tally, field);
      const { units, count } = tally;
      if (likelihood !== null) likely.push({ ...likelihood, text: textOf(tally), units, count });
    }
  }
  const ordered = yield* sortSlices(likely, (a, b) => b.score - a.score || a.text.localeCompare(b.text, 'fr'));
  return ordered.map(({ text, units, count, reason }) => ({ text, units, count, reason }));
}

/** Things looked at between two pauses. */
const SLICE = 200;

/** The items, with null after so many: that is a pause. */
function* inSlices<Item>(items: Iterable<Item>): Generator<Item | null> {
  let count = 0;
  for (const item of items) {
    yield item;
    count += 1;
    if (count % SLICE === 0) yield null;
  }
}

/** The words of all entries. */
function* vocabularySlices(concepts: readonly Concept[]): Slices<Field['vocabulary']> {
  const words = new Set<string>();
  for (let from = 0; from < concepts.length; from += SLICE) {
    for (const word of vocabularyOf(concepts.slice(from, from + SLICE))) words.add(word);
    yield;
  }
  return words;
}
