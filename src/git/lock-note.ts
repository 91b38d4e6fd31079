import { rm, writeFile } from 'node:fs/promises';
import type { OwnNames } from './own-names.ts';

/**
 * Does what locks the index or the branch. As long as it lasts a note stands on the disk, so that the next server knows
 * whose lock it is, where everything is killed meanwhile.
 */
export async function withLockNote<T>(
  { lockNote: note }: Pick<OwnNames, 'lockNote'>,
  work: () => Promise<T>,
): Promise<T> {
  await writeFile(note, 'A save is being committed.\n');
  try {
    return await work();
  } finally {
    await rm(note, { force: true });
  }
}
