import type { Span } from '../model/rich-text.ts';
import { joinedSpans } from './joined-spans.ts';

/**
 * Stretches that a line must not break in, the text itself unchanged: figures and what they count (10 000, 70 %,
 * 1,2 milliard), a sign and the space before it (DeepSeek :), quotation marks and their padding (« France », " Les),
 * and a verb with the pronoun behind it that has a t between them (a-t-il).
 */
const FIGURES =
  /[$€£]?\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?(?:[ \u00a0\u202f](?:%|€|\$|h\b|millions?\b|milliards?\b|billions?\b|trillions?\b|a\.m\.|p\.m\.|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre))?/g;
/** With the word in front, which is not looked for from its own beginning: a long one would be read once a letter. */
const SPACED_SIGNS = /(?<=\S)[ \u00a0\u202f][;:!?»%]+(?![\p{L}\p{N}])/gu;
const OPENED_QUOTES = /«[ \u00a0\u202f]\S+/g;
const STRAIGHT_QUOTE = /"/g;
/** What a question puts behind its verb: a-t-il, donne-t-elle. */
const ASKING_PRONOUNS = /(?<=\p{L})-t-(?:il|elle|on)s?(?![\p{L}-])/giu;
const OF_WORD = /\S/;
const OF_VERB = /[\p{L}\p{Cs}]/u;

/** In order, not overlapping. Spans are UTF-16 offsets. */
export function findUnbreakable(text: string): Span[] {
  const spans = [FIGURES, OPENED_QUOTES]
    .flatMap((pattern) => found(text, pattern))
    .concat(withFront(text, SPACED_SIGNS, OF_WORD), withFront(text, ASKING_PRONOUNS, OF_VERB), paddedQuotes(text))
    .filter(({ start, end }) => /\s|-t-/i.test(text.slice(start, end)));
  return joinedSpans(spans);
}

/**
 * The same words with no-break spaces where a line must not break, as long as before: for a page that marks nothing in
 * them.
 */
export function withHeldSpaces(text: string): string {
  let held = '';
  let at = 0;
  for (const { start, end } of findUnbreakable(text)) {
    held += text.slice(at, start) + text.slice(start, end).replaceAll(' ', '\u00a0');
    at = end;
  }
  return held + text.slice(at);
}

function found(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}

/** What is found, from the first of the signs on that stand in front of it without a gap. */
function withFront(text: string, pattern: RegExp, ofFront: RegExp): Span[] {
  return found(text, pattern).map(({ start, end }) => {
    let first = start;
    while (ofFront.test(text.charAt(first - 1))) first -= 1;
    return { start: first, end };
  });
}

/** Straight quotes padded with a space, which opening or closing is told by their count. */
function paddedQuotes(text: string): Span[] {
  return [...text.matchAll(STRAIGHT_QUOTE)].flatMap(({ index }, i) => {
    const opens = i % 2 === 0;
    if (opens) {
      const word = /^"\s\S+/.exec(text.slice(index, index + 40));
      return word === null ? [] : [{ start: index, end: index + word[0].length }];
    }
    const word = /(?<!\S)\S+\s$/.exec(text.slice(Math.max(0, index - 40), index));
    return word === null ? [] : [{ start: index - word[0].length, end: index + 1 }];
  });
}
