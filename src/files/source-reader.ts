import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { readSource, type SourceFile } from './read-source.ts';

/** Reads a file of a root, named relative to it. */
export type SourceReader = (relative: string) => Promise<SourceFile>;

/** Clocks of disks tick as seldom as this. Milliseconds. */
const COARSEST_TICK = 2000;

/**
 * Reads a file again only where its size, its times or its number on the disk are others than they were. A file that
 * changed only just now is read again in any case: it may change once more within the same tick of the disk’s clock.
 *
 * @param now milliseconds since 1970
 */
export function createSourceReader(root: string, now: () => number = Date.now): SourceReader {
  const kept = new Map<string, { readonly seen: string; readonly file: SourceFile }>();
  return async (relative) => {
    // Looked at before it is read, so that a change meanwhile is seen the next time.
    const found = await lstat(path.join(root, relative), { bigint: true }).catch(() => null);
    if (found === null) return readSource(root, relative);
    const seen = [found.size, found.mtimeNs, found.ctimeNs, found.ino, found.dev].join(' ');
    const known = kept.get(relative);
    if (known?.seen === seen) return known.file;
    const isSettled = now() - Number(found.ctimeMs) > COARSEST_TICK;
    const file = await readSource(root, relative);
    if (isSettled && file.text !== null) kept.set(relative, { seen, file });
    else kept.delete(relative);
    return file;
  };
}
