import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { walkPlain } from './plain.ts';

/** Levels that files are read from: `glossary/*`, `content/slug/*`. */
const DEPTH = 2;

/**
 * Names, sizes and times of all files in some folders under a root: differs when anything changed, and costs far less
 * than reading them. A folder that is missing counts as empty, and so does one behind a link.
 */
export async function signatureOf(root: string, folders: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const folder of folders) {
    const names: string[] = [];
    for await (const { name } of walkPlain(path.join(root, folder), DEPTH)) names.push(name);
    for (const name of names.sort()) {
      const found = await lstat(path.join(root, folder, name)).catch(() => null);
      lines.push(`${folder}/${name} ${found?.size} ${found?.mtimeMs} ${found?.ctimeMs} ${found?.ino}`);
    }
  }
  return lines.join('\n');
}
