import { addToGroup } from '../../model/groups.ts';
import type { Versions } from '../../model/versions.ts';
import { changedParts, type FilePart, HEAD, saysSame, TAIL } from '../ports/file-parts.ts';
import { withNewLines } from './merge-remarks.ts';

/** The bodies of a part that both sides have and changed; `base` is null where both added it. */
export interface BothChanged {
  readonly base: string | null;
  readonly ours: string;
  readonly theirs: string;
}

/** @returns the body that stands from now on; null where that cannot be said */
export type JoinBodies = (bodies: BothChanged) => string | null;

/** The same of what stands before the first part or behind the last one; `edge` is its key. */
export type JoinEdges = (bodies: BothChanged, edge: string) => string | null;

/** Whether a part that has another key than the one that stood in its place is still the same thing. */
export type IsRenamed = (from: FilePart, to: FilePart) => boolean;

/** How two changes of one part are put together. */
export interface Joining {
  readonly join: JoinBodies;
  readonly joinEdges?: JoinEdges;
  readonly isRenamed?: IsRenamed;
}

/**
 * Puts the changes of two copies of a file over one base together, part by part. A part that one side changed is taken
 * from that side, also where the other deleted it: an edit goes before a deletion. The order is ours; a part that only
 * they have stands behind the one that it follows there. New remarks of both stand above it.
 *
 * @param joinEdges for what stands before the first part and behind the last one; ours stands where it is not given
 * @returns null where two changes of one part cannot be joined
 */
export function mergeParts(
  { base, ours, theirs }: Versions<readonly FilePart[]>,
  { join, joinEdges = ({ ours }) => ours, isRenamed = () => false }: Joining,
): FilePart[] | null {
  const was = byKey(base);
  const [here, there] = [ours, theirs].map((parts) => byKey(asBefore(base, parts, isRenamed))) as [Keyed, Keyed];
  const merged: FilePart[] = [];
  const added = addedTo(here, { was, there });
  for (const [key, part] of here) {
    const { key: edge } = part;
    const joinBoth: JoinBodies = edge === HEAD || edge === TAIL ? (both) => joinEdges(both, edge) : join;
    const settled = settle(was.get(key), part, there.get(key), joinBoth);
    if (settled === undefined) return null;
    if (settled !== null) merged.push(settled);
    else if (isRemarked(part, was.get(key))) merged.push(remarkOf(part));
    for (const behind of added.get(key) ?? []) merged.push(behind);
  }
  return merged;
}

/** Parts that only have another key by now, with the key that they had. */
function asBefore(base: readonly FilePart[], parts: readonly FilePart[], isRenamed: IsRenamed): readonly FilePart[] {
  const keys = new Map(
    changedParts(base, parts).flatMap(({ from, to }) =>
      from !== null && to !== null && from.key !== to.key && isRenamed(from, to) ? [[to, from.key] as const] : [],
    ),
  );
  return parts.map((part) => ({ ...part, key: keys.get(part) ?? part.key }));
}

type Keyed = ReadonlyMap<string, FilePart>;

/** Two parts of one key are told apart by their order. */
function byKey(parts: readonly FilePart[]): Keyed {
  const counts = new Map<string, number>();
  return new Map(
    parts.map((part) => {
      const count = (counts.get(part.key) ?? 0) + 1;
      counts.set(part.key, count);
      return [`${part.key} ${count}`, part];
    }),
  );
}

/** Their parts that are new here, or changed by them and gone here, by the part of ours that they follow. */
function addedTo(here: Keyed, { was, there }: { readonly was: Keyed; readonly there: Keyed }): Map<string, FilePart[]> {
  const added = new Map<string, FilePart[]>();
  let follows = `${HEAD} 1`;
  for (const [key, part] of there) {
    if (here.has(key)) follows = key;
    else {
      const isNew = !saysSame(part, was.get(key) ?? null);
      if (isNew || isRemarked(part, was.get(key))) addToGroup(added, follows, isNew ? part : remarkOf(part));
    }
  }
  return added;
}

/** Whether somebody wrote something above a part that goes. */
function isRemarked({ gap }: FilePart, before: FilePart | undefined): boolean {
  return gap.trim() !== '' && gap.trim() !== before?.gap.trim();
}

/** What was written above a part stays where the part goes. */
function remarkOf(part: FilePart): FilePart {
  return { ...part, gap: part.gap.trimEnd(), body: '' };
}

function joinGaps(base: string | null, ours: string, theirs: string): string {
  return base === ours ? theirs : withNewLines({ base: base ?? '', ours, theirs });
}

/** Null for a part that goes, undefined for one that cannot be joined. */
function settle(
  base: FilePart | undefined,
  ours: FilePart,
  theirs: FilePart | undefined,
  join: JoinBodies,
): FilePart | null | undefined {
  if (theirs === undefined) return base !== undefined && saysSame(base, ours) ? null : ours;
  const gap = joinGaps(base?.gap ?? null, ours.gap, theirs.gap);
  if (saysSame(ours, theirs) || saysSame(base ?? null, theirs)) return { ...ours, gap };
  if (saysSame(base ?? null, ours)) return { ...theirs, gap };
  const body = join({ base: base?.body ?? null, ours: ours.body, theirs: theirs.body });
  return body === null ? undefined : { ...ours, gap, body };
}
