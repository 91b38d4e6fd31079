import { type Spot, WORD } from './spot.ts';

/** What stands for more than itself anywhere, or for nothing: backslashes, tabs, CR, halves of characters. */
const ODD = /[^\n\x20-\x5b\x5d-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
/** What ends a text in brackets. */
const ENDS = ',]}';
/** What is more than its sign within a text, in brackets and elsewhere. */
const MORE_IN_BRACKETS = /[[{:#\n]/;
const MORE = /: | #|[: ]$/;
/** Behind the last value: empty lines, and remarks from the first column on. */
const REST = /^(?:\n(?:#.*)?)*$/;
/** Levels of brackets. */
const MOST_LEVELS = 4;
const LONGEST_KEY = 40;

/** How far a text is read. */
interface Cursor {
  readonly text: string;
  at: number;
}

/** What is not so plain. */
class Unplain extends Error {}

/**
 * Reads the plain part of YAML, in which nearly all entries are written, in a tenth of the time that all of YAML takes:
 * keys of small letters; texts that begin with a letter, or stand in double quotation marks; lists and mappings in
 * brackets; lists of texts.
 *
 *     - fr: [jeton, { term: puce, pos: noun }]
 *       en: token
 *       examples:
 *         - trois jetons => three tokens
 *
 * @returns the list of the one item that a text is; null for what is not so plain
 */
export function readPlainItem(text: string): Spot | null {
  if (!text.startsWith('- ') || ODD.test(text)) return null;
  const cursor: Cursor = { text, at: 2 };
  try {
    const item = text.startsWith('{', 2) ? readBrackets(cursor, 1) : readPairs(cursor, 2, '\n  ', readBehindKey);
    return REST.test(text.slice(cursor.at)) ? listOf([item], 0) : null;
  } catch (error) {
    if (error instanceof Unplain) return null;
    throw error;
  }
}

/** Goes behind some signs, if they are next. */
function take(cursor: Cursor, signs: string): boolean {
  const isNext = cursor.text.startsWith(signs, cursor.at);
  if (isNext) cursor.at += signs.length;
  return isNext;
}

function expect(cursor: Cursor, signs: string): void {
  if (!take(cursor, signs)) throw new Unplain();
}

function readPairs(cursor: Cursor, start: number, between: string, readValue: (cursor: Cursor) => Spot): Spot {
  const parts = new Map<PropertyKey, Spot>();
  const value: Record<string, unknown> = {};
  do {
    const key = readKey(cursor);
    if (parts.has(key)) throw new Unplain();
    const part = readValue(cursor);
    parts.set(key, part);
    value[key] = part.value;
  } while (take(cursor, between));
  return { start, value, parts };
}

/** A word, and goes behind its colon. */
function readKey(cursor: Cursor): string {
  const { text, at } = cursor;
  const end = text.indexOf(':', at);
  const key = text.slice(at, Math.min(end, at + LONGEST_KEY));
  if (!/^[a-z]+$/.test(key) || !WORD.test(key)) throw new Unplain();
  cursor.at += key.length;
  expect(cursor, ':');
  return key;
}

/** A value on the line of its key, or a list under it. */
function readBehindKey(cursor: Cursor): Spot {
  if (take(cursor, ' ')) return readOnLine(cursor);
  const start = cursor.at + '\n    '.length;
  const items: Spot[] = [];
  while (take(cursor, '\n    - ')) items.push(readOnLine(cursor));
  if (items.length === 0) throw new Unplain();
  return listOf(items, start);
}

function listOf(items: readonly Spot[], start: number): Spot {
  return { start, value: items.map(({ value }) => value), parts: new Map(items.entries()) };
}

/** A value that ends where its line does. */
function readOnLine(cursor: Cursor): Spot {
  const { text, at } = cursor;
  const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  const spot = '[{"'.includes(text.charAt(at)) ? readInBrackets(cursor, 0) : readText(cursor, end, MORE);
  if (cursor.at !== end) throw new Unplain();
  return spot;
}

/** @param levels of brackets around it */
function readInBrackets(cursor: Cursor, levels: number): Spot {
  const { text, at } = cursor;
  const sign = text.charAt(at);
  if (sign === '[' || sign === '{') return readBrackets(cursor, levels + 1);
  if (sign === '"') return readQuoted(cursor);
  let end = at;
  while (end < text.length && !ENDS.includes(text.charAt(end))) end += 1;
  return readText(cursor, at + text.slice(at, end).trimEnd().length, MORE_IN_BRACKETS);
}

/** A list or a mapping, with nothing but a space where one may stand. */
function readBrackets(cursor: Cursor, levels: number): Spot {
  if (levels > MOST_LEVELS) throw new Unplain();
  const start = cursor.at;
  const readPart = () => readInBrackets(cursor, levels);
  if (take(cursor, '{')) {
    take(cursor, ' ');
    const pairs = readPairs(cursor, start, ', ', () => {
      expect(cursor, ' ');
      return readPart();
    });
    take(cursor, ' ');
    expect(cursor, '}');
    return pairs;
  }
  expect(cursor, '[');
  const items: Spot[] = [];
  do items.push(readPart());
  while (take(cursor, ', '));
  expect(cursor, ']');
  return listOf(items, start);
}

function readQuoted(cursor: Cursor): Spot {
  const { text, at } = cursor;
  const end = text.indexOf('"', at + 1);
  const value = text.slice(at + 1, end);
  if (end < 0 || value.includes('\n')) throw new Unplain();
  cursor.at = end + 1;
  return { start: at, value, parts: null };
}

/** @param more what it must not hold */
function readText(cursor: Cursor, end: number, more: RegExp): Spot {
  const { text, at } = cursor;
  const value = text.slice(at, end);
  if (!WORD.test(value) || more.test(value)) throw new Unplain();
  cursor.at = end;
  return { start: at, value, parts: null };
}
