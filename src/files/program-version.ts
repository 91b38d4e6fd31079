import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { walkPlain } from './plain.ts';

/** Rooms whose code has no part in what a glossary says, or in what is kept of it. */
const OTHERS = ['browser', 'http', 'cli', 'engines', 'web', 'translate'];
/** Levels of rooms. */
const DEEPEST = 4;

/**
 * Tells programs apart that may read a glossary differently, or keep it in another way: the digest of all code but that
 * which only shows, asks or fetches, of the versions of the packages, and of the order of bytes on this machine.
 * Hexadecimal.
 */
export async function programVersion(): Promise<string> {
  const hash = createHash('sha256').update(new Uint8Array(Uint32Array.of(1).buffer));
  const source = fileURLToPath(new URL('..', import.meta.url));
  const files: string[] = [];
  for await (const { name } of walkPlain(source, DEEPEST))
    if (name.includes('/') && /\.[jt]s$/.test(name) && !OTHERS.includes(name.split('/', 1)[0] ?? '')) files.push(name);
  for (const name of files.sort()) hash.update(name).update(await readFile(path.join(source, name)));
  return hash.update(await readFile(path.join(source, '../package.json'))).digest('hex');
}
