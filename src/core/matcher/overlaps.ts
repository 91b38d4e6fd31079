import type { PartOfSpeech } from '../model/concept.ts';
import { isPrepositional } from '../words/part-of-speech.ts';
import type { Reading } from './index-part.ts';
import { HIT, type Hits } from './scratch.ts';

/** Hits of a text, and what each can be read as. */
export interface ReadHits extends Hits {
  readonly readingsAt: (at: number) => readonly Reading[];
}

/** Words that govern a noun phrase, which may be longer than an entry has it. */
const GOVERNING: ReadonlySet<PartOfSpeech> = new Set(['verb', 'adjective', 'adverb']);

/**
 * Whether a hit gives way to one that begins in it: a verb, an adjective or a preposition and the noun phrase it governs
 * to a longer noun phrase. The verb alone is a term beside it where an entry has it.
 *
 *     [charger] le [jeu de données d’entraînement]   though “charger le jeu de données” is a term
 *     au sens de l’[article 6]                       though “au sens de l’article” is one
 *
 * @param at number of a hit that nothing before it overlaps
 */
export function givesWay(hits: ReadHits, at: number): boolean {
  if ((hits.numbers[at * HIT + 3] as number) === 1) return false;
  const other = reachingFarther(hits, at);
  return other >= 0 && isGoverning(hits.readingsAt(at)) && !isGoverning(hits.readingsAt(other));
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

function isGoverning(readings: readonly Reading[]): boolean {
  return readings.every(
    ({ term: { text, language, partOfSpeech } }) =>
      GOVERNING.has(partOfSpeech) || (partOfSpeech === 'other' && isPrepositional(text, language)),
  );
}
