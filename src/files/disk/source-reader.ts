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
 * @returns begins a reading of all files: what the reading before did not ask for is forgotten
 */
export function createSourceReader(root: string, now: () => number = Date.now): () => SourceReader {
  let kept: ReadonlyMap<string, KeptFile> = new Map();
  return () => {
    const before = kept;
    const read = new Map<string, KeptFile>();
    kept = read;
    return (relative) => readOnce(root, relative, { before, read, now });
  };
}

interface KeptFile {
  readonly seen: string;
  readonly file: SourceFile;
}

interface ReadingOfAll {
  readonly before: ReadonlyMap<string, KeptFile>;
  readonly read: Map<string, KeptFile>;
  readonly now: () => number;
}

async function readOnce(root: string, relative: string, { before, read, now }: ReadingOfAll): Promise<SourceFile> {
  // Looked at before it is read, so that a change meanwhile is seen the next time.
  const found = await lstat(path.join(root, relative), { bigint: true }).catch(() => null);
  if (found === null) return readSource(root, relative);
  const seen = [found.size, found.mtimeNs, found.ctimeNs, found.ino, found.dev].join(' ');
  const known = read.get(relative) ?? before.get(relative);
  if (known?.seen === seen) {
    read.set(relative, known);
    return known.file;
  }
  const isSettled = now() - Number(found.ctimeMs) > COARSEST_TICK;
  const file = await readSource(root, relative);
  if (isSettled && file.text !== null) read.set(relative, { seen, file });
  else read.delete(relative);
  return file;
}
