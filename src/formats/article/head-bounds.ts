import type { Span } from '../../core/model/rich-text.ts';

/** Where the lines of a head in YAML stand, without those around it. UTF-16 units. */
export interface YamlHead {
  readonly start: number;
  /** Null where no line closes it. */
  readonly end: number | null;
  /** Where the text of the article begins. */
  readonly bodyStart: number;
}

const OPENING = /^\ufeff?---[ \t]*\r?\n/;

/** A key, or the dots that close a head without any. */
const OF_HEAD = /^(?:["']?[\p{L}\w-]+["']?[ \t]*:|\.\.\.[ \t]*$)/u;

/** The head that a text opens with `---`; null where it does not. Pandoc closes it by `...` as well. */
export function findYamlHead(text: string): YamlHead | null {
  const start = OPENING.exec(text)?.[0].length ?? 0;
  if (start === 0) return null;
  const rest = text.slice(start - 1);
  const closing = OF_HEAD.test(firstLine(rest.slice(1)))
    ? /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(rest)
    : /\n---[ \t]*(?:\r?\n|$)/.exec(rest);
  if (closing === null) return { start, end: null, bodyStart: 0 };
  const at = start - 1 + closing.index;
  return { start, end: Math.max(start, at + 1), bodyStart: at + closing[0].length };
}

/** The first line of a head that says something; '' where none does. */
export function firstLine(yaml: string): string {
  return yaml.split(/\r?\n/).find((line) => !/^[ \t]*(?:#|$)/.test(line)) ?? '';
}

const JSON_OPENING = /^\ufeff?\{\s*"/;
const JSON_CLOSING = /\}[ \t]*(?:\r?\n|$)/;

/** A head in JSON, as Hugo has it: one object in lines of its own; null for a text without one. */
export function findJsonHead(text: string): Span | null {
  if (!JSON_OPENING.test(text)) return null;
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const [firstEnd, brace] = [text.indexOf('\n', start), text.indexOf('\n}', start)];
  for (const from of [text.lastIndexOf('}', firstEnd < 0 ? text.length : firstEnd), brace < 0 ? -1 : brace + 1]) {
    const closing = from < start ? null : JSON_CLOSING.exec(text.slice(from));
    if (closing === null || closing.index !== 0 || !isJson(text.slice(start, from + 1))) continue;
    return { start, end: from + closing[0].length };
  }
  return null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
