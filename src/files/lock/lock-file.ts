import { fstatSync, lstatSync, readFileSync, rmSync } from 'node:fs';
import { type FileHandle, link, lstat, open, rename, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../disk/error-code.ts';
import { type Holder, parseHolder, stateOf } from '../disk/lock-holder.ts';
import { openToRead } from '../disk/open-plain.ts';
import { temporaryName } from '../disk/write-file.ts';

/** Another server has these files. */
export class AlreadyServed extends Error {}

/** How long, and with what words, to look whether anybody lives behind a lock. */
export interface Waiting {
  readonly tell: (message: string) => void;
  /** Milliseconds. */
  readonly patience: number;
}

/** A lock as it was found. */
interface Seen {
  readonly ino: number;
  /** Its last sign of life, by a clock that may be another machine’s. */
  readonly touched: number;
  /** Null where nothing in it says. */
  readonly holder: Holder | null;
  /** It came here with the folder, and says nothing of this one. */
  readonly isCopy: boolean;
}

/** Which file it is, as the system counts files. */
export function fileOf({ dev, ino }: { readonly dev: number; readonly ino: number }): string {
  return `${dev}:${ino}`;
}

/** Time between two looks at a lock. Milliseconds. */
const LOOK = 200;
/** Bytes of a lock that are read; ours is shorter. */
const MOST_BYTES = 4096;

/** Null where there is one already; whatever the system says otherwise. */
export async function createLockFile(file: string): Promise<FileHandle | null> {
  try {
    return await open(file, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return null;
    throw error;
  }
}

/**
 * Whether the lock that stands there is the one that was made with this handle. Where the disk knows the handle no more,
 * as a network does that was away, what the lock says tells.
 *
 * @guard lock-taken-over → true
 */
export async function isOwnLock(file: string, handle: FileHandle, token: string): Promise<boolean> {
  const found = await lookAt(file);
  if (found === null || found === 'odd') return false;
  const made = await handle.stat().catch(() => null);
  return found.ino === made?.ino || found.holder?.token === token;
}

/** At once, since the process may be about to end. The lock of somebody who took over stays. */
export function removeOwnLock(file: string, { fd }: FileHandle, token: string): void {
  try {
    const found = lstatSync(file);
    if (!found.isFile() || found.size > MOST_BYTES) return;
    const isOwn = found.ino === fstatSync(fd).ino || parseHolder(readFileSync(file, 'utf8'))?.token === token;
    if (isOwn) rmSync(file, { force: true });
  } catch {
    // There is none any more.
  }
}

/**
 * Takes a lock away that nobody holds any more.
 *
 * @returns false where something stands that is no file, which is left alone
 * @throws {AlreadyServed} when somebody does
 */
export async function makeWay(file: string, waiting: Waiting): Promise<boolean> {
  const seen = await lookAt(file);
  if (seen === null) return true;
  if (seen === 'odd') return false;
  const known = seen.holder === null ? 'unknown' : stateIn(seen.holder, seen.isCopy);
  const state = known === 'unknown' ? await watchForLife(file, seen, waiting) : known;
  if (state === 'living') await refuseSecond(file, seen.holder);
  if (state === 'gone') await putAside(file, seen.ino);
  return true;
}

/** Of a copy only signs of life tell whether somebody holds it. */
function stateIn(holder: Holder, isCopy: boolean): ReturnType<typeof stateOf> {
  const state = stateOf(holder);
  return state === 'living' && isCopy ? 'unknown' : state;
}

/** @guard one-server */
async function refuseSecond(file: string, known: Holder | null): Promise<void> {
  throw new AlreadyServed(sentenceOf((await holderIn(file)) ?? known));
}

/**
 * The address of the server that holds a lock, as far as anybody can tell from here.
 *
 * @returns null where there is none, where it is gone, and before it listens
 */
export async function addressInLock(file: string): Promise<string | null> {
  const found = await lookAt(file);
  if (found === null || found === 'odd' || found.holder === null) return null;
  const { holder, isCopy } = found;
  const isKnown = holder.url !== '' && stateOf(holder) !== 'gone' && !(isCopy && stateOf(holder) === 'living');
  return isKnown ? holder.url : null;
}

/** Only changes are looked at, since the clocks of two machines differ. */
async function watchForLife(
  file: string,
  seen: Seen,
  { tell, patience }: Waiting,
): Promise<'living' | 'gone' | 'other'> {
  tell(`${describe(seen.holder)} had these files; looking for ${patience / 1000} seconds whether it still runs.`);
  for (const start = performance.now(); performance.now() - start < patience; ) {
    await sleep(LOOK);
    const now = await lookAt(file);
    if (now === null || now === 'odd' || now.ino !== seen.ino) return 'other';
    if (hasMoved(now, seen)) return 'living';
  }
  return 'gone';
}

/** @guard signs-of-life → false */
function hasMoved(now: Seen, before: Seen): boolean {
  return now.touched !== before.touched;
}

/** Null where nothing is; `odd` for a link, a folder, a pipe. */
async function lookAt(file: string): Promise<Seen | null | 'odd'> {
  const found = await lstat(file).catch(() => null);
  if (found === null) return null;
  if (!found.isFile()) return 'odd';
  try {
    // Opened each time: over a network only that asks for what is there now.
    const handle = await openToRead(file);
    try {
      const found = await handle.stat();
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(MOST_BYTES), 0, MOST_BYTES, 0);
      const holder = parseHolder(buffer.toString('utf8', 0, bytesRead));
      const isCopy = holder !== null && holder.lock !== '' && holder.lock !== fileOf(found);
      return { ino: found.ino, touched: found.mtimeMs, holder, isCopy };
    } finally {
      await handle.close();
    }
  } catch {
    return { ino: found.ino, touched: found.mtimeMs, holder: null, isCopy: false };
  }
}

async function holderIn(file: string): Promise<Holder | null> {
  const found = await lookAt(file);
  return found === null || found === 'odd' ? null : found.holder;
}

async function putAside(file: string, ino: number): Promise<void> {
  const aside = temporaryName(file);
  await rename(file, aside).catch(() => {});
  const moved = await lstat(aside).catch(() => null);
  // Somebody else was faster: what was put aside is theirs.
  if (moved !== null && moved.ino !== ino) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

function sentenceOf(holder: Holder | null): string {
  const who = holder === null ? 'another server' : `process ${holder.pid}`;
  const where = holder === null || holder.url === '' ? '' : ` on ${holder.url}`;
  const host = holder === null || holder.host === '' || stateOf(holder) !== 'unknown' ? '' : ` (${holder.host})`;
  return `Already served by ${who}${where}${host}. Stop that one first, or open its address.`;
}

function describe(holder: Holder | null): string {
  if (holder === null) return 'A server that left an empty lock';
  return `Process ${holder.pid}${holder.host === '' ? '' : ` of ${holder.host}`}`;
}
