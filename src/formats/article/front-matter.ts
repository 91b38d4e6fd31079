import { isMap, isNode, isScalar, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../../core/checks/problem.ts';
import type { Citation } from '../../core/model/article.ts';
import { createLines, type Lines } from '../../core/text/line-and-column.ts';
import { findUnwritable } from '../../core/text/unwritable.ts';
import { problemAt } from '../problem-at.ts';
import { findAlias, findTwice, NO_ESCAPE, NO_TEXT, PARSING, TWICE } from '../yaml/entries.ts';
import { findTooDeep } from '../yaml/gate.ts';
import { findJsonHead, findYamlHead, firstLine } from './head-bounds.ts';
import { parseTomlHead, type TomlHead } from './toml-head.ts';

const isPlain = (said: unknown) => typeof said !== 'object' || said === null;
const text = z
  .custom((said) => (Array.isArray(said) ? said.every(isPlain) : isPlain(said)), 'write one text behind the colon')
  .pipe(
    z.coerce
      .string()
      .trim()
      .min(1)
      .superRefine((said, { addIssue }) => {
        const sign = findUnwritable(said);
        if (sign !== null) addIssue(`this holds ${sign}, ${NO_TEXT}`);
      }),
  );
/** A day, whatever time of it stands behind. */
const day = z
  .string({ error: 'write the date as 2025-02-25' })
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
  /** The keys that problems are about; fewer than these where the lines as a whole cannot be read. */
  readonly faults: readonly Fault[];
  /** The keys that say something, if only the way to a page within its site. */
  readonly said: ReadonlySet<string>;
}

/** A key whose value cannot be read. */
export interface Fault {
  /** As it is spelled. */
  readonly key: string;
  /** Its value, in one line. */
  readonly said: string;
  /** The key that it should be; null where it is that already. */
  readonly meant: Key | null;
  readonly message: string;
}

const SAYS_NOTHING = { faults: [], said: new Set<string>() };
const NO_CITATION = { title: null, site: null, url: null, date: null };
/**
 * Reads the lines between `---` and `---` at the top of an article, or its head in TOML or JSON. An article without
 * them is fine; so are a rule across the page at the top of it, which has a blank line or nothing like a key behind it,
 * and lines that say nothing.
 */
export function parseFrontMatter(text: string, file: string): FrontMatter {
  const lines = createLines(text, file);
  const toml = parseTomlHead(text);
  if (toml !== null) return readToml(toml, lines);
  const none = { citation: NO_CITATION, bodyStart: text.startsWith('\ufeff') ? 1 : 0, titleStart: 0, ...SAYS_NOTHING };
  const json = findJsonHead(text);
  if (json !== null) return { ...readFields(text.slice(json.start, json.end), json.start, lines), bodyStart: json.end };
  const head = findYamlHead(text);
  if (head === null)
    return { ...none, problems: OPEN_TOML.test(text) ? [neverClosed(lines, '+++', 'key = value')] : [] };
  const { start, end } = head;
  const yaml = text.slice(start, end ?? undefined);
  const first = firstLine(yaml);
  if (end === null) {
    return { ...none, problems: opensWithKey(first) ? [neverClosed(lines, '---', 'key: value')] : [] };
  }
  if (first === '') return { ...none, bodyStart: head.bodyStart, problems: [] };
  if (/^[ \t]*\r?\n/.test(yaml) && !opensWithKey(first)) return { ...none, problems: [] };
  return { ...readFields(yaml, start, lines), bodyStart: head.bodyStart };
}

/** Front matter as Hugo and Zola write it, without a line that closes it. */
const OPEN_TOML = /^\ufeff?\+\+\+[ \t]*\r?\n[ \t]*[A-Za-z_-]+[ \t]*=/;

function neverClosed(lines: Lines, sign: string, field: string): Problem {
  return problemAt(lines, 0, 'front-matter', `this is never closed; write a line “${sign}” below the last “${field}”`);
}

function readToml({ values, places, end }: TomlHead, lines: Lines): FrontMatter {
  const { citation, faults, said, spelled } = citationOf(values);
  const offsetOf = (key: string) => places.get(key)?.start ?? 0;
  const problems = faults.map(({ key, message }) => problemAt(lines, offsetOf(key), 'front-matter', message));
  const titleStart = citation.title === null ? 0 : offsetOf(spelled('title'));
  return { citation, bodyStart: end, titleStart, problems, faults, said };
}

function opensWithKey(line: string): boolean {
  const [, key = ''] = /^["']?(\w+)["']?[ \t]*:/.exec(line) ?? [];
  return key === REVIEW || Object.hasOwn(FIELDS, key.toLowerCase());
}

function readFields(yaml: string, start: number, lines: Lines): Omit<FrontMatter, 'bodyStart'> {
  const bad = (offset: number, message: string) => ({
    citation: NO_CITATION,
    titleStart: 0,
    problems: [problemAt(lines, start + offset, 'front-matter', message)],
    ...SAYS_NOTHING,
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
  const offsets = new Map(doc.contents.items.map(({ key, value }) => [nameOf(key), offsetOfNode(value)]));
  const offsetOf = (key: string) => offsets.get(key) ?? 0;
  const written = doc.toJS({ maxAliasCount: 0 }) as Readonly<Record<string, unknown>>;
  const { citation, faults, said, spelled } = citationOf(written);
  return {
    citation,
    titleStart: citation.title === null ? 0 : start + offsetOf(spelled('title')),
    problems: faults.map(({ key, message }) => problemAt(lines, start + offsetOf(key), 'front-matter', message)),
    ...{ faults, said },
  };
}

function nameOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function offsetOfNode(node: unknown): number {
  return isNode(node) && node.range ? node.range[0] : 0;
}

/** Each field by itself: what is wrong with one takes none of the others away. An empty one says nothing. */
function citationOf(written: Readonly<Record<string, unknown>>) {
  const citation: { -readonly [Field in Key]: string | null } = { ...NO_CITATION };
  const faults: Fault[] = [];
  const said = new Set<string>();
  const spelled = (key: string) => spelledKey(Object.keys(written), key) ?? key;
  const fault = (key: string, message: string, meant: Key | null = null) =>
    faults.push({ key, said: saidIn(written[key]), meant, message });
  for (const key of KEYS) {
    const value = written[spelled(key)] ?? '';
    if (value !== '') said.add(key);
    if (value === '' || isPathOfSite(key, value)) continue;
    const read = FIELDS[key].safeParse(value);
    if (read.success) citation[key] = read.data;
    else fault(spelled(key), `${key}: ${read.error.issues[0]?.message ?? ''}`);
  }
  const review = written[REVIEW] ?? '';
  if (review !== '' && review !== 'other') fault(REVIEW, 'review: write “other”, or leave the line out');
  for (const key of Object.keys(written)) {
    const near = KEYS.find((one) => isSlip(key, one) && (written[one] === undefined || key.length === one.length));
    if (near !== undefined) fault(key, `“${key}” is not a key here; write “${near}”`, near);
  }
  return { citation: review === 'other' ? { ...citation, review: 'other' as const } : citation, faults, said, spelled };
}

/** A key as a head spells it: generators of sites take `Title` for `title`. */
function spelledKey(keys: readonly string[], key: string): string | undefined {
  return keys.find((one) => one === key) ?? keys.find((one) => one.toLowerCase() === key);
}

function saidIn(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '').replace(/^""$/, '');
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
