import { lstat, readFile, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { SharedFiles } from '../../core/changes/ports/shared-files.ts';
import { nameForOldVersion } from './old-versions.ts';
import { makeFolder, refuseOddFolder, walkPlain } from './plain.ts';
import { ChangedMeanwhile, removeFileDurably, writeFileDurably } from './write-file.ts';

/** Where a checkout is, and the root in it. */
export interface Checkout {
  readonly top: string;
  readonly root: string;
  /** What stands before paths of the root: '' or `texts/`. */
  readonly prefix: string;
}

/** Levels below a place that are listed. */
const DEEPEST = 6;

/** @param inTurn does work in turn with the saves of a file of the root */
export function createSharedFiles(
  { top, root, prefix }: Checkout,
  inTurn: <T>(file: string, work: () => Promise<T>) => Promise<T>,
): SharedFiles {
  const isInRoot = (file: string) => file.startsWith(prefix);
  const oldNameOf = (file: string) => {
    const own = file.slice(prefix.length);
    return isInRoot(file) && /^(?:content|glossary)\//.test(own) ? nameForOldVersion(root, own, Date.now()) : null;
  };
  const read = async (file: string) => {
    await refuseOddFolder(top, path.posix.dirname(file));
    const found = await lstat(path.join(top, file)).catch(() => null);
    if (found === null) return null;
    if (!found.isFile()) throw new Error('no plain file');
    return readFile(path.join(top, file));
  };
  return {
    read,
    inTurn: (file, work) => (isInRoot(file) ? inTurn(file.slice(prefix.length), work) : work()),
    async write(file, next, expected) {
      try {
        if (next !== null) await makeFolder(top, path.posix.dirname(file));
        const isSame = expected === null || (next !== null && Buffer.from(expected).equals(next.bytes));
        const [full, oldName] = [path.join(top, file), isSame ? null : await oldNameOf(file)];
        if (next !== null) await writeFileDurably(full, next.bytes, expected, { oldName, runs: next.runs });
        else if (expected !== null) await removeFileDurably(full, expected, { oldName });
        if (next === null) await removeEmpty(top, file);
        return true;
      } catch (error) {
        if (error instanceof ChangedMeanwhile) return false;
        throw error;
      }
    },
    async list(place) {
      const found = await lstat(path.join(top, place)).catch(() => null);
      if (found?.isFile() === true) return [place];
      const files: string[] = [];
      for await (const { name, entry } of walkPlain(path.join(top, place), DEEPEST))
        if (entry.isFile() && !/(?:^|\/)\./.test(name)) files.push(`${place}/${name}`);
      return files;
    },
  };
}

/** Folders that the last file of went, as git has it. */
async function removeEmpty(top: string, file: string): Promise<void> {
  const parts = file.split('/').slice(0, -1);
  for (; parts.length > 1; parts.pop()) {
    const isGone = await rmdir(path.join(top, ...parts)).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}
