import type { Language } from '../model/concept.ts';
import type { NumberWords } from './number-words.ts';

/** A text in which numbers are read. */
export interface NumberText {
  readonly text: string;
  readonly language: Language;
  readonly words: NumberWords;
}

/** @param pattern sticky */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const WORD = /\p{L}+/uy;
const GAP = /[\s\u00a0\u2009\u202f]+|-/y;

/** The word that begins at an offset; empty where none does. */
export function wordAt(text: string, at: number): string {
  return matchAt(WORD, text, at)?.[0] ?? '';
}

/** A word, and where it ends. */
export interface NextWord {
  readonly word: string;
  readonly end: number;
}

/** The next word after white space or a hyphen, in small letters; empty where something else comes. */
export function nextWord(text: string, at: number): NextWord {
  const gap = matchAt(GAP, text, at)?.[0].length ?? 0;
  const word = gap === 0 ? '' : wordAt(text, at + gap);
  return { word: word.toLowerCase(), end: word === '' ? at : at + gap + word.length };
}
