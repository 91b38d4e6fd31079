import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { walkPlain } from '../disk/plain.ts';
import { removeLeftovers, temporaryName } from '../disk/write-file.ts';

/**
 * What was worked out at an earlier start: a file for each thing, named by all that it was made of, this program among
 * them. It only saves time: what is not there, or not whole, is worked out again. It stands among what a person’s
 * programs keep for themselves, not beside the texts, as a folder that somebody else made could bring its own along.
 */
export interface StartCache {
  /** The bytes that were made of these texts; null where there are none. */
  read(madeOf: readonly string[]): Promise<Uint8Array | null>;
  /** Keeps bytes, given in pieces, where they can be kept; the oldest ones go. */
  write(madeOf: readonly string[], pieces: readonly Uint8Array[]): Promise<void>;
}

/** Keeps nothing. */
export const NO_CACHE: StartCache = { read: async () => null, write: async () => {} };

/** All that is kept. Bytes. */
const MOST_BYTES = 256 * 1024 * 1024;
/** A key is in hexadecimal digits; whatever else lies there is not ours to read or to take away. */
const NAME = /^[0-9a-f]{64}$/;
const DIGEST_BYTES = 32;

/**
 * @param folder made when first something is kept
 * @param versionOf tells this program from others; null where it is not known, so that nothing is kept
 */
export function createStartCache(
  folder: string,
  versionOf: () => Promise<string | null>,
  mostBytes = MOST_BYTES,
): StartCache {
  let version: Promise<string | null> | null = null;
  const fileOf = async (madeOf: readonly string[]) => {
    version ??= versionOf();
    const own = await version;
    return own === null ? null : path.join(folder, digestOfTexts([own, ...madeOf]));
  };
  return {
    async read(madeOf) {
      try {
        const file = await fileOf(madeOf);
        if (file === null) return null;
        return (await isOwn(folder)) && (await lstat(file)).isFile() ? checked(file, await readFile(file)) : null;
      } catch {
        return null;
      }
    },
    async write(madeOf, pieces) {
      try {
        const file = await fileOf(madeOf);
        if (file === null) return;
        await mkdir(folder, { recursive: true, mode: 0o700 });
        if (!(await isOwn(folder))) return;
        await removeLeftovers(folder);
        await putInPlace(file, [await digestOfPieces([nameOf(file), ...pieces]), ...pieces]);
        await removeOldest(folder, mostBytes);
      } catch {
        // It only saves time.
      }
    },
  };
}

async function putInPlace(file: string, pieces: readonly Uint8Array[]): Promise<void> {
  const temporary = temporaryName(file);
  try {
    await writeFile(temporary, pieces, { flag: 'wx', mode: 0o600 });
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * A folder of the person who runs this: what somebody else put there is not read.
 *
 * @guard own-cache → true
 */
async function isOwn(folder: string): Promise<boolean> {
  const found = await lstat(folder);
  return found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid());
}

/** Tells any two lists of texts apart. Hexadecimal. */
export function digestOfTexts(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
}

/** What stands behind its digest; null where that is not of this name and these bytes: a file may have been moved. */
function checked(file: string, kept: Buffer): Uint8Array | null {
  const bytes = kept.subarray(DIGEST_BYTES);
  const digest = createHash('sha256').update(nameOf(file)).update(bytes).digest();
  return digest.equals(kept.subarray(0, DIGEST_BYTES)) ? bytes : null;
}

function nameOf(file: string): Buffer {
  return Buffer.from(path.basename(file));
}

/** Bytes that are gone through between two turns of others. */
const TURN = 2 ** 20;

/** Of all together, while others have their turn. */
async function digestOfPieces(pieces: readonly Uint8Array[]): Promise<Buffer> {
  const hash = createHash('sha256');
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += TURN) {
      hash.update(piece.subarray(at, at + TURN));
      await pause();
    }
  }
  return hash.digest();
}

async function removeOldest(folder: string, mostBytes: number): Promise<void> {
  const found: { readonly name: string; readonly at: Stats | null }[] = [];
  for await (const { name } of walkPlain(folder, 1))
    if (NAME.test(name)) found.push({ name, at: await lstat(path.join(folder, name)).catch(() => null) });
  let bytes = 0;
  for (const { name, at } of found.sort((a, b) => (b.at?.mtimeMs ?? 0) - (a.at?.mtimeMs ?? 0))) {
    bytes += at?.size ?? 0;
    if (bytes > mostBytes) await rm(path.join(folder, name), { force: true });
  }
}
