/** The lines between `+++` and `+++` at the top of an article, as Hugo and Zola have them. */
export interface TomlHead {
  readonly values: Readonly<Record<string, string>>;
  /** Offset of the value of each key. UTF-16 units. */
  readonly offsets: ReadonlyMap<string, number>;
  /** Keys whose value goes over several lines, which is not read. */
  readonly unread: ReadonlySet<string>;
  /** Offset where the text of the article begins. */
  readonly end: number;
}

const HEAD = /(?<![\s\S])\ufeff?\+\+\+[ \t]*\r?\n([\s\S]*?)^\+\+\+[ \t]*(?:\r?\n|$(?![\s\S]))/m;
/** A key of the head itself with a text or a date; what stands in a table of its own belongs to the site. */
const FIELD = /^[ \t]*([A-Za-z_-]+)[ \t]*=[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|(\d{4}-\d\d-\d\d[^\s#]*))/gm;

/** A value in three quotation marks, which may go over lines. */
const LONG = /^[ \t]*([A-Za-z_-]+)[ \t]*=[ \t]*(?:"""[\s\S]*?"""|'''[\s\S]*?''')/gm;

/** Reads the plain fields of a TOML head (TOML 1.0); null for a text without one. */
export function parseTomlHead(text: string): TomlHead | null {
  const head = HEAD.exec(text);
  if (head === null || head.index !== 0) return null;
  const [whole, body = ''] = head;
  const start = whole.indexOf('\n') + 1;
  const top = body.slice(0, /^[ \t]*\[/m.exec(body)?.index ?? body.length);
  const long = [...top.matchAll(LONG)];
  const own = top.replaceAll(LONG, (text) => text.replaceAll(/[^\n]/g, ' '));
  const fields = [...own.matchAll(FIELD)].map(([field, key = '', basic, literal, date], i, all) => {
    const value = basic === undefined ? (literal ?? date ?? '') : unescaped(basic);
    return { key, value, offset: start + (all[i]?.index ?? 0) + field.search(/["'\d]/) };
  });
  return {
    // The first of two counts.
    values: Object.fromEntries(fields.toReversed().map(({ key, value }) => [key, value])),
    offsets: new Map([
      ...fields.toReversed().map(({ key, offset }) => [key, offset] as const),
      ...long.map(({ 1: key = '', index }) => [key, start + index] as const),
    ]),
    unread: new Set(long.map(([, key = '']) => key)),
    end: whole.length,
  };
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
