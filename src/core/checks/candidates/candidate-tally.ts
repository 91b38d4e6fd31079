import type { Unit } from '../../model/article.ts';
import type { RichText } from '../../model/rich-text.ts';
import { readableIn } from '../../text/reading.ts';
import type { Phrase } from './candidate-phrases.ts';

/** All that was seen of a phrase, in whatever spelling. */
export interface Tally {
  readonly key: string;
  /** Of the occurrence that shows it best: without a sentence’s capital, in the singular, else the first. */
  phrase: Phrase;
  source: RichText;
  readonly units: string[];
  count: number;
  /** Occurrences with a determiner or preposition in front. */
  opened: number;
  /** Occurrences behind a noun, a pronoun or an auxiliary. */
  closed: number;
  /** Occurrences behind which the phrase may go on. */
  goesOn: number;
  /** Occurrences outside longer phrases that come again. */
  free: number;
}

/** A phrase where it stands, and what is known of it. */
export interface Occurrence {
  readonly phrase: Phrase;
  readonly tally: Tally;
}

/** Counts one occurrence of a phrase. */
export function countPhrase(tallies: Map<string, Tally>, phrase: Phrase, { id, source }: Unit): Occurrence {
  let tally = tallies.get(phrase.key);
  if (tally === undefined) {
    tally = { key: phrase.key, phrase, source, units: [id], count: 0, opened: 0, closed: 0, goesOn: 0, free: 0 };
    tallies.set(phrase.key, tally);
  } else if (shows(phrase) > shows(tally.phrase)) {
    tally.phrase = phrase;
    tally.source = source;
  }
  if (tally.units.at(-1) !== id) tally.units.push(id);
  tally.count += 1;
  if (phrase.before === 'opens') tally.opened += 1;
  if (phrase.before === 'closes') tally.closed += 1;
  if (phrase.goesOn) tally.goesOn += 1;
  return { phrase, tally };
}

/** The phrase as it is shown. */
export function textOf({ phrase: { words }, source }: Tally): string {
  return readableIn(source, { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 });
}

/** How well an occurrence shows the term. */
function shows({ words: [first] }: Phrase): number {
  if (first === undefined) return 0;
  return (/^\p{Lu}\p{Ll}/u.test(first.written) ? 0 : 2) + (/[sx]$/.test(first.folded) ? 0 : 1);
}

/**
 * Counts the occurrences of a run that lie in no longer phrase.
 *
 * @param run the phrases of a run, ordered by start, the longer before the shorter
 * @param isWhole whether a phrase counts as one that others are parts of
 */
export function countFree(run: readonly Occurrence[], isWhole: (tally: Tally) => boolean): void {
  let end = -1;
  for (const { phrase, tally } of run) {
    if (phrase.last > end) tally.free += 1;
    if (phrase.last > end && isWhole(tally)) end = phrase.last;
  }
}
