import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { type Concept, preferredTerm } from '../../core/model/concept.ts';
import { bare } from '../../core/text/characters.ts';
import type { Splice } from '../splices.ts';
import { PARSING } from '../yaml/entries.ts';
import { cutItems } from '../yaml/items.ts';
import { lineEnd, lineStart, trimmedEnd } from '../yaml/lines.ts';

/** An entry of a YAML file, and how to find the stretch that is its own. */
export interface PlacedEntry {
  readonly concept: Concept;
  /** Null where it is no mapping behind a dash. */
  readonly place: () => EntryPlace | null;
}

/** Where an entry is written. */
export interface EntryPlace {
  readonly node: YAMLMap;
  /** What the offsets of the node count in: the entry with its lines, or the whole text. */
  readonly text: string;
  /** Offset of that in the text. */
  readonly base: number;
  /** Offset of its dash, and the end of its last line. */
  readonly start: number;
  readonly end: number;
}

/** Null where the file is no block list. */
export function placeEntries(text: string, concepts: readonly Concept[]): PlacedEntry[] | null {
  const items = cutItems(text);
  if (items?.length === concepts.length)
    return items.map(({ start, end }, i) => {
      const body = text.slice(start, end);
      return { concept: concepts[i] as Concept, place: () => placeOf(body, start, listIn(body)?.[0]) };
    });
  const nodes = listIn(text);
  return nodes && concepts.map((concept, i) => ({ concept, place: () => placeOf(text, 0, nodes[i]) }));
}

/** Null for what is no block list; a text without anything is one. */
function listIn(text: string): readonly unknown[] | null {
  const { contents } = parseDocument(text, PARSING);
  if (contents === null || (isScalar(contents) && contents.value === null)) return [];
  if (!isSeq(contents) || (contents.flow === true && contents.items.length > 0)) return null;
  return contents.items;
}

function placeOf(text: string, base: number, node: unknown): EntryPlace | null {
  if (!isMap(node) || !node.range) return null;
  const [start, end] = node.range;
  const dash = text.lastIndexOf('-', start - 1);
  return { node, text, base, start: base + dash, end: base + lineEnd(text, trimmedEnd(text, start, end)) };
}

/**
 * Where a new entry stands, in the order of its file: at its place in a file that is sorted by its French terms; else
 * behind the last entry of its subject field; else at the end.
 *
 * @param written the entry, without a line break at its end
 */
export function whereToAdd(text: string, placed: readonly PlacedEntry[], concept: Concept, written: string): Splice {
  const neighbour = neighbourOf(placed, concept);
  const gap = isAirless(text, placed) ? '\n' : '\n\n';
  const place = neighbour === 'first' ? placed[0]?.place() : neighbour?.place();
  if (place && neighbour === 'first') {
    const start = lineStart(text, place.start);
    return { start, end: start, text: `${written}${gap}` };
  }
  if (place) return { start: place.end, end: place.end, text: `${gap}${written}` };
  const end = endOfList(text, placed);
  return { start: end, end: text.length, text: `${end > 0 ? '\n\n' : ''}${written}\n` };
}

/** The end of what a list says: without the blank lines behind, and without the brackets of one that has no entries. */
export function endOfList(text: string, entries: readonly unknown[]): number {
  const said = text.trimEnd();
  return (entries.length > 0 ? said : said.replace(/(?<=^|\n)[ \t]*\[\s*\]$/, '').trimEnd()).length;
}

/** The entry it stands behind; null in a file without entries. */
function neighbourOf(placed: readonly PlacedEntry[], concept: Concept): PlacedEntry | 'first' | null {
  const last = placed.at(-1);
  if (last === undefined) return null;
  const key = keyOf(concept);
  if (isSorted(placed)) return placed.findLast((one) => keyOf(one.concept) <= key) ?? 'first';
  return placed.findLast((one) => concept.domain !== null && one.concept.domain === concept.domain) ?? last;
}

function keyOf(concept: Concept): string {
  const text = preferredTerm(concept, 'fr')?.text ?? '';
  return bare(text);
}

/** Three entries in a row may be chance. */
const FEW = 4;

function isSorted(placed: readonly PlacedEntry[]): boolean {
  const keys = placed.map(({ concept }) => keyOf(concept));
  return keys.length >= FEW && keys.every((key, i) => i === 0 || (keys[i - 1] as string) <= key);
}

/** No blank line between the last two entries. */
function isAirless(text: string, placed: readonly PlacedEntry[]): boolean {
  const [before, last] = [placed.at(-2)?.place(), placed.at(-1)?.place()];
  return !!before && !!last && !/\n[ \t]*\r?\n/.test(text.slice(before.end, last.start));
}
