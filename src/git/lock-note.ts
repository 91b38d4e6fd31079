import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** @param folder that git keeps everything in */
export function lockNoteIn(folder: string): string {
  return path.join(folder, 'visavis-locks');
}

/**
 * Does what locks the index or the branch. As long as it lasts a note stands on the disk, so that the next server knows
 * whose lock it is, where everything is killed meanwhile.
 */
export async function withLockNote<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const note = lockNoteIn(folder);
  await writeFile(note, 'A save is being committed.\n');
  try {
    return await work();
  } finally {
    await rm(note, { force: true });
  }
}
