import type { Language } from '../model/concept.ts';
import { SPEED } from './measures.ts';
import { unitNamed } from './number-words.ts';
import { numeralAt } from './numerals.ts';
import { plainNumber, type Quantity } from './quantity.ts';
import { matchAt, type NumberText, nextWord, wordAt } from './reading-at.ts';
import { hasOwnNoun } from './shares.ts';

/**
 * Md€, M$, MM$, 3 Mio d’euros: a scale before a currency. Letters that are much else count before a currency alone; G
 * is a billion there, and no billion in 4G.
 */
const SHORT_SCALE =
  /[ \u00a0\u202f](?:([Mm]ds?|[Mm]rds?|bn|tn|[kM](?=[ \u00a0\u202f]?[€$£]|[ \u00a0\u202f]d[’'e]|[ \u00a0\u202f]?(?:EUR|USD)))(?!\p{Ll})|(M[MD]|MDS|Mio|[KGBT])\.?(?=[ \u00a0\u202f]?(?:[€$£]|EUR|USD|CHF|CAD)|[ \u00a0\u202f](?:d[’'](?:€|euro)|de[ \u00a0\u202f](?:dollars|francs|livres))))/uy;
/** Mt, kt, Gt, Mtep: so many tonnes, or so many megatons. */
const TONNES = /[ \u00a0\u202f]?([kMG])t(?:ep|oe)?(?![\p{L}\p{N}])/uy;
const OF_TONNES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
]);
const UNIT_SIGN =
  /[ \u00a0\u202f]?(?:(US|C|A)?([%€£$])(?:US|CA)?|%)|[ \u00a0\u202f-](?:pour[ \u00a0]cent|percent|per[ \u00a0]cent|pct)\b/y;
const OF = /(?:de |of |d['’])/y;
/** Currencies: the only units that may stand behind an of. */
const CURRENCIES: ReadonlySet<string> = new Set('€ $ £ yen yuan won franc rouble rupee'.split(' '));
const HALF = /\s(?:et\s(?:demie?s?|quart)|moins\sle\squart|and\sa\s(?:half|quarter))(?!\p{L})|-and-a-half(?!\p{L})/uy;
/** What stands between a part and the one thing it is of: un quart d’heure, a quarter of an hour, half a year. */
const OF_ONE: Readonly<Record<Language, RegExp>> = {
  fr: /[\s\u00a0](?:de[\s\u00a0]|d[’'])/y,
  en: /(?:[\s\u00a0]of)?[\s\u00a0]an?[\s\u00a0]|-/y,
};
/** Hundredths of a currency, which may be said as a part of it: 40 centimes, €0.40. */
const CENTS: Readonly<Record<Language, RegExp>> = {
  fr: /[\s\u00a0\u202f](?:pence|centimes?(?:[\s\u00a0]d[’']euros?)?|(?<=\d.)cents?)(?!\p{L})/uy,
  en: /[\s\u00a0-](?:(?:euro|US)[\s\u00a0-])?(?:cents?|pence|centimes?)(?!\p{L})/iuy,
};

/** What may stand between a number and its unit: 9 metric tons, dix-huit derniers mois. */
const BEFORE_UNIT = /^(?:metric|short|long|full|derni(?:er|ère)s|prochaine?s|premi(?:er|ère)s|bonnes|longue?s)$/;

/** A quantity with what follows it and belongs to it: deux milliards et demi d’euros, 70-billion, 12 %. */
export function withScaleAndUnit(quantity: Quantity, source: NumberText): Quantity {
  const before = currencyBefore(quantity, source.text);
  const early = withHalf(before, source, 1);
  const { quantity: scaled, scale } = withScales(early, source);
  const unit = withUnit(withHalf(scaled, source, scale), source);
  return withParts(withHalf(unit, source, scale), source);
}

const AND: Readonly<Record<Language, RegExp>> = {
  fr: /[ \u00a0\u202f](?:et[ \u00a0])?/y,
  en: /[ \u00a0](?:and[ \u00a0])?/y,
};
/** Behind a number that is no such part. */
const COUNTED = /[\s\u00a0\u202f]?%|[\s\u00a0](?:fois|mois|pour|times|years?)(?!\p{L})/uy;
/** Of what may be said as hundredths: dollars et vingt cents. */
const CENTS_BEHIND = /[\s\u00a0\u202f]cents?(?!\p{L})/uy;
const FIGURES = /\d{1,2}(?![.,]?\d)/y;

/** How many parts there are in one: cents of a euro, minutes of an hour. */
const PARTS: ReadonlyMap<string, number> = new Map([
  ['€', 100],
  ['$', 100],
  ['£', 100],
  ['m', 100],
  ['hour', 60],
]);
/** Fewer hundredths are not said alone: deux euros cinq. */
const FEWEST = 10;

/** 2 euros et 50 centimes, deux euros cinquante, 3 m 50, huit heures vingt: parts behind what they belong to. */
function withParts(quantity: Quantity, source: NumberText): Quantity {
  const { value, unit, scale } = quantity;
  const { text, language } = source;
  const all = PARTS.get(unit ?? '');
  const isHour = unit === 'hour';
  if (all === undefined || !Number.isInteger(value) || scale !== undefined) return quantity;
  if (isHour && (language === 'en' || value > 24)) return quantity;
  const and = matchAt(AND[language], text, quantity.end)?.[0];
  if (and === undefined) return quantity;
  const at = quantity.end + and.length;
  const figures = matchAt(FIGURES, text, at)?.[0];
  const more = figures === undefined ? numeralAt(source, at) : { value: Number(figures), end: at + figures.length };
  if (more === null || more.value >= all) return quantity;
  const cents = /[€$£]/.test(unit ?? '') ? centsAt(source, more.end) : undefined;
  const isCounting = hasOwnNoun(text, more.end, language) || matchAt(COUNTED, text, more.end) !== null;
  const isBare = and.length === 1 && (isHour || more.value >= FEWEST) && !isCounting;
  if (cents === undefined && !isBare) return quantity;
  const end = more.end + (cents?.length ?? 0);
  if (isHour) return timeOf(quantity, more.value, end);
  return { ...quantity, end, value: value + more.value / all, parts: [value, more.value / all] };
}

function timeOf({ start, value }: Quantity, minutes: number, end: number): Quantity {
  return { ...plainNumber(start, end, value * 60 + minutes), kind: 'time', parts: [value, minutes] };
}

function centsAt({ text, language }: NumberText, at: number): string | undefined {
  return (matchAt(CENTS[language], text, at) ?? matchAt(CENTS_BEHIND, text, at))?.[0];
}

function currencyBefore(quantity: Quantity, text: string): Quantity {
  const sign = /(?:US|C|A|CA|HK)?([$€£¥])[ \u00a0]?$/.exec(text.slice(Math.max(0, quantity.start - 4), quantity.start));
  if (sign === null) return quantity;
  return { ...quantity, start: quantity.start - sign[0].length, unit: sign[1] ?? null };
}

/** “And a half”, once: half of what was counted last; trois heures moins le quart. */
function withHalf(quantity: Quantity, { text }: NumberText, scale: number): Quantity {
  const half = matchAt(HALF, text, quantity.end)?.[0];
  if (half === undefined || !Number.isInteger(quantity.value)) return quantity;
  const part = half.includes('quart') ? 0.25 : 0.5;
  const parts = scale === 1 ? { parts: [quantity.value, part] } : {};
  const value = half.includes('moins') ? (quantity.value || 24) - part : quantity.value + scale * part;
  return { ...quantity, ...parts, end: quantity.end + half.length, value };
}

/** A part of one hour, one century …; null where it is a part of something else. */
export function partOfUnit(part: Quantity, { text, language, words }: NumberText): Quantity | null {
  const joint = matchAt(OF_ONE[language], text, part.end)?.[0];
  if (joint === undefined) return null;
  const word = wordAt(text, part.end + joint.length);
  const unit = word === '' ? null : unitNamed(word, words);
  return unit === null ? null : { ...part, end: part.end + joint.length + word.length, unit };
}

/** Million, mille milliards, thousands of billions. */
function withScales(quantity: Quantity, { text, words }: NumberText): { quantity: Quantity; scale: number } {
  const short = matchAt(SHORT_SCALE, text, quantity.end);
  const letters = short?.[1] ?? short?.[2] ?? '';
  const factor = letters === 'G' ? 1e9 : words.suffixes.get(letters);
  if (short !== null && factor !== undefined) return scaledBy(quantity, factor, quantity.end + short[0].length);
  let { end } = quantity;
  let scale = 1;
  for (;;) {
    const next = nextWord(text, end);
    const factor =
      words.scales.get(next.word) ??
      (/^(?:mille|thousand)$/.test(next.word) && quantity.value < 1000 ? 1000 : undefined);
    if (factor === undefined) break;
    scale *= factor;
    end = next.end;
  }
  return scaledBy({ ...quantity, end }, scale, end);
}

function scaledBy(quantity: Quantity, factor: number, end: number) {
  if (factor === 1) return { quantity, scale: 1 };
  const value = Math.round(quantity.value * factor * 1e6) / 1e6;
  return { quantity: { ...quantity, value, end, scale: factor }, scale: factor };
}

/** “A second term” is no time: a noun follows. */
const NOUN_BEHIND =
  /\s(?!(?:of|or|and|to|in|later|before|after|ago|per|for|at|when|while|as|is|was|on|but|than|with|until|between|from|by)\b)\p{L}/iuy;

/** Six (6) mois: what counts both. */
function withUnit(quantity: Quantity, source: NumberText): Quantity {
  const { start, end } = quantity;
  const isGloss = source.text.charAt(start - 1) === '(' && source.text.charAt(end) === ')';
  if (!isGloss) return withUnitBehind(quantity, source);
  return { ...quantity, unit: withUnitBehind({ ...quantity, end: end + 1 }, source).unit };
}

/** `70 %`, `$1 trillion`, `1,2 milliard de yuans`, `5 Go`, `dix ans`. */
function withUnitBehind(quantity: Quantity, { text, language, words }: NumberText): Quantity {
  if (quantity.unit !== null) return quantity;
  const cents = matchAt(CENTS[language], text, quantity.end)?.[0];
  if (cents !== undefined)
    return {
      ...quantity,
      ...plainNumber(quantity.start, quantity.end + cents.length, quantity.value / 100),
      loose: quantity.loose,
    };
  const tonnes = matchAt(TONNES, text, quantity.end);
  if (tonnes !== null) return inTonnes(quantity, tonnes);
  const sign = matchAt(UNIT_SIGN, text, quantity.end);
  if (sign !== null) return { ...quantity, end: quantity.end + sign[0].length, unit: sign[2] ?? '%' };
  const gap = /^[\s\u00a0\u202f]/.test(text.slice(quantity.end, quantity.end + 1)) ? 1 : 0;
  const of = gap === 0 ? 0 : (matchAt(OF, text, quantity.end + gap)?.[0].length ?? 0);
  const speed = gap === 0 ? null : matchAt(SPEED, text, quantity.end + gap);
  if (speed !== null) return { ...quantity, end: quantity.end + gap + speed[0].length, unit: 'kmh' };
  const next = of > 0 ? nextWord(text, quantity.end + gap + of - 1) : nextWord(text, quantity.end);
  const { word, end } = BEFORE_UNIT.test(next.word) ? nextWord(text, next.end) : next;
  const exact = text.slice(end - word.length, end);
  const isOther = word.length === 1 && (exact !== word || /[’']/.test(text.charAt(end)));
  const unit = isOther ? null : unitNamed(word, words);
  if (word === 'second' && gap === 1 && matchAt(NOUN_BEHIND, text, end) !== null) return quantity;
  // Who won, and how many won it cost.
  if (word === 'won' && quantity.scale === undefined) return quantity;
  return unit === null || (of > 0 && !CURRENCIES.has(unit)) ? quantity : { ...quantity, end, unit };
}

function inTonnes(quantity: Quantity, [written, prefix = '']: RegExpExecArray): Quantity {
  const { value } = scaledBy(quantity, OF_TONNES.get(prefix) ?? 1, 0).quantity;
  return {
    ...quantity,
    end: quantity.end + written.length,
    value,
    unit: 't',
    also: [...(quantity.also ?? []), quantity.value],
  };
}
