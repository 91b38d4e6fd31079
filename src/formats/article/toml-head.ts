import type { Span } from '../../core/model/rich-text.ts';

/** The lines between `+++` and `+++` at the top of an article, as Hugo and Zola have them. */
export interface TomlHead {
  readonly values: Readonly<Record<string, string>>;
  /** Where the value of each key stands, those included that are not read. UTF-16 units. */
  readonly places: ReadonlyMap<string, Span>;
  /** Offset below the line that opens it. */
  readonly start: number;
  /** Offset where the text of the article begins. */
  readonly end: number;
}

const HEAD = /(?<![\s\S])\ufeff?\+\+\+[ \t]*\r?\n([\s\S]*?)^\+\+\+[ \t]*(?:\r?\n|$(?![\s\S]))/m;
/** A key of the head itself with a text or a date; what stands in a table of its own belongs to the site. */
const FIELD =
  /^[ \t]*["']?([A-Za-z_-]+)["']?[ \t]*=[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|(\d{4}-\d\d-\d\d[^\s#]*)|[^\s"'#][^\r\n#]*)/gm;

/** A value in three quotation marks, which may go over lines. */
const LONG = /^[ \t]*["']?([A-Za-z_-]+)["']?[ \t]*=[ \t]*(?:"""([\s\S]*?)"""|'''([\s\S]*?)''')/gm;

interface Field {
  readonly key: string;
  /** Null for one that is no text and no date. */
  readonly value: string | null;
  readonly place: Span;
}

/** Reads the plain fields of a TOML head (TOML 1.0); null for a text without one. */
export function parseTomlHead(text: string): TomlHead | null {
  const head = HEAD.exec(text);
  if (head === null || head.index !== 0) return null;
  const [whole, body = ''] = head;
  const start = whole.indexOf('\n') + 1;
  const top = body.slice(0, /^[ \t]*\[/m.exec(body)?.index ?? body.length);
  const own = top.replaceAll(LONG, (text) => text.replaceAll(/[^\n]/g, ' '));
  const fields = [...fieldsIn(own, FIELD, start), ...fieldsIn(top, LONG, start)];
  // The first of two counts.
  const ordered = fields.sort((a, b) => b.place.start - a.place.start);
  return {
    values: Object.fromEntries(ordered.flatMap(({ key, value }) => (value === null ? [] : [[key, value]]))),
    places: new Map(ordered.map(({ key, place }) => [key, place])),
    ...{ start, end: whole.length },
  };
}

function fieldsIn(body: string, pattern: RegExp, start: number): Field[] {
  return [...body.matchAll(pattern)].map(({ 0: field, 1: key = '', 2: basic, 3: literal, 4: date, index }) => {
    const value = basic === undefined ? (literal ?? date ?? null) : unescaped(basic);
    const [lead = ''] = /^[^=]*=[ \t]*/.exec(field) ?? [];
    const at = start + index;
    const place = { start: at + lead.length, end: at + field.trimEnd().length };
    return { key, value: value === null ? null : inOneLine(value), place };
  });
}

function inOneLine(value: string): string {
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
