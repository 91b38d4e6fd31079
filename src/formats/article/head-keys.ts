import { isMap, isNode, isScalar, type Pair, parseDocument, type Scalar } from 'yaml';
import { addToGroup } from '../../core/model/groups.ts';
import type { Span } from '../../core/model/rich-text.ts';
import { lineBreakOf } from '../line-break.ts';
import { applySplices, type Splice } from '../splices.ts';
import { PARSING } from '../yaml/entries.ts';
import { lineEnd, lineStart, trimmedEnd } from '../yaml/lines.ts';
import { parseFrontMatter } from './front-matter.ts';
import { findJsonHead, findYamlHead } from './head-bounds.ts';
import { parseTomlHead } from './toml-head.ts';

/** What a key of a head is to say: a text or a day; null for a key that is to go. */
export type KeyChanges = ReadonlyMap<string, string | null>;

/** A head in which some keys say something else. */
export interface EditedHead {
  readonly head: string;
  /** Whether it is a new one, in which all of the head before stays as a comment. */
  readonly isNew: boolean;
}

/** The value of a key, from behind the sign. */
interface KeyValue extends Span {
  /** Whether it is of a kind that an article can be cited by. */
  readonly isRead: boolean;
}

/** Where the keys of a head stand in it. */
interface HeadKeys {
  readonly sign: ':' | ' =';
  readonly values: readonly (readonly [key: string, value: KeyValue])[];
  /** Where new keys stand. */
  readonly added: number;
}

/** What an article is cited by. */
export const CITED = ['title', 'site', 'url', 'date'] as const;

/**
 * A head in which some keys say something else; all the rest keeps every byte. Where the head would not say just that
 * then, it stays as a comment in a new one.
 *
 * @param head in YAML, TOML or JSON, with the lines around it; '' for none
 * @param mode whether keys that are to go stay as a comment, where the head can have one
 */
export function withKeys(head: string, changes: KeyChanges, mode: 'comment' | 'cut' = 'cut'): EditedHead {
  if (changes.size === 0) return { head, isNew: false };
  const fresh = headAnew(head, changes);
  const edited = edit(head === '' ? '---\n---\n' : head, changes, mode);
  const [asked, said] = [fresh, edited].map((one) => parseFrontMatter(one, ''));
  // Only keys may be at fault in it, not its lines.
  const isSound = said?.problems.length === said?.faults.length && said?.bodyStart === edited.length;
  const isAsAsked = isSound && CITED.every((key) => said?.citation[key] === asked?.citation[key]);
  return isAsAsked ? { head: edited, isNew: false } : { head: fresh, isNew: true };
}

/** A new head that says this and what the head before can be cited by, which stays below as a comment. */
export function headAnew(head: string, changes: KeyChanges): string {
  const { citation } = parseFrontMatter(head, '');
  const lineBreak = lineBreakOf(head);
  const before = new Map<string, string | null>([...CITED.map((key) => [key, citation[key]] as const)]);
  if (citation.review !== undefined) before.set('review', citation.review);
  const lines = [...before, ...changes].map(([key]) => key);
  const keys = [...new Set(lines)].flatMap((key) => {
    const text = changes.has(key) ? changes.get(key) : before.get(key);
    return text == null ? [] : [`${key}: ${valueText(key, text)}${lineBreak}`];
  });
  const old = commented(head.replace(/^\ufeff/, '').replaceAll(/^(?:---|\+\+\+)[ \t]*(?:\r?\n|$)/gm, ''));
  const rest = old === '' || old.endsWith('\n') ? old : old + lineBreak;
  return `---${lineBreak}${keys.join('')}${rest}---${lineBreak}`;
}

function edit(head: string, changes: KeyChanges, mode: 'comment' | 'cut'): string {
  const keys = keysOf(head);
  if (keys === null) return bracesWith(head, changes);
  const places = byKey(keys.values);
  const spellings = byKey([...places.keys()].map((key) => [key.toLowerCase(), key]));
  const splices = [...changes].flatMap(([key, text]): Splice[] => {
    const spelled = places.has(key) ? key : (spellings.get(key)?.[0] ?? key);
    const values = places.get(spelled) ?? [];
    const value = values.find(({ isRead }) => isRead);
    const rest = values.flatMap((one) => (one === value ? [] : [asComment(head, one)]));
    const written = ` ${text === null ? '' : valueText(key, text)}`;
    if (value !== undefined && text !== null) return [{ ...value, text: written }, ...rest];
    const line = `${key}${keys.sign}${written}${lineBreakOf(head)}`;
    const added = text === null ? [] : [{ start: keys.added, end: keys.added, text: line }];
    if (value === undefined) return [...added, ...rest];
    return [...added, mode === 'cut' ? cut(head, value) : asComment(head, value), ...rest];
  });
  // What is added stands before what is cut there.
  return applySplices(
    head,
    [...splices].sort((a, b) => Number(a.start < a.end) - Number(b.start < b.end)),
  );
}

function byKey<T>(pairs: readonly (readonly [key: string, one: T])[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, one] of pairs) addToGroup(groups, key, one);
  return groups;
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
    const values = toml.fields.map(({ key, value, place: { start, end } }) => {
      return [key, { start: equals(head, start), end, isRead: value !== null }] as const;
    });
    return { sign: ' =', values, added: toml.start };
  }
  const bounds = findYamlHead(head);
  if (bounds === null) return null;
  const { start, end } = { ...bounds, end: bounds.end ?? head.length };
  const yaml = head.slice(start, end);
  const { contents } = parseDocument(yaml, PARSING);
  if (!isMap(contents)) return { sign: ':', values: [], added: end };
  if (contents.flow === true) return null;
  const values = contents.items.flatMap((pair) => (isScalar(pair.key) ? [placeOf(yaml, pair, start)] : []));
  return { sign: ':', values, added: end };
}

/** Whether a head is in braces, where no comment can stand. */
export function isInBraces(head: string): boolean {
  return keysOf(head) === null;
}

/** With a mark of YAML before it: `!!str x`, `&a x`. */
export function isMarked(node: unknown): boolean {
  return isNode(node) && (node.tag !== undefined || ('anchor' in node && node.anchor !== undefined));
}

/** With a comment between it and its value. */
function isNoted({ key, value }: Pair, yaml: string): boolean {
  const [end, start] = [isNode(key) ? key.range?.[1] : 0, isNode(value) ? value.range?.[0] : 0];
  return /\s#/.test(yaml.slice(end, start)) && isScalar(value) && value.value !== null;
}

function equals(head: string, value: number): number {
  return head.lastIndexOf('=', value) + 1;
}

function placeOf(yaml: string, pair: Pair, offset: number): [key: string, value: KeyValue] {
  const { value: name, range } = pair.key as Scalar;
  const start = yaml.indexOf(':', range?.[1] ?? 0) + 1;
  const node = pair.value as Scalar | null;
  const [from, to] = [node?.range?.[0] ?? start, node?.range?.[1] ?? start];
  const end = Math.max(start, trimmedEnd(yaml, from, to));
  // A comment may stand where there is no value.
  const isEmpty = yaml.slice(from, to).trim() === '';
  const isRead = !isMarked(node) && !isNoted(pair, yaml);
  return [String(name), { start: offset + start, end: offset + (isEmpty ? start : end), isRead }];
}

/** Each pair that stays keeps its text, as large numbers must. */
function bracesWith(head: string, changes: KeyChanges): string {
  const yaml = findYamlHead(head);
  const { start, end } = findJsonHead(head) ?? { start: yaml?.start ?? 0, end: yaml?.end ?? head.length };
  const text = head.slice(start, end);
  const { contents } = parseDocument(text, PARSING);
  if (!isMap(contents)) return head;
  const names = new Set(contents.items.map(({ key }) => String(key)));
  const askedAs = (name: string) => (changes.has(name) || names.has(name.toLowerCase()) ? name : name.toLowerCase());
  const kept = contents.items.flatMap((pair) => {
    const said = changes.get(askedAs(String(pair.key)));
    return said === null ? [] : [said === undefined ? textOf(pair, text) : quotedPair(String(pair.key), said)];
  });
  const present = new Set([...names].map(askedAs));
  const added = [...changes].flatMap(([key, said]) =>
    said === null || present.has(key) ? [] : [quotedPair(key, said)],
  );
  const lineBreak = lineBreakOf(head);
  const pairs = [...kept, ...added].map((pair) => `${lineBreak}  ${pair}`).join(',');
  return `${head.slice(0, start)}{${pairs}${lineBreak}}${lineBreak}${head.slice(end)}`;
}

function quotedPair(key: string, said: string): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(said)}`;
}

function textOf({ key, value }: Pair, text: string): string {
  const [start, keyEnd = 0] = isNode(key) ? (key.range ?? []) : [];
  const end = isNode(value) ? value.range?.[1] : keyEnd;
  return text.slice(start, end);
}
