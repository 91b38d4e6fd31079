import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seenOf } from './own-names.ts';
import { branchOf, type Repository } from './repository.ts';

/**
 * A lock made so long after the note of one is somebody else’s: a person’s, who writes the message of a commit.
 * Milliseconds.
 */
const SOON = 10_000;
/** Age at which a git that outlived its server has ended, and its lock with it. Milliseconds. */
const SETTLED = 2000;

/**
 * Takes away the locks of a git that was killed together with an earlier server: nothing could be committed before a
 * person did. Those that people’s commands make too go only where a note says that a git of ours was about to make one.
 */
export async function removeLeftLocks(repository: Repository): Promise<void> {
  const note = repository.own.lockNote;
  const { alone, shared } = await locksOf(repository);
  const noted = await changedAt(note);
  const isOurs = (made: number) => noted !== null && made >= noted && made <= noted + SOON;
  for (const lock of alone) await removeSettled(lock, () => true);
  for (const lock of shared) await removeSettled(lock, isOurs);
  await rm(note, { force: true });
}

/** Paths of the locks that we alone make, and of those that any git makes for a commit. */
async function locksOf(repository: Repository) {
  const { git, top, own } = repository;
  const branch = await branchOf(repository).catch(() => null);
  const pathsOf = async (names: readonly string[]) => {
    const said = await git(['rev-parse', ...names.flatMap((name) => ['--git-path', `${name}.lock`])]);
    return said
      .toString()
      .trimEnd()
      .split('\n')
      .map((one) => path.resolve(top, one));
  };
  return {
    alone: [`${own.index}.lock`, ...(branch === null ? [] : await pathsOf([own.fetched, seenOf(own, branch)]))],
    shared: await pathsOf(['index', 'HEAD', ...(branch === null ? [] : [branch])]),
  };
}

async function removeSettled(lock: string, isOurs: (made: number) => boolean): Promise<void> {
  const made = await changedAt(lock);
  if (made === null || !isOurs(made)) return;
  const left = Math.max(0, Math.min(SETTLED, made + SETTLED - Date.now()));
  await sleep(left);
  if ((await changedAt(lock)) === made) await rm(lock, { force: true });
}

/** Milliseconds since 1970; null for no such file. */
async function changedAt(file: string): Promise<number | null> {
  return (await stat(file).catch(() => null))?.mtimeMs ?? null;
}
