import type { Language } from '../model/concept.ts';
import { SPEED } from './measures.ts';
import { unitNamed } from './number-words.ts';
import { plainNumber, type Quantity } from './quantity.ts';
import { matchAt, type NumberText } from './reading-at.ts';

const FIGURE: Readonly<Record<Language, RegExp>> = {
  fr: /[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f.]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[,.]\d+)?/y,
  en: /[1-9]\d{0,2}(?:(?:,\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+)(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y,
};
/**
 * Versions, addresses, telephones: 1.2.3, 192.168.1.1, 01.44.55.66.77. Figure by figure they are the same in both
 * languages.
 */
const DOTTED = /\d+(?=(?:\.\d+){2})|(?<=\d\d\.\d\d\.\d\d\.)\d\d(?!\d)/y;
const ORDINAL_ENDING = /(?:ers?|res?|es?|ès?|i?[èe]mes?|ndes?|nds?|st|rd|th)(?![\p{L}\d])/uy;
const LETTERS = /[\p{L}µ]+/uy;
/** What follows a figure and is no code, but no unit that is told from others either. */
const SYMBOLS =
  /^(?:[ACFJNVW]|[kMGTm]?(?:Hz|Wh?|V|A|Ah|VA|J|Pa|N|bps|bits?)|[cdm]l|[µm]g|px|fps|rpm|d[Bp]i?|ppm|k?cal|bar|lx|pts?|nm|µm|µs|ns|p)$/;
/** 1950-53, 2019/20 */
const SHORT_YEAR = /(\d\d)\d\d[-–/‑]$/;
const FRACTION = /([1-9])\/([2-9]|10)(?![\d/])/y;
/** What follows the code of a country before a telephone number: +33 (0)1 44 55 66 77. */
const TELEPHONE = /[ \u00a0\u202f.-]?(?:\(0\)[ \u00a0\u202f]?)?\d{1,4}(?:[ \u00a0\u202f.-]\d{2,4}){2}/y;

/**
 * A number in figures, its sign and what is written to it (70B, 10x, 5GB, 1er); null for a code (3D). Who is No. 1
 * leads: it is loose, as is the code of a country.
 */
export function figureAt(source: NumberText, at: number): Quantity | null {
  const { text, language } = source;
  const fraction = fractionAt(text, at);
  if (fraction !== null) return fraction;
  const dotted = matchAt(DOTTED, text, at)?.[0];
  const written = matchAt(FIGURE[language], text, at)?.[0] ?? '';
  const isParts = dotted !== undefined && !/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(written);
  const figure = isParts ? dotted : written;
  const sign = signBefore(text, at);
  const end = at + figure.length;
  const quantity = plainNumber(at - sign, end, (sign > 0 ? -1 : 1) * figureValue(figure, language));
  const also = otherValues(text, { figure, at, language });
  const before = text.slice(Math.max(0, at - 6), at);
  const loose =
    (figure === '1' && /(?:\bno\.?|n°|#)\s?$/i.test(before)) || isDialled(before, figure, text.slice(end, end + 24));
  return withLetters({ ...quantity, ...(also.length > 0 ? { also } : {}), loose }, source);
}

function fractionAt(text: string, at: number): Quantity | null {
  const match = matchAt(FRACTION, text, at);
  if (match === null || /[\d/.,]/.test(text.charAt(at - 1))) return null;
  const parts = [Number(match[1]), Number(match[2])] as const;
  if (parts[0] >= parts[1]) return null;
  return { ...plainNumber(at, at + match[0].length, parts[0] / parts[1]), parts };
}

/** +33 and its (0), which a country leaves out at home. */
function isDialled(before: string, figure: string, after: string): boolean {
  if (figure === '0') return after.startsWith(')') && /\+\d{1,3}\s?\($/.test(before);
  return figure.length <= 3 && before.endsWith('+') && matchAt(TELEPHONE, after, 0) !== null;
}

/** How long the minus before a figure is, a space in brackets included; 0 for the hyphen of a word or of a range. */
function signBefore(text: string, at: number): number {
  return (
    /(?<=^|[\s(\u00a0])[-−]$|(?<=\()[-−–][ \u00a0\u202f]?$/.exec(text.slice(Math.max(0, at - 3), at))?.[0].length ?? 0
  );
}

function figureValue(figure: string, language: Language): number {
  const plain = figure.replaceAll(/[ \u00a0\u2009\u202f]/g, '');
  if (language === 'en') return Number(plain.replaceAll(',', ''));
  return Number(
    (/^\d{1,3}(\.\d{3})+(,|$)/.test(plain) && !plain.startsWith('0') ? plain.replaceAll('.', '') : plain).replace(
      ',',
      '.',
    ),
  );
}

/** A whole year for its end; what a point or a comma before three figures may mean. */
function otherValues(
  text: string,
  { figure, at, language }: { figure: string; at: number; language: Language },
): number[] {
  const century = /^\d\d$/.test(figure) ? SHORT_YEAR.exec(text.slice(Math.max(0, at - 5), at))?.[1] : undefined;
  if (century !== undefined) return [Number(century + figure)];
  if (language === 'fr' && /^\d{1,3}\.\d{3}$/.test(figure)) return [Number(figure)];
  if (language === 'fr' && /^[1-9]\d{0,2},000$/.test(figure)) return [Number(figure.replace(',', ''))];
  return [];
}

/** What is written to a figure without a space. */
function withLetters(quantity: Quantity, source: NumberText): Quantity | null {
  const { text, language, words } = source;
  const { end, value } = quantity;
  const ordinal = matchAt(ORDINAL_ENDING, text, end)?.[0];
  if (ordinal !== undefined) return { ...quantity, end: end + ordinal.length };
  if (isAgeGroup(quantity, source)) return { ...quantity, end: end + 1 };
  const decade = decadeIn(quantity, source);
  if (decade !== null) return decade;
  const speed = matchAt(SPEED, text, end);
  if (speed !== null) return { ...quantity, end: end + speed[0].length, unit: 'kmh' };
  const letters = matchAt(LETTERS, text, end)?.[0];
  if (letters === undefined) return quantity;
  const whole = { ...quantity, end: end + letters.length };
  if (/\d/.test(text.charAt(whole.end))) return null;
  if (/^x$/i.test(letters)) return whole;
  if (language === 'en' && letters === 'm' && !/[$€£]/.test(text.charAt(quantity.start - 1)))
    return { ...whole, also: [value * 1e6] };
  const scale = words.suffixes.get(letters) ?? words.scales.get(letters.toLowerCase());
  if (scale !== undefined) return { ...whole, value: value * scale };
  const unit = /^\p{Lu}$/u.test(letters) ? null : unitNamed(letters, words);
  return unit === null && !SYMBOLS.test(letters) ? null : { ...whole, unit };
}

/** Under-16s, the over 60s, and no run in under 16s: people of an age, and neither seconds nor years. */
function isAgeGroup({ start, end }: Quantity, { text, language }: NumberText): boolean {
  return (
    language === 'en' &&
    /^s(?![\p{L}\d])/u.test(text.slice(end, end + 2)) &&
    /(?:(?<!\p{L})(?:under|over)-|(?<!\p{L})the (?:under|over) )$/iu.test(text.slice(Math.max(0, start - 11), start))
  );
}

/** 1er, 20th: it counts, and is no amount. */
export function isOrdinal(text: string, { start, end }: Quantity): boolean {
  return /\d(?:ers?|res?|es?|ès?|i?[èe]mes?|ndes?|nds?|st|rd|th)$/.test(text.slice(start, end));
}

/** 1990s, the 90s, 1920’s; 10.8s are seconds. */
function decadeIn(quantity: Quantity, { text, language }: NumberText): Quantity | null {
  const { start, end, value } = quantity;
  const figure = text.slice(start, end);
  if (language === 'fr' || !/^(?:\d\d)?\d0$/.test(figure) || !/^['’]?s(?![\p{L}\d])/u.test(text.slice(end, end + 3)))
    return null;
  const length = text.charAt(end) === 's' ? 1 : 2;
  return decadeOf({ ...quantity, end: end + length }, value);
}

/** Ten years; those of the last century may be said without it. */
export function decadeOf(quantity: Quantity, year: number): Quantity {
  const also = year < 100 ? [1900 + year, 1800 + year, 2000 + year] : [year % 100];
  return { ...quantity, kind: 'decade', value: year, also };
}
