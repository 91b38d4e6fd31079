import type { RichText, Span } from '../model/rich-text.ts';

/** A character that nobody sees, and that changes what they see. */
export interface HiddenSign extends Span {
  /** `U+202E` */
  readonly name: string;
}

/**
 * Direction controls, zero-width signs and tags. Joiners inside emoji, tags that make a flag (six letters and an
 * end at most), variation selectors and soft hyphens do their proper work and are left alone.
 */
export const HIDDEN =
  /[\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|(?<!\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{0,6})[\u{e0000}-\u{e007f}]/gu;

/** All hidden signs of a text, in order. */
export function findHidden(text: string): HiddenSign[] {
  return [...text.matchAll(HIDDEN)].map(({ 0: sign, index }) => ({
    start: index,
    end: index + sign.length,
    name: signName(sign),
  }));
}

/** `U+202E` */
export function signName(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The hidden signs of a text as written, those that a character reference stands for among them. */
export function findHiddenIn({ text, references }: RichText): HiddenSign[] {
  const referred = references.flatMap(({ start, end, character }) =>
    findHidden(character).map(({ name }) => ({ start, end, name })),
  );
  return [...findHidden(text), ...referred].sort((a, b) => a.start - b.start);
}

const WORD = /[\p{L}\p{M}]+/gu;
/** Letters that look like Latin ones and are none: all of Cyrillic, and the Greek capitals and small o. */
const LOOKALIKE = /\p{Script=Cyrillic}|[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]/u;

/** Words in which a letter of another alphabet stands among Latin ones: one sees “token”, and no search finds it. */
export function findMixedWords(text: string): Span[] {
  return [...text.matchAll(WORD)]
    .filter(([word]) => LOOKALIKE.test(word) && /\p{Script=Latin}/u.test(word))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}
