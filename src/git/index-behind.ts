import { bringIndexAlong, commitOf, type Repository, stagedIn } from './repository.ts';
import type { Git } from './run-git.ts';
import { filesAt, nothingOf, type Put } from './trees.ts';

/** Commits of a file that are looked at. */
const MOST_COMMITS = 100;

/**
 * Brings the index along to the last commit where a server was killed between the two, so that nothing looks staged
 * that nobody staged. What the index has of a file and no commit had is somebody’s own, and stays.
 *
 * @param places files and folders that the server was at, from the top of the repository
 */
export async function catchIndexUp(repository: Repository, places: ReadonlySet<string>): Promise<void> {
  const { git } = repository;
  const head = await commitOf(git, 'HEAD');
  if (head === null) return;
  const puts: Put[] = [];
  for (const path of await stagedIn(git, head))
    if (isAtOrBelow(path, places) && (await wasCommitted(git, path)))
      puts.push({ path, to: (await filesAt(git, head, path)).get(path) ?? null });
  if (puts.length > 0) await bringIndexAlong(repository, puts);
}

function isAtOrBelow(path: string, places: ReadonlySet<string>): boolean {
  const parts = path.split('/');
  return parts.some((_, last) => places.has(parts.slice(0, last + 1).join('/')));
}

/** Whether a file was in an earlier commit as the index has it, or was in none, as it has none. */
async function wasCommitted(git: Git, path: string): Promise<boolean> {
  const staged = (await git(['ls-files', '--stage', '-z', '--', path])).toString();
  const [, blob] = staged === '' ? ['', await nothingOf(git)] : (/^\d+ ([0-9a-f]+) 0\t/.exec(staged) ?? []);
  // Two sides of a conflict.
  if (blob === undefined) return false;
  const how = ['--full-history', '-m', '--no-renames', '--raw', '--no-abbrev', '--format='];
  const commits = await git(['log', `-${MOST_COMMITS}`, ...how, 'HEAD', '--', path]);
  return commits.toString().includes(` ${blob} `);
}
