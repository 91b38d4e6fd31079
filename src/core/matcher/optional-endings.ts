import type { Language } from '../model/concept.ts';
import { CLASS, FOLD, lowerCase, WORD } from '../text/characters.ts';

/** Signs that may stand before an ending that a reader may leave out. */
const BRACKET = 0x28;
const CLOSING = 0x29;
const STOP = 0x2e;
const HYPHEN = 0x2d;
const SLASH = 0x2f;
const APOSTROPHE = 0x27;
/** Those that keyboards and guides to inclusive writing have: · • ‧ ∙ ⋅ ⸱ */
const DOTS = [0xb7, 0x2022, 0x2027, 0x2219, 0x22c5, 0x2e31];

/** Endings of feminines and plurals that no other word is: utilisateur.rice.s, expert-e-s. */
const FEMININE = 'e es ère ères rice rices trice trices ice ices euse euses';
/** Those that could be words, known by a dot, a bracket or a plural behind them: citoyen-ne-s, not jetons/s. */
const SHORT = 'ne nes le les te tes se ses ve ves fe fes sse sses';
const SURE: ReadonlySet<string> = new Set(FEMININE.split(' '));
const LONGEST = 6;

/** Signs that join words too. */
const JOINING: ReadonlySet<number> = new Set([STOP, HYPHEN, SLASH]);

/** The endings of a language, and the signs that stand before them. */
interface Endings {
  readonly signs: ReadonlySet<number>;
  readonly letters: ReadonlySet<string>;
}

/** English leaves out plurals alone, and in brackets: to it, “dry-ice” and “vitamin-e” are two words each. */
const ENDINGS: Readonly<Record<Language, Endings>> = {
  fr: {
    signs: new Set([STOP, HYPHEN, SLASH, BRACKET, ...DOTS]),
    letters: new Set([...FEMININE.split(' '), ...SHORT.split(' '), 's', 'x']),
  },
  en: { signs: new Set([BRACKET]), letters: new Set(['s', 'es']) },
};

/** Whether, in any language, an ending that a reader may leave out may begin with this unit. */
export function mayBeginEnding(unit: number): boolean {
  return ENDINGS.fr.signs.has(unit) || ENDINGS.en.signs.has(unit);
}

/**
 * Where a word ends with what a reader may leave out of it, inclusive writing or either number: modèle(s), jeu(x),
 * expert(e)s, utilisateur·rice·s, lecteur/-trice; model(s), box(es). So it is found wherever the word is, in any
 * phrase.
 *
 * @param start of the word
 * @param end of its letters; given back where no such ending follows
 */
export function endWithOptional(text: string, start: number, end: number, language: Language): number {
  const { signs, letters } = ENDINGS[language];
  if (end - start < 2 || end + 1 >= text.length) return end;
  const sign = text.charCodeAt(end);
  if (!signs.has(sign)) return end;
  const from = (sign === SLASH || sign === BRACKET) && text.charCodeAt(end + 1) === HYPHEN ? end + 2 : end + 1;
  const ending = endingAt(text, from, sign);
  if (!letters.has(ending)) return end;
  if (ending === 'x' && lowerCase(text.charAt(end - 1)) !== 'u') return end;
  const behind = from + ending.length;
  if (JOINING.has(sign) && !SURE.has(ending) && behindSign(text, behind, sign) === behind) return end;
  const last = sign === BRACKET ? behindBracket(text, behind) : behindSign(text, behind, sign);
  return last < 0 || goesOn(text, last, sign) ? end : last;
}

/** What could be an ending, in small letters but where a capital is part of a name: DALL-E, DALL·E, not EXPERT·E·S. */
function endingAt(text: string, from: number, sign: number): string {
  const letters = lettersAt(text, from);
  const isAlone = sign !== BRACKET && letters === 'E' && behindSign(text, from + 1, sign) === from + 1;
  return isAlone || JOINING.has(sign) ? letters : lowerCase(letters);
}

/** Whether another word begins with what looks like an ending: SMS/e-mail; though not in mot(s)-clé(s). */
function goesOn(text: string, at: number, sign: number): boolean {
  const unit = text.charCodeAt(at);
  if (CLASS[unit] === WORD) return true;
  return sign === SLASH && (FOLD[unit] === HYPHEN || FOLD[unit] === APOSTROPHE);
}

/** The letters at an offset, of which an ending has at most six. */
function lettersAt(text: string, from: number): string {
  let to = from;
  while (to < text.length && to <= from + LONGEST && CLASS[text.charCodeAt(to)] === WORD) to += 1;
  return text.slice(from, to);
}

/** Behind `)` or `)s`; -1 where none stands. */
function behindBracket(text: string, at: number): number {
  if (text.charCodeAt(at) !== CLOSING) return -1;
  return isPlural(text, at + 1) ? at + 2 : at + 1;
}

/** Behind `·s`, if it is there. */
function behindSign(text: string, at: number, sign: number): number {
  return text.charCodeAt(at) === sign && isPlural(text, at + 1) ? at + 2 : at;
}

function isPlural(text: string, at: number): boolean {
  return text[at] === 's' || text[at] === 'S';
}

/** A text of a language with every word as it is without such an ending: `LLM(s)` → `LLM`. */
export function withoutOptional(text: string, language: Language): string {
  let short = '';
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (end < text.length && CLASS[text.charCodeAt(end)] === WORD) end += 1;
    short += text.slice(at, Math.max(end, at + 1));
    at = end === at ? at + 1 : endWithOptional(text, at, end, language);
  }
  return short;
}
