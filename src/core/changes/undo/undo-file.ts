import { addToGroup } from '../../model/groups.ts';
import { mapSlices, type Slices } from '../../model/slices.ts';
import {
  type FilePart,
  HEAD,
  keyOfChange,
  type PartChange,
  type PartReader,
  saysSame,
  TAIL,
} from '../ports/file-parts.ts';
import { type FileSave, type Standing, standingOf } from '../ports/save-record.ts';
import { type Moves, movesIn } from './moved-parts.ts';
import {
  type Chains,
  chainsOf,
  type IsActive,
  type PartChain,
  type Reversal,
  replayChain,
  reverse,
} from './part-chain.ts';
import { createPartList, type PartList } from './part-list.ts';
import { placeFor, placesIn } from './place-parts.ts';

/** One change of a save, and what undoing it would come to. */
export interface PartUndo extends Reversal {
  /** Of the first save that it is about. */
  readonly index: number;
  /** The part as it is now; null where it is not there. */
  readonly now: FilePart | null;
  /** The person who undoes has to look first. */
  readonly isAsked: boolean;
}

/** What is to be undone, and over what. */
export interface UndoAsked {
  /** All of the file, the oldest first. */
  readonly saves: readonly FileSave[];
  readonly save: FileSave;
  /** The file as it is now. */
  readonly parts: readonly FilePart[];
  readonly reader: PartReader;
  /** Who undoes; null where nobody knows. */
  readonly by: string | null;
}

/** What is known of a file and its saves. */
interface Known extends UndoAsked {
  readonly standing: Standing;
  readonly chains: Chains;
  /** The chain of each change of the first save. */
  readonly ofRoot: ReadonlyMap<number, PartChain>;
  readonly root: FileSave;
  /** Of the first save. */
  readonly moves: Moves;
  /** The parts as they are now. */
  readonly byKey: ReadonlyMap<string, readonly FilePart[]>;
}

/** What undoing a save would come to, part by part; empty where nothing of it is left to undo. */
export function* undoParts(asked: UndoAsked): Slices<PartUndo[]> {
  const known = knownOf(asked);
  yield;
  const turned = new Set(known.standing.open(asked.save));
  return (yield* mapSlices(turned, (index) => partUndo(known, index, turned))).flat();
}

function knownOf(asked: UndoAsked): Known {
  const standing = standingOf(asked.saves);
  const root = standing.rootOf(asked.save) as FileSave;
  const chains = chainsOf(asked.saves);
  const ofRoot = new Map<number, PartChain>();
  for (const chain of chains.all)
    for (const { save, index } of chain.links) if (save === root && !ofRoot.has(index)) ofRoot.set(index, chain);
  const byKey = new Map<string, FilePart[]>();
  for (const part of asked.parts) addToGroup(byKey, part.key, part);
  return { ...asked, standing, chains, ofRoot, root, byKey, moves: movesIn(root.changes) };
}

function partUndo(known: Known, index: number, turned: ReadonlySet<number>): PartUndo[] {
  const { root, save, reader, by } = known;
  const change = root.changes[index];
  const chain = known.ofRoot.get(index);
  if (change === undefined) return [];
  // What a part says is turned where it left; with where it arrived its place is.
  if (chain === undefined) return [...known.moves.values()].includes(index) ? [placeAlone(index)] : [];
  const now = nowOf(chain, known);
  const chosen = save.isChosen ? save : null;
  const isActive = isActiveAfter(known, turned);
  const reversed = reverse(chain, { save: root, index, chosen, now, reader, isActive });
  const reversal: Reversal = isTaken(known, { chain, now, part: reversed.part, turned })
    ? { ...reversed, kind: 'taken' }
    : reversed;
  const isOthers = reversal.hasOutside || [...reversal.since].some((one) => one !== by);
  // The head goes with the parts, but for a file that is nothing else.
  const isEdge = keyOfChange(change) === TAIL || (keyOfChange(change) === HEAD && reversal.kind !== 'conflict');
  const changesNothing = reversal.kind === 'clean' && saysSame(reversal.part, now);
  const isAsked = !isEdge && !changesNothing && (reversal.kind !== 'clean' || isOthers);
  return [{ ...reversal, index, now, isAsked }];
}

/** What a part would be, of which chain, and which changes are turned with it. */
interface Wanted extends Pick<PartUndo, 'now' | 'part'> {
  readonly chain: PartChain;
  readonly turned: ReadonlySet<number>;
}

/** Whether a part would get the key of one that stays. */
function isTaken({ byKey, chains, ofRoot }: Known, { chain, now, part, turned }: Wanted): boolean {
  if (part === null || part.key === now?.key || !byKey.has(part.key)) return false;
  const holder = chains.byKey.get(part.key);
  return holder !== chain && ![...turned].some((index) => holder !== undefined && ofRoot.get(index) === holder);
}

function placeAlone(index: number): PartUndo {
  return { index, now: null, part: null, kind: 'clean', since: new Set(), hasOutside: false, isAsked: false };
}

/** Which changes are in force after an undo. */
function isActiveAfter({ standing, root }: Known, turned: ReadonlySet<number>) {
  return (save: FileSave, index: number) =>
    standing.isActive(save, index) !== (save.number === root.number && turned.has(index));
}

/** The part as it is now: as it was left, where several have its key; null where another part has it. */
function nowOf(chain: PartChain, { byKey, chains }: Known): FilePart | null {
  const { value, links } = chain;
  const last = links.at(-1);
  const key = (value ?? last?.from ?? last?.to)?.key ?? '';
  const found = (chains.byKey.get(key) === chain ? byKey.get(key) : undefined) ?? [];
  return found.find(({ body }) => body === value?.body) ?? found[0] ?? null;
}

/** What comes of a part: what an undo comes to, or what a person chose. */
export interface PartResult {
  readonly index: number;
  readonly now: FilePart | null;
  readonly part: FilePart | null;
}

/**
 * The parts of a file after some of them were turned back.
 *
 * @returns null where one of them is not as it was when its result was made
 */
export function* partsAfter(asked: UndoAsked, results: readonly PartResult[]): Slices<FilePart[] | null> {
  const parts = createPartList(asked.parts);
  const isAsMade = ({ now }: PartResult) => now === null || parts.find(now) !== null;
  if ((yield* mapSlices(results, isAsMade)).includes(false)) return null;
  const known = knownOf(asked);
  const edges = new Set([HEAD, TAIL]);
  for (const { index, now, part } of results) {
    yield;
    const at = parts.find(now);
    if (at === null) continue;
    if (!edges.has((part ?? now)?.key ?? '')) parts.replace(at, part ?? remarkAbove(known, index, at.part));
    else if (part !== null && (part.body !== '' || parts.size() <= 2)) parts.replace(at, part);
  }
  const coming = comingParts(known, parts, results).filter(({ part }) => !edges.has(part.key));
  const isActive = isActiveAfter(known, new Set(results.map(({ index }) => index)));
  const places = placesIn([
    ...asked.saves.flatMap((save) => (save.undoes === null ? placingChanges(save, isActive) : [])),
    // Where two saves tell of one part, it goes to where the one that is undone had it.
    ...coming.flatMap(({ index }) => known.root.changes[index] ?? []),
  ]);
  for (const { part } of coming) {
    yield;
    parts.insert(part, placeFor(part.key, parts, places));
  }
  return withEdges(parts.toArray(), known, new Set(results.map(({ index }) => index)));
}

/**
 * The changes of a save that tell where parts stood: of one that moved, where it stands once that is in force or not.
 */
function placingChanges(save: FileSave, isActive: IsActive): readonly PartChange[] {
  const left = new Set<number>();
  for (const [leaves, arrives] of movesIn(save.changes)) left.add(isActive(save, arrives) ? leaves : arrives);
  return left.size === 0 ? save.changes : save.changes.filter((_, i) => !left.has(i));
}

/** A part that is to stand where a change of the first save has it. */
interface ComingPart {
  readonly index: number;
  readonly part: FilePart;
}

/** Parts that come back, and those that go back to where they stood, which are taken out; in the order of the file. */
function comingParts({ root, moves, standing }: Known, parts: PartList, results: readonly PartResult[]): ComingPart[] {
  const turned = new Set(results.map(({ index }) => index));
  const back = results.flatMap(({ index, now, part }) => (now === null && part !== null ? [{ index, part }] : []));
  const moved = [...moves].flatMap(([leaves, arrives]): ComingPart[] => {
    const slot = turned.has(arrives) ? parts.living(root.changes[leaves]?.from?.key ?? '') : null;
    if (slot === null) return [];
    parts.replace(slot, null);
    return [{ index: standing.isActive(root, arrives) ? leaves : arrives, part: slot.part }];
  });
  return [...back, ...moved].sort((a, b) => a.index - b.index);
}

/** What somebody wrote above a part since it was saved stays where the part goes. */
function remarkAbove({ root }: Known, index: number, part: FilePart): FilePart | null {
  const { from, to } = root.changes[index] ?? {};
  const known = [from, to].map((one) => one?.gap.trim());
  if (part.gap.trim() === '' || known.includes(part.gap.trim())) return null;
  return { ...part, gap: part.gap.trimEnd(), body: '' };
}

/** Head and end of a file that was made for a part stay as long as there is one. */
function withEdges(parts: readonly FilePart[], known: Known, turned: ReadonlySet<number>): FilePart[] {
  const { saves, reader, chains } = known;
  const isMade = saves.some(({ isNew }) => isNew);
  const isEmpty = parts.length <= 2;
  const edged = parts.map((part) => {
    const chain = part.key === HEAD || part.key === TAIL ? chains.byKey.get(part.key) : undefined;
    if (chain === undefined || (isMade && !isEmpty)) return part;
    return replayChain(chain, { now: part, reader, isActive: isActiveAfter(known, turned) }) ?? part;
  });
  return edged.map((part) =>
    part.key === HEAD ? { ...part, body: reader.headFor(part.body, edged.slice(1, -1)) } : part,
  );
}
