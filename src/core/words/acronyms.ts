import type { Term } from '../model/concept.ts';
import { hasCapitals } from '../text/characters.ts';

/** Long form or acronym: each is preferred beside the other, long with long and short with short (TBX termType). */
export type Length = 'long' | 'short';

/** An acronym: one word of capitals with at most single small letters between them (IA, MoE, LoRA). */
export function isAcronym(text: string): boolean {
  return hasInnerCapitals(text) && !/\p{Ll}{2}/u.test(text);
}

/** One word with two capitals or more, which is how acronyms and many names are told from common words. */
export function hasInnerCapitals(text: string): boolean {
  if (!hasCapitals(text)) return false;
  return !/\s/.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

export function lengthOf(term: Term): Length {
  return isAcronym(term.text) ? 'short' : 'long';
}

/** Two to four capitals in a row, with the s of a plural or without. */
const CAPITALS = /(?<![\p{L}\p{N}.])\p{Lu}{2,4}(?=s?(?![\p{L}\p{N}]))/gu;
const DOTTED = /(?<![\p{L}\p{N}])\p{Lu}(?:\.\p{Lu})+\.?/gu;

/** The text with stops in its acronyms, with the last one and without: A.I., A.I; nothing where it has none. */
export function dotted(text: string): string[] {
  if (!hasCapitals(text)) return [];
  const stopped = text.replaceAll(CAPITALS, (acronym) => [...acronym].join('.'));
  return stopped === text ? [] : [text.replaceAll(CAPITALS, (acronym) => `${[...acronym].join('.')}.`), stopped];
}

/** The text with acronyms as they are without stops. */
export function undotted(text: string): string {
  return text.includes('.') ? text.replaceAll(DOTTED, (acronym) => acronym.replaceAll('.', '')) : text;
}
