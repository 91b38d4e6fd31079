import { unitNamed } from './number-words.ts';
import { plainNumber, type Quantity } from './quantity.ts';
import { withScaleAndUnit } from './quantity-endings.ts';
import { matchAt, type NumberText, nextWord } from './reading-at.ts';
import { hasOwnNoun } from './shares.ts';

/** Who says “ten to three” may mean a range. */
const SPOKEN =
  /(?:(?:a[ \u00a0])?(?:(half)[ \u00a0-]past|(quarter)[ \u00a0-](past|after|to))|(five|ten|twenty-five|twenty)[ \u00a0-]past)[ \u00a0](\p{L}+|\d{1,2}(?![\d:.,]))/iuy;
/** In front of a quarter that is a part: from a quarter to three, by a quarter to twelve. */
const GOING = /\b(?:from|by)[ \u00a0](?:a[ \u00a0]|one[ \u00a0])?$/i;
/** Behind what is no hour: three quarters, two of them, 3 %. */
const COUNTING =
  /[ \u00a0]?%|[ \u00a0-](?:halves|half|thirds?|quarters?|fifths?|tenths?|times|per|of|hundred|thousand)(?!\p{L})/iuy;
const MINUTES: ReadonlyMap<string, number> = new Map([
  ['half', 30],
  ['quarter', 15],
  ['five', 5],
  ['ten', 10],
  ['twenty', 20],
  ['twenty-five', 25],
]);

/** Half past nine, a quarter to three, ten past noon: an hour and its part in one number of hours, which no amount that is near answers. */
export function spokenTimeAt(source: NumberText, at: number): Quantity | null {
  const { text, language, words } = source;
  const match = language === 'en' ? matchAt(SPOKEN, text, at) : null;
  if (match === null) return null;
  const [whole, half, quarter, side, few, named = ''] = match;
  const name = named.toLowerCase();
  const hour = /\d/.test(name) ? Number(name) : (words.cardinals.get(name) ?? words.loose.get(name));
  const minutes = MINUTES.get((half ?? quarter ?? few ?? '').toLowerCase());
  if (hour === undefined || minutes === undefined || hour > 24) return null;
  const end = at + whole.length;
  const isPast = side === undefined || side.toLowerCase() === 'past';
  if (!isPast && (isCounting(source, end) || GOING.test(text.slice(Math.max(0, at - 9), at)))) return null;
  const value = side?.toLowerCase() === 'to' ? (hour || 24) - minutes / 60 : hour + minutes / 60;
  return { ...plainNumber(at, end, value), parts: [hour, minutes] };
}

/** Whether what ends there counts what follows: a quarter to three million, to 15 dollars, to two projects. */
function isCounting({ text, language, words }: NumberText, end: number): boolean {
  const { word } = nextWord(text, end);
  const isUnit = words.scales.has(word) || (word !== 'a' && unitNamed(word, words) !== null);
  return isUnit || hasOwnNoun(text, end, language) || matchAt(COUNTING, text, end) !== null;
}

/** Every other year: every two. */
export function everyOtherAt(source: NumberText, at: number, word: string): Quantity | null {
  if (source.language !== 'en' || !/^other$/i.test(word)) return null;
  if (!/\bevery\s$/i.test(source.text.slice(Math.max(0, at - 7), at))) return null;
  return { ...withScaleAndUnit(plainNumber(at, at + word.length, 2), source), loose: true };
}

/** The past year, the next week: one that French may count as twelve months or seven days. */
export function oneOfTimeAt({ text, language, words }: NumberText, at: number, word: string): Quantity | null {
  if (language !== 'en' || !/^(?:past|last|next|coming|previous)$/i.test(word)) return null;
  const { word: name, end } = nextWord(text, at + word.length);
  const unit = name.endsWith('s') ? null : unitNamed(name, words);
  if (unit === null || !/\bthe\s$/i.test(text.slice(Math.max(0, at - 5), at))) return null;
  return { ...plainNumber(at, end, 1), unit, loose: true };
}

/** Sous quinzaine, une quinzaine de jours, la première quinzaine de mai; not une quinzaine d’élèves. */
export function isOfDays({ text, words }: NumberText, word: string, end: number): boolean {
  if (!/^(?:huitaine|quinzaine)$/.test(word)) return false;
  const counted = /^[\s\u00a0](?:de[\s\u00a0]|d[’'])(\p{L}+)/u.exec(text.slice(end, end + 24))?.[1];
  return counted === undefined || counted === 'jours' || words.months.has(counted);
}

/** The last year and a half, whose one year nobody counted. */
export function afterWhole(half: Quantity, { text, words }: NumberText): Quantity | null {
  const [, whole = ''] = /\b([a-z]{3,9}) and $/i.exec(text.slice(Math.max(0, half.start - 20), half.start)) ?? [];
  const unit = whole === '' ? null : unitNamed(whole, words);
  return unit === null ? null : { ...plainNumber(half.start, half.end, 1 + half.value), unit, loose: true };
}
