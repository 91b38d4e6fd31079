import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';

/**
 * A file is for whom the one was that it replaces.
 *
 * @guard mode
 */
export async function takeRights(handle: FileHandle, old: Stats): Promise<void> {
  await handle.chmod(old.mode & 0o7777);
  // Only root may give a file away; to anybody else it stays their own.
  await handle.chown(old.uid, old.gid).catch(() => {});
}

/** Those who may read a program may run it, as git has it. */
export async function letRun(handle: FileHandle, runs: boolean): Promise<void> {
  const mode = (await handle.stat()).mode & 0o7777;
  await handle.chmod(runs ? mode | ((mode & 0o444) >> 2) : mode & ~0o111);
}
