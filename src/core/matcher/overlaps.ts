import { type Concept, type PartOfSpeech, preferredTerm } from '../model/concept.ts';
import type { Span } from '../model/rich-text.ts';
import { complementAfter, isDeterminer, opensDetermined } from '../words/noun-complements.ts';
import { isPrepositional } from '../words/part-of-speech.ts';
import type { Reading } from './index-part.ts';
import { HIT, type Hits } from './scratch.ts';

/** Hits of a text, and what each can be read as. */
export interface ReadHits extends Hits {
  /** What a person reads in a stretch. */
  readonly wordsOf: (span: Span) => string;
  readonly readingsAt: (at: number) => readonly Reading[];
}

/** Words that govern a noun phrase, which may be longer than an entry has it. */
const GOVERNING: ReadonlySet<PartOfSpeech> = new Set(['verb', 'adjective', 'adverb']);

const NAMING: ReadonlySet<PartOfSpeech> = new Set(['noun', 'properNoun']);

/**
 * Whether a hit gives way to one that begins in it and reaches beyond it, and does not give way itself: where its words
 * lead to that one. What is left of it is a term beside it where an entry has it.
 *
 *     [charger] le [jeu de données d’entraînement]   though “charger le jeu de données” is a term
 *     au sens de l’[article 6]                       though “au sens de l’article” is one
 *     [évaluation] des [risques systémiques]         though “évaluation des risques” is one
 *     cette [œuvre dérivée]                          though “cette œuvre” is one
 *
 * @param at number of a hit that nothing before it overlaps
 */
export function givesWay(hits: ReadHits, at: number): boolean {
  const other = ledTo(hits, at);
  return other >= 0 && ledTo(hits, other) < 0;
}

/** Number of the first hit that starts at an offset or behind it. */
export function firstFrom({ count, numbers }: Hits, at: number, offset: number): number {
  let next = at;
  while (next < count && (numbers[next * HIT] as number) < offset) next += 1;
  return next;
}

/** Of those that would be found in a hit if it were no term, the one that reaches beyond its end; else -1. */
function reachingFarther(hits: Hits, at: number): number {
  const { count, numbers } = hits;
  const [start, end] = [numbers[at * HIT] as number, numbers[at * HIT + 1] as number];
  for (let inner = firstFrom(hits, at, start + 1); inner < count && (numbers[inner * HIT] as number) < end; ) {
    const innerEnd = numbers[inner * HIT + 1] as number;
    if (innerEnd > end) return inner;
    inner = firstFrom(hits, inner, innerEnd);
  }
  return -1;
}

/** Number of the hit that the words of a hit lead to, and that reaches beyond it; else -1. */
function ledTo(hits: ReadHits, at: number): number {
  if ((hits.numbers[at * HIT + 3] as number) === 1) return -1;
  const other = reachingFarther(hits, at);
  if (other < 0 || isGoverning(hits.readingsAt(other))) return -1;
  return isGoverning(hits.readingsAt(at)) || isNounIn(hits, at, other) ? other : -1;
}

/**
 * Whether a hit ends in the midst of a noun phrase: one that it is only the determiner of, or that completes its noun.
 * What completes a noun without an article makes one noun of both, which goes with what is said of one thing:
 * [nom de colonne] du tableau. So does what English says in one word: [jeu de données] synthétiques.
 */
function isNounIn({ numbers, readingsAt, wordsOf }: ReadHits, at: number, other: number): boolean {
  if (!readingsAt(other).some(({ term }) => NAMING.has(term.partOfSpeech))) return false;
  const [start, end] = [numbers[at * HIT] as number, numbers[at * HIT + 1] as number];
  const opening = wordsOf({ start, end: numbers[other * HIT] as number });
  if (isDeterminer(opening)) return true;
  if (!readingsAt(at).every(({ term, concept }) => term.partOfSpeech === 'noun' && !isOneWord(concept))) return false;
  const complement = complementAfter(opening);
  if (complement !== 'bare') return complement !== null;
  return !opensDetermined(wordsOf({ start: end, end: numbers[other * HIT + 1] as number }));
}

function isOneWord(concept: Concept): boolean {
  const term = preferredTerm(concept, 'en');
  return term?.partOfSpeech === 'noun' && !/\s/.test(term.text);
}

function isGoverning(readings: readonly Reading[]): boolean {
  return readings.every(
    ({ term: { text, language, partOfSpeech } }) =>
      GOVERNING.has(partOfSpeech) || (partOfSpeech === 'other' && isPrepositional(text, language)),
  );
}
