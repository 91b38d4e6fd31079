import { GIVEN_WAY, gaveWayWords } from '../core/changes/shared-words.ts';
import { commitOf, type Repository } from './repository.ts';

/** What was kept of the other copy beside files that no check reads. */
export interface GaveWay {
  /** As the commit has it that is checked out; from the top of the repository. */
  look(): Promise<void>;
  found(): readonly string[];
}

/**
 * @param isChecked whether the check tells of such a file at a path
 * @param tell told of each when it is first there, in a sentence
 */
export function createGaveWay(
  { git }: Repository,
  isChecked: (path: string) => boolean,
  tell: (message: string) => void,
): GaveWay {
  let seen: string | null = null;
  let found: readonly string[] = [];
  return {
    async look() {
      const head = await commitOf(git, 'HEAD');
      if (head === null || head === seen) return;
      const names = (await git(['ls-tree', '-r', '-z', '--name-only', '--full-tree', head])).toString().split('\0');
      const now = names.filter((name) => GIVEN_WAY.test(name) && !isChecked(name));
      const added = now.filter((name) => !found.includes(name));
      [seen, found] = [head, now];
      if (added.length > 0) tell(gaveWayWords(added));
    },
    found: () => found,
  };
}
