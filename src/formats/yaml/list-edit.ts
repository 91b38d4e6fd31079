import type { Node, YAMLSeq } from 'yaml';
import { flowText, itemText as textOfItem } from './text.ts';

/** What a list says and is to say. */
export interface ListChange {
  /** Values of the items as they are, at least one. */
  readonly before: readonly unknown[];
  /** At least one. */
  readonly after: readonly unknown[];
  /** Of the items of a block list. */
  readonly indent: string;
  /** An item as it is to stand in the file when its value changes; null for one that is written anew. */
  readonly itemText: (item: unknown, was: unknown, is: unknown) => string | null;
}

/**
 * A list as it is to stand in the file. Items that stay keep their own text, and what stands between items stays
 * between them, comments too; only what differs is written anew.
 */
export function editedList(text: string, node: YAMLSeq, { before, after, indent, itemText }: ListChange): string {
  const flow = node.flow === true;
  const [start, end] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
  const ranges = (node.items as Node[]).map(({ range }) => trimmed(text, range?.[0] ?? 0, range?.[1] ?? 0));
  const gap = (i: number) => text.slice(ranges[i - 1]?.end ?? start, ranges[i]?.start);
  const written = (at: number) => (flow ? flowText(after[at]) : textOfItem(after[at], '').slice('- '.length));
  const between = flow ? ', ' : `\n${indent}- `;
  const tail = text.slice(ranges.at(-1)?.end, flow ? end : trimmed(text, start, end).end);
  // A comment on the line of the last item belongs to that item.
  const remark = flow ? '' : remarkOf(tail);
  const removed = new Set<number>();
  let out = '';
  let isFirst = true;
  for (const { old, at } of stepsBetween(before.map(keyOf), after.map(keyOf))) {
    if (at === null) {
      // The remark behind an item stays with it; what stands above and behind one that goes, goes too.
      if (!isFirst && !flow && !removed.has((old ?? 0) - 1)) out += remarkOf(gap(old ?? 0));
      removed.add(old ?? 0);
      continue;
    }
    out += leadOf(old) + (old === null ? written(at) : itemAt(old, at));
    isFirst = false;
  }
  return out + tail.slice(remark.length);

  /** What stands before an item: the dash, and the comments above it. */
  function leadOf(old: number | null): string {
    if (old === null || old === 0 || (flow && isFirst)) return isFirst ? gap(0) : between;
    if (flow || !removed.has(old - 1)) return gap(old);
    const lead = gap(old).slice(remarkOf(gap(old)).length);
    return isFirst ? lead.trimStart() : lead;
  }

  function itemAt(old: number, at: number): string {
    const range = ranges[old];
    const item =
      keyOf(before[old]) === keyOf(after[at])
        ? text.slice(range?.start, range?.end)
        : (itemText(node.items[old], before[old], after[at]) ?? written(at));
    return old === ranges.length - 1 ? item + remark : item;
  }
}

/** The comment behind an item, on its line. */
function remarkOf(gap: string): string {
  return /^[ \t]*#[^\r\n]*/.exec(gap)?.[0] ?? '';
}

/** A stretch without the space behind it, which some values count as theirs. */
function trimmed(text: string, start: number, end: number) {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function keyOf(value: unknown): string {
  return JSON.stringify(value);
}

/** An old item and the new one in its place: the same, another, none (`at` null); or a new one (`old` null). */
interface Step {
  readonly old: number | null;
  readonly at: number | null;
}

/** How one list becomes the other with as many items kept as can be. A list of terms has a handful of items. */
function stepsBetween(before: readonly string[], after: readonly string[]): Step[] {
  const lengths = commonLengths(before, after);
  const left = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const ends = i === before.length || j === after.length;
    const replaces = !ends && (before[i] === after[j] || left(i + 1, j + 1) === left(i, j));
    if (replaces) steps.push({ old: i++, at: j++ });
    else if (i < before.length && left(i + 1, j) === left(i, j)) steps.push({ old: i++, at: null });
    else steps.push({ old: null, at: j++ });
  }
  return steps;
}

/** Length of the longest common subsequence of what is left from each pair of positions on. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const [row, below] = [lengths[i] as number[], lengths[i + 1] as number[]];
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const skipped = Math.max(below[j] ?? 0, row[j + 1] ?? 0);
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : skipped;
    }
  }
  return lengths;
}
