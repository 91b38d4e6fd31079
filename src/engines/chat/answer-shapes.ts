import { findJson, type Json } from './loose-json.ts';

/**
 * What an answer holds: the texts in the order in which they were sent, null for each that the answer breaks off
 * before.
 */
export type ReadTexts = readonly (string | null)[];

/**
 * The translations in what a model wrote, by their ids; null where they are not all there, or where there are others.
 * Of several answers the last one counts: those before it stand in its thoughts.
 *
 * @param isCut the model was stopped before it had written all
 */
export function readTexts(content: string, count: number, isCut = false): ReadTexts | null {
  const last = content.slice(-MOST_UNITS);
  const afterThoughts = last.slice(endOfThoughts(last));
  return textsIn(afterThoughts, count, isCut) ?? (afterThoughts === last ? null : textsIn(last, count, isCut));
}

/** What of an answer is read, from its end. UTF-16 units; no translation of one request is longer. */
const MOST_UNITS = 300_000;

/** Where thoughts end that a model wrote into its answer. */
const THOUGHTS_END = /<\/(?:think|thinking|thought|reasoning)>/gi;

function endOfThoughts(content: string): number {
  const last = [...content.matchAll(THOUGHTS_END)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

function textsIn(content: string, count: number, isCut: boolean): ReadTexts | null {
  const found = findJson(content);
  for (const { value, isWhole } of found.toReversed()) {
    const texts = isWhole ? textsOf(value, count) : isCut ? textsBeforeCut(value, count) : null;
    if (texts !== null) return texts;
  }
  const whole = found.filter(({ isWhole }) => isWhole).map(({ value }) => value);
  return textsOf(whole, count) ?? textsOfString(content, count) ?? textsOfLines(content, count);
}

/** JSON that was written as a string of JSON. */
function textsOfString(content: string, count: number): ReadTexts | null {
  const written = content.trim();
  if (!written.startsWith('"{') && !written.startsWith('"[')) return null;
  try {
    const inner: unknown = JSON.parse(written);
    return typeof inner === 'string' ? textsIn(inner, count, false) : null;
  } catch {
    return null;
  }
}

/** `1. A text`, `[2] A text`, `"3": A text`. */
const NUMBERED = /^\s*["[(]?(\d{1,3})["\])]?\s?[.:)]?\s+(\S.*)$/;

/** A list of numbered lines, and nothing besides. */
function textsOfLines(content: string, count: number): ReadTexts | null {
  const lines = content.split('\n').filter((line) => line.trim() !== '' && !/^\s*```/.test(line));
  if (lines.length !== count) return null;
  const texts = lines.map((line, i) => {
    const [, id, text] = NUMBERED.exec(line) ?? [];
    return Number(id) === i + 1 && text !== undefined ? text : null;
  });
  return texts.every((text) => text !== null) ? texts : null;
}

/** Names under which a translation stands in an object of its own. */
const TEXT_NAMES = [
  'translation',
  'translated',
  'text',
  'target',
  'english',
  'en',
  'en-US',
  'content',
  'output',
  'value',
];
const ID_NAMES = ['id', 'key', 'index', 'number', 'n'];
const MOST_LEVELS = 4;

function textsOf(value: Json, count: number, levels = MOST_LEVELS): readonly string[] | null {
  if (value === null || typeof value !== 'object' || levels === 0) return null;
  const pairs = isList(value) ? pairsOfList(value) : pairsOfObject(value);
  if (pairs.length > 0) return inOrder(pairs, count);
  for (const inner of isList(value) ? value : Object.values(value)) {
    const texts = textsOf(inner, count, levels - 1);
    if (texts !== null) return texts;
  }
  const only = count === 1 ? textOf(value) : null;
  return only === null ? null : [only];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** A text with the number of the one that it translates; null for what is none. */
type Pair = readonly [id: number, text: string | null];

/** A key with one number in it: `3`, `text_3`, `[3]`. */
const KEY = /^[^\d]{0,8}(\d{1,4})[^\d]{0,2}$/;

function pairsOfObject(value: { readonly [key: string]: Json }): Pair[] {
  const keys = Object.keys(value);
  const exact = keys.filter((key) => /^\d{1,4}$/.test(key));
  return (exact.length > 0 ? exact : keys).flatMap((key): Pair[] => {
    const [, id] = KEY.exec(key) ?? [];
    return id === undefined ? [] : [[Number(id), textOf(value[key] ?? null)]];
  });
}

/** Texts alone, in order; or objects that say which text they are. */
function pairsOfList(items: readonly Json[]): Pair[] {
  if (items.every((item) => typeof item === 'string')) return items.map((text, i): Pair => [i + 1, text as string]);
  return items.flatMap((item): Pair[] => {
    if (item === null || typeof item !== 'object' || isList(item)) return [];
    const name = ID_NAMES.find((one) => Object.hasOwn(item, one));
    if (name === undefined) return pairsOfObject(item);
    const [, id] = KEY.exec(String(item[name])) ?? [];
    return id === undefined ? [] : [[Number(id), textOf(item)]];
  });
}

function textOf(value: Json): string | null {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object' || isList(value)) return null;
  const texts = TEXT_NAMES.map((name) => (Object.hasOwn(value, name) ? value[name] : null));
  return texts.find((text) => typeof text === 'string') ?? null;
}

/**
 * By their ids from 1, or all of them from 0; null where one is missing, is too many, or is no text. One that is empty
 * stays empty.
 */
function inOrder(pairs: readonly Pair[], count: number): readonly string[] | null {
  const first = pairs.some(([id]) => id === 0) ? 0 : 1;
  const byId = new Map(pairs);
  const texts = Array.from({ length: count }, (_, i) => byId.get(i + first) ?? '');
  const isWhole = byId.size === count && pairs.length === count && [...byId.values()].every((text) => text !== null);
  return isWhole && texts.some(saysSomething) && !texts.some(isDots) ? texts : null;
}

function saysSomething(text: string): boolean {
  return text.trim() !== '';
}

/** Dots alone stand where a model describes its answer before it gives it. */
function isDots(text: string): boolean {
  return /^[\s.…]*$/.test(text) && /[.…]/.test(text);
}

/** What was complete before the answer broke off: the first so many of the texts. */
function textsBeforeCut(value: Json, count: number, levels = MOST_LEVELS): ReadTexts | null {
  if (value === null || typeof value !== 'object' || levels === 0) return null;
  const pairs = (isList(value) ? pairsOfList(value) : pairsOfObject(value)).filter(([, text]) => text !== null);
  const whole = pairs.length > 0 && pairs.length <= count ? inOrder(pairs, pairs.length) : null;
  if (whole !== null) return Array.from({ length: count }, (_, i) => whole[i] ?? null);
  for (const inner of isList(value) ? value : Object.values(value)) {
    const texts = textsBeforeCut(inner, count, levels - 1);
    if (texts !== null) return texts;
  }
  return null;
}
