import type { Concept } from '../../model/concept.ts';
import { fold } from '../../text/characters.ts';
import { isAcronym } from '../../words/acronyms.ts';
import type { Verbs } from '../../words/verbs.ts';
import { keyOf, singular } from './candidate-phrases.ts';
import { isLoneAcronym, isTermLike, tellingWords } from './candidate-shape.ts';
import type { Tally } from './candidate-tally.ts';
import { isEveryday, isFieldAdjective, isParticiple } from './candidate-words.ts';

/**
 * Why a term is proposed: related comes once and shares a word with the glossary, compound comes once and shares none.
 */
export type Reason = 'acronym' | 'repeated' | 'related' | 'compound';

/** How likely a phrase is a term, compared to others of the text, and why. */
export interface Likelihood {
  readonly reason: Reason;
  readonly score: number;
}

/** What the glossary and the text say of the words of a phrase. */
export interface Field {
  /** Words of the terms of the glossary, as {@link singular} has them. */
  readonly vocabulary: ReadonlySet<string>;
  readonly verbs: Verbs;
  /** Times that a phrase stands in the text outside the terms of the glossary; by its {@link keyOf}. */
  readonly countOf: (key: string) => number;
}

/** A word alone is a term less often than a phrase, whatever its count. */
const [ACRONYM, PHRASE, RELATED, WORD, ACRONYM_ONCE, LOOSE, COMPOUND] = [100, 60, 25, 20, 15, 10, 5];
/** For each word that the glossary has too. */
const SHARED = 12;

/** @param concepts the glossary; names among them say nothing of a field */
export function vocabularyOf(concepts: readonly Concept[]): ReadonlySet<string> {
  const terms = concepts.filter(({ keep }) => !keep).flatMap(({ fr }) => fr);
  const words = terms.flatMap(({ text }) => fold(text).split(/[^\p{L}\p{N}]+/u));
  return new Set(words.filter((word) => word.length > 3 && !isEveryday(word)).map(singular));
}

/** Null for what is not proposed. */
export function likelihoodOf(tally: Tally, field: Field): Likelihood | null {
  const { count } = tally;
  if ((count === 1 && !isLoneAcronym(tally) && !isWholeOnce(tally)) || !isTermLike(tally, field.verbs)) return null;
  if (isLoneAcronym(tally)) return { reason: 'acronym', score: count > 1 ? ACRONYM + 5 * count : ACRONYM_ONCE };
  const shared = SHARED * Math.min(2, tellingWords(tally.phrase).filter((word) => isShared(word, field)).length);
  return count > 1 ? repeated(tally, field, shared) : once(tally, shared);
}

function isShared(word: string, { vocabulary }: Field): boolean {
  return vocabulary.has(singular(word));
}

/** A word comes three times at least; nothing that comes nearly always as part of the same longer phrases. */
function repeated(tally: Tally, field: Field, shared: number): Likelihood | null {
  const { phrase, count, free } = tally;
  if (free < Math.max(2, 0.3 * count)) return null;
  const reason = 'repeated';
  if (phrase.words.length === 1) return count > 2 ? { reason, score: WORD + Math.min(count, 20) + shared } : null;
  if (isLoose(tally, field)) return { reason, score: LOOSE + Math.min(free, 10) };
  return { reason, score: PHRASE + 6 * Math.min(free, 10) + shared + 2 * tellingWords(phrase).length };
}

function once(tally: Tally, shared: number): Likelihood | null {
  if (shared > 0) return { reason: 'related', score: RELATED + shared };
  return isFieldPair(tally) ? { reason: 'compound', score: COMPOUND } : null;
}

/** A noun with an article and a term that is at home in the text without it: they met by chance, ligne du tableau. */
function isLoose({ phrase: { words }, count }: Tally, { countOf }: Field): boolean {
  const joint = /^\S+ (?:(?:du|des|aux?)|(?:de|à) (?:la|les?|l)) /.exec(words.map(({ folded }) => folded).join(' '));
  if (joint === null) return false;
  const rest = countOf(keyOf(words.slice(joint[0].trim().split(' ').length)));
  return rest === 0 || rest > 3 * count;
}

/** A determiner before it, nothing behind it, two words that an adjective or de, à makes one. */
function isWholeOnce({ phrase, opened, goesOn }: Tally): boolean {
  const { words } = phrase;
  if (opened !== 1 || goesOn > 0 || tellingWords(phrase).length !== 2 || isAcronym(words[0]?.written ?? ''))
    return false;
  const second = words[1]?.folded ?? '';
  if (words.length === 2) return isFieldAdjective(second) || isParticiple(second);
  return words.length === 3 && /^(?:de|d|à)$/.test(second);
}

/** Whether its adjective or its nouns are of some field. */
function isFieldPair({ phrase }: Tally): boolean {
  const [second = ''] = phrase.words.slice(1).map(({ folded }) => folded);
  if (phrase.words.length === 2) return isFieldAdjective(second);
  return second !== 'à' && !tellingWords(phrase).every(isEveryday);
}
