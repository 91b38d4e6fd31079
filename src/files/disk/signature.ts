import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { lstat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { MOST_FOLDERS } from '../../core/text/file-below.ts';
import { isHidden, walkShown } from './plain.ts';

/** Levels that files are read from: `glossary/*`, `content/slug/*`, and the folders of images below that. */
const DEPTH = 2 + MOST_FOLDERS;

/** Disks of this machine, by what Linux calls them: ext, XFS, Btrfs, F2FS, in memory, overlaid. */
const LOCAL = new Set([0xef53, 0x58465342, 0x9123683e, 0xf2f52010, 0x01021994, 0x794c7630]);

/** Files and folders that are looked at between two turns of others, in a few milliseconds. */
const SLICE = 200;

/** What tells whether a file or folder is the one it was, by its name relative to the root. */
export type Signature = ReadonlyMap<string, string>;

/**
 * Names, sizes and times of all files in some folders under a root: differs when anything changed, and costs far less
 * than reading them. A folder that is missing counts as empty, and so does one behind a link; what stands in
 * hidden folders does not count.
 *
 * @param isLocal whether the disk answers at once: then it is asked without a way round another thread, which takes a
 *   fifth of the processor
 */
export async function signatureOf(root: string, folders: readonly string[], isLocal = isLocalDisk): Promise<Signature> {
  const all = new Map<string, string>();
  const isQuick = await isLocal(root);
  for (const folder of folders) {
    if (!isQuick) {
      for await (const { name } of walkShown(path.join(root, folder), DEPTH)) all.set(`${folder}/${name}`, '');
      continue;
    }
    for (const [name, sign] of signsNow(root, folder, DEPTH)) {
      all.set(name, sign);
      if (all.size % SLICE === 0) await othersTurn();
    }
  }
  for (const name of isQuick ? [] : all.keys()) all.set(name, (await signOf(root, name)) ?? GONE);
  return all;
}

const GONE = 'gone';

/** The same of one file; null where there is none. A folder is not another for what stands in it. */
export async function signOf(root: string, name: string): Promise<string | null> {
  const found = await lstat(path.join(root, name)).catch(() => null);
  return found && signIn(found);
}

function signIn(found: Stats): string {
  const { size, mtimeMs, ctimeMs, ino, mode } = found;
  return found.isDirectory() ? `${mode} ${ino}` : `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/** False where nobody knows. */
async function isLocalDisk(root: string): Promise<boolean> {
  const disk = await statfs(root).catch(() => null);
  return disk !== null && LOCAL.has(disk.type);
}

/** What stands in a folder and below, looked at as somebody asks for the next. */
function* signsNow(root: string, folder: string, depth: number): Generator<[name: string, sign: string]> {
  if (lookAt(path.join(root, folder))?.isDirectory() !== true) return;
  for (const name of namesNow(path.join(root, folder))) {
    const below = `${folder}/${name}`;
    const found = lookAt(path.join(root, below));
    yield [below, found === null ? GONE : signIn(found)];
    if (depth > 1 && found?.isDirectory() === true && !isHidden(name)) yield* signsNow(root, below, depth - 1);
  }
}

function lookAt(place: string): Stats | null {
  try {
    return lstatSync(place);
  } catch {
    return null;
  }
}

function namesNow(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

export function isSameSignature(a: Signature, b: Signature): boolean {
  if (a.size !== b.size) return false;
  for (const [name, sign] of a) if (b.get(name) !== sign) return false;
  return true;
}
