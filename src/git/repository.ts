import { setTimeout as sleep } from 'node:timers/promises';
import { withLockNote } from './lock-note.ts';
import { type OwnNames, ownNames, seenOf } from './own-names.ts';
import { createGit, type Git, GitError } from './run-git.ts';
import { indexLines, type Put } from './trees.ts';

/** A checkout that the files stand in. */
export interface Repository {
  readonly git: Git;
  /** The folder that git keeps everything in. */
  readonly folder: string;
  /** The top of the checkout. */
  readonly top: string;
  /** What stands before the paths of our files in it: '' or `texts/`. */
  readonly prefix: string;
  readonly own: OwnNames;
}

/** @throws {GitError} where there is no checkout, or git refuses to work in it */
export async function openRepository(root: string): Promise<Repository> {
  const here = createGit(root);
  const ask = async (what: string) => (await here(['rev-parse', what])).toString().replace(/\n$/, '');
  const [folder, top, prefix] = [
    await ask('--absolute-git-dir'),
    await ask('--show-toplevel'),
    await ask('--show-prefix'),
  ];
  return { git: createGit(top), folder, top, prefix, own: ownNames(folder, prefix) };
}

/** Where the other copy is. */
export interface Other {
  readonly remote: string;
  /** There: `refs/heads/main`. */
  readonly branch: string;
  /** Here: what of it was merged or sent last. */
  readonly seen: string;
  /** Here: what was fetched of it last. */
  readonly fetched: string;
}

/** The branch that is checked out. @throws {GitError} where none is */
export async function branchOf({ git }: Repository): Promise<string> {
  return (await git(['symbolic-ref', '--quiet', 'HEAD'])).toString().trim();
}

/** What the branch follows, else the branch of its name at `origin`; null where there is nothing of the kind. */
export async function otherOf({ git, own }: Repository, branch: string): Promise<Other | null> {
  const format = '--format=%(upstream:remotename)%00%(upstream:remoteref)';
  const [remote = '', there = ''] = (await git(['for-each-ref', format, branch])).toString().trimEnd().split('\0');
  const here = { seen: seenOf(own, branch), fetched: own.fetched };
  if (remote !== '' && remote !== '.' && there !== '') return { remote, branch: there, ...here };
  const remotes = (await git(['remote'])).toString().split('\n');
  return remotes.includes('origin') ? { remote: 'origin', branch, ...here } : null;
}

/** The commit that a name stands for; null for none. */
export async function commitOf(git: Git, name: string): Promise<string | null> {
  const found = await git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]).catch(unlessNone);
  return found?.toString().trim() || null;
}

export async function isAncestor(git: Git, old: string, young: string): Promise<boolean> {
  return (await git(['merge-base', '--is-ancestor', old, young]).catch(unlessNone)) !== null;
}

/** Git ends with 1 where the answer is no. */
export function unlessNone(error: unknown): null {
  if (error instanceof GitError && error.code === '1') return null;
  throw error;
}

/** Has the branch go to a commit, and only from where it was. @throws {GitError} */
export async function moveHead({ git, own }: Repository, to: string, from: string | null): Promise<void> {
  await withLockNote(own, () => git(['update-ref', '-m', 'visavis', 'HEAD', to, from ?? '']));
}

/**
 * Times that the index of the checkout is asked for while somebody else holds it, and the pause between. Milliseconds.
 */
const TRIES = 10;
const PAUSE = 100;

/**
 * Tells the index of the checkout what files are committed, so that they do not look as if a person had staged them.
 */
export async function bringIndexAlong({ git, own }: Repository, puts: readonly Put[]): Promise<void> {
  const input = await indexLines(git, puts);
  for (let tries = 1; ; tries += 1) {
    try {
      await withLockNote(own, () => git(['update-index', '-z', '--index-info'], { input }));
      return;
    } catch (error) {
      if (tries === TRIES || !(error instanceof GitError) || !error.said.includes('index.lock')) throw error;
      await sleep(PAUSE);
    }
  }
}

/** Which of some paths have something staged that a commit does not have. */
export async function stagedOf(git: Git, commit: string, paths: readonly string[]): Promise<Set<string>> {
  if (paths.length === 0) return new Set();
  const all = new Set(await stagedIn(git, commit));
  return new Set(paths.filter((one) => all.has(one)));
}

/** The paths of which something is staged that a commit does not have. */
export async function stagedIn(git: Git, commit: string): Promise<readonly string[]> {
  const staged = await git(['diff-index', '--cached', '--name-only', '--no-renames', '-z', commit]);
  return staged
    .toString()
    .split('\0')
    .filter((path) => path !== '');
}
