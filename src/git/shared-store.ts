import type { SharedFiles } from '../core/changes/shared-files.ts';
import type { SaveWatcher, SharedSave, SharedStore, SharedTrouble } from '../core/changes/shared-store.ts';
import { createCommits, writeCommit } from './commits.ts';
import { Away, countUnsent, fetchOther, furtherOf, pushTo, Refused, wantReady } from './exchange.ts';
import { createJournal } from './journal.ts';
import { type MergeTexts, mergeCommits } from './merge-trees.ts';
import { commitOf, type Other, type Repository } from './repository.ts';
import { leftSave, workOf } from './saved-work.ts';
import { takeOver } from './take-over.ts';

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

/** Time between two exchanges; while the other copy is out of reach it grows up to the longest. Milliseconds. */
const PAUSE = 60_000;
const LONGEST_PAUSE = 15 * 60_000;
/** Times that an exchange is begun anew because somebody saved meanwhile, here or there. */
const MOST_TRIES = 8;

/** Shares the files by git: saves become commits, one after the other, behind the answers to who saved. */
export function createGitStore(repository: Repository, ports: SharedPorts): GitStore {
  const { git } = repository;
  const { files, now } = ports;
  const commits = createCommits(repository);
  const journal = createJournal(repository.folder);
  const waiting: SharedSave[] = [];
  const begun = new Set<string>();
  const wrote = new Map<string, Uint8Array | null>();
  let [committed, hasOther, pause] = [0, true, PAUSE];
  let trouble: SharedTrouble | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();

  const settle = (next: SharedTrouble | null) => {
    const isNew = next !== null && next.kind !== trouble?.kind;
    trouble = next === null || trouble?.kind !== next.kind ? next : { ...next, since: trouble.since };
    if (isNew) ports.tell(`Saves are not exchanged: ${next.says || 'the other copy is out of reach.'}`);
  };
  const inTurn = (work: () => Promise<unknown>): Promise<void> => {
    const done = last.then(work).then(
      () => {},
      (error: unknown) => settle(troubleOf(error, now())),
    );
    last = done;
    return done;
  };
  const commitAll = async () => {
    for (let save = waiting[0]; save !== undefined; save = waiting[0]) {
      await commits.add(await workOf(repository, files, save));
      waiting.shift();
      committed += 1;
    }
    await journal.keep(begun);
  };
  const commitWaiting = async () => {
    await wantReady(repository);
    await commitAll();
    if (trouble?.kind === 'held') settle(null);
  };
  const begin = (place: string) => {
    begun.add(place);
    return journal.begin(place);
  };
  const isSaved = (path: string) =>
    waiting.some(({ place }) => path === repository.prefix + place || path.startsWith(`${repository.prefix}${place}/`));
  const below = (path: string) => path.slice(repository.prefix.length);
  /** False where it has to be done anew. */
  const mergeIn = async (theirs: string): Promise<boolean> => {
    const ours = await commitOf(git, 'HEAD');
    const to = ours === null ? theirs : await bothOf(repository, { ours, theirs }, ports.merge);
    if (ours === null || to === ours) return true;
    const isInRoot = (path: string) => path.startsWith(repository.prefix);
    const before = async (path: string) => {
      if (isInRoot(path)) await begin(below(path));
    };
    const taken = await takeOver(repository, { from: ours, to, files, isSaved, before, wrote });
    for (const path of taken ?? []) begun.delete(below(path));
    if (taken !== null) await ports.onTaken(taken.filter(isInRoot).map(below));
    return taken !== null;
  };
  /** False where somebody else was faster. */
  const exchangeOnce = async (other: Other): Promise<boolean> => {
    await commitAll();
    const theirs = await fetchOther(git, other);
    await commitAll();
    if (theirs !== null && !(await mergeIn(theirs))) return false;
    const head = await commitOf(git, 'HEAD');
    if (head === null) return true;
    commits.seal();
    if (head !== theirs && !(await pushTo(git, other, head))) return false;
    committed = 0;
    return true;
  };
  const exchange = async () => {
    const other = await wantReady(repository);
    hasOther = other !== null;
    if (other === null) await commitAll();
    else for (let tries = 1; tries <= MOST_TRIES && !(await exchangeOnce(other)); tries += 1);
    settle(null);
  };
  const schedule = () => {
    clearTimeout(timer);
    if (isClosed) return;
    pause = trouble === null ? PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
    timer = setTimeout(() => inTurn(exchange).then(schedule), pause).unref();
  };
  const takeUp = async () => {
    for (const place of await journal.left()) {
      waiting.push(leftSave(place, now()));
      await journal.begin(place);
    }
    committed = await countUnsent(git, await wantReady(repository));
    await commitAll();
  };
  return {
    state: () => ({ unsent: committed + waiting.length, hasOther, trouble }),
    exchange: () => inTurn(exchange).then(schedule),
    watcher: {
      before: async (place) => {
        if (isShared(place)) await begin(place);
      },
      after(save) {
        if (!isShared(save.place)) return;
        begun.delete(save.place);
        waiting.push(save);
        inTurn(commitWaiting);
      },
    },
    start() {
      inTurn(takeUp);
      inTurn(exchange).then(schedule);
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await inTurn(commitWaiting);
    },
  };
}

function isShared(place: string): boolean {
  return /^(?:content|glossary)\//.test(place);
}

function troubleOf(error: unknown, since: number): SharedTrouble {
  if (error instanceof Away) return { kind: 'away', since, says: '' };
  const says = error instanceof Error ? error.message : String(error);
  return { kind: error instanceof Refused ? 'refused' : 'held', since, says };
}

/** The commit that has the changes of both. */
async function bothOf(
  repository: Repository,
  both: { readonly ours: string; readonly theirs: string },
  merge: MergeTexts,
): Promise<string> {
  const further = await furtherOf(repository.git, both.ours, both.theirs);
  if (further !== null) return further;
  const tree = await mergeCommits(repository, both, merge);
  const parents = [both.ours, both.theirs];
  return writeCommit(repository.git, { tree, parents, message: 'Saves of both copies\n', by: null });
}
