import { addToGroup } from '../../model/groups.ts';
import { type FilePart, isSamePart } from '../ports/file-parts.ts';

/** A part at its place in a file. */
export interface Slot {
  readonly part: FilePart;
  readonly next: Slot | null;
}

/** The parts of a file while some of them come and go, each step in the same short time however many there are. */
export interface PartList {
  readonly first: () => Slot | null;
  readonly size: () => number;
  /** Where a part stands just as it is. */
  find(part: FilePart | null): Slot | null;
  /** Where a part with that key stands, the last one of several. */
  living(key: string): Slot | null;
  /** Puts another part in the place of one; null for none. */
  replace(slot: Slot, part: FilePart | null): void;
  /** Puts a part before another, though never before the first; before the last one where none is named. */
  insert(part: FilePart, before: Slot | null): void;
  toArray(): FilePart[];
}

interface Link extends Slot {
  part: FilePart;
  next: Link | null;
  previous: Link | null;
}

/** @param parts the first and the last of which stay */
export function createPartList(parts: readonly FilePart[]): PartList {
  const byKey = new Map<string, Link[]>();
  let [first, last, size]: [Link | null, Link | null, number] = [null, null, 0];
  const addBetween = (part: FilePart, previous: Link | null, next: Link | null) => {
    const link = { part, previous, next };
    if (previous === null) first = link;
    else previous.next = link;
    if (next === null) last = link;
    else next.previous = link;
    addToGroup(byKey, part.key, link);
    size += 1;
  };
  const remove = (link: Link) => {
    const { part, previous, next } = link;
    if (previous === null) first = next;
    else previous.next = next;
    if (next === null) last = previous;
    else next.previous = previous;
    byKey.set(part.key, byKey.get(part.key)?.filter((one) => one !== link) ?? []);
    size -= 1;
  };
  for (const part of parts) addBetween(part, last, null);
  return {
    first: () => first,
    size: () => size,
    find: (part) => (part && byKey.get(part.key)?.find((one) => isSamePart(one.part, part))) ?? null,
    living: (key) => byKey.get(key)?.at(-1) ?? null,
    replace(slot, part) {
      const link = slot as Link;
      if (part?.key === link.part.key) link.part = part;
      else {
        remove(link);
        if (part !== null) addBetween(part, link.previous, link.next);
      }
    },
    insert(part, before) {
      const behind = (before ?? last) as Link | null;
      if (behind === first && first !== null) addBetween(part, first, first.next);
      else addBetween(part, behind?.previous ?? null, behind);
    },
    toArray() {
      const all: FilePart[] = [];
      for (let slot: Slot | null = first; slot !== null; slot = slot.next) all.push(slot.part);
      return all;
    },
  };
}
