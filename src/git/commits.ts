import { type Committed, commitMessage, committerName, isOneCommit } from '../core/changes/shared-words.ts';
import { bringIndexAlong, commitOf, moveHead, type Repository, stagedOf } from './repository.ts';
import type { Git } from './run-git.ts';
import { type Put, treeWith } from './trees.ts';

/** Files as they are to be committed, and whose work that is. */
export interface Work extends Committed {
  readonly puts: readonly Put[];
  readonly what: string;
}

/** Makes commits of saves. */
export interface Commits {
  /** Commits files by their paths, never what a person has staged; nothing where they are committed already. */
  add(work: Work): Promise<void>;
  /** The next save is a commit of its own: the last one is on its way to another copy. */
  seal(): void;
}

/**
 * The commit that was made last, to which more of the same kind is added. Never an earlier one: what came between would
 * then follow on files as they were at no time, and whoever checks such a commit out would read what nobody ever saw.
 */
interface Last extends Committed {
  readonly commit: string;
  readonly parent: string | null;
  readonly whats: readonly string[];
}

export function createCommits(repository: Repository): Commits {
  const { git } = repository;
  const { index } = repository.own;
  let last: Last | null = null;
  return {
    seal() {
      last = null;
    },
    async add(work) {
      const head = await commitOf(git, 'HEAD');
      const tree = await treeWith(git, head, { puts: work.puts, index });
      if (head !== null && tree === (await treeOf(git, head))) return;
      const joined = last !== null && last.commit === head && isOneCommit(last, work) ? last : null;
      const parent = joined === null ? head : joined.parent;
      const whats = [...(joined?.whats ?? []), work.what];
      const paths = work.puts.map(({ path }) => path);
      const staged = head === null ? new Set<string>() : await stagedOf(git, head, paths);
      const parents = parent === null ? [] : [parent];
      const commit = await writeCommit(git, { tree, parents, message: commitMessage(whats), by: work.by });
      await moveHead(repository, commit, head);
      last = { ...{ commit, parent, whats }, place: work.place, by: work.by, time: joined?.time ?? work.time };
      await bringIndexAlong(
        repository,
        work.puts.filter(({ path }) => !staged.has(path)),
      );
    },
  };
}

async function treeOf(git: Git, commit: string): Promise<string> {
  return (await git(['rev-parse', `${commit}^{tree}`])).toString().trim();
}

/** A commit to be written. */
export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  /** Null for the person whose checkout it is. */
  readonly by: string | null;
}

export async function writeCommit(git: Git, { tree, parents, message, by }: NewCommit): Promise<string> {
  const owner = { name: await setting(git, 'user.name'), email: await setting(git, 'user.email') };
  const own = { name: owner.name || 'Vis-à-vis', email: owner.email };
  const known = committerName(by);
  const author = known === null || known === own.name ? own : { name: known, email: '' };
  const env = {
    ...{ GIT_AUTHOR_NAME: author.name, GIT_AUTHOR_EMAIL: author.email },
    ...{ GIT_COMMITTER_NAME: own.name, GIT_COMMITTER_EMAIL: own.email },
  };
  const words = ['commit-tree', ...parents.flatMap((parent) => ['-p', parent]), '-F', '-', tree];
  return (await git(words, { env, input: message })).toString().trim();
}

async function setting(git: Git, name: string): Promise<string> {
  const found = await git(['config', '--get', name]).catch(() => null);
  return found?.toString().trim() ?? '';
}
