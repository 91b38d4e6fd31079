import { type FoundOf, findTerms, type TermMatch } from '../matcher/match.ts';
import type { TermIndex } from '../matcher/term-index.ts';
import type { Concept } from '../model/concept.ts';
import { addToGroup } from '../model/groups.ts';
import { once } from '../model/once.ts';
import { partitionPoint } from '../model/partition-point.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import { wordsOffset, writtenSpan } from '../text/reading.ts';
import type { OtherSense } from './ledger-entry.ts';
import { readingsMeant } from './meant-readings.ts';
import type { Mention } from './mention.ts';
import { verbSign } from './verb-context.ts';

/** What a source mentions, and what only looks like it. */
export interface Senses {
  readonly terms: readonly TermMatch[];
  /** Nouns of the glossary that are verbs where they stand. */
  readonly verbs: readonly OtherSense[];
}

/** The terms of a French text, those apart that the words beside them make something else: nous jetons is no token. */
export function readSenses(source: RichText, french: TermIndex): Senses {
  const terms: TermMatch[] = [];
  const verbs: OtherSense[] = [];
  for (const found of findTerms(source, french)) {
    const match = asMeant(source, found);
    if (match === null) continue;
    const sign = isNounAlone(match) ? signBeside(source, match) : null;
    const [reading] = match.readings;
    if (sign === null || reading === undefined) terms.push(match);
    else verbs.push({ reading, source: { start: match.start, end: match.end }, evidence: { ...sign, side: 'source' } });
  }
  return { terms, verbs };
}

/** A match with the readings that can be meant where it stands; null where none can. */
function asMeant(source: RichText, match: TermMatch): TermMatch | null {
  const span = { start: wordsOffset(source, match.start), end: wordsOffset(source, match.end) };
  const readings = readingsMeant(match.readings, source.words, span);
  if (readings.length === 0) return null;
  return readings.length === match.readings.length ? match : { ...match, readings };
}

/** One word that no entry has as a verb or as a name. */
function isNounAlone({ size, readings }: TermMatch): boolean {
  return size === 1 && readings.every(({ term }) => term.partOfSpeech === 'noun' || term.partOfSpeech === 'other');
}

function signBeside(source: RichText, { start, end }: Span): Span | null {
  const sign = verbSign(source.words, { start: wordsOffset(source, start), end: wordsOffset(source, end) });
  return sign === null ? null : writtenSpan(source, sign);
}

/**
 * What shows another sense of a mention, or null.
 *
 * @param isAnswer whether a stretch of the target renders a mention
 */
export type Evidence = (mention: Mention, isAnswer: (span: Span) => boolean) => OtherSense | null;

/**
 * Looks for what shows another sense of a mention: a word that its entry names under `unless`, in the sentence that
 * renders the mention’s own, that renders nothing else, and is no part of a longer term of the same entry: *poker chip*
 * is ruled out for a token though *poker* is another sense.
 *
 * @param found what the target has, and where such words stand in it
 * @param sentenceOf number of the pair of sentences that an offset lies in
 */
export function createEvidence({ terms, excepted }: FoundOf, sentenceOf: (offset: number) => number): Evidence {
  const isPart = createParts(terms);
  const known = new Map<Concept, ReadonlyMap<number, Span>>();
  /** The first in each sentence. */
  const shownFor = (concept: Concept, isAnswer: (span: Span) => boolean) => {
    const shown = new Map<number, Span>();
    for (const span of excepted.get(concept) ?? []) {
      const sentence = sentenceOf(span.start);
      if (!shown.has(sentence) && !isAnswer(span) && !isPart(concept, span)) shown.set(sentence, span);
    }
    return shown;
  };
  return ({ readings, start, end, sentence }, isAnswer) => {
    for (const reading of readings) {
      const { concept } = reading;
      if (concept.unless.length === 0) continue;
      const all = known.get(concept) ?? shownFor(concept, isAnswer);
      known.set(concept, all);
      const shown = all.get(sentence);
      if (shown === undefined) continue;
      return { reading, source: { start, end }, evidence: { start: shown.start, end: shown.end, side: 'target' } };
    }
    return null;
  };
}

/** The stretches of an entry by their beginnings, and how far any of the first so many goes. */
interface Reach {
  readonly spans: readonly Span[];
  readonly furthest: readonly number[];
}

/** Whether a stretch lies in a longer term of an entry. */
function createParts(terms: readonly TermMatch[]): (concept: Concept, span: Span) => boolean {
  const byConcept = once(() => spansOf(terms));
  const reaches = new Map<Concept, Reach>();
  return (concept, { start, end }) => {
    const reach = reaches.get(concept) ?? reachOf(byConcept().get(concept) ?? []);
    reaches.set(concept, reach);
    const furthestOf = (isBefore: (span: Span) => boolean) =>
      reach.furthest[partitionPoint(reach.spans, isBefore) - 1] ?? Number.NEGATIVE_INFINITY;
    return furthestOf((one) => one.start < start) >= end || furthestOf((one) => one.start <= start) > end;
  };
}

function reachOf(list: readonly Span[]): Reach {
  const spans = [...list].sort((a, b) => a.start - b.start);
  let far = Number.NEGATIVE_INFINITY;
  const furthest = spans.map(({ end }) => {
    far = Math.max(far, end);
    return far;
  });
  return { spans, furthest };
}

function spansOf(terms: readonly TermMatch[]): Map<Concept, Span[]> {
  const byConcept = new Map<Concept, Span[]>();
  for (const match of terms)
    for (const concept of new Set(match.readings.map((reading) => reading.concept)))
      addToGroup(byConcept, concept, match);
  return byConcept;
}
