import type { Language } from '../model/concept.ts';
import { decadeOf } from './figures.ts';
import { numeralAt } from './numerals.ts';
import { plainNumber, type Quantity } from './quantity.ts';
import { matchAt, type NumberText, nextWord } from './reading-at.ts';
import { romanValue } from './roman.ts';

const TIME: Readonly<Record<Language, RegExp>> = {
  fr: /(\d{1,2})(?:[ \u00a0\u202f]?h(?:[ \u00a0\u202f]?(\d{2}))?|:(\d{2})|[ \u00a0\u202f]heures[ \u00a0\u202f](\d{2}))(?![\p{L}\d:])/uy,
  en: /(\d{1,2})(?:(?:[:.](\d{2}))?[ \u00a0\u202f]?([ap])\.?[ \u00a0]?m\b\.?|:(\d{2})(?![\d:])|(?<=\d\d)(\d{2})(?=[ \u00a0](?:GMT|UTC|BST|CES?T|[EP][DS]T|local[ \u00a0]time)\b))/iy,
};
const ALWAYS: Readonly<Record<Language, RegExp>> = {
  fr: /(?:24|vingt-quatre)[ \u00a0\u202f]?h(?:eures)?[ \u00a0\u202f]?(?:\/|sur)[ \u00a0\u202f]?(?:24(?:[ \u00a0\u202f]?h\b)?|vingt-quatre)|(?:7|sept)[ \u00a0\u202f]?j(?:ours)?[ \u00a0\u202f]?(?:\/|sur)[ \u00a0\u202f]?(?:7(?:[ \u00a0\u202f]?j\b)?|sept)|24\/7(?![\d/])|7\/7(?![\d/])|(?<=jours? sur )(?:7|sept)(?![\d\p{L}])/iuy,
  en: /(?:24|twenty-four)[ -]hours (?:a|per) day|(?:7|seven) days (?:a|per) week|24\/7(?![\d/])/iy,
};

/** Around the clock, every day: 24 heures sur 24, 7 jours sur 7, 24/7. The other side may say it without a number. */
export function alwaysAt({ text, language }: NumberText, at: number): readonly Quantity[] {
  const said = matchAt(ALWAYS[language], text, at)?.[0];
  if (said === undefined || /[\d/.,]/.test(text.charAt(at - 1))) return [];
  const values = said === '24/7' ? [24, 7] : [/^(?:7|s)/i.test(said) ? 7 : 24];
  return values.map((value) => ({ ...plainNumber(at, at + said.length, value), loose: true }));
}

/**
 * A time of day: 14h30, 14 heures 30, 14:30, 1430 GMT, 2:30 p.m.; hours that are lasting are told apart by what answers
 * them.
 */
export function timeAt({ text, language }: NumberText, at: number): Quantity | null {
  const match = matchAt(TIME[language], text, at);
  if (match === null || /[\d:.,]/.test(text.charAt(at - 1))) return null;
  const [whole, hours, first, second, third, zoned] = match;
  const minutes = Number(language === 'fr' ? (first ?? second ?? third ?? 0) : (first ?? third ?? zoned ?? 0));
  const half = language === 'en' ? second?.toLowerCase() : undefined;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'p' ? 12 : 0);
  if (hour > 24 || minutes > 59) return null;
  const parts = minutes === 0 ? [Number(hours)] : [Number(hours), minutes];
  return { ...plainNumber(at, at + whole.length, hour * 60 + minutes), kind: 'time', parts };
}

const DATE = /(\d{1,4})([/.-])(\d{1,2})\2(\d{4}|\d{1,2})(?![\d/])/y;

/** The day, the month and the year of a date in figures: 12/05/2024, 2024-05-12. A month answers a plain number too. */
export function datePartsAt({ text, language }: NumberText, at: number): readonly Quantity[] {
  const match = matchAt(DATE, text, at);
  if (match === null || /[\d/.,-]/.test(text.charAt(at - 1))) return [];
  const [, first = '', , second = '', third = ''] = match;
  const numbers = [first, second, third].map(Number) as [number, number, number];
  const isYearFirst = first.length === 4;
  if (!isYearFirst && (third.length < 4 || first.length > 2)) return [];
  const monthIsFirst = language === 'en' && !isYearFirst && numbers[0] <= 12;
  const [day, month] = isYearFirst
    ? [numbers[2], numbers[1]]
    : monthIsFirst
      ? [numbers[1], numbers[0]]
      : [numbers[0], numbers[1]];
  if (month < 1 || month > 12 || day < 1 || day > 31) return [];
  const year = isYearFirst ? numbers[0] : numbers[2];
  const end = at + match[0].length;
  const digits = { first: at + first.length, second: at + first.length + 1 + second.length };
  return [
    plainNumber(at, digits.first, day),
    { ...plainNumber(digits.first + 1, digits.second, month), kind: 'month', inFigures: true },
    plainNumber(digits.second + 1, end, year),
  ];
}

/** A month; English months only with their capital, and the words that are something else only beside a date. */
export function monthAt({ text, language, words }: NumberText, at: number, word: string): Quantity | null {
  const value = words.months.get(word.toLowerCase());
  if (value === undefined || (language === 'en' && !/^\p{Lu}/u.test(word))) return null;
  const end = at + word.length;
  const after = text.slice(end, end + 4);
  const isDayNear =
    /\d(?:er|st|nd|rd|th)?[\s-]?$/.test(text.slice(Math.max(0, at - 5), at)) || /^\.?,?\s\d/.test(after);
  if (language === 'en' && word.length <= 4 && word.toLowerCase() !== 'may' && !/^(?:June|July)$/.test(word)) {
    if (word === word.toUpperCase() || !(isDayNear || after.startsWith('.'))) return null;
  }
  const ambiguous = /^(?:may|march|mars|mai|august)$/i.test(word);
  const isSaid = /\b(?:en|début|fin|mi|depuis|in|early|late|mid|since|last|next|until)[\s-]$/i.test(
    text.slice(Math.max(0, at - 10), at),
  );
  return { ...plainNumber(at, end, value), kind: 'month', loose: ambiguous && !isDayNear && !isSaid };
}

/** Les années 90, the nineties; `années` and `décennie` stand before the number. */
export function decadeAt(source: NumberText, at: number, word: string): Quantity | null {
  const { text, words } = source;
  const spelled = words.decades.get(word.toLowerCase());
  if (spelled !== undefined) return decadeOf(plainNumber(at, at + word.length, spelled), spelled);
  if (!/^(?:années|décennie)$/i.test(word)) return null;
  const start = nextStart(text, at + word.length);
  const figure = matchAt(/(?:\d\d)?\d0(?![\d\p{L}])/uy, text, start)?.[0];
  const numeral =
    figure === undefined ? numeralAt(source, start) : { value: Number(figure), end: start + figure.length };
  if (numeral === null || numeral.value < 10 || numeral.value % 10 > 0) return null;
  return decadeOf(plainNumber(start, numeral.end, numeral.value), numeral.value);
}

function nextStart(text: string, at: number): number {
  return at + (matchAt(/[\s\u00a0\u202f]+/y, text, at)?.[0].length ?? 0);
}

const PERIOD: Readonly<Record<Language, RegExp>> = {
  fr: /(?:T(?=[1-4])|S(?=[12]))(\d)(?![\p{L}\d])/uy,
  en: /(?:Q(?=[1-4])|H(?=[12]))(\d)(?![\p{L}\d])/uy,
};

const YEAR = /[ \u00a0\u202f](?:19|20)\d\d(?!\d)/y;

/**
 * T3, Q3, S1, H1: a quarter or a half of a year by its letter, which may answer its name; without a year it may be a
 * code.
 */
export function periodAt({ text, language }: NumberText, at: number): Quantity | null {
  const match = matchAt(PERIOD[language], text, at);
  if (match === null) return null;
  const end = at + match[0].length;
  return { ...plainNumber(at, end, Number(match[1])), loose: language === 'en' || matchAt(YEAR, text, end) === null };
}

const ROMAN_ORDINAL = /([IVXivx]+)(?:ers?|re|e|ème|ᵉ)(?![\p{L}\p{M}\d])/uy;
const ROMAN = /[IVX]{2,}(?![\p{L}\p{M}\d])/uy;

/**
 * Roman figures. With an ending they count (XIXe siècle, Ve République); after a name they tell kings, popes and wars
 * apart; elsewhere they may be letters, and only answer.
 */
export function romanAt({ text, language }: NumberText, at: number): Quantity | null {
  const ordinal = language === 'fr' ? matchAt(ROMAN_ORDINAL, text, at) : null;
  const letters = ordinal?.[1] ?? '';
  if (
    ordinal !== null &&
    (letters === letters.toUpperCase() || nextWord(text, at + ordinal[0].length).word === 'siècle')
  ) {
    const value = romanValue(letters.toUpperCase());
    if (value !== null) return { ...plainNumber(at, at + ordinal[0].length, value), loose: value === 1 };
  }
  const plain = matchAt(ROMAN, text, at)?.[0];
  const value = plain === undefined ? null : romanValue(plain);
  if (plain === undefined || value === null) return null;
  const followsName = /\p{Lu}[\p{Ll}’']+[\s\u00a0]$/u.test(text.slice(Math.max(0, at - 20), at));
  return { ...plainNumber(at, at + plain.length, value), loose: !followsName };
}
