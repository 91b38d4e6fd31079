import { isMap, isScalar, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../../core/checks/problem.ts';
import type { Citation } from '../../core/model/article.ts';
import type { Span } from '../../core/model/rich-text.ts';
import { createLines, type Lines } from '../../core/text/line-and-column.ts';
import { problemAt } from '../problem-at.ts';
import { valueProblems } from '../schema-problems.ts';
import { findAlias, findTwice, PARSING, TWICE } from '../yaml/entries.ts';
import { findTooDeep } from '../yaml/gate.ts';

const Written = z.strictObject({
  title: z.string().trim().min(1, { error: 'write the headline' }).optional(),
  site: z.string().trim().min(1).optional(),
  url: z.url({ protocol: /^https?$/, error: 'write an address that starts with https://' }).optional(),
  date: z.iso.date({ error: 'write the date as 2025-02-25' }).optional(),
});

export interface FrontMatter {
  readonly citation: Omit<Citation, 'title'> & { readonly title: string | null };
  /** Offset where the text of the article begins. */
  readonly bodyStart: number;
  /** Offset of the title’s value; 0 without one. */
  readonly titleStart: number;
  readonly problems: readonly Problem[];
}

const NO_CITATION = { title: null, site: null, url: null, date: null };
const OPENING = /^\ufeff?---[ \t]*\r?\n/;
/**
 * Reads the lines between `---` and `---` at the top of an article. An article without them is fine; so are a rule
 * across the page at the top of it, which has a blank line or nothing like a key behind it, and lines that say nothing.
 */
export function parseFrontMatter(text: string, file: string): FrontMatter {
  const lines = createLines(text, file);
  const start = OPENING.exec(text)?.[0].length ?? 0;
  const none = { citation: NO_CITATION, bodyStart: text.startsWith('\ufeff') ? 1 : 0, titleStart: 0 };
  if (start === 0) return { ...none, problems: [] };
  const end = endOf(text, start);
  const yaml = text.slice(start, end?.start);
  const first = yaml.split(/\r?\n/).find((line) => !/^[ \t]*(?:#|$)/.test(line)) ?? '';
  if (end === null) {
    const message = 'this is never closed; write a line “---” below the last “key: value”';
    return { ...none, problems: opensWithKey(first) ? [problemAt(lines, 0, 'front-matter', message)] : [] };
  }
  if (first === '') return { ...none, bodyStart: end.end, problems: [] };
  if (/^[ \t]*\r?\n/.test(yaml) && !opensWithKey(first)) return { ...none, problems: [] };
  return { ...readFields(yaml, start, lines), bodyStart: end.end };
}

/** The line that closes front matter; null where there is none. */
function endOf(text: string, start: number): Span | null {
  const closing = /\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(start - 1));
  if (closing === null) return null;
  const at = start - 1 + closing.index;
  return { start: Math.max(start, at), end: at + closing[0].length };
}

function opensWithKey(line: string): boolean {
  const [, key = ''] = /^["']?(\w+)["']?[ \t]*:/.exec(line) ?? [];
  return Object.hasOwn(Written.shape, key);
}

function readFields(yaml: string, start: number, lines: Lines): Omit<FrontMatter, 'bodyStart'> {
  const bad = (offset: number, message: string) => ({
    citation: NO_CITATION,
    titleStart: 0,
    problems: [problemAt(lines, start + offset, 'front-matter', message)],
  });
  const deep = findTooDeep(yaml);
  if (deep >= 0) return bad(deep, 'this nests too deep; write one “key: value” a line');
  const doc = parseDocument(yaml, PARSING);
  const [error] = doc.errors;
  if (error) return bad(error.pos[0], 'write one “key: value” a line; put a value that holds “: ” in quotation marks');
  if (!isMap(doc.contents)) return bad(0, 'write one “key: value” a line');
  const twice = findTwice(doc);
  if (twice !== null) return bad(twice, TWICE);
  const alias = findAlias(doc);
  if (alias !== null) return bad(alias, 'write the value out; a text that starts with * or & needs quotation marks');
  const offsetOf = (key: unknown) => {
    const node = doc.get(key, true);
    return isScalar(node) && node.range ? node.range[0] : 0;
  };
  const parsed = Written.safeParse(doc.toJS({ maxAliasCount: 0 }));
  if (parsed.success) {
    const { title = null, site = null, url = null, date = null } = parsed.data;
    return { citation: { title, site, url, date }, titleStart: start + offsetOf('title'), problems: [] };
  }
  const problems = valueProblems(parsed.error, () => Object.keys(Written.shape)).map(({ path, message }) =>
    problemAt(lines, start + offsetOf(path[0]), 'front-matter', message),
  );
  const title = doc.get('title');
  return { citation: { ...NO_CITATION, title: typeof title === 'string' ? title : null }, titleStart: 0, problems };
}
