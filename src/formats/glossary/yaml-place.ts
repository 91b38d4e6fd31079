import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import { type Concept, preferredTerm } from '../../core/model/concept.ts';
import { fold } from '../../core/text/characters.ts';
import type { Splice } from '../splices.ts';
import { PARSING } from '../yaml/entries.ts';
import { lineEnd, lineStart } from '../yaml/lines.ts';

/** An entry of a YAML file and the stretch that is its own. */
export interface PlacedEntry {
  readonly concept: Concept;
  readonly node: YAMLMap;
  /** Offset of its dash, and the end of its last line. */
  readonly start: number;
  readonly end: number;
}

/** Null where the file is no block list of mappings. */
export function placeEntries(text: string, concepts: readonly Concept[]): PlacedEntry[] | null {
  const { contents } = parseDocument(text, PARSING);
  if (contents === null || (isScalar(contents) && contents.value === null)) return [];
  if (!isSeq(contents) || (contents.flow === true && contents.items.length > 0)) return null;
  const placed: PlacedEntry[] = [];
  for (const [i, concept] of concepts.entries()) {
    const node = contents.items[i] as Node;
    if (!isMap(node) || !node.range) return null;
    const start = text.lastIndexOf('-', node.range[0] - 1);
    const end = lineEnd(text, node.range[0] + text.slice(node.range[0], node.range[1]).trimEnd().length);
    placed.push({ concept, node, start, end });
  }
  return placed;
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
  if (neighbour === 'first') {
    const start = lineStart(text, (placed[0] as PlacedEntry).start);
    return { start, end: start, text: `${written}${gap}` };
  }
  if (neighbour !== null) return { start: neighbour.end, end: neighbour.end, text: `${gap}${written}` };
  const end = text.replace(/\s*(\[\s*\])?\s*$/, '').length;
  return { start: end, end: text.length, text: `${end > 0 ? '\n\n' : ''}${written}\n` };
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
  return fold(text).normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** Three entries in a row may be chance. */
const FEW = 4;

function isSorted(placed: readonly PlacedEntry[]): boolean {
  const keys = placed.map(({ concept }) => keyOf(concept));
  return keys.length >= FEW && keys.every((key, i) => i === 0 || (keys[i - 1] as string) <= key);
}

/** No blank line between the last two entries. */
function isAirless(text: string, placed: readonly PlacedEntry[]): boolean {
  const [before, last] = [placed.at(-2), placed.at(-1)];
  return before !== undefined && last !== undefined && !/\n[ \t]*\r?\n/.test(text.slice(before.end, last.start));
}
