import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * What names all code that runs: a script has the names of its pieces in it, and each of them its digest in its name.
 */
const SCRIPTS = ['dist/main.js', 'dist/files/thread/text-worker.js'];

/** Clocks of disks are behind by so much. Milliseconds. */
const TICK = 10;

/**
 * Tells programs apart that may read a glossary differently, or keep it in another way: the digest of the scripts as
 * they were built, of the versions of the packages, and of the order of bytes on this machine. Hexadecimal.
 *
 * @param home the package’s own folder
 * @param began when this program began, in milliseconds since 1970
 * @returns null where what is there was built since then: it is not what runs
 */
export async function programVersion(home: string, began = performance.timeOrigin): Promise<string | null> {
  const hash = createHash('sha256').update(new Uint8Array(Uint32Array.of(1).buffer));
  for (const name of [...SCRIPTS, 'package.json']) {
    const file = path.join(home, name);
    hash.update(await readFile(file));
    // Looked at after it is read, so that what is built meanwhile is seen.
    if ((await lstat(file)).ctimeMs > began - TICK) return null;
  }
  return hash.digest('hex');
}
