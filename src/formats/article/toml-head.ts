import type { Span } from '../../core/model/rich-text.ts';
import { matchAt } from '../../core/words/reading-at.ts';

/** The lines between `+++` and `+++` at the top of an article, as Hugo and Zola have them. */
export interface TomlHead {
  readonly values: Readonly<Record<string, string>>;
  /** Where the value of each key stands, those included that are not read. UTF-16 units. */
  readonly places: ReadonlyMap<string, Span>;
  /** Every line with a key, in order; a key may stand twice. */
  readonly fields: readonly TomlField[];
  /** Offset below the line that opens it. */
  readonly start: number;
  /** Offset where the text of the article begins. */
  readonly end: number;
}

/** A line with a key. */
export interface TomlField {
  readonly key: string;
  /** Null for one that is no text and no date. */
  readonly value: string | null;
  /** Of its value. UTF-16 units. */
  readonly place: Span;
}

/** What stands between two lines of `+++` at the very beginning. */
const HEAD = /(?<![\s\S])\ufeff?\+\+\+[ \t]*\r?\n([\s\S]*?)^\+\+\+[ \t]*(?:\r?\n|$(?![\s\S]))/m;
const TABLE = /[ \t]*\[/y;
const OPENING = /([^\n=#]*)=[ \t]*/y;
const KEY = /^(["']?)([A-Za-z_-]+)\1$/;
/** A text or a date. */
const READ =
  /(?:"""((?:[^\\"]|\\[\s\S]|"(?!""))*)"""|'''((?:[^']|'(?!''))*)'''|"((?:[^"\\\n]|\\.)*)"(?!")|'([^'\n]*)'(?!')|(\d{4}-\d\d-\d\d[^\r\n#]*))/y;
/** Nothing, or a comment. */
const BEHIND = /[ \t]*(?:[\r\n#]|$)/y;
const REST_OF_LINE = /[^\r\n#]*/y;
/** What an array or a table in braces is made of. */
const PART =
  /"""(?:[^\\"]|\\[\s\S]|"(?!""))*"""|'''(?:[^']|'(?!''))*'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|[[\]{}]|[^"'#[\]{}]+|["']/y;

/** Reads the plain fields of a TOML head (TOML 1.0); null for a text without one. */
export function parseTomlHead(text: string): TomlHead | null {
  const head = HEAD.exec(text);
  if (head === null || head.index !== 0) return null;
  const [whole, body = ''] = head;
  const start = whole.indexOf('\n') + 1;
  const fields = fieldsIn(body, start);
  // The first of two counts, and one that can be read before any that cannot.
  const ordered = fields.toReversed().sort((a, b) => Number(a.value !== null) - Number(b.value !== null));
  return {
    values: Object.fromEntries(ordered.flatMap(({ key, value }) => (value === null ? [] : [[key, value]]))),
    places: new Map(ordered.map(({ key, place }) => [key, place])),
    ...{ fields, start, end: whole.length },
  };
}

/** The keys of the head itself: what stands in a table of its own belongs to the site. */
function fieldsIn(body: string, offset: number): TomlField[] {
  const fields: TomlField[] = [];
  let isLeftOpen = false;
  for (let at = 0; at < body.length && matchAt(TABLE, body, at) === null; ) {
    const [opening = '', name = ''] = matchAt(OPENING, body, at) ?? [];
    const from = at + opening.length;
    const closing: number | null = /[[{]/.test(body.charAt(from)) && !isLeftOpen ? bracketsEnd(body, from) : 0;
    isLeftOpen ||= closing === null;
    const read = closing ? null : readAt(body, from);
    const end = closing || from + (read?.[0] ?? matchAt(REST_OF_LINE, body, from)?.[0] ?? '').trimEnd().length;
    const key = KEY.exec(name.trim())?.[2];
    const place = { start: offset + from, end: offset + end };
    if (key !== undefined) fields.push({ key, value: read === null ? null : said(read), place });
    const lineBreak = body.indexOf('\n', end);
    at = lineBreak < 0 ? body.length : lineBreak + 1;
  }
  return fields;
}

/** Null where the line says more than one text or date. */
function readAt(body: string, from: number): RegExpExecArray | null {
  const read = matchAt(READ, body, from);
  return read !== null && matchAt(BEHIND, body, from + read[0].length) !== null ? read : null;
}

/** Offset behind the bracket that closes the one here; null where none does. */
function bracketsEnd(body: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < body.length; ) {
    const part = matchAt(PART, body, at)?.[0] ?? '';
    at += part.length;
    if (part === '[' || part === '{') depth += 1;
    if (part === ']' || part === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}

function said([, long, longLiteral, basic, literal, date = '']: RegExpExecArray): string {
  const escaped = long ?? basic;
  return joinedLines(escaped === undefined ? (longLiteral ?? literal ?? date.trimEnd()) : unescaped(escaped));
}

function joinedLines(value: string): string {
  return value
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}

function unescaped(text: string): string {
  return text.replaceAll(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/g,
    (_, short?: string, long?: string, sign = '') => {
      const code = short ?? long;
      if (code === undefined) return ESCAPES[sign] ?? sign;
      const number = Number.parseInt(code, 16);
      return String.fromCodePoint(number <= 0x10ffff ? number : NO_CHARACTER);
    },
  );
}

/** Half a surrogate pair: what is beyond Unicode is as little a character. */
const NO_CHARACTER = 0xd800;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: ' ', r: '' };
