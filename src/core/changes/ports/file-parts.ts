import { addToGroup } from '../../model/groups.ts';
import { longestRun } from '../../model/longest-run.ts';
import type { Slices } from '../../model/slices.ts';

/**
 * A piece of a file that is changed, and undone, for itself: a paragraph, an entry, a row. Gap and body of all are the
 * file.
 */
export interface FilePart {
  /** Tells it from the others of its file. */
  readonly key: string;
  /** What stands before it and is nobody’s: empty lines, remarks. */
  readonly gap: string;
  readonly body: string;
}

/** What stands before the first part and behind the last one; every file has them, were they empty. */
export const HEAD = '(head)';
export const TAIL = '(tail)';

/** What a part says to people. */
export interface PartWords {
  /** What tells which it is: its French. */
  readonly name: string;
  /** What is compared, word by word. */
  readonly text: string;
  /** Language of that text; '' for none. */
  readonly language: 'en' | '';
  /** What else it says, one sentence or line each: its state, its remarks. */
  readonly details: readonly string[];
}

/** Cuts the files of one kind into parts, and puts two changes of one part together. */
export interface PartReader {
  split(text: string): Slices<readonly FilePart[]>;
  /** The change of `yours` over `base`, done to `theirs`; null where both changed the same. Bodies of parts. */
  merge(base: string, yours: string, theirs: string): string | null;
  says(body: string): PartWords;
  /**
   * The same body with another text for what is compared; null where that cannot be.
   *
   * @param origin of who wrote it, as `# origin:` says it; null where nobody knows
   */
  withText(body: string, text: string, origin: string | null): string | null;
  /** What its head has to be once it has these parts; the same one as a rule. */
  headFor(head: string, parts: readonly FilePart[]): string;
}

/** What one save did to one part. */
export interface PartChange {
  /** Null where there was no such part; null for both is never. */
  readonly from: FilePart | null;
  readonly to: FilePart | null;
  /** Keys of its neighbours; null at the ends. */
  readonly follows: string | null;
  readonly leads: string | null;
}

export function keyOfChange({ from, to }: Pick<PartChange, 'from' | 'to'>): string {
  return (to ?? from)?.key ?? '';
}

export function isSamePart(a: FilePart | null, b: FilePart | null): boolean {
  return a === b || (a !== null && b !== null && a.key === b.key && a.gap === b.gap && a.body === b.body);
}

/** Whether they say the same; what stands before them does not count. */
export function saysSame(a: FilePart | null, b: FilePart | null): boolean {
  return (a?.body ?? null) === (b?.body ?? null);
}

/**
 * Which parts differ between two versions of a file. A part that has another key now is the one that stood there,
 * unless it stands elsewhere. One that moved goes and comes.
 */
export function changedParts(before: readonly FilePart[], after: readonly FilePart[]): PartChange[] {
  const changes: PartChange[] = [];
  const add = (from: number | null, to: number | null) => {
    const [old, now] = [from === null ? null : (before[from] ?? null), to === null ? null : (after[to] ?? null)];
    if (isSamePart(old, now)) return;
    const [list, at] = to === null ? [before, from ?? 0] : [after, to];
    changes.push({ from: old, to: now, follows: list[at - 1]?.key ?? null, leads: list[at + 1]?.key ?? null });
  };
  const [old, now] = [before, after].map((parts) => new Set(parts.map(({ key }) => key))) as [Set<string>, Set<string>];
  const isRenamed = (from: number, to: number) => !now.has(before[from]?.key ?? '') && !old.has(after[to]?.key ?? '');
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...stayed(before, after), [before.length, after.length] as const]) {
    addStretch({ from: i, to: nextI }, { from: j, to: nextJ }, { add, isRenamed });
    if (nextI < before.length) add(nextI, nextJ);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return changes;
}

/**
 * Of parts with one key, the nth old one is looked for among the new ones from so far before its nth to so far behind.
 */
const TWINS_BESIDE = 8;

/** Which parts of two versions have one key, as many as are in one order in both. Pairs of positions. */
function stayed(before: readonly FilePart[], after: readonly FilePart[]): [from: number, to: number][] {
  const places = new Map<string, number[]>();
  for (const [to, { key }] of after.entries()) addToGroup(places, key, to);
  const counts = new Map<string, number>();
  const pairs = before.flatMap(({ key }, from) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    const beside = places.get(key)?.slice(Math.max(0, count - TWINS_BESIDE), count + TWINS_BESIDE + 1) ?? [];
    // The last one first: then no two of them follow each other.
    return beside.reverse().map((to): [number, number] => [from, to]);
  });
  return longestRun(pairs, ([, to], [, before]) => before < to);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is done with positions of an old part and a new one; null for none. */
interface Adding {
  readonly add: (from: number | null, to: number | null) => void;
  readonly isRenamed: (from: number, to: number) => boolean;
}

/** As many old parts as new ones between two that stayed: each is the one in its place, as far as it can be. */
function addStretch(old: Stretch, now: Stretch, { add, isRenamed }: Adding): void {
  const isSameLength = old.to - old.from === now.to - now.from;
  const inPlace = (i: number) => isSameLength && isRenamed(i, now.from + i - old.from);
  for (let i = old.from; i < old.to; i += 1) add(i, inPlace(i) ? now.from + i - old.from : null);
  for (let j = now.from; j < now.to; j += 1) if (!inPlace(old.from + j - now.from)) add(null, j);
}

export function joinParts(parts: readonly FilePart[]): string {
  return parts.map(({ gap, body }) => gap + body).join('');
}
