import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** What names all code that runs: a script has the names of its pieces in it, and each of them its digest in its name. */
const SCRIPTS = ['dist/main.js', 'dist/files/text-worker.js'];

/**
 * Tells programs apart that may read a glossary differently, or keep it in another way: the digest of the scripts as
 * they were built, of the versions of the packages, and of the order of bytes on this machine. Hexadecimal.
 *
 * @param home the package’s own folder
 */
export async function programVersion(home: string): Promise<string> {
  const hash = createHash('sha256').update(new Uint8Array(Uint32Array.of(1).buffer));
  for (const name of [...SCRIPTS, 'package.json']) hash.update(await readFile(path.join(home, name)));
  return hash.digest('hex');
}
