import { execFile } from 'node:child_process';

/**
 * Merges a file by lines, as git does; the result stands in the first one. What git is told is fixed, and no shell
 * reads it.
 *
 * @returns false where marks of conflicts stand in it
 */
export function mergeLines(ours: string, base: string, theirs: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile('git', ['merge-file', '--', ours, base, theirs], (error) => resolve(error === null));
  });
}
