import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The folder for what the program keeps for itself under a root; git leaves it alone. */
export const OWN_FOLDER = '.visavis';

/** Versions kept of each file. */
const MOST_VERSIONS = 20;

/**
 * Finds a name for the version of a file that is about to be replaced, in `.visavis/history/`; the oldest ones go. A
 * version is the old file itself under another name, so it costs nothing and holds what somebody went on to write into
 * it. Null where nothing can be kept; a save does not fail for that.
 *
 * @param file relative to the root
 * @param time milliseconds since 1970
 */
export async function nameForOldVersion(root: string, file: string, time: number): Promise<string | null> {
  const folder = path.join(root, OWN_FOLDER, 'history', file);
  try {
    await makeOwnFolder(root);
    await mkdir(folder, { recursive: true });
    const names = (await readdir(folder)).sort();
    for (const name of names.slice(0, Math.max(0, names.length - MOST_VERSIONS + 1)))
      await rm(path.join(folder, name), { force: true });
    const last = Number(/^\d+/.exec(names.at(-1) ?? '')?.[0] ?? 0);
    // Names go up even when the clock goes back.
    return path.join(folder, `${Math.max(time, last + 1)}${path.extname(file)}`);
  } catch {
    return null;
  }
}

/** Makes the folder, and tells git to pass over it. */
export async function makeOwnFolder(root: string): Promise<void> {
  const folder = path.join(root, OWN_FOLDER);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch(() => {});
}
