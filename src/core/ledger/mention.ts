import type { Reading } from '../matcher/index-part.ts';
import type { TermMatch } from '../matcher/match.ts';
import type { RichText, Span } from '../model/rich-text.ts';
import { readableIn, wordsIn } from '../text/reading.ts';
import { type Length, lengthOf } from '../words/acronyms.ts';

/** A term as a text mentions it: one match, or a long form with its acronym in brackets. */
export interface Mention extends Span {
  /** Which of the source’s it is, from 0. */
  readonly number: number;
  readonly readings: readonly Reading[];
  /** `both`: Mixture-of-Experts (MoE). */
  readonly length: Length | 'both';
  readonly size: number;
  /** Number of the pair of sentences it stands in. */
  readonly sentence: number;
}

/** Two matches of one concept that are one mention. */
export type Joined = Omit<Mention, 'sentence' | 'number'>;

/**
 * Reads “long form (acronym)” and “acronym (long form)” of one concept as one mention.
 *
 * @param sentenceOf number of the pair of sentences that an offset lies in
 */
export function mentionsOf(
  text: RichText,
  matches: readonly TermMatch[],
  sentenceOf: (offset: number) => number,
): Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < matches.length; i += 1) {
    const match = matches[i] as TermMatch;
    const { next, count } = glossAt(text, matches, i + 1);
    const spelledOut = next === undefined ? null : joinBracketed(text, match, next);
    const { start, end, readings, size } = match;
    const own = { start, end, readings, size, length: lengthOfMatch(match) };
    mentions.push({ ...(spelledOut ?? own), number: mentions.length, sentence: sentenceOf(start) });
    if (spelledOut !== null) i += count;
  }
  return mentions;
}

/** What an acronym and its English words are joined by in brackets: (LLM, pour large language model). */
const WITHIN_GLOSS = /^(?:,|\s?:)?\s(?:(?:pour|soit|ou|en anglais|de l['’]anglais|for|short for)\s)?["“«]?\s?$/;

/** A match with the one beside it where both are one gloss, and how many they are. */
function glossAt(text: RichText, matches: readonly TermMatch[], at: number) {
  const [next, other] = [matches[at], matches[at + 1]];
  if (next === undefined || other === undefined) return { next, count: 1 };
  const between = { start: next.end, end: other.start };
  const isGloss = between.end - between.start <= MOST_AFTER * 2 && WITHIN_GLOSS.test(readableIn(text, between));
  const readings = isGloss
    ? next.readings.filter((one) => other.readings.some(({ concept }) => concept === one.concept))
    : [];
  if (readings.length === 0) return { next, count: 1 };
  return { next: { ...next, end: other.end, readings, size: next.size + other.size }, count: 2 };
}

/** What opens a bracket with a gloss: (en anglais, (en anglais :, (ou. */
const OPENS_GLOSS = /^\s*\((?:(?:ou|soit|pour|en anglais|de l['’]anglais)(?:,|\s:)?\s)?["“«]?$/;

/**
 * One mention of both matches, when the second stands in brackets right after the first: its acronym, or its gloss in
 * the other language (boîte englobante (bounding box)); else null.
 */
export function joinBracketed(text: RichText, first: TermMatch, second: TermMatch): Joined | null {
  const after = { start: second.end, end: second.end + MOST_AFTER };
  const between = { start: first.end, end: second.start };
  // Between most words stands no bracket at all.
  if (!wordsIn(text, between).includes('(') || !OPENS_GLOSS.test(readableIn(text, between))) return null;
  if (!/^\s?["”»]?(?:\s+en anglais)?\)/.test(readableIn(text, after))) return null;
  const readings = first.readings.filter(({ concept }) => second.readings.some((other) => other.concept === concept));
  if (readings.length === 0) return null;
  return {
    start: first.start,
    end: second.end + 1 + wordsIn(text, after).indexOf(')'),
    readings,
    length: lengthOfMatch(first) === lengthOfMatch(second) ? lengthOfMatch(first) : 'both',
    size: first.size + second.size,
  };
}

/** Units of markup, of “en anglais” and of the bracket that may close right after an acronym or a gloss. */
const MOST_AFTER = 16;

function lengthOfMatch(match: TermMatch): Length {
  const [reading] = match.readings;
  return reading === undefined ? 'long' : lengthOf(reading.term);
}
