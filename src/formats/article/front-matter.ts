import { isMap, isNode, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../../core/checks/problem.ts';
import type { Citation } from '../../core/model/article.ts';
import type { Span } from '../../core/model/rich-text.ts';
import { createLines, type Lines } from '../../core/text/line-and-column.ts';
import { findUnwritable } from '../../core/text/unwritable.ts';
import { problemAt } from '../problem-at.ts';
import { findAlias, findTwice, NO_ESCAPE, NO_TEXT, PARSING, TWICE } from '../yaml/entries.ts';
import { findTooDeep } from '../yaml/gate.ts';
import { parseTomlHead, type TomlHead } from './toml-head.ts';

const text = z.coerce
  .string()
  .trim()
  .min(1)
  .superRefine((said, { addIssue }) => {
    const sign = findUnwritable(said);
    if (sign !== null) addIssue(`this holds ${sign}, ${NO_TEXT}`);
  });
/** A day, whatever time of it stands behind. */
const day = z
  .string()
  .transform((said) => said.replace(/(?<=^\d{4}-\d\d-\d\d)[T ].*$/s, ''))
  .pipe(z.iso.date({ error: 'write the date as 2025-02-25' }));
/**
 * What an article is cited by; each is read by itself, and every other key but `review` belongs to the generator of a
 * site.
 */
const FIELDS = {
  title: text,
  site: text,
  url: z.url({ protocol: /^https?$/, error: 'write an address that starts with https://' }),
  date: day,
} as const;
/** By whom its English is approved. */
const REVIEW = 'review';
type Key = keyof typeof FIELDS;
const KEYS = Object.keys(FIELDS) as Key[];

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
  const toml = parseTomlHead(text);
  if (toml !== null) return readToml(toml, lines);
  const start = OPENING.exec(text)?.[0].length ?? 0;
  const none = { citation: NO_CITATION, bodyStart: text.startsWith('\ufeff') ? 1 : 0, titleStart: 0 };
  if (start === 0) return { ...none, problems: OPEN_TOML.test(text) ? [neverClosed(lines, '+++', 'key = value')] : [] };
  const end = endOf(text, start);
  const yaml = text.slice(start, end?.start);
  const first = yaml.split(/\r?\n/).find((line) => !/^[ \t]*(?:#|$)/.test(line)) ?? '';
  if (end === null) {
    return { ...none, problems: opensWithKey(first) ? [neverClosed(lines, '---', 'key: value')] : [] };
  }
  if (first === '') return { ...none, bodyStart: end.end, problems: [] };
  if (/^[ \t]*\r?\n/.test(yaml) && !opensWithKey(first)) return { ...none, problems: [] };
  return { ...readFields(yaml, start, lines), bodyStart: end.end };
}

/** Front matter as Hugo and Zola write it, without a line that closes it. */
const OPEN_TOML = /^\ufeff?\+\+\+[ \t]*\r?\n[ \t]*[A-Za-z_-]+[ \t]*=/;

function neverClosed(lines: Lines, sign: string, field: string): Problem {
  return problemAt(lines, 0, 'front-matter', `this is never closed; write a line “${sign}” below the last “${field}”`);
}

function readToml({ values, offsets, unread, end }: TomlHead, lines: Lines): FrontMatter {
  const { citation, problems } = citationOf(values);
  const long = KEYS.filter((key) => unread.has(key)).map((key) => ({
    key,
    message: `${key}: write the value on one line, between two quotation marks`,
  }));
  const told = [...problems, ...long].map(({ key, message }) =>
    problemAt(lines, offsets.get(key) ?? 0, 'front-matter', message),
  );
  return { citation, bodyStart: end, titleStart: offsets.get('title') ?? 0, problems: told };
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
  return key === REVIEW || Object.hasOwn(FIELDS, key);
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
  if (error)
    return bad(
      error.pos[0],
      error.code === 'BAD_DQ_ESCAPE'
        ? NO_ESCAPE
        : 'write one “key: value” a line; put a value that holds “: ” in quotation marks',
    );
  if (!isMap(doc.contents)) return bad(0, 'write one “key: value” a line');
  const twice = findTwice(doc);
  if (twice !== null) return bad(twice, TWICE);
  const alias = findAlias(doc);
  if (alias !== null) return bad(alias, 'write the value out; a text that starts with * or & needs quotation marks');
  const offsetOf = (key: unknown) => {
    const node = doc.get(key, true);
    return isNode(node) && node.range ? node.range[0] : 0;
  };
  const written = doc.toJS({ maxAliasCount: 0 }) as Readonly<Record<string, unknown>>;
  const { citation, problems } = citationOf(written);
  return {
    citation,
    titleStart: citation.title === null ? 0 : start + offsetOf('title'),
    problems: problems.map(({ key, message }) => problemAt(lines, start + offsetOf(key), 'front-matter', message)),
  };
}

/** Each field by itself: what is wrong with one takes none of the others away. An empty one says nothing. */
function citationOf(written: Readonly<Record<string, unknown>>) {
  const citation: { -readonly [Field in Key]: string | null } = { ...NO_CITATION };
  const problems: { readonly key: string; readonly message: string }[] = [];
  for (const key of KEYS) {
    const value = written[key] ?? '';
    if (value === '' || isPathOfSite(key, value)) continue;
    const read = FIELDS[key].safeParse(value);
    if (read.success) citation[key] = read.data;
    else problems.push({ key, message: `${key}: ${read.error.issues[0]?.message ?? ''}` });
  }
  const review = written[REVIEW] ?? '';
  if (review !== '' && review !== 'other')
    problems.push({ key: REVIEW, message: 'review: write “other”, or leave the line out' });
  for (const key of Object.keys(written)) {
    const near = KEYS.find((one) => isSlip(key, one) && (written[one] === undefined || key.length === one.length));
    if (near !== undefined) problems.push({ key, message: `“${key}” is not a key here; write “${near}”` });
  }
  return { citation: review === 'other' ? { ...citation, review: 'other' as const } : citation, problems };
}

/** The same letters in another order, or one of them left out or too many; other keys are somebody else’s. */
function isSlip(key: string, field: string): boolean {
  if (key === field) return false;
  const [shorter = '', longer = ''] = [key, field].sort((a, b) => a.length - b.length);
  if (key.length === field.length) return [...key].sort().join() === [...field].sort().join();
  return [...longer].some((_, i) => longer.slice(0, i) + longer.slice(i + 1) === shorter);
}

/** Generators of sites say under `url` where a page lies in theirs. */
function isPathOfSite(key: Key, value: unknown): boolean {
  return key === 'url' && typeof value === 'string' && value.startsWith('/');
}
