import { addToGroup } from '../../model/groups.ts';
import { changedOne } from '../../text/three-way.ts';
import {
  type FilePart,
  isSamePart,
  keyOfChange,
  type PartChange,
  type PartReader,
  saysSame,
} from '../ports/file-parts.ts';
import type { FileSave } from '../ports/save-record.ts';
import { movesIn } from './moved-parts.ts';

/** One step in the life of a part. */
interface Link extends Pick<PartChange, 'from' | 'to'> {
  /**
   * `outside` nobody here made; `kept` is what a person chose when an undo was in doubt, so nothing before it counts.
   */
  readonly kind: 'save' | 'outside' | 'kept';
  readonly save: FileSave | null;
  /** Which change of its save. */
  readonly index: number;
}

/** The life of one part as far as it is known. */
export interface PartChain {
  readonly links: Link[];
  /** As it was left by the last save. */
  value: FilePart | null;
}

/** The chains of all parts of a file. */
export interface Chains {
  /** By the key that each has now, or had last; of several the one that has it now. */
  readonly byKey: ReadonlyMap<string, PartChain>;
  /** With those whose key another part has by now. */
  readonly all: ReadonlySet<PartChain>;
}

/** @param saves of one file, the oldest first */
export function chainsOf(saves: readonly FileSave[]): Chains {
  const chains = new Map<string, PartChain>();
  const all = new Set<PartChain>();
  const covered = new Map<string, PartChain[]>();
  /** A part takes a key; one that had it before has it again once it is free. */
  const take = (key: string, chain: PartChain) => {
    const holder = chains.get(key);
    if (holder !== undefined && holder !== chain) addToGroup(covered, key, holder);
    chains.set(key, chain);
  };
  const free = (key: string) => {
    const before = covered.get(key)?.pop();
    if (before === undefined) chains.delete(key);
    else chains.set(key, before);
  };
  for (const save of saves) {
    // By the keys before the save, as two parts may take each other’s.
    const found = save.changes.map((change) => chains.get(change.from?.key ?? keyOfChange(change)));
    const moves = movesIn(save.changes);
    const arrivals = new Set(moves.values());
    save.changes.forEach((one, index) => {
      if (arrivals.has(index)) return;
      const change = { ...one, to: save.changes[moves.get(index) ?? index]?.to ?? null };
      const chain = found[index] ?? { links: [], value: change.from };
      if (!isSamePart(chain.value, change.from)) chain.links.push(outside(chain.value, change.from));
      const kind = save.undoes === null ? 'save' : save.isChosen ? 'kept' : null;
      if (kind !== null) chain.links.push({ kind, from: change.from, to: change.to, save, index });
      chain.value = change.to;
      if (change.from !== null && chains.get(change.from.key) === chain && change.to !== null) free(change.from.key);
      take(keyOfChange(change), chain);
      all.add(chain);
    });
  }
  return { byKey: chains, all };
}

function outside(from: FilePart | null, to: FilePart | null): Link {
  return { kind: 'outside', from, to, save: null, index: 0 };
}

/** What undoing comes to for one part. */
export interface Reversal {
  /** What would stand there; null for nothing. Where both changed the same words, what stood there before the save. */
  readonly part: FilePart | null;
  /**
   * `lossy`: what was written since would go with it. `conflict`: both changed the same words. `taken`: another part has
   * its key by now.
   */
  readonly kind: 'clean' | 'lossy' | 'conflict' | 'taken';
  /** Whoever made changes of it since; null among them for a person that nobody knows. */
  readonly since: ReadonlySet<string | null>;
  /** Something that no save here tells of changed it since. */
  readonly hasOutside: boolean;
}

/** Whether a change of a save is in force. */
export type IsActive = (save: FileSave, index: number) => boolean;

/** What is asked of a chain. */
export interface ChainQuestion {
  readonly save: FileSave;
  readonly index: number;
  /** What a person chose in doubt, where that is what is undone; null otherwise. */
  readonly chosen: FileSave | null;
  readonly now: FilePart | null;
  /** After the undo. */
  readonly isActive: IsActive;
  readonly reader: Pick<PartReader, 'merge'>;
}

/**
 * What becomes of a part when a change of it is taken back, or done again: its whole life without that change, from the
 * first version known; so whatever the order, all undone is what was there at first, to the byte. Where that is not to
 * be had, the change alone is turned around over how the part is now.
 */
export function reverse(chain: PartChain, { save, index, chosen, now, isActive, reader }: ChainQuestion): Reversal {
  const links = linksTo(chain, now);
  const at = links.findIndex((link) => link.save === (chosen ?? save) && (chosen !== null || link.index === index));
  const later = links.slice(at + 1).filter((link) => link.kind !== 'save' || isActiveLink(link, isActive));
  const written = later.filter((link) => !saysSame(link.from, link.to));
  const who = {
    since: new Set(written.flatMap(({ save: by }) => (by === null ? [] : [by.by]))),
    hasOutside: written.some(({ kind }) => kind === 'outside'),
  };
  const { from, to } = links[at] ?? { from: null, to: null };
  const [left, wanted] = chosen === null && isActive(save, index) ? [from, to] : [to, from];
  const before: IsActive = (one, i) => isActive(one, i) !== (one === save && i === index);
  const [was, again] = [before, isActive].map((active) => replay(links, { isActive: active, reader, index: at }));
  // What later saves wrote over before, they still do; nothing more than that.
  const isTold = was && again && isSamePart(was.part, now) && again.overwritten <= was.overwritten;
  const part = isTold ? again.part : merged(left, wanted, now, reader);
  if (part === undefined) return { part: wanted, kind: 'conflict', ...who };
  const isLossy = part === null && now !== null && !saysSame(now, left);
  return { part, kind: isLossy ? 'lossy' : 'clean', ...who };
}

/** What stands there after all that is in force; undefined where that cannot be told. */
export function replayChain(
  chain: PartChain,
  { now, isActive, reader }: Pick<ChainQuestion, 'now' | 'isActive' | 'reader'>,
): FilePart | null | undefined {
  const links = linksTo(chain, now);
  return replay(links, { isActive, reader, index: links.length })?.part;
}

/** Up to how the part is now. */
function linksTo({ links, value }: PartChain, now: FilePart | null): readonly Link[] {
  return isSamePart(value, now) ? links : [...links, outside(value, now)];
}

function isActiveLink({ save, index }: Link, isActive: IsActive): boolean {
  return save !== null && isActive(save, index);
}

/** A life told anew: where a later save wrote over the same words, it stands. */
interface Replayed {
  readonly part: FilePart | null;
  /** How often that was so. */
  readonly overwritten: number;
}

function replay(
  links: readonly Link[],
  { isActive, reader, index }: Pick<ChainQuestion, 'isActive' | 'reader' | 'index'>,
): Replayed | undefined {
  const kept = links.findLastIndex(({ kind }) => kind === 'kept');
  // What a person chose stands: only what came behind it can be told anew.
  if (kept >= index || links.length === 0) return undefined;
  let part = (kept < 0 ? links[0]?.from : links[kept]?.to) ?? null;
  let overwritten = 0;
  for (const link of links.slice(kept + 1)) {
    if (link.kind === 'save' && !isActiveLink(link, isActive)) continue;
    // Nothing is changed in what is not there, and what is taken away goes as it is.
    const isNothing = link.to === null || (part === null && link.from !== null);
    const next: FilePart | null | undefined = isNothing ? null : merged(link.from, link.to, part, reader);
    if (next === undefined) overwritten += 1;
    part = next === undefined ? link.to : next;
  }
  return { part, overwritten };
}

/** The change of `yours` over `base`, done to `theirs`; undefined where both changed the same, or one took it away. */
function merged(
  base: FilePart | null,
  yours: FilePart | null,
  theirs: FilePart | null,
  reader: Pick<PartReader, 'merge'>,
): FilePart | null | undefined {
  if (isSamePart(yours, base) || isSamePart(yours, theirs)) return theirs;
  if (isSamePart(theirs, base)) return yours;
  if (yours === null) return saysSame(theirs, base) ? null : undefined;
  if (theirs === null) return saysSame(yours, base) ? null : undefined;
  if (base === null) return saysSame(yours, theirs) ? theirs : undefined;
  const body = changedOne(base.body, yours.body, theirs.body) ?? reader.merge(base.body, yours.body, theirs.body);
  if (body === null) return undefined;
  const key = changedOne(base.key, yours.key, theirs.key) ?? theirs.key;
  return { key, gap: changedOne(base.gap, yours.gap, theirs.gap) ?? theirs.gap, body };
}
