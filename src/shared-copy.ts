import { createSharedFiles } from './files/disk/shared-files.ts';
import type { TextReader } from './files/thread/text-jobs.ts';
import { openRepository, type Repository } from './git/repository.ts';
import { GitError } from './git/run-git.ts';
import { createGitStore, type GitStore } from './git/shared-store.ts';

/** The checkout that a root is in; null where there is none, which is said, since it was asked for. */
export async function openCheckout(root: string, tell: (message: string) => void): Promise<Repository | null> {
  try {
    return await openRepository(root);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const why = error.code === 'ENOENT' ? 'there is no program “git” here' : error.message;
    tell(`VISAVIS_GIT is on, but nothing is committed: ${why}.`);
    return null;
  }
}

/** What a copy elsewhere is shared with. */
export interface CopyPorts {
  readonly root: string;
  readonly texts: TextReader;
  readonly inTurn: <T>(file: string, work: () => Promise<T>) => Promise<T>;
  readonly reload: (files: readonly string[]) => Promise<void>;
  readonly tell: (message: string) => void;
}

/** Shares the files with the other copies of their repository. */
export function shareCopy(repository: Repository, { root, texts, inTurn, reload, tell }: CopyPorts): GitStore {
  return createGitStore(repository, {
    files: createSharedFiles({ top: repository.top, root, prefix: repository.prefix }, inTurn),
    merge: async (file, { base, ours, theirs }) => (await texts.mergeVersions(ours, file, { base, theirs })).text,
    now: Date.now,
    onTaken: reload,
    tell,
  });
}
