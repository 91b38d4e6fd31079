import type { Node, YAMLSeq } from 'yaml';
import { flowText, itemText } from './text.ts';

/**
 * A list as it is to stand in the file. Items that stay keep their own text, and what stands between items stays
 * between them, comments too; only what differs is written anew.
 *
 * @param before values of the items as they are, at least one
 * @param after at least one
 * @param indent of the items of a block list
 */
export function editedList(
  text: string,
  node: YAMLSeq,
  before: readonly unknown[],
  after: readonly unknown[],
  indent: string,
): string {
  const flow = node.flow === true;
  const [start, end] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
  const ranges = (node.items as Node[]).map(({ range }) => trimmed(text, range?.[0] ?? 0, range?.[1] ?? 0));
  const gap = (i: number) => text.slice(ranges[i - 1]?.end ?? start, ranges[i]?.start);
  const written = (at: number) => (flow ? flowText(after[at]) : itemText(after[at], '').slice('- '.length));
  const between = flow ? ', ' : `\n${indent}- `;
  const tail = text.slice(ranges.at(-1)?.end, flow ? end : trimmed(text, start, end).end);
  // A comment on the line of the last item belongs to that item.
  const [remark] = flow ? [''] : (/^[ \t]*#[^\r\n]*/.exec(tail) ?? ['']);
  let out = '';
  let isFirst = true;
  const put = (lead: string, item: string) => {
    out += (isFirst ? gap(0) : lead) + item;
    isFirst = false;
  };
  for (const { old, at } of stepsBetween(before.map(keyOf), after.map(keyOf))) {
    if (at === null) out += isFirst || flow ? '' : (/^[ \t]*#[^\r\n]*/.exec(gap(old ?? 0))?.[0] ?? '');
    else if (old === null || old === 0) put(between, old === null ? written(at) : itemAt(old, at));
    else put(gap(old), itemAt(old, at));
  }
  return out + tail.slice(remark.length);

  function itemAt(old: number, at: number): string {
    const range = ranges[old];
    const item = keyOf(before[old]) === keyOf(after[at]) ? text.slice(range?.start, range?.end) : written(at);
    return old === ranges.length - 1 ? item + remark : item;
  }
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
