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
