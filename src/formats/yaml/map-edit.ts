import { isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { isRecord } from '../../core/model/record.ts';
import { applySplices, type Splice } from '../splices.ts';
import { lineEnd, lineStart, trimmedEnd } from './lines.ts';
import { editedList } from './list-edit.ts';
import { flowText, pairText, scalarText } from './text.ts';

/** What a mapping says and is to say; a key that is not there is left out. */
export interface MapChange {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  /** Keys in the order in which they are written; first those of the mapping, then those of mappings in its lists. */
  readonly orders: readonly (readonly string[])[];
  /** Of its keys, where it is no mapping in braces. */
  readonly indent: string;
}

/**
 * What to change in the text so that a mapping says something else. Keys whose value stays keep every byte; a new key
 * stands where the order of keys wants it; the remark behind a key goes with it, comments on lines of their own stay.
 * Null where the mapping is written so that this cannot be done key by key.
 */
export function mapSplices(text: string, node: YAMLMap, change: MapChange): Splice[] | null {
  const { before, after, orders } = change;
  const changed = (orders[0] ?? []).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const [first] = node.items;
  if (first === undefined) return null;
  const gone = new Set(node.items.filter((pair) => changed.includes(keyOf(pair)) && after[keyOf(pair)] === undefined));
  const added = changed.filter((key) => node.items.every((pair) => keyOf(pair) !== key));
  const heir = gone.has(first) ? added.find((key) => anchorOf(node, key, change, gone) === undefined) : undefined;
  const start = gone.has(first) && heir === undefined ? withoutFirst(text, node, gone) : null;
  const splices: (Splice | null)[] = start === null ? [] : [start.splice];
  for (const pair of node.items) {
    const key = keyOf(pair);
    if (!changed.includes(key) || (start?.pairs.has(pair) ?? false)) continue;
    if (pair === first && heir !== undefined) splices.push(inherited(text, node, heir, change));
    else splices.push(gone.has(pair) ? deletion(text, node, pair) : replacement(text, node, pair, change));
  }
  for (const key of added) {
    if (key === heir) continue;
    const anchor =
      anchorOf(node, key, change, gone) ?? (start === null ? first : node.items.find((one) => !gone.has(one)));
    splices.push(anchor === undefined ? null : insertion(text, node, { key, anchor, change }));
  }
  return splices.every((splice) => splice !== null) ? splices : null;
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

/** The last key that stays and comes earlier in the order of keys: the one that a new key stands behind. */
function anchorOf(node: YAMLMap, key: string, { orders }: MapChange, gone: ReadonlySet<Pair>): Pair | undefined {
  const place = (one: string) => orders[0]?.indexOf(one) ?? -1;
  return node.items.findLast((pair) => !gone.has(pair) && place(keyOf(pair)) < place(key));
}

/** Takes the first key away, and those behind it that go too, up to what stays: a comment or a key. */
function withoutFirst(text: string, node: YAMLMap, gone: ReadonlySet<Pair>): { splice: Splice; pairs: Set<Pair> } {
  const pairs = new Set<Pair>();
  let end = startOf(node.items[0] as Pair);
  const start = end;
  for (const pair of node.items) {
    if (!gone.has(pair) || startOf(pair) !== end) break;
    pairs.add(pair);
    end = endOf(text, pair);
    if (node.flow === true) end += /^[ \t\r\n]*,?/.exec(text.slice(end))?.[0].length ?? 0;
    end += /^[ \t]*(?:#[^\r\n]*)?\s*/.exec(text.slice(end))?.[0].length ?? 0;
  }
  return { splice: { start, end, text: '' }, pairs };
}

/** A new key in the place of the first one. */
function inherited(text: string, node: YAMLMap, key: string, { after, indent }: MapChange): Splice {
  const first = node.items[0] as Pair;
  const written = node.flow === true ? `${key}: ${flowText(after[key])}` : pairText(key, after[key], indent);
  return { start: startOf(first), end: endOf(text, first), text: written };
}

function replacement(text: string, node: YAMLMap, pair: Pair, change: MapChange): Splice | null {
  const { value } = pair;
  const key = keyOf(pair);
  const [was, is] = [change.before[key], change.after[key]];
  if (!isScalar(value) && !isSeq(value) && !isMap(value)) return null;
  const [start, whole] = [value.range?.[0] ?? 0, value.range?.[1] ?? 0];
  const end = trimmedEnd(text, start, whole);
  if (isSeq(value) && Array.isArray(was) && Array.isArray(is) && value.items.length === was.length && is.length > 0)
    return { start, end, text: listText(text, value, { ...change, was, is }) };
  const [only, ...others] = Array.isArray(is) ? (is as unknown[]) : [is];
  if (isMap(value) && others.length === 0) {
    const [old] = Array.isArray(was) ? (was as unknown[]) : [was];
    const edited = mapText(text, value, { ...change, was: old, is: only });
    if (edited !== null) return { start, end, text: edited };
  }
  const isOne = typeof only === 'string' && others.length === 0 && (!Array.isArray(is) || isScalar(value));
  if (node.flow === true) return { start, end: whole, text: flowText(isOne ? only : is) };
  if (isOne && isScalar(value)) return { start, end, text: sameQuotes(value, only, change.indent) };
  // The key stays as it is written, in quotation marks or not.
  const colon = text.indexOf(':', (pair.key as Scalar).range?.[1] ?? 0);
  return { start: colon, end, text: pairText(key, is, change.indent).slice(key.length) };
}

type Values<T> = Pick<MapChange, 'orders'> & { readonly was: T; readonly is: T };

function listText(text: string, value: YAMLSeq, { orders, was, is }: Values<readonly unknown[]>): string {
  const start = value.range?.[0] ?? 0;
  const indent = value.flow === true ? '' : text.slice(lineStart(text, start), start).replace(/\S.*/s, '');
  const itemText = (item: unknown, old: unknown, now: unknown) =>
    isMap(item) ? mapText(text, item, { orders, was: old, is: now }) : null;
  return editedList(text, value, { before: was, after: is, indent, itemText });
}

/** A mapping inside another, as it is to stand in the file; null where it cannot be changed key by key. */
function mapText(text: string, node: YAMLMap, { orders, was, is }: Values<unknown>): string | null {
  if (!isRecord(was) || !isRecord(is)) return null;
  const start = node.range?.[0] ?? 0;
  const end = trimmedEnd(text, start, node.range?.[1] ?? 0);
  const indent = ' '.repeat(start - lineStart(text, start));
  const splices = mapSplices(text, node, { before: was, after: is, orders: orders.slice(1), indent });
  if (splices === null) return null;
  const shifted = splices.map((splice) => ({ ...splice, start: splice.start - start, end: splice.end - start }));
  return applySplices(text.slice(start, end), shifted);
}

/** In the quotation marks that stood there, where the text allows it. */
function sameQuotes(old: Scalar, text: string, indent: string): string {
  if (old.type === 'QUOTE_DOUBLE' && !text.includes('\n')) return JSON.stringify(text);
  if (old.type === 'QUOTE_SINGLE' && !text.includes('\n')) return `'${text.replaceAll("'", "''")}'`;
  return scalarText(text, indent);
}

interface Insertion {
  readonly key: string;
  /** The key it stands behind. */
  readonly anchor: Pair;
  readonly change: MapChange;
}

function insertion(text: string, node: YAMLMap, { key, anchor, change: { after, indent } }: Insertion): Splice {
  const end = endOf(text, anchor);
  if (node.flow === true) return { start: end, end, text: `, ${key}: ${flowText(after[key])}` };
  const at = lineEnd(text, end);
  return { start: at, end: at, text: `\n${indent}${pairText(key, after[key], indent)}` };
}

/** With its line. In braces with the comma before it; what a comment says there stays. */
function deletion(text: string, node: YAMLMap, pair: Pair): Splice | null {
  const before = node.items[node.items.indexOf(pair) - 1];
  if (before === undefined) return null;
  if (node.flow === true) {
    const between = text.slice(endOf(text, before), startOf(pair));
    const remark = between.includes('#') ? between.replace(',', '') : '';
    return { start: endOf(text, before), end: endOf(text, pair), text: remark };
  }
  const start = lineStart(text, startOf(pair));
  return { start: start - lineBreakBefore(text, start), end: lineEnd(text, endOf(text, pair)), text: '' };
}

function startOf({ key }: Pair): number {
  return (key as Scalar).range?.[0] ?? 0;
}

function endOf(text: string, { key, value }: Pair): number {
  const node = (value ?? key) as Scalar;
  return trimmedEnd(text, node.range?.[0] ?? 0, node.range?.[1] ?? 0);
}

function lineBreakBefore(text: string, at: number): number {
  return text.slice(at - 2, at) === '\r\n' ? 2 : 1;
}
