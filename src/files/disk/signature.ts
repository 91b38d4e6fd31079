import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { MOST_FOLDERS } from '../../core/text/file-below.ts';
import { walkShown } from './plain.ts';

/** Levels that files are read from: `glossary/*`, `content/slug/*`, and the folders of images below that. */
const DEPTH = 2 + MOST_FOLDERS;

/** What tells whether a file or folder is the one it was, by its name relative to the root. */
export type Signature = ReadonlyMap<string, string>;

/**
 * Names, sizes and times of all files in some folders under a root: differs when anything changed, and costs far less
 * than reading them. A folder that is missing counts as empty, and so does one behind a link; what stands in
 * hidden folders does not count.
 */
export async function signatureOf(root: string, folders: readonly string[]): Promise<Signature> {
  const all: [string, string][] = [];
  for (const folder of folders) {
    const names: string[] = [];
    for await (const { name } of walkShown(path.join(root, folder), DEPTH)) names.push(`${folder}/${name}`);
    for (const name of names.sort()) all.push([name, (await signOf(root, name)) ?? 'gone']);
  }
  return new Map(all);
}

/** The same of one file; null where there is none. A folder is not another for what stands in it. */
export async function signOf(root: string, name: string): Promise<string | null> {
  const found = await lstat(path.join(root, name)).catch(() => null);
  if (found === null) return null;
  const { size, mtimeMs, ctimeMs, ino, mode } = found;
  return found.isDirectory() ? `${mode} ${ino}` : `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

export function isSameSignature(a: Signature, b: Signature): boolean {
  if (a.size !== b.size) return false;
  for (const [name, sign] of a) if (b.get(name) !== sign) return false;
  return true;
}
