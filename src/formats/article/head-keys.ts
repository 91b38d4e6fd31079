import { isMap, isNode, isScalar, type Pair, parseDocument, type Scalar } from 'yaml';
import type { Span } from '../../core/model/rich-text.ts';
import { applySplices, type Splice } from '../splices.ts';
import { PARSING } from '../yaml/entries.ts';
import { lineEnd, lineStart, trimmedEnd } from '../yaml/lines.ts';
import { spelledKey } from './front-matter.ts';
import { findJsonHead, findYamlHead } from './head-bounds.ts';
import { parseTomlHead } from './toml-head.ts';

/** What a key of a head is to say: a text or a day; null for a key that is to go. */
export type KeyChanges = ReadonlyMap<string, string | null>;

/** Where the keys of a head stand in it. */
interface HeadKeys {
  readonly sign: ':' | ' =';
  /** The value of each key, from behind the sign. */
  readonly values: ReadonlyMap<string, Span>;
  /** Whether it is of a kind that an article can be cited by. */
  readonly isRead: (key: string) => boolean;
  /** Where new keys stand. */
  readonly added: number;
}

/**
 * A head in which some keys say something else; all the rest keeps every byte, but in JSON.
 *
 * @param head in YAML, TOML or JSON, with the lines around it; '' for none
 * @param mode whether keys that are to go stay as a comment, where the head can have one
 */
export function withKeys(head: string, changes: KeyChanges, mode: 'comment' | 'cut' = 'cut'): string {
  if (head === '') return withKeys('---\n---\n', changes);
  const keys = keysOf(head);
  if (keys === null) return jsonWith(head, changes);
  const lineBreak = head.includes('\r\n') ? '\r\n' : '\n';
  const splices = [...changes].flatMap(([key, text]): Splice[] => {
    const spelled = spelledKey([...keys.values.keys()], key);
    const value = keys.values.get(spelled ?? '');
    const isRead = keys.isRead(spelled ?? '');
    const written = ` ${text === null ? '' : valueText(key, text)}`;
    if (value !== undefined && text !== null && isRead) return [{ ...value, text: written }];
    const line = `${key}${keys.sign}${written}${lineBreak}`;
    const added = text === null ? [] : [{ start: keys.added, end: keys.added, text: line }];
    if (value === undefined) return added;
    return [...added, mode === 'cut' && isRead ? cut(head, value) : asComment(head, value)];
  });
  return applySplices(head, splices);
}

/** Lines that a head keeps and does not read. */
export function commented(lines: string): string {
  return lines.replaceAll(/^(?=[^\r\n])/gm, '# ');
}

function valueText(key: string, text: string): string {
  return key === 'date' && /^\d{4}-\d\d-\d\d$/.test(text) ? text : JSON.stringify(text);
}

function linesAround(head: string, { start, end }: Span): Span {
  return { start: lineStart(head, start), end: lineEnd(head, end) };
}

function cut(head: string, value: Span): Splice {
  const { start, end } = linesAround(head, value);
  return { start, end: head.indexOf('\n', end) + 1, text: '' };
}

function asComment(head: string, value: Span): Splice {
  const { start, end } = linesAround(head, value);
  return { start, end, text: commented(head.slice(start, end)) };
}

/** Null for a head in braces. */
function keysOf(head: string): HeadKeys | null {
  const toml = parseTomlHead(head);
  if (toml !== null) {
    const values = [...toml.places].map(([key, { start, end }]) => [key, { start: equals(head, start), end }] as const);
    const isRead = (key: string) => Object.hasOwn(toml.values, key);
    return { sign: ' =', values: new Map(values), isRead, added: toml.start };
  }
  const bounds = findYamlHead(head);
  if (bounds === null) return null;
  const { start, end } = { ...bounds, end: bounds.end ?? head.length };
  const yaml = head.slice(start, end);
  const { contents } = parseDocument(yaml, PARSING);
  if (!isMap(contents)) return { sign: ':', values: new Map(), isRead: () => true, added: end };
  if (contents.flow === true) return null;
  const values = contents.items.flatMap((pair) => (isScalar(pair.key) ? [placeOf(yaml, pair, start)] : []));
  const named = new Set(contents.items.flatMap(({ key, value }) => (isMarked(value) ? [String(key)] : [])));
  const isRead = (key: string) => !named.has(key);
  return { sign: ':', values: new Map(values), isRead, added: end };
}

/** With a mark of YAML before it: `!!str x`, `&a x`. */
export function isMarked(node: unknown): boolean {
  return isNode(node) && (node.tag !== undefined || ('anchor' in node && node.anchor !== undefined));
}

function equals(head: string, value: number): number {
  return head.lastIndexOf('=', value) + 1;
}

function placeOf(yaml: string, { key, value }: Pair, offset: number): [key: string, value: Span] {
  const { value: name, range } = key as Scalar;
  const start = yaml.indexOf(':', range?.[1] ?? 0) + 1;
  const node = value as Scalar | null;
  const [from, to] = [node?.range?.[0] ?? start, node?.range?.[1] ?? start];
  const end = Math.max(start, trimmedEnd(yaml, from, to));
  // A comment may stand where there is no value.
  return [String(name), { start: offset + start, end: offset + (yaml.slice(from, to).trim() === '' ? start : end) }];
}

function jsonWith(head: string, changes: KeyChanges): string {
  const yaml = findYamlHead(head);
  const { start, end } = findJsonHead(head) ?? { start: yaml?.start ?? 0, end: yaml?.end ?? head.length };
  const said = parseDocument(head.slice(start, end), PARSING).toJS({ maxAliasCount: 0 }) as Record<string, unknown>;
  for (const [key, text] of changes) {
    const spelled = spelledKey(Object.keys(said), key) ?? key;
    if (text === null) delete said[spelled];
    else said[spelled] = text;
  }
  return `${head.slice(0, start)}${JSON.stringify(said, null, 2)}\n${head.slice(end)}`;
}
