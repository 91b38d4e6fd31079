import { capitalized } from '../text/capitalized.ts';
import { hasCapitals } from '../text/characters.ts';
import { segmentText } from '../text/sentences.ts';

/** Words that are replaced, and what stands on either side of them. */
export interface Surroundings {
  readonly before: string;
  readonly from: string;
  readonly after: string;
}

/** Words that have small letters in titles too. */
const SMALL = new Set('a an the and or but of for in on to with by from at as into via vs'.split(' '));

/**
 * New words in the capitals of the place where they come to stand: CHIPS → TOKENS, Chips → Tokens, Automatic Learning →
 * Machine Learning. Those of an acronym say nothing; then the sentence or the title does.
 *
 * @param isAcronym whether the capitals of the old words are those of an acronym
 */
export function withCapitalsOfPlace(to: string, place: Surroundings & { readonly isAcronym: boolean }): string {
  const { before, from, after } = place;
  const isShouted = from === from.toUpperCase() && hasCapitals(from);
  if (place.isAcronym) {
    if (/\p{Ll}/u.test(to) && isAllCapitals(`${before} ${after}`)) return to.toUpperCase();
    if (isTitle(before, after)) return titled(to);
    return opensSentence(place) ? asOpening(to) : to;
  }
  if (isShouted && from.length > 1) return to.toUpperCase();
  if (!hasCapitals(from.charAt(0))) return to;
  if (isTitled(from) || isTitle(before, after)) return titled(to);
  return hasCapitals(from.slice(1)) && !opensSentence(place) ? to : asOpening(to);
}

/** Whether there is a text of some length without a small letter. */
function isAllCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}{2,}[^\p{Ll}]*\p{Lu}{2,}/u.test(text);
}

/** Several words, each with a capital: Automatic Learning. */
function isTitled(words: string): boolean {
  const content = contentWords(words);
  return content.length > 1 && content.every((word) => hasCapitals(word.charAt(0)));
}

/** Whether a text is a title whose words have capitals: no sentence, and each word has one, not only the first. */
function isTitle(before: string, after: string): boolean {
  if (/[.!?;]["”’)]*\s*$|[.!?]\s/.test(before + after)) return false;
  const words = [...contentWords(before).slice(1), ...contentWords(after)];
  return words.length > 0 && [...contentWords(before), ...words].every((word) => hasCapitals(word.charAt(0)));
}

function contentWords(text: string): string[] {
  return (text.match(/\p{L}[\p{L}\p{N}’']*/gu) ?? []).filter((word) => !SMALL.has(word));
}

/** Mixture of experts → Mixture of Experts; what has capitals keeps them. */
function titled(text: string): string {
  return text.replaceAll(/\p{L}[\p{L}\p{N}’']*/gu, (word, at: number) =>
    at > 0 && SMALL.has(word) ? word : asOpening(word),
  );
}

/** With a capital at the beginning, unless the word has one of its own inside: iPad. */
export function asOpening(text: string): string {
  return /^\p{Ll}+\p{Lu}/u.test(text) ? text : capitalized(text);
}

/** Whether words stand at the beginning of a sentence, or of one that is quoted. */
function opensSentence({ before, from, after }: Surroundings): boolean {
  const whole = before + from + after;
  const sentence = segmentText(whole, 'en').findLast(({ start }) => start <= before.length);
  const head = before.slice(sentence?.start ?? 0);
  if (!/[\p{L}\p{N}]/u.test(head)) return true;
  return /["“«]\s*$/.test(head) && /^[^"”»]*[.!?,]["”»]/.test(after);
}
