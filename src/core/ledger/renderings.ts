import type { TermMatch } from '../matcher/match.ts';
import type { Reading } from '../matcher/term-index.ts';
import { type Concept, isAccepted } from '../model/concept.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import { type Length, lengthOf } from '../words/acronyms.ts';
import { joinBracketed, type Mention } from './mention.ts';

/** A place in the target where a concept may be rendered. */
export interface Candidate extends Span {
  readonly reading: Reading;
  readonly length: Length | 'both';
}

/** How good a rendering is for one mention. */
export type Tier = 'preferred' | 'admitted' | 'deprecated';

export type CandidateList = readonly Candidate[];

/** The possible renderings in a target, by concept and by how well they suit a mention. */
export interface Candidates {
  for(concept: Concept, length: Mention['length'], tier: Tier): CandidateList;
  /** “Mixture of Experts (MoE)” around a candidate that is one half of it. */
  wholeOf(candidate: Candidate): Candidate | undefined;
}

/**
 * Sorts what was found in a target by concept. All matches count, also those inside longer ones: “model” in
 * “AI model” can answer “modèle” where nobody needs the compound.
 */
export function gatherCandidates(target: RichText, matches: readonly TermMatch[]): Candidates {
  const byConcept = new Map<Concept, Candidate[]>();
  const wholes = new Map<string, Candidate>();
  const add = (span: Span, reading: Reading, length: Candidate['length']): Candidate => {
    const candidate = { start: span.start, end: span.end, reading, length };
    const list = byConcept.get(reading.concept);
    if (list === undefined) byConcept.set(reading.concept, [candidate]);
    else list.push(candidate);
    return candidate;
  };
  matches.forEach((match, i) => {
    for (const reading of match.readings) add(match, reading, lengthOf(reading.term));
    for (const next of followers(matches, i)) {
      const both = joinBracketed(target, match, next);
      for (const reading of both?.readings ?? []) {
        const whole = add(both as Mention, reading, 'both');
        for (const half of [match, next]) wholes.set(keyOf(reading.concept, half), whole);
      }
    }
  });
  const lists = new Map<string, Map<Concept, CandidateList>>();
  return {
    for(concept, length, tier) {
      const key = `${length} ${tier}`;
      const known = lists.get(key) ?? new Map<Concept, CandidateList>();
      lists.set(key, known);
      const list = known.get(concept) ?? (byConcept.get(concept) ?? []).filter((one) => tierOf(one, length) === tier);
      known.set(concept, list);
      return list;
    },
    wholeOf: (candidate) => wholes.get(keyOf(candidate.reading.concept, candidate)),
  };
}

function keyOf({ id }: Concept, { start, end }: Span): string {
  return `${start} ${end} ${id}`;
}

/** The matches that may stand in brackets behind a match: the next few that start after it ends. */
function followers(matches: readonly TermMatch[], i: number): TermMatch[] {
  const { end } = matches[i] as TermMatch;
  return matches.slice(i + 1, i + 6).filter((next) => next.start > end && next.start - end <= 3);
}

/**
 * Long form answers long form, acronym answers acronym (TBX termType): the first of each is preferred,
 * and a long form for an acronym, or the reverse, is admitted.
 */
export function tierOf({ reading, length }: Candidate, wanted: Mention['length']): Tier {
  if (!isAccepted(reading.term)) return 'deprecated';
  if (length === 'both') return 'preferred';
  if (reading.term.status !== 'preferred') return 'admitted';
  if (wanted === 'both' || wanted === length) return 'preferred';
  const hasWanted = reading.concept.en.some((term) => term.status === 'preferred' && lengthOf(term) === wanted);
  return hasWanted ? 'admitted' : 'preferred';
}
