/** What stands in a text that was meant to be JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface FoundJson {
  readonly value: Json;
  /** False where the text ends in the middle of it: then it holds what was complete. */
  readonly isWhole: boolean;
}

/** Levels of a value; what goes deeper is none of ours. */
const MOST_LEVELS = 6;
/** Steps for each sign of a text, so that no text takes long. */
const STEPS = 16;

/**
 * The objects and lists that stand in a text, in order, whatever stands around them. Commas too many, line breaks in
 * strings, and quotation marks in them that are not escaped do no harm.
 */
export function findJson(text: string): FoundJson[] {
  const found: FoundJson[] = [];
  const budget = { left: 1000 + STEPS * text.length };
  for (let at = 0; at < text.length && budget.left > 0; at += 1) {
    if (text.charAt(at) !== '{' && text.charAt(at) !== '[') continue;
    const reader: Reader = { text, at, budget, isCut: false };
    const value = readValue(reader, MOST_LEVELS);
    if (value === undefined) continue;
    found.push({ value, isWhole: !reader.isCut });
    at = reader.at - 1;
  }
  return found;
}

interface Reader {
  readonly text: string;
  at: number;
  readonly budget: { left: number };
  /** The text ended before the value did. */
  isCut: boolean;
}

/** Undefined for what is no value. */
function readValue(reader: Reader, levels: number): Json | undefined {
  const sign = nextSign(reader);
  if (sign === '"') return readString(reader);
  if (levels === 0) return undefined;
  if (sign === '{') return readObject(reader, levels - 1);
  if (sign === '[') return readList(reader, levels - 1);
  return readWord(reader);
}

function readObject(reader: Reader, levels: number): Json | undefined {
  const entries: [string, Json][] = [];
  reader.at += 1;
  while (nextSign(reader) !== '}') {
    if (isAtEnd(reader)) return Object.fromEntries(entries);
    const key = reader.text.charAt(reader.at) === '"' ? readString(reader) : undefined;
    if (key === undefined || reader.isCut) return reader.isCut ? Object.fromEntries(entries) : undefined;
    if (nextSign(reader) !== ':' && !isAtEnd(reader)) return undefined;
    reader.at += 1;
    const value = isAtEnd(reader) ? undefined : readValue(reader, levels);
    if (value === undefined && !reader.isCut) return undefined;
    if (value !== undefined && !(reader.isCut && typeof value === 'string')) entries.push([key, value]);
    if (reader.isCut || !skipComma(reader, '}')) return reader.isCut ? Object.fromEntries(entries) : undefined;
  }
  reader.at += 1;
  return Object.fromEntries(entries);
}

function readList(reader: Reader, levels: number): Json | undefined {
  const items: Json[] = [];
  reader.at += 1;
  while (nextSign(reader) !== ']') {
    if (isAtEnd(reader)) return items;
    const value = readValue(reader, levels);
    if (value === undefined && !reader.isCut) return undefined;
    if (value !== undefined && !(reader.isCut && typeof value === 'string')) items.push(value);
    if (reader.isCut || !skipComma(reader, ']')) return reader.isCut ? items : undefined;
  }
  reader.at += 1;
  return items;
}

/** Whether the next item or the end of the list follows. */
function skipComma(reader: Reader, end: string): boolean {
  const sign = nextSign(reader);
  if (isAtEnd(reader)) return false;
  if (sign === ',') reader.at += 1;
  return sign === ',' || sign === end;
}

function isAtEnd(reader: Reader): boolean {
  if (reader.at < reader.text.length && reader.budget.left > 0) return false;
  reader.isCut = true;
  return true;
}

function nextSign(reader: Reader): string {
  reader.at = skipSpaces(reader.text, reader.at);
  reader.budget.left -= 1;
  return reader.text.charAt(reader.at);
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (' \n\r\t'.includes(text.charAt(at)) && at < text.length) at += 1;
  return at;
}

/**
 * Up to the quotation mark that closes it: one behind which the value can end. What is cut is given as far as it goes.
 */
function readString(reader: Reader): string {
  const start = reader.at + 1;
  let at = start;
  while (at < reader.text.length && !(reader.text.charAt(at) === '"' && closes(reader.text, at)))
    at += reader.text.charAt(at) === '\\' ? 2 : 1;
  reader.budget.left -= at - start;
  reader.at = at + 1;
  if (at >= reader.text.length) reader.isCut = true;
  return unescaped(reader.text.slice(start, at));
}

function closes(text: string, at: number): boolean {
  const next = skipSpaces(text, at + 1);
  if (text.charAt(next) !== ',') return next >= text.length || ':}]'.includes(text.charAt(next));
  const after = skipSpaces(text, next + 1);
  return after >= text.length || '"}]{['.includes(text.charAt(after));
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(written: string): string {
  return written.replaceAll(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code: string | undefined, sign: string) =>
    code === undefined ? (ESCAPES[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** What a value is that has no signs around it. */
const WORD = /true|false|null|-?\d{1,20}(?:\.\d{1,20})?/y;

function readWord(reader: Reader): Json | undefined {
  WORD.lastIndex = reader.at;
  const [word] = WORD.exec(reader.text) ?? [];
  if (word === undefined) return undefined;
  reader.at += word.length;
  return JSON.parse(word.replace(/^(-?)0+(?=\d)/, '$1')) as Json;
}
