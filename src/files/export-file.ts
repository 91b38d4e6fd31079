import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { StoreError } from '../core/changes/store-error.ts';
import { codeOf } from './error-code.ts';
import { sayNotWritten } from './not-saved.ts';
import { refuseReadOnly, syncFolder, temporaryName } from './write-file.ts';

/** The folders of a root that are read, so that nothing is put there by chance. */
const READ = ['content', 'glossary'];

/** Writes files to take away, of articles and of the glossary of a root. */
export function saveExport(root: string) {
  /**
   * Writes a file in one step, durably. One that is there is replaced only where its name ends as that of such a file;
   * a pipe or a device is written to.
   *
   * @throws {StoreError}
   */
  return async (name: string, pieces: AsyncIterable<Uint8Array>, extension: string): Promise<void> => {
    try {
      const asked = path.resolve(name);
      const old = await stat(asked).catch(() => null);
      const file =
        old === null ? path.join(await realpath(path.dirname(asked)), path.basename(asked)) : await realpath(asked);
      await refusePlace({ name, file, old, extension }, root);
      if (old === null || old.isFile()) await replaceWith(file, pieces, old);
      else await writeInto(file, pieces);
    } catch (error) {
      throw sayWhy(error, name);
    }
  };
}

interface Place {
  /** As it was asked for. */
  readonly name: string;
  /** Behind links. */
  readonly file: string;
  readonly old: Stats | null;
  readonly extension: string;
}

/**
 * @throws {StoreError} for a folder, for a file of another kind, and where files are read
 * @guard export-place
 */
async function refusePlace({ name, file, old, extension }: Place, root: string): Promise<void> {
  if (old?.isDirectory()) throw new StoreError(`${name} is a folder; name a file in it.`, 'unfit');
  for (const folder of READ) {
    const read = await realpath(path.join(root, folder)).catch(() => null);
    if (read === null || !file.startsWith(read + path.sep)) continue;
    throw new StoreError(`${name} would be read as a part of ${folder}/; name a file outside of it.`, 'unfit');
  }
  if (old?.isFile() && path.extname(name).toLowerCase() !== extension)
    throw new StoreError(`${name} is there already, and no ${extension} file; name another one.`, 'unfit');
}

async function replaceWith(file: string, pieces: AsyncIterable<Uint8Array>, old: Stats | null): Promise<void> {
  await refuseReadOnly(file, old);
  const temporary = temporaryName(file);
  try {
    const handle = await open(temporary, 'wx', old === null ? undefined : old.mode & 0o7777);
    await writeAll(handle, pieces, true);
    await rename(temporary, file);
    await syncFolder(path.dirname(file));
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeInto(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  await writeAll(await open(file, constants.O_WRONLY), pieces, false);
}

async function writeAll(handle: FileHandle, pieces: AsyncIterable<Uint8Array>, isKept: boolean): Promise<void> {
  try {
    for await (const piece of pieces) await handle.writeFile(piece);
    if (isKept) await handle.sync();
  } finally {
    await handle.close();
  }
}

function sayWhy(error: unknown, name: string): unknown {
  if (error instanceof StoreError) return error;
  if (codeOf(error) === 'ENOENT')
    return new StoreError(`There is no folder ${path.dirname(path.resolve(name))}; make it first, or name another.`);
  return codeOf(error) === '' ? error : sayNotWritten(error, name);
}
