/** The lines between `+++` and `+++` at the top of an article, as Hugo and Zola have them. */
export interface TomlHead {
  readonly values: Readonly<Record<string, string>>;
  /** Offset of the value of each key. UTF-16 units. */
  readonly offsets: ReadonlyMap<string, number>;
  /** Offset where the text of the article begins. */
  readonly end: number;
}

const HEAD = /^\ufeff?\+\+\+[ \t]*\r?\n([\s\S]*?)^\+\+\+[ \t]*(?:\r?\n|$(?![\s\S]))/m;
/** A key of the head itself with a text or a date; what stands in a table of its own belongs to the site. */
const FIELD = /^[ \t]*([A-Za-z_-]+)[ \t]*=[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|(\d{4}-\d\d-\d\d[^\s#]*))/gm;

/** Reads the plain fields of a TOML head (TOML 1.0); null for a text without one. */
export function parseTomlHead(text: string): TomlHead | null {
  const head = HEAD.exec(text);
  if (head === null || head.index !== 0) return null;
  const [whole, body = ''] = head;
  const start = whole.indexOf('\n') + 1;
  const own = body.slice(0, /^[ \t]*\[/m.exec(body)?.index ?? body.length);
  const fields = [...own.matchAll(FIELD)].map(([field, key = '', basic, literal, date], i, all) => {
    const value = basic === undefined ? (literal ?? date ?? '') : unescaped(basic);
    return { key, value, offset: start + (all[i]?.index ?? 0) + field.search(/["'\d]/) };
  });
  return {
    values: Object.fromEntries(fields.map(({ key, value }) => [key, value])),
    offsets: new Map(fields.map(({ key, offset }) => [key, offset])),
    end: whole.length,
  };
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code?: string, sign = '') =>
    code === undefined ? (ESCAPES[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: ' ', r: '' };
