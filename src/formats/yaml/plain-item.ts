/** One item of a YAML list: its value, and where its parts stand in the file. */
export interface YamlEntry {
  readonly value: unknown;
  /** Offset of the value at a path; of the nearest one around it when there is none. */
  readonly offsetOf: (path: readonly PropertyKey[]) => number;
}

/**
 * One item of a list as most are written, read without the parser, which takes many times as long: a key a line, and
 * behind it a text, or a list or mapping in brackets, all on that line; or a line below for each text of a list.
 *
 * @returns what the parser would say; null where the item is not plainly so, and has to be given to the parser
 */
export function readPlainItem(text: string): YamlEntry | null {
  if (!text.startsWith('- ') || ODD.test(text)) return null;
  const offsets = new Map<string, number>();
  const value = text.startsWith('- {') ? readOneLine(text, offsets) : readLines(text, offsets);
  if (value === null) return null;
  const offsetOf = (path: readonly PropertyKey[]): number =>
    path.length === 0
      ? DASH
      : (offsets.get(path.map((step) => `/${String(step)}`).join('')) ?? offsetOf(path.slice(0, -1)));
  return { value, offsetOf };
}

/** Columns of the dash. */
const DASH = 2;
/** Whatever the parser may have a rule of its own for: other breaks, signs that control, half a character. */
const ODD = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
const KEY_LINE = /^ {2}([a-z]+):(?: (?=\S)|$)/;
const LIST_LINE = /^ {4}- (?=\S)/;
const REMARK = /^ *(?:#.*)?$/;

/** An item that is a mapping in brackets. */
function readOneLine(text: string, offsets: Map<string, number>): unknown {
  const [line = '', ...others] = text.split('\n');
  const cursor = { line, at: DASH, base: 0, offsets };
  const value = readInBrackets(cursor, '');
  return cursor.at === line.length && others.every((other) => REMARK.test(other)) ? value : null;
}

function readLines(text: string, offsets: Map<string, number>): Readonly<Record<string, unknown>> | null {
  const entry: Record<string, unknown> = {};
  /** The list whose lines may follow. */
  let list: { readonly key: string; readonly items: unknown[] } | null = null;
  let base = 0;
  for (const written of text.split('\n')) {
    const line = base === 0 ? ` ${written.slice(1)}` : written;
    const cursor = { line, at: 0, base, offsets };
    base += line.length + 1;
    const isOpen: boolean = list !== null && list.items.length === 0;
    const [opening, key] = KEY_LINE.exec(line) ?? [];
    if (opening === undefined || key === undefined) {
      if (!isOpen && cursor.base > 0 && REMARK.test(line)) continue;
      if (list === null || !readListLine(cursor, list)) return null;
      continue;
    }
    if (isOpen || Object.hasOwn(entry, key)) return null;
    list = opening.length === line.length ? { key, items: [] } : null;
    cursor.at = opening.length;
    entry[key] = list === null ? readRest(cursor, `/${key}`) : list.items;
    if (entry[key] === null) return null;
  }
  return list !== null && list.items.length === 0 ? null : entry;
}

/** Whether the line is one more text of the list. */
function readListLine(cursor: Cursor, { key, items }: { readonly key: string; readonly items: unknown[] }): boolean {
  const [dash] = LIST_LINE.exec(cursor.line) ?? [];
  if (dash === undefined) return false;
  // The list stands where its first dash does.
  if (items.length === 0) cursor.offsets.set(`/${key}`, cursor.base + dash.indexOf('-'));
  cursor.at = dash.length;
  const item = readRest(cursor, `/${key}/${items.length}`);
  items.push(item);
  return item !== null;
}

/** Where a line is read on. */
interface Cursor {
  readonly line: string;
  at: number;
  /** Offset of the line. */
  readonly base: number;
  /** Of each value that was read, by its path: `/fr/0`. */
  readonly offsets: Map<string, number>;
}

/** A text that the parser takes for one: not for a number, nothing, a truth or a sign of its own. */
const TEXT = /^(?![-?:,[\]{}#&*!|>'"%@`+.~<=\s]|\d(?!\S* \S)|(?:null|true|false)$).*\S$/iu;
const QUOTED = /"([^"\\]*)"|'([^']*)'/y;
const BRACKET = /[[{]/;

/** What stands behind a key or a dash, up to the end of the line. */
function readRest(cursor: Cursor, path: string): unknown {
  const { line, at, base, offsets } = cursor;
  if (/["'[{]/.test(line.charAt(at))) {
    const value = readInBrackets(cursor, path);
    return cursor.at === line.length ? value : null;
  }
  const text = line.slice(at);
  if (!TEXT.test(text) || /: | #|:$/.test(text)) return null;
  offsets.set(path, base + at);
  return text;
}

/** Levels of brackets in each other that anybody writes. */
const MOST_LEVELS = 4;
const PLAIN = /[^,[\]{}:#]+/y;

/** What stands between brackets, or between quotation marks. */
function readInBrackets(cursor: Cursor, path: string): unknown {
  cursor.offsets.set(path, cursor.base + cursor.at);
  const sign = cursor.line.charAt(cursor.at);
  if (BRACKET.test(sign)) {
    if (path.split('/').length > MOST_LEVELS + 1) return null;
    return sign === '[' ? readList(cursor, path) : readMapping(cursor, path);
  }
  if (sign === '"' || sign === "'") {
    const [, double, single] = take(cursor, QUOTED) ?? [];
    return double ?? single ?? null;
  }
  const text = take(cursor, PLAIN)?.[0].replace(/ +$/, '') ?? '';
  return TEXT.test(text) ? text : null;
}

const OPENING = /[[{] */y;
const COMMA = / *, */y;

function readList(cursor: Cursor, path: string): unknown[] | null {
  const items: unknown[] = [];
  take(cursor, OPENING);
  do {
    const item = readInBrackets(cursor, `${path}/${items.length}`);
    if (item === null) return null;
    items.push(item);
  } while (take(cursor, COMMA) !== null);
  return take(cursor, / *\]/y) === null ? null : items;
}

function readMapping(cursor: Cursor, path: string): Readonly<Record<string, unknown>> | null {
  const mapping: Record<string, unknown> = {};
  take(cursor, OPENING);
  do {
    const [, key] = take(cursor, /([a-z]+): +/y) ?? [];
    if (key === undefined || Object.hasOwn(mapping, key)) return null;
    mapping[key] = readInBrackets(cursor, `${path}/${key}`);
    if (mapping[key] === null) return null;
  } while (take(cursor, COMMA) !== null);
  return take(cursor, / *\}/y) === null ? null : mapping;
}

/** Reads on behind what stands here; null where that is something else. */
function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.line);
  if (found !== null) cursor.at = pattern.lastIndex;
  return found;
}
