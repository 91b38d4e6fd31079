import type { Language } from '../model/concept.ts';
import type { Span } from '../model/rich-text.ts';
import { type NumberWords, numberWords } from './number-words.ts';

/** A number as a text states it, in figures or words. */
export interface Quantity extends Span {
  readonly kind: 'number' | 'time' | 'month';
  /** Minutes since midnight for a time; 1–12 for a month. An ordinal is the number it counts to. */
  readonly value: number;
  /** `%`, a currency, or null. */
  readonly unit: string | null;
  /** May answer a number of the other side, but nobody misses it. */
  readonly loose: boolean;
}

const FIGURE: Readonly<Record<Language, RegExp>> = {
  fr: /\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[,.]\d+)?/y,
  en: /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y,
};
const TIME: Readonly<Record<Language, RegExp>> = {
  fr: /(\d{1,2})[ \u00a0\u202f]?h(?:[ \u00a0\u202f]?(\d{2}))?(?![\p{L}\d])/uy,
  en: /(\d{1,2})(?::(\d{2}))?[ \u00a0\u202f]?([ap])\.?m\b\.?/iy,
};
const ORDINAL_ENDING = /(?:ers?|res?|e|es|ème|èmes|nde?|st|nd|rd|th)(?![\p{L}\d])/uy;
const WORD = /\p{L}+/uy;
const SPACE = /[\s\u00a0\u202f]+/y;
const UNIT_SIGN = /[ \u00a0\u202f]?([%$€£])|[ \u00a0\u202f](?:pour cent|percent|per cent)\b/y;
const OF = /(?:de |d['’])/y;

/** What a UTF-16 unit is to who looks for numbers. A half of an astral character may be part of a word, and begins none. */
const [BETWEEN, LETTER, DIGIT, WITHIN] = [0, 1, 2, 3];
/** Of the Latin letters and signs, which are nearly all of a text. */
const KINDS: Uint8Array = Uint8Array.from({ length: 0x250 }, (_, unit) => kindOf(String.fromCharCode(unit)));

function kindAt(text: string, at: number): number {
  return KINDS[text.charCodeAt(at)] ?? kindOf(text.charAt(at));
}

function kindOf(sign: string): number {
  if (/\d/.test(sign)) return DIGIT;
  if (/\p{L}/u.test(sign)) return LETTER;
  return /[\p{M}\p{Cs}-]/u.test(sign) ? WITHIN : BETWEEN;
}

/** All numbers of a text, in order. Digits in names and codes (R1, GPT-4, o3-mini) are no numbers. */
export function findQuantities(text: string, language: Language): Quantity[] {
  const reader = createReader(text, language);
  const mayBegin = createFilter(language);
  const found: Quantity[] = [];
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind !== LETTER && kind !== DIGIT) {
      at += 1;
      continue;
    }
    const end = endOfLetters(text, at);
    const quantity = kind === DIGIT || mayBegin(text.slice(at, end)) ? reader(at) : null;
    if (quantity !== null) found.push(quantity);
    at = quantity?.end ?? (kindAt(text, end) === BETWEEN ? end : endOfWord(text, at));
  }
  return found;
}

/** End of a run of letters of one unit each. */
function endOfLetters(text: string, start: number): number {
  let end = start;
  while (end < text.length && kindAt(text, end) === LETTER) end += 1;
  return end;
}

/** Whether a number can begin with a word; nearly none does, so that the rest is seldom asked. */
function createFilter(language: Language): (word: string) => boolean {
  const { openings } = numberWords(language);
  const isRoman = (word: string) => language === 'fr' && /^[IVX]/.test(word);
  return (word) => openings.has(word.toLowerCase()) || isRoman(word);
}

/** End of a run of letters and digits, hyphens between them included where a digit is near: GPT-4, O3-Mini. */
function endOfWord(text: string, start: number): number {
  return start + (matchAt(/[\p{L}\p{M}\d]+(?:-(?=[\p{L}\d]*\d)[\p{L}\d]+)*/uy, text, start)?.[0].length ?? 1);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Reads the quantity that starts at an offset, or says that none does. */
function createReader(text: string, language: Language): (at: number) => Quantity | null {
  const words = numberWords(language);
  const wordAt = (at: number) => matchAt(WORD, text, at)?.[0] ?? '';
  return (at) => {
    if (/\d/.test(text.charAt(at))) return timeAt(text, at, language) ?? figureAt(text, at, language, words);
    const century = language === 'fr' ? centuryAt(text, at) : null;
    return century ?? monthAt(text, at, wordAt(at), words, language) ?? spelledAt(text, at, words);
  };
}

function timeAt(text: string, at: number, language: Language): Quantity | null {
  const match = matchAt(TIME[language], text, at);
  if (match === null) return null;
  const [whole, hours, minutes = '0', half] = match;
  const afternoon = half?.toLowerCase() === 'p' ? 12 : 0;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + afternoon;
  return {
    start: at,
    end: at + whole.length,
    kind: 'time',
    value: hour * 60 + Number(minutes),
    unit: null,
    loose: false,
  };
}

const CENTURY = /([IVX]+)(?:er|e|ème)(?=[ \u00a0\u202f]siècle)/y;
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** Roman figures count centuries: XXIe siècle. */
function centuryAt(text: string, at: number): Quantity | null {
  const match = matchAt(CENTURY, text, at);
  if (match === null) return null;
  const digits = [...(match[1] ?? '')].map((sign) => ROMAN[sign] ?? 0);
  const value = digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
  return { start: at, end: at + match[0].length, kind: 'number', value, unit: null, loose: false };
}

function figureAt(text: string, at: number, language: Language, words: NumberWords): Quantity | null {
  const figure = matchAt(FIGURE[language], text, at)?.[0] ?? '';
  let end = at + figure.length;
  const ordinal = matchAt(ORDINAL_ENDING, text, end)?.[0];
  if (ordinal !== undefined) end += ordinal.length;
  else if (/[\p{L}]/u.test(text.charAt(end))) return null;
  return withScaleAndUnit(text, at, end, figureValue(figure, language), words);
}

function figureValue(figure: string, language: Language): number {
  const plain = figure.replaceAll(/[ \u00a0\u202f]/g, '');
  if (language === 'en') return Number(plain.replaceAll(',', ''));
  return Number((/^\d{1,3}(\.\d{3})+(,|$)/.test(plain) ? plain.replaceAll('.', '') : plain).replace(',', '.'));
}

/** Number words in a row: vingt-deux, two hundred and five, deux milliards. */
function spelledAt(text: string, at: number, words: NumberWords): Quantity | null {
  let end = at;
  let sum: Sum | null = null;
  for (let next = at; ; ) {
    const word = matchAt(WORD, text, next)?.[0].toLowerCase() ?? '';
    const known = words.cardinals.get(word) ?? words.ordinals.get(word);
    const value: number | undefined = known ?? (sum === null ? undefined : words.loose.get(word));
    const joined: Sum | null = value === undefined ? null : join(sum ?? { thousands: 0, rest: 0 }, value);
    if (joined === null) break;
    sum = joined;
    end = next + word.length;
    next = end + (matchAt(/(?:-|\s)(?:(?:et|and)(?:-|\s))?/y, text, end)?.[0].length ?? text.length);
  }
  return sum === null ? looseAt(text, at, words) : withScaleAndUnit(text, at, end, sum.thousands + sum.rest, words);
}

interface Sum {
  readonly thousands: number;
  readonly rest: number;
}

/** A number word after others, French soixante-dix-sept and quatre-vingts included; null when it begins a new number. */
function join({ thousands, rest }: Sum, value: number): Sum | null {
  const tens = rest % 100;
  if (value === 1000) return thousands > 0 ? null : { thousands: Math.max(1, rest) * 1000, rest: 0 };
  if (value === 100) return rest < 10 ? { thousands, rest: Math.max(1, rest) * 100 } : null;
  if (value === 20 && tens === 4) return { thousands, rest: rest - 4 + 80 };
  const fits = tens === 0 || (value < 20 && (tens === 60 || tens === 80)) || (value < 10 && tens % 10 === 0);
  return fits ? { thousands, rest: rest + value } : null;
}

/** A word of one or several senses, or a scale by itself (milliards); un million is a million. */
function looseAt(text: string, at: number, words: NumberWords): Quantity | null {
  const word = matchAt(WORD, text, at)?.[0] ?? '';
  const end = at + word.length;
  const scale = words.scales.get(word.toLowerCase());
  if (scale !== undefined) return withUnit(text, at, end, scale, words);
  const value = words.loose.get(word.toLowerCase());
  if (value === undefined) return null;
  const scaled = withScaleAndUnit(text, at, end, value, words);
  return { ...scaled, loose: scaled.value === value };
}

function withScaleAndUnit(text: string, at: number, end: number, value: number, words: NumberWords): Quantity {
  const gap = matchAt(SPACE, text, end)?.[0].length ?? 0;
  const word = gap === 0 ? '' : (matchAt(WORD, text, end + gap)?.[0] ?? '');
  const scale = words.scales.get(word.toLowerCase());
  if (scale === undefined) return withUnit(text, at, end, value, words);
  return withUnit(text, at, end + gap + word.length, value * scale, words);
}

/** `70 %`, `$1 trillion`, `1,2 milliard de yuans`. */
function withUnit(text: string, at: number, end: number, value: number, words: NumberWords): Quantity {
  const rounded = Math.round(value * 1e6) / 1e6;
  const quantity = { start: at, end, kind: 'number', value: rounded, unit: null, loose: false } as const;
  const before = /[$€£]$/.exec(text.slice(Math.max(0, at - 1), at))?.[0];
  if (before !== undefined) return { ...quantity, start: at - 1, unit: before };
  const sign = matchAt(UNIT_SIGN, text, end);
  if (sign !== null) return { ...quantity, end: end + sign[0].length, unit: sign[1] ?? '%' };
  const gap = matchAt(SPACE, text, end)?.[0].length ?? 0;
  const of = gap === 0 ? 0 : (matchAt(OF, text, end + gap)?.[0].length ?? 0);
  const word = gap === 0 ? '' : (matchAt(WORD, text, end + gap + of)?.[0] ?? '');
  const currency = words.currencies.get(word.toLowerCase());
  return currency === undefined ? quantity : { ...quantity, end: end + gap + of + word.length, unit: currency };
}

/** A month; English months only with their capital, and the words that are something else only beside a date. */
function monthAt(text: string, at: number, word: string, words: NumberWords, language: Language): Quantity | null {
  const value = words.months.get(word.toLowerCase());
  if (value === undefined || (language === 'en' && !/^\p{Lu}/u.test(word))) return null;
  const end = at + word.length;
  const ambiguous = /^(may|march|mar|mars|mai|august)$/i.test(word);
  const dated =
    /\d\s?$|(?:\b(?:en|début|fin|mi|depuis|de|in|early|late|mid|since|of|by|last|next|until)[\s-])$/i.test(
      text.slice(Math.max(0, at - 10), at),
    ) || /^\.?\s\d/.test(text.slice(end, end + 3));
  return { start: at, end, kind: 'month', value, unit: null, loose: ambiguous && !dated };
}
