import type { SharedFiles } from '../core/changes/ports/shared-files.ts';
import type { SharedSave } from '../core/changes/ports/shared-store.ts';
import { createCommits } from './commits.ts';
import { catchIndexUp } from './index-behind.ts';
import { createJournal, type NotedSave } from './journal.ts';
import type { Repository } from './repository.ts';
import { handWorkOf, leftSave, workOf } from './saved-work.ts';

/** Saves on their way to be commits. */
export interface SaveQueue {
  /** Notes that a place is about to be written, before it is, so that a server that is killed leaves word of it. */
  begin(place: string): Promise<void>;
  /** The index may not have what is committed of that place. */
  lag(place: string): void;
  /** That place was written otherwise, or is committed by now, with the index. */
  forget(place: string): void;
  add(save: SharedSave): void;
  /** Whether a save of a file waits, or of the folder it is in. @param path from the top of the repository */
  holds(path: string): boolean;
  /** Makes commits of all that wait. */
  commitAll(): Promise<void>;
  /** What an earlier server left waits too, from now on. @param time milliseconds since 1970 */
  takeUp(time: number): Promise<void>;
  /** So many commits of an earlier server the other copy does not have. */
  owe(commits: number): void;
  /** The next save is a commit of its own. */
  seal(): void;
  /** Saves that the other copy does not have: those that wait, and commits since `sent`. */
  unsent(): number;
  /** The other copy has all that is committed. */
  sent(): void;
}

export function createSaveQueue(repository: Repository, files: SharedFiles): SaveQueue {
  const commits = createCommits(repository);
  const journal = createJournal(repository.own.journal);
  const waiting: SharedSave[] = [];
  const begun = new Set<string>();
  const behind = new Set<string>();
  let made = 0;
  let left: Promise<ReadonlyMap<string, readonly NotedSave[]>> | null = null;
  /** Read once, before a save of this server is noted: that one is nobody else’s. */
  const leftBefore = () => {
    left ??= journal.left();
    return left;
  };
  /** Whatever kept the index from it, the lock of a person perhaps, may be gone by now. */
  const catchUp = async () => {
    if (behind.size === 0) return;
    await catchIndexUp(repository, new Set([...behind].map((place) => repository.prefix + place)));
    behind.clear();
  };
  return {
    async begin(place) {
      begun.add(place);
      await leftBefore();
      await journal.begin(place);
    },
    lag(place) {
      behind.add(place);
    },
    forget(place) {
      begun.delete(place);
      behind.delete(place);
    },
    add(save) {
      begun.delete(save.place);
      waiting.push(save);
      // Where it cannot be noted it is committed all the same.
      journal.saved(save).catch(() => {});
    },
    holds: (path) => waiting.some(({ place }) => isAtOrBelow(path, repository.prefix + place)),
    async commitAll() {
      await catchUp();
      for (let save = waiting[0]; save !== undefined; save = waiting[0]) {
        behind.add(save.place);
        const byHand = await handWorkOf(repository, save);
        if (byHand !== null) await commits.add(byHand);
        await commits.add(await workOf(repository, files, save));
        behind.delete(save.place);
        waiting.shift();
        made += 1;
      }
      await journal.keep(begun);
    },
    async takeUp(time) {
      for (const [place, noted] of await leftBefore()) {
        behind.add(place);
        waiting.push(await leftSave(repository, files, { place, noted, time }));
        await journal.begin(place);
      }
    },
    owe(count) {
      made = count;
    },
    seal: commits.seal,
    unsent: () => made + waiting.length,
    sent() {
      made = 0;
    },
  };
}

function isAtOrBelow(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}
