import type { Reading } from '../matcher/index-part.ts';
import type { TermMatch } from '../matcher/match.ts';
import { type Concept, isAccepted, type PartOfSpeech, type Term } from '../model/concept.ts';
import { addToGroup } from '../model/groups.ts';
import { partitionPoint } from '../model/partition-point.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import { isAcronym, type Length, lengthOf } from '../words/acronyms.ts';
import { joinBracketed, type Mention } from './mention.ts';

/** A place in the target where a concept may be rendered. */
export interface Candidate extends Span {
  readonly reading: Reading;
  readonly length: Length | 'both';
  /** Number of the pair of sentences it stands in. */
  readonly sentence: number;
}

/** How good a rendering is for one mention. */
export type Tier = 'preferred' | 'admitted' | 'deprecated';

/** Which renderings are tried together: those of one tier, in the partner sentence or the one beside it. */
export interface Round {
  readonly tier: Tier;
  /** In the sentence that renders the mention’s own; else in one right before or after it. */
  readonly partner: boolean;
  /** A noun for a noun, a verb for a verb. */
  readonly sameSpeech: boolean;
}

/**
 * The rounds in which accepted renderings are given out. Where a rendering stands comes before what kind of word it is,
 * and that before its status: a verb answers the verb of its own sentence, though the noun is the preferred term.
 */
export const ACCEPTED_ROUNDS: readonly Round[] = roundsOf(['preferred', 'admitted']);
/** The rounds in which what an entry rules out is looked for. */
export const DEPRECATED_ROUNDS: readonly Round[] = roundsOf(['deprecated']);

function roundsOf(tiers: readonly Tier[]): Round[] {
  return [true, false].flatMap((partner) =>
    [true, false].flatMap((sameSpeech) => tiers.map((tier) => ({ tier, partner, sameSpeech }))),
  );
}

export type CandidateList = readonly Candidate[];

/** The possible renderings in a target, by concept and by how well they suit a mention. */
export interface Candidates {
  /** Lists by position, one for each concept the mention can stand for and each sentence the round looks at. */
  for(mention: Mention, round: Round): readonly CandidateList[];
  /** Longer ones of its concept around a candidate that suit a mention no worse, the longest first: U.S. around U.S */
  around(candidate: Candidate, mention: Mention): readonly Candidate[];
}

/**
 * Sorts what was found in a target by concept. All matches count, also those inside longer ones: “model” in
 * “AI model” can answer “modèle” where nobody needs the compound.
 *
 * @param sentenceOf number of the pair of sentences that an offset lies in
 */
export function gatherCandidates(
  target: RichText,
  matches: readonly TermMatch[],
  sentenceOf: (offset: number) => number,
): Candidates {
  const byPlace = new Map<Concept, Map<number, Candidate[]>>();
  const add = ({ start, end }: Span, reading: Reading, length: Candidate['length']): void => {
    const candidate = { start, end, reading, length, sentence: sentenceOf(start) };
    const sentences = byPlace.get(reading.concept) ?? new Map<number, Candidate[]>();
    byPlace.set(reading.concept, sentences);
    addToGroup(sentences, candidate.sentence, candidate);
  };
  matches.forEach((match, i) => {
    for (const reading of match.readings) add(match, reading, lengthOf(reading.term));
    for (const next of followers(matches, i)) {
      const both = joinBracketed(target, match, next);
      for (const reading of both?.readings ?? []) add(both as Span, reading, 'both');
    }
  });
  return {
    for: createLookUp(byPlace),
    around: (candidate, mention) => {
      const list = byPlace.get(candidate.reading.concept)?.get(candidate.sentence) ?? [];
      const tier = tierOf(candidate, mention);
      return longerAround(candidate, list).filter((one) => isNoWorse(tierOf(one, mention), tier));
    },
  };
}

/** Candidates before another that are looked at for one around it: more than begin in any phrase. */
const MOST_AROUND = 32;

function isNoWorse(tier: Tier, other: Tier): boolean {
  return tier === other || (tier === 'preferred' && other === 'admitted');
}

/** @param list all of its concept and sentence, by start */
function longerAround(candidate: Candidate, list: CandidateList): readonly Candidate[] {
  const behind = partitionPoint(list, ({ start }) => start <= candidate.start);
  return list
    .slice(Math.max(0, behind - MOST_AROUND), behind)
    .filter(({ start, end }) => end >= candidate.end && end - start > candidate.end - candidate.start)
    .sort((a, b) => b.end - b.start - (a.end - a.start));
}

/** Finds the lists of a round; each is made once. */
function createLookUp(byPlace: ReadonlyMap<Concept, ReadonlyMap<number, CandidateList>>): Candidates['for'] {
  const made = new Map<CandidateList, Map<string, CandidateList>>();
  return (mention, round) => {
    const there = listsFor(mention, round, byPlace);
    if (there.length === 0) return there;
    const { length, readings } = mention;
    const speech = [...new Set(readings.map(({ term }) => classOf(term)))];
    const suits = (one: Candidate) =>
      tierOf(one, { length, readings }) === round.tier && isSameSpeech(one.reading.term, speech) === round.sameSpeech;
    return there.flatMap((all) => {
      // A word is best for the kinds of the French that are of its own entry.
      const own = speechOf(readings, all[0]?.reading.concept);
      const key = `${length} ${speech} ${own} ${round.tier} ${round.sameSpeech}`;
      const known = made.get(all) ?? new Map<string, CandidateList>();
      made.set(all, known);
      const list = known.get(key) ?? all.filter(suits);
      known.set(key, list);
      return list.length === 0 ? [] : [list];
    });
  };
}

/**
 * All that stands in the sentences of a round for what a mention can stand for, by concept: in most rounds, nothing.
 */
function listsFor(
  { readings, sentence }: Mention,
  { partner }: Round,
  byPlace: ReadonlyMap<Concept, ReadonlyMap<number, CandidateList>>,
): CandidateList[] {
  const lists: CandidateList[] = [];
  for (const { concept } of readings) {
    const places = byPlace.get(concept);
    if (places === undefined) continue;
    for (const number of partner ? [sentence] : [sentence - 1, sentence + 1]) {
      const list = places.get(number);
      if (list !== undefined && !lists.includes(list)) lists.push(list);
    }
  }
  return lists;
}

/** The matches that may stand in brackets behind a match: the next few that start after it ends. */
function followers(matches: readonly TermMatch[], i: number): TermMatch[] {
  const { end } = matches[i] as TermMatch;
  const found: TermMatch[] = [];
  for (const next of matches.slice(i + 1, i + 6)) {
    if (next.start - end > 3) break;
    if (next.start > end) found.push(next);
  }
  return found;
}

/** Participles are adjectives and verbs alike; what nobody classed goes with anything. */
function classOf({ partOfSpeech }: Pick<Term, 'partOfSpeech'>): PartOfSpeech {
  if (partOfSpeech === 'properNoun') return 'noun';
  return partOfSpeech === 'adjective' ? 'verb' : partOfSpeech;
}

/** What kinds of words the readings of one concept are. */
function speechOf(readings: readonly Reading[], concept: Concept | undefined): readonly PartOfSpeech[] {
  return [...new Set(readings.filter((one) => one.concept === concept).map(({ term }) => classOf(term)))];
}

function isSameSpeech(term: Term, wanted: readonly PartOfSpeech[]): boolean {
  const own = classOf(term);
  return own === 'other' || wanted.includes('other') || wanted.includes(own);
}

/**
 * Long form answers long form, acronym answers acronym (TBX termType), a verb a verb: the first of each is preferred,
 * another kind is admitted.
 */
export function tierOf(
  { reading, length }: Candidate,
  { length: wanted, readings }: Pick<Mention, 'length' | 'readings'>,
): Tier {
  const { term, concept } = reading;
  if (!isAccepted(term)) return 'deprecated';
  if (length === 'both') return 'preferred';
  const best = bestTerms(concept, speechOf(readings, concept));
  if (!best.includes(term)) return 'admitted';
  if (wanted === 'both' || wanted === length) return 'preferred';
  return best.some((one) => lengthOf(one) === wanted) ? 'admitted' : 'preferred';
}

/** The English terms of an entry that are best for words of these kinds: those preferred, else the first. */
function bestTerms({ en }: Concept, speech: readonly PartOfSpeech[]): readonly Term[] {
  const accepted = en.filter(isAccepted);
  const sameSpeech = accepted.filter((one) => isSameSpeech(one, speech));
  const pool = sameSpeech.length > 0 ? sameSpeech : accepted;
  const preferred = pool.filter(({ status }) => status === 'preferred');
  return preferred.length > 0 ? preferred : pool.slice(0, 1);
}

/**
 * The English term that renders a French one as `preferred`: as long as that is, and a word of its kind.
 *
 * @param french its words’ kind and length decide; undefined where the entry accepts no English term
 */
export function preferredRendering(concept: Concept, french: Pick<Term, 'text' | 'partOfSpeech'>): Term | undefined {
  const best = bestTerms(concept, [classOf(french)]);
  return best.find((one) => isAcronym(one.text) === isAcronym(french.text)) ?? best[0];
}
