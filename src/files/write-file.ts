import { randomUUID } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Replaces a file in one step that a crash cannot halve: a temporary file beside it, written to the disk, takes its
 * name, and the folder is written to the disk too.
 *
 * @throws what the system says, such as ENOSPC; the old file is then as it was
 */
export async function writeFileDurably(file: string, text: string): Promise<void> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.${path.basename(file)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** A temporary file of ours: `.en.po.<uuid>.tmp`. */
const LEFTOVER = /^\..+\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** Deletes what a writer that was killed left behind under a folder; for the start, when nobody writes. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names) if (LEFTOVER.test(path.basename(name))) await rm(path.join(folder, name), { force: true });
}
