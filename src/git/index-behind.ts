import { bringIndexAlong, commitOf, type Repository, stagedOf } from './repository.ts';
import type { Git } from './run-git.ts';
import { filesAt, type Put } from './trees.ts';

/** Commits of a file that are looked at. */
const MOST_COMMITS = 100;

/**
 * Brings the index along to the last commit where a server was killed between the two, so that nothing looks staged
 * that nobody staged. What the index has of a file and no commit had is somebody’s own, and stays.
 *
 * @param places files and folders that the server was at, from the top of the repository
 */
export async function catchIndexUp(repository: Repository, places: readonly string[]): Promise<void> {
  const { git } = repository;
  const head = await commitOf(git, 'HEAD');
  if (head === null) return;
  for (const place of places) {
    const now = await filesAt(git, head, place);
    const puts: Put[] = [];
    for (const path of await stagedOf(git, head, [...now.keys()]))
      if (await wasCommitted(git, path)) puts.push({ path, to: now.get(path) ?? null });
    if (puts.length > 0) await bringIndexAlong(repository, puts);
  }
}

/** Whether what the index has of a file was there in an earlier commit. */
async function wasCommitted(git: Git, path: string): Promise<boolean> {
  const staged = (await git(['ls-files', '--stage', '-z', '--', path])).toString();
  const [, blob] = /^\d+ ([0-9a-f]+) 0\t/.exec(staged) ?? [];
  if (blob === undefined) return false;
  const how = ['--full-history', '-m', '--no-renames', '--raw', '--no-abbrev', '--format='];
  const commits = await git(['log', `-${MOST_COMMITS}`, ...how, 'HEAD', '--', path]);
  return commits.toString().includes(` ${blob} `);
}
