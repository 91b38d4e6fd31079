import { isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Splice } from '../splices.ts';
import { editedList } from '../yaml/list-edit.ts';
import { flowText, pairText, scalarText } from '../yaml/text.ts';
import type { PlainEntry } from './plain-entry.ts';
import { CONCEPT_KEYS } from './schema.ts';

/** The entry written from nothing: `- fr: …` and its other keys under it. */
export function entryText(entry: Partial<PlainEntry>, indent = ''): string {
  const pairs = keysOf(entry).map((key) => pairText(key, entry[key], `${indent}  `));
  return `${indent}- ${pairs.join(`\n${indent}  `)}`;
}

/**
 * What to change in the text so that an entry says something else. Keys whose value stays keep every byte; a new key
 * stands where the order of keys wants it. Null where the entry is written so that this cannot be done key by key.
 *
 * @param node the entry, a mapping
 * @param indent of its keys
 */
export function entrySplices(
  text: string,
  node: YAMLMap,
  before: Partial<PlainEntry>,
  after: Partial<PlainEntry>,
  indent: string,
): Splice[] | null {
  const splices: Splice[] = [];
  for (const key of CONCEPT_KEYS as (keyof PlainEntry)[]) {
    const [was, is] = [before[key], after[key]];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    const pair = pairOf(node, key);
    const splice =
      pair === undefined
        ? insertion(text, node, key, is, indent)
        : is === undefined
          ? deletion(text, node, pair)
          : replacement(text, pair, was, is, indent, node.flow === true);
    if (splice === null) return null;
    splices.push(splice);
  }
  return splices;
}

function keysOf(entry: Partial<PlainEntry>): (keyof PlainEntry)[] {
  return (CONCEPT_KEYS as (keyof PlainEntry)[]).filter((key) => entry[key] !== undefined);
}

function pairOf(node: YAMLMap, key: string): Pair | undefined {
  return node.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function replacement(
  text: string,
  pair: Pair,
  was: unknown,
  is: unknown,
  indent: string,
  flow: boolean,
): Splice | null {
  const value = pair.value;
  if (!isScalar(value) && !isSeq(value) && !isMap(value)) return null;
  const [start, end] = value.range ?? [0, 0];
  if (isSeq(value) && Array.isArray(was) && Array.isArray(is) && value.items.length === was.length && is.length > 0) {
    const at = lineStart(text, start);
    const itemIndent = value.flow === true ? '' : text.slice(at, start).replace(/\S.*$/s, '');
    return { start, end: trimmedEnd(text, start, end), text: editedList(text, value, was, is, itemIndent) };
  }
  const [only] = Array.isArray(is) ? (is as unknown[]) : [is];
  const isOne = typeof only === 'string' && (!Array.isArray(is) || (is.length === 1 && isScalar(value)));
  if (flow) return { start, end, text: flowText(isOne ? only : is) };
  if (isOne && isScalar(value))
    return { start, end: trimmedEnd(text, start, end), text: sameQuotes(value, only, indent) };
  // The key stays as it is written, in quotation marks or not.
  const key = String((pair.key as Scalar).value);
  const colon = text.indexOf(':', (pair.key as Scalar).range?.[1] ?? 0);
  const written = pairText(key, is, indent).slice(key.length);
  return { start: colon, end: trimmedEnd(text, start, end), text: written };
}

/** In the quotation marks that stood there, where the text allows it. */
function sameQuotes(old: Scalar, text: string, indent: string): string {
  if (old.type === 'QUOTE_DOUBLE' && !text.includes('\n')) return JSON.stringify(text);
  if (old.type === 'QUOTE_SINGLE' && !text.includes('\n')) return `'${text.replaceAll("'", "''")}'`;
  return scalarText(text, indent);
}

/** Behind the nearest key that comes earlier in the order of keys; behind the first one where there is none. */
function insertion(text: string, node: YAMLMap, key: string, value: unknown, indent: string): Splice | null {
  const order = CONCEPT_KEYS.indexOf(key);
  const isEarlier = ({ key: other }: Pair) => isScalar(other) && CONCEPT_KEYS.indexOf(String(other.value)) < order;
  const before = node.items.findLast(isEarlier) ?? node.items[0];
  if (before === undefined) return null;
  const end = endOf(text, before);
  if (node.flow === true) return { start: end, end, text: `, ${key}: ${flowText(value)}` };
  const at = lineEnd(text, end);
  return { start: at, end: at, text: `\n${indent}${pairText(key, value, indent)}` };
}

/** With its line; null for the first key, which shares its line with the dash. */
function deletion(text: string, node: YAMLMap, pair: Pair): Splice | null {
  const before = node.items[node.items.indexOf(pair) - 1];
  if (before === undefined) return null;
  if (node.flow === true) return { start: endOf(text, before), end: endOf(text, pair), text: '' };
  const start = lineStart(text, (pair.key as Scalar).range?.[0] ?? 0);
  const end = lineEnd(text, endOf(text, pair));
  return { start: start - lineBreakBefore(text, start), end, text: '' };
}

function endOf(text: string, { key, value }: Pair): number {
  const node = (value ?? key) as Scalar;
  return trimmedEnd(text, node.range?.[0] ?? 0, node.range?.[1] ?? 0);
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Before the line break. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return text.charAt(end - 1) === '\r' ? end - 1 : end;
}

function lineBreakBefore(text: string, at: number): number {
  return text.slice(at - 2, at) === '\r\n' ? 2 : 1;
}
