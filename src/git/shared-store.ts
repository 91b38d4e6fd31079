import type { SharedFiles } from '../core/changes/ports/shared-files.ts';
import type { SaveWatcher, SharedStore } from '../core/changes/ports/shared-store.ts';
import { writeCommit } from './commits.ts';
import { createByteGuard } from './conversion.ts';
import { countUnsent, fetchOther, furtherOf, pushTo, wantReady } from './exchange.ts';
import { createGaveWay } from './gave-way.ts';
import { removeLeftLocks } from './left-locks.ts';
import { type MergeTexts, mergeCommits, mergeTrees } from './merge-trees.ts';
import { commitOf, isAncestor, type Other, type Repository } from './repository.ts';
import { createSaveQueue, type SaveQueue } from './save-queue.ts';
import { takeOver } from './take-over.ts';
import { createCheckoutTurns } from './turns.ts';

export interface SharedPorts {
  readonly files: SharedFiles;
  readonly merge: MergeTexts;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told of files that were taken over from the other copy. */
  readonly onTaken: (paths: readonly string[]) => Promise<void>;
  /** Told of trouble when it begins, in a sentence. */
  readonly tell: (message: string) => void;
}

export interface GitStore extends SharedStore {
  readonly watcher: SaveWatcher;
  /** Commits what an earlier server left, and exchanges from now on, from time to time. */
  start(): void;
  /** Commits what waits; nothing is sent any more. */
  close(): Promise<void>;
}

/** Time between two exchanges; while the other copy takes nothing it grows up to the longest. Milliseconds. */
const PAUSE = 60_000;
const LONGEST_PAUSE = 15 * 60_000;
/** Times that an exchange is begun anew because somebody saved meanwhile, here or there. */
const MOST_TRIES = 8;

/** A checkout, and what is shared of it. */
interface Shared {
  readonly repository: Repository;
  readonly ports: SharedPorts;
  readonly queue: SaveQueue;
  /** What attempts to take the other copy over wrote, by the paths. */
  readonly wrote: Map<string, Uint8Array | null>;
  /** Ends what waits for another machine. */
  readonly ending: AbortSignal;
}

/** Shares the files by git: saves become commits, one after the other, behind the answers to who saved. */
export function createGitStore(repository: Repository, ports: SharedPorts): GitStore {
  const end = new AbortController();
  const queued = { queue: createSaveQueue(repository, ports.files), wrote: new Map() };
  const shared = { repository, ports, ...queued, ending: end.signal };
  const { queue } = shared;
  const turns = createCheckoutTurns(ports);
  const bytes = createByteGuard(repository.git);
  const { prefix } = repository;
  const isChecked = (path: string) => path.startsWith(prefix) && isShared(path.slice(prefix.length));
  const gaveWay = createGaveWay(repository, isChecked, ports.tell);
  let other: Other | null = null;
  let hasOther = true;
  const commitWaiting = async () => {
    await wantReady(repository);
    bytes.want();
    await queue.commitAll();
  };
  const commitFirst = async () => {
    other = await wantReady(repository);
    hasOther = other !== null;
    await bytes.look();
    await queue.commitAll();
  };
  const exchange = async () => {
    if (other !== null) await exchangeWith(other, shared).catch(unlessEnding);
    await gaveWay.look();
  };
  const unlessEnding = (error: unknown) => {
    if (!end.signal.aborted) throw error;
  };
  const timer = createPauses(() => (turns.trouble()?.kind ?? 'held') !== 'held');
  const exchangeNow = async () => {
    if (await turns.take('committing', commitFirst)) await turns.take('exchanging', exchange);
    timer.after(exchangeNow);
  };
  const takeUp = async () => {
    await removeLeftLocks(repository);
    await queue.takeUp(ports.now());
    queue.owe(await countUnsent(repository.git, await wantReady(repository)));
    await bytes.look();
    await queue.commitAll();
  };
  return {
    state() {
      const state = { unsent: queue.unsent(), hasOther, trouble: turns.trouble() };
      const beside = gaveWay.found();
      return beside.length === 0 ? state : { ...state, gaveWay: beside };
    },
    exchange: exchangeNow,
    watcher: {
      before: async (place) => {
        if (isShared(place)) await queue.begin(place);
      },
      after(save) {
        if (!isShared(save.place)) return;
        queue.add(save);
        turns.take('committing', commitWaiting);
      },
    },
    start() {
      turns.take('committing', takeUp);
      exchangeNow();
    },
    async close() {
      timer.end();
      // What waits is committed now, under the names of those who saved it, and not at the next start.
      end.abort();
      await turns.take('committing', commitWaiting);
    },
  };
}

/** Waits from one exchange to the next: longer each time while the other copy takes nothing. */
function createPauses(isRefusing: () => boolean) {
  let [pause, isEnded] = [PAUSE, false];
  let timer: NodeJS.Timeout | undefined;
  return {
    after(work: () => Promise<void>): void {
      clearTimeout(timer);
      if (isEnded) return;
      pause = isRefusing() ? Math.min(pause * 2, LONGEST_PAUSE) : PAUSE;
      timer = setTimeout(work, pause).unref();
    },
    end(): void {
      isEnded = true;
      clearTimeout(timer);
    },
  };
}

/** Where others save again and again meanwhile, it is left to the next time. */
async function exchangeWith(other: Other, shared: Shared): Promise<void> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) if (await exchangeOnce(other, shared)) return;
}

/** False where somebody else was faster. */
async function exchangeOnce(other: Other, shared: Shared): Promise<boolean> {
  const { queue, ending: signal } = shared;
  const { git } = shared.repository;
  await queue.commitAll();
  const seen = await commitOf(git, other.seen);
  const theirs = await fetchOther(git, other, signal);
  await queue.commitAll();
  if (theirs !== null) {
    if (!(await mergeIn({ theirs, seen }, shared))) return false;
    await git(['update-ref', other.seen, theirs]);
  }
  const head = await commitOf(git, 'HEAD');
  if (head === null) return true;
  queue.seal();
  if (head !== theirs && !(await pushTo(git, other, { commit: head, signal }))) return false;
  queue.sent();
  return true;
}

/** The commit of the other copy, and that which was merged or sent last; null for none. */
interface Fetched {
  readonly theirs: string;
  readonly seen: string | null;
}

/** False where it has to be done anew. */
async function mergeIn({ theirs, seen }: Fetched, { repository, ports, queue, wrote }: Shared): Promise<boolean> {
  const { git, prefix } = repository;
  const ours = await commitOf(git, 'HEAD');
  const to = ours === null ? theirs : await bothOf(repository, { ours, theirs, seen }, ports.merge);
  if (ours === null || to === ours) return true;
  const isInRoot = (path: string) => path.startsWith(prefix);
  const below = (path: string) => path.slice(prefix.length);
  const before = async (path: string) => {
    if (isInRoot(path)) await queue.begin(below(path));
  };
  const onMoved = (paths: readonly string[]) => paths.filter(isInRoot).map(below).forEach(queue.lag);
  const moments = { isSaved: queue.holds, before, onMoved };
  const taken = await takeOver(repository, { from: ours, to, files: ports.files, wrote, ...moments });
  if (taken === null) return false;
  for (const path of taken) queue.forget(below(path));
  await ports.onTaken(taken.filter(isInRoot).map(below));
  return true;
}

function isShared(place: string): boolean {
  return /^(?:content|glossary)\//.test(place);
}

/** The commit that has the changes of both. */
async function bothOf(repository: Repository, both: Fetched & { readonly ours: string }, merge: MergeTexts) {
  const { ours, theirs } = both;
  const further = await furtherOf(repository.git, ours, theirs);
  if (further !== null) return further;
  const tree = await mergedOf(repository, both, merge);
  const parents = [ours, theirs];
  return writeCommit(repository.git, { tree, parents, message: 'Saves of both copies\n', by: null });
}

/**
 * Where others rewrote what they had from us, that is what both started from, and what they dropped of it stays: it may
 * be the work of somebody whom they never saw.
 */
async function mergedOf(repository: Repository, { ours, theirs, seen }: Fetched & { ours: string }, merge: MergeTexts) {
  const { git } = repository;
  const isRewritten = seen !== null && !(await isAncestor(git, seen, theirs)) && (await isAncestor(git, seen, ours));
  if (!isRewritten) return mergeCommits(repository, { ours, theirs }, merge);
  const restored = await mergeCommits(repository, { ours: seen, theirs }, merge);
  return mergeTrees(repository, { base: seen, ours, theirs: restored }, merge);
}
