import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import { codeOf } from './error-code.ts';
import { takeRights } from './file-rights.ts';
import { sayNotWritten } from './not-saved.ts';
import { OWN_FOLDER } from './old-versions.ts';
import { refuseReadOnly, syncFolder, temporaryName } from './write-file.ts';

/** What is read under a root, or is the program’s own, so that nothing is put there by chance. */
const READ = ['content', 'glossary', OWN_FOLDER, '.env'];

/** Writes files to take away, of articles and of the glossary of a root. */
export function saveExport(root: string) {
  /**
   * Writes a file in one step, durably. One that is there is replaced only where its name ends as that of such a file;
   * a pipe or a device is written to.
   *
   * @throws {StoreError}
   */
  return async (name: string, pieces: AsyncIterable<Uint8Array>, endings: readonly string[]): Promise<void> => {
    try {
      const asked = path.resolve(name);
      const old = await stat(asked).catch(() => null);
      const file =
        old === null ? path.join(await realpath(path.dirname(asked)), path.basename(asked)) : await realpath(asked);
      await refusePlace({ name, file, old, endings }, root);
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
  /** What a name may end with of a file that is replaced; the first is told. */
  readonly endings: readonly string[];
}

/**
 * @throws {StoreError} for a folder, for a file of another kind, and where files are read
 * @guard export-place
 */
async function refusePlace({ name, file, old, endings }: Place, root: string): Promise<void> {
  if (old?.isDirectory()) throw new StoreError(`${name} is a folder; name a file in it.`, 'unfit');
  for (const folder of READ) {
    const read = await realpath(path.join(root, folder)).catch(() => null);
    const place = read ?? path.join(await realpath(root), folder);
    if (file !== place && !file.startsWith(place + path.sep)) continue;
    throw new StoreError(`${name} would be read as a part of ${folder}; name a file outside of it.`, 'unfit');
  }
  if (old?.isFile() && !endings.includes(path.extname(name).toLowerCase()))
    throw new StoreError(`${name} is there already, and no ${endings[0]} file; name another one.`, 'unfit');
}

async function replaceWith(file: string, pieces: AsyncIterable<Uint8Array>, old: Stats | null): Promise<void> {
  await refuseReadOnly(file, old);
  const temporary = temporaryName(file);
  try {
    // Never for more people than before, not even while it is written.
    const handle = await open(temporary, 'wx', old === null ? undefined : old.mode & 0o600);
    await writeAll(handle, pieces, { isKept: true, old });
    await rename(temporary, file);
    await syncFolder(path.dirname(file));
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeInto(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  await writeAll(await open(file, constants.O_WRONLY), pieces, { isKept: false, old: null });
}

interface Written {
  /** It is to be there after a power cut. */
  readonly isKept: boolean;
  /** The file whose rights it takes; null for none. */
  readonly old: Stats | null;
}

async function writeAll(
  handle: FileHandle,
  pieces: AsyncIterable<Uint8Array>,
  { isKept, old }: Written,
): Promise<void> {
  try {
    for await (const piece of pieces) await handle.writeFile(piece);
    if (old !== null) await takeRights(handle, old);
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
