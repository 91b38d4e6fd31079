import type { Span } from '../model/rich-text.ts';
import { alwaysAt, datePartsAt, decadeAt, monthAt, periodAt, romanAt, timeAt } from './calendar.ts';
import { figureAt, isOrdinal } from './figures.ts';
import { isIdiom } from './number-idioms.ts';
import type { NumberWords } from './number-words.ts';
import { type Numeral, numeralAt } from './numerals.ts';
import { plainNumber, type Quantity } from './quantity.ts';
import { partOfUnit, withScaleAndUnit } from './quantity-endings.ts';
import { shareUnits } from './ranges.ts';
import { matchAt, type NumberText, nextWord, wordAt } from './reading-at.ts';
import { joinShares } from './shares.ts';
import { afterWhole, everyOtherAt, isOfDays, oneOfTimeAt, spokenTimeAt } from './times-in-words.ts';

/**
 * What a UTF-16 unit is to who looks for numbers. A half of an astral character may be part of a word, and begins none.
 */
const [BETWEEN, LETTER, DIGIT, WITHIN] = [0, 1, 2, 3];
/** Of the Latin letters and signs, which are nearly all of a text. */
const KINDS: Uint8Array = Uint8Array.from({ length: 0x250 }, (_, unit) => kindOf(String.fromCharCode(unit)));

function kindAt(text: string, at: number): number {
  return KINDS[text.charCodeAt(at)] ?? kindOf(text.charAt(at));
}

function kindOf(sign: string): number {
  if (/\d/.test(sign)) return DIGIT;
  if (/[\p{L}_]/u.test(sign)) return LETTER;
  return /[\p{M}\p{Cs}-]/u.test(sign) ? WITHIN : BETWEEN;
}

/** All numbers of a text, in order. Digits in names and codes (R1, GPT-4, o3-mini) are no numbers. */
export function findQuantities(text: string, words: NumberWords): Quantity[] {
  const source = { text, language: words.language, words };
  const mayBegin = createFilter(source.words);
  const found: Quantity[] = [];
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    if (kind !== LETTER && kind !== DIGIT) {
      at += 1;
      continue;
    }
    const end = endOfLetters(text, at);
    const quantities = kind === DIGIT || mayBegin(text.slice(at, end)) ? quantitiesAt(source, at) : [];
    for (const quantity of quantities) found.push(quantity);
    at = quantities.at(-1)?.end ?? (kindAt(text, end) === BETWEEN ? end : endOfWord(text, at));
  }
  return shareUnits(joinShares(found, text, words.language), text, words.language);
}

/** End of a run of letters of one unit each. */
function endOfLetters(text: string, start: number): number {
  let end = start;
  while (end < text.length && kindAt(text, end) === LETTER) end += 1;
  return end;
}

/** English verbs of loss right before what is lost. */
const FALLING = /^(?:down|fell|lost|shed|dropped)$/i;

/** Whether a number can begin with a word; nearly none does, so that the rest is seldom asked. */
function createFilter({ openings }: NumberWords): (word: string) => boolean {
  return (word) =>
    /^(?:[IVXivx]|[QHTS]$)/.test(word) ||
    openings.has(word.toLowerCase()) ||
    FALLING.test(word) ||
    /^(?:années|décennie|moins|minus|other|an?|past|last|next|coming|previous)$/i.test(word);
}

/** Before a year or another figure these are words: mi-2020, post-2008. */
const PREFIX =
  /(?:under|over|mi|mid|pre|pré|post|ex|fin|non|sub|sous|sur|semi|quasi|anti|début|early|late|avant|après|mai|sept|de|à|to|from|and|et|ou|or|than)(?=-\d)/iy;

/** End of a run of letters and digits, hyphens between them included where a digit is near: GPT-4, O3-Mini. */
function endOfWord(text: string, start: number): number {
  const prefix = matchAt(PREFIX, text, start)?.[0].length;
  if (prefix !== undefined) return start + prefix + 1;
  return start + (matchAt(/[\p{L}\p{M}\d_]+(?:-(?=[\p{L}\d]*\d)[\p{L}\d]+)*/uy, text, start)?.[0].length ?? 1);
}

/** The quantity that starts at an offset, the three of a date in figures, or none. */
function quantitiesAt(source: NumberText, at: number): readonly Quantity[] {
  const always = alwaysAt(source, at);
  if (always.length > 0) return always;
  if (/\d/.test(source.text.charAt(at))) {
    const date = datePartsAt(source, at);
    if (date.length > 0) return date;
    const time = timeAt(source, at);
    if (time !== null) return [time];
    const figure = figureAt(source, at);
    if (figure === null) return [];
    return [figure.kind === 'decade' || isOrdinal(source.text, figure) ? figure : withScaleAndUnit(figure, source)];
  }
  const word = wordAt(source.text, at);
  const quantity =
    romanAt(source, at) ??
    periodAt(source, at) ??
    decadeAt(source, at, word) ??
    monthAt(source, at, word) ??
    negativeAt(source, at, word) ??
    spokenTimeAt(source, at) ??
    halfMillionAt(source, at, word) ??
    fractionAt(source, at, word) ??
    spelledAt(source, at) ??
    everyOtherAt(source, at, word) ??
    oneOfTimeAt(source, at, word) ??
    looseAt(source, at, word);
  return quantity === null ? [] : [quantity];
}

/** Moins 5, minus five, down 6 %: the sign in words. */
function negativeAt(source: NumberText, at: number, word: string): Quantity | null {
  const isSign = /^(?:moins|minus)$/i.test(word);
  if (!isSign && !(source.language === 'en' && FALLING.test(word))) return null;
  const gap = matchAt(/[\s\u00a0]/y, source.text, at + word.length)?.[0].length ?? 0;
  if (gap === 0) return null;
  const start = at + word.length + gap;
  const isFigure = /\d/.test(source.text.charAt(start));
  if (!isSign && !isFigure) return null;
  const quantity = isFigure ? figureAt(source, start) : spelledAt(source, start);
  if (quantity === null || quantity.kind !== 'number') return null;
  const whole = isFigure ? withScaleAndUnit(quantity, source) : quantity;
  return { ...whole, start: at, value: -whole.value, also: [whole.value] };
}

/** Half a million, un demi-million: the half of a scale. */
function halfMillionAt({ text, words }: NumberText, at: number, word: string): Quantity | null {
  if (!/^(?:demi|half)$/i.test(word)) return null;
  const first = nextWord(text, at + word.length);
  const { word: name, end } = /^an?$/.test(first.word) ? nextWord(text, first.end) : first;
  const scale = words.scales.get(name);
  return scale === undefined ? null : { ...plainNumber(at, end, scale / 2), scale };
}

/**
 * Deux tiers, three-quarters, a third, un cinquième. Those of one part are loose, unless they are a share of something.
 */
function fractionAt(source: NumberText, at: number, word: string): Quantity | null {
  const { text, words } = source;
  const lower = word.toLowerCase();
  const numerator = words.cardinals.get(lower) ?? (/^(?:une?|one|an?)$/.test(lower) ? 1 : undefined);
  if (numerator === undefined) return null;
  const { word: part, end } = nextWord(text, at + word.length);
  const parts = words.fractions.get(part);
  if (parts === undefined || numerator >= parts || (numerator > 1 && !/s$|^(?:tiers|quart)$/.test(part))) return null;
  const fraction = { ...plainNumber(at, end, numerator / parts), parts: [numerator, parts] };
  const timed = afterWhole(fraction, source) ?? partOfUnit({ ...fraction, loose: numerator === 1 }, source);
  if (timed !== null) return timed;
  if (numerator > 1 || isShare(source, lower, end)) return fraction;
  return withScaleAndUnit({ ...fraction, also: [parts], loose: true }, source);
}

/** What a third or a quarter is of without being a share: un quart d’heure, un tiers de confiance. */
const SHARE =
  /[\s\u00a0]+(?:de[\s\u00a0]|d[’']|des\b|du\b)(?!(?:heure|siècle|finale|tour|poil|confiance|soupir)(?!\p{L}))/iuy;

/** Un tiers de, un quart des. */
function isShare({ text, language }: NumberText, article: string, end: number): boolean {
  const isPart = /(?:tiers|quart)$/i.test(text.slice(Math.max(0, end - 5), end));
  return language === 'fr' && article === 'un' && isPart && matchAt(SHARE, text, end) !== null;
}

/** Ces deux modèles, these two, entre les deux: what was counted before need not be counted again; nor les Vingt-Sept. */
function spelledAt(source: NumberText, at: number): Quantity | null {
  const numeral = numeralAt(source, at);
  if (numeral === null) return null;
  const plain = plainNumber(at, numeral.end, numeral.value);
  const quantity = withScaleAndUnit(manyThousands(plain, source) ?? asHalves(plain, source), source);
  const span = { start: at, end: numeral.end };
  const loose =
    isBloc(source, at) ||
    (numeral.value < 10 && pointsBack(source.text, span)) ||
    isIdiom(source.text, span, source.language);
  if (quantity.unit !== null || !isSeconds(source, numeral)) return { ...quantity, loose };
  return { ...quantity, unit: 'second', value: numeral.value - 2, also: [numeral.value], loose };
}

/** A thirty-second video, where thirty seconds are meant, or who is the thirty-second. */
function isSeconds({ text, language }: NumberText, { end, value }: Numeral): boolean {
  return language === 'en' && value > 20 && text.slice(end - 7, end).toLowerCase() === '-second';
}

/** Les Vingt-Sept, aux Douze: the states of a union, which English calls by its name. */
function isBloc({ text, language }: NumberText, at: number): boolean {
  if (language !== 'fr' || !/\p{Lu}/u.test(text.charAt(at))) return false;
  return /(?<!\p{L})(?:les|des|aux)[\s\u00a0]$/iu.test(text.slice(Math.max(0, at - 5), at));
}

/** Behind ces, or with no noun behind it: entre les deux, aucun des trois. */
function pointsBack(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 7), start);
  if (/\b(?:ces|these|those)\s$/i.test(before)) return true;
  return (
    /(?<!\p{L})(?:les|des|aux)\s$/iu.test(before) && matchAt(/[\s\u00a0\u202f]*(?:[.,;:!?)»…]|$)/y, text, end) !== null
  );
}

/** What is said of thousands and more, to tell about how many. */
const ROUNDLY =
  /(?:milliers?|centaines?|(?:di|dou|quin)zaines?|(?:vingt|trent|quarant|cinquant)aines?|hundreds|thousands|tens|dozens|scores)$/i;

/** Centaines de milliers, hundreds of millions: one number. */
function manyThousands(hundreds: Quantity, { text, words }: NumberText): Quantity | null {
  const of = matchAt(/[\s\u00a0]+(?:de|of)(?=[\s\u00a0])/y, text, hundreds.end)?.[0].length;
  if (of === undefined || !ROUNDLY.test(text.slice(hundreds.start, hundreds.end))) return null;
  const { word, end } = nextWord(text, hundreds.end + of);
  const factor = /^(?:milliers|thousands)$/.test(word) ? 1000 : words.scales.get(word);
  if (factor === undefined) return null;
  return { ...plainNumber(hundreds.start, end, hundreds.value * factor), parts: [hundreds.value, factor] };
}

const TIMES_LESS = /\sfois\s(?:moins|plus\s(?:bas|court|faible|étroit|léger|lent|mince|petit))/y;

/** Coupé en deux, divisé par deux: cut in half; deux fois moins, deux fois plus petit: half as much, half the size. */
function asHalves(quantity: Quantity, { text, language }: NumberText): Quantity {
  if (language !== 'fr' || quantity.value !== 2) return quantity;
  const before = text.slice(Math.max(0, quantity.start - 40), quantity.start);
  const isCut =
    /(?<!\p{L})(?:bris|cass|coup|déchir|divis|fend|partag|pli|scind|sépar|tranch)\p{L}*(?:\s\S+){0,3}\s(?:en|par)\s$/iu;
  const isHalf = isCut.test(before) || matchAt(TIMES_LESS, text, quantity.end) !== null;
  return isHalf ? { ...quantity, also: [0.5] } : quantity;
}

/** A word of one or several senses, or a scale by itself (milliards); un million is a million, a week seven days. */
function looseAt(source: NumberText, at: number, word: string): Quantity | null {
  const { language, words } = source;
  const lower = word.toLowerCase();
  const end = at + word.length;
  const scale = words.scales.get(lower);
  if (scale !== undefined) return withScaleAndUnit(plainNumber(at, end, scale), source);
  const article = /^an?$/.test(lower) && language === 'en' ? 1 : undefined;
  const value = words.loose.get(lower) ?? article;
  if (value === undefined) return null;
  const part = lower.startsWith('quart') ? 1 / value : value;
  const timed = part > 0 && part < 1 ? partOfUnit({ ...plainNumber(at, end, part), loose: true }, source) : null;
  if (timed !== null) return timed;
  const many = manyThousands(plainNumber(at, end, value), source);
  if (many !== null) return { ...withScaleAndUnit(many, source), loose: true };
  const scaled = withScaleAndUnit(plainNumber(at, end, value), source);
  if (isOfDays(source, lower, end)) return { ...scaled, unit: 'day', loose: true };
  if (article !== undefined && scaled.unit === null && scaled.value === 1) return null;
  return { ...scaled, loose: scaled.value === value || scaled.value === value + 0.5 };
}
