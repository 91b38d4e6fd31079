import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder, OddPlace } from './plain.ts';

/** The folder for what the program keeps for itself under a root; git leaves it alone. */
export const OWN_FOLDER = '.visavis';

/** Versions kept of each file. */
const MOST_VERSIONS = 20;
/** A version is named by its time; whatever else lies there is not ours to take away. */
export const VERSION = /^\d+(\.\w+)?$/;

/**
 * Finds a name for the version of a file that is about to be replaced, in `.visavis/history/`; the oldest ones go. A
 * version is the old file itself under another name, so it costs nothing and holds what somebody went on to write into
 * it. Null where nothing can be kept; a save does not fail for that. A version is never put behind a link, nor taken
 * away there.
 *
 * @param file relative to the root
 * @param time milliseconds since 1970
 * @throws {OddPlace} where a link stands in the way
 */
export async function nameForOldVersion(root: string, file: string, time: number): Promise<string | null> {
  const place = `${OWN_FOLDER}/history/${file}`;
  const folder = path.join(root, place);
  try {
    await makeOwnFolder(root);
    await makeFolder(root, place);
    const names = (await readdir(folder)).filter((name) => VERSION.test(name)).sort();
    for (const name of names.slice(0, Math.max(0, names.length - MOST_VERSIONS + 1)))
      await rm(path.join(folder, name), { force: true });
    const last = Number(/^\d+/.exec(names.at(-1) ?? '')?.[0] ?? 0);
    // Names go up even when the clock goes back.
    return path.join(folder, `${Math.max(time, last + 1)}${path.extname(file)}`);
  } catch (error) {
    if (error instanceof OddPlace) throw error;
    return null;
  }
}

/** Makes the folder, and tells git to pass over it. @throws {OddPlace} */
export async function makeOwnFolder(root: string): Promise<void> {
  await makeFolder(root, OWN_FOLDER);
  await writeFile(path.join(root, OWN_FOLDER, '.gitignore'), '*\n', { flag: 'wx' }).catch(() => {});
}
