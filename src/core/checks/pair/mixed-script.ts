import type { RichText, Span } from '../../model/rich-text.ts';
import { findMixedWords } from '../../text/hidden-characters.ts';
import { readableIn, writtenSpan } from '../../text/reading.ts';
import type { PairRule } from './pair-rule.ts';

/** A word with a letter of another alphabet in it is read as one word, and found as none. */
export const mixedScript: PairRule = {
  rule: 'mixed-script',
  find: ({ source, target }) => [
    ...mixedIn(source).map((span) => ({
      message: messageOf(readableIn(source, span), 'French'),
      ...{ source: span, target: null, inSource: true },
    })),
    ...mixedIn(target).map((span) => ({
      message: messageOf(readableIn(target, span), 'English'),
      ...{ source: null, target: span },
    })),
  ],
};

function messageOf(word: string, where: string): string {
  return `“${word}” in the ${where} mixes letters of two alphabets that look alike; write it in one`;
}

function mixedIn(text: RichText): Span[] {
  return findMixedWords(text.words).map((span) => writtenSpan(text, span));
}
