import { randomUUID } from 'node:crypto';
import { type FileHandle, lutimes } from 'node:fs/promises';
import path from 'node:path';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import { thisProcess } from '../disk/lock-holder.ts';
import { makeOwnFolder, OWN_FOLDER } from '../disk/old-versions.ts';
import { OddPlace } from '../disk/plain.ts';
import {
  AlreadyServed,
  addressInLock,
  createLockFile,
  fileOf,
  isOwnLock,
  makeWay,
  removeOwnLock,
  type Waiting,
} from './lock-file.ts';

/** The right to be the one server of a root. */
export interface Lock {
  /** Tells others where it is. */
  announce(url: string): Promise<void>;
  /** Takes it anew no more where it is gone: this server is about to end, and its folder may be as well. */
  retire(): void;
  /** Gives it back; at once, since the process may be about to end. */
  release(): void;
}

export interface LockOptions {
  /** Told a sentence when there is something to wait for. */
  readonly tell?: (message: string) => void;
  /** Another server took over, because this one stood still for a while. */
  readonly onLost?: () => void;
  /** Time between two signs of life, and time without one after which a lock is left behind. Milliseconds. */
  readonly beat?: number;
  readonly patience?: number;
}

const BEAT = 1000;
const PATIENCE = 6000;
/** Times that a lock left behind is taken over before somebody else is let go first. */
const MOST_TRIES = 5;

/**
 * Makes sure that a root has one server: two would answer for versions of files that the other is about to replace.
 * The holder touches its lock once a second, so that it is known to live from another container or machine too. The
 * lock of a process that is gone, or has stood still, is taken over. Where none can be made (a disk that is full, a
 * root that cannot be written) the server goes on without, and tries again.
 *
 * @throws {AlreadyServed} naming the process and its address
 * @throws {StoreError} where a link, a folder or the like stands in the place of the lock
 */
export async function takeLock(root: string, options: LockOptions = {}): Promise<Lock> {
  const { tell = () => {}, onLost = () => {}, beat = BEAT, patience = PATIENCE } = options;
  const file = lockOf(root);
  const { token } = thisProcess(randomUUID());
  let url = '';
  let isRetired = false;
  let handle = await acquire(root, file, { tell, patience });
  let told = await write(handle, token, url);
  const giveBack = (held: FileHandle | null) => {
    if (held === null) return;
    removeOwnLock(file, held, token);
    held.close().catch(() => {});
  };
  const isHeld = async () => handle !== null && (await isOwnLock(file, handle, token));
  const keep = async () => {
    if (!(await isHeld())) {
      if (isRetired) return;
      const taken = await acquire(root, file, { tell, patience });
      // That may take a while, in which the server may have ended.
      if (isRetired) return giveBack(taken);
      // Until then the old one counts: a folder that is away for a while comes back with it.
      if (taken === null) return;
      handle?.close().catch(() => {});
      handle = taken;
      told = false;
    }
    if (!told) told = await write(handle, token, url);
    const now = Date.now() / 1000;
    // By its name: where the folder was put back from elsewhere, the file is another one.
    await lutimes(file, now, now);
  };
  const timer = setInterval(
    oneAtATime(() =>
      keep().catch(async (error: unknown) => {
        // Meanwhile the own one may have come back.
        if (!(error instanceof AlreadyServed) || (await isHeld())) return;
        clearInterval(timer);
        onLost();
      }),
    ),
    beat,
  );
  timer.unref();
  return {
    async announce(address) {
      url = address;
      told = await write(handle, token, url);
    },
    retire() {
      isRetired = true;
    },
    release() {
      isRetired = true;
      clearInterval(timer);
      giveBack(handle);
    },
  };
}

/** Where the server is that writes under a root; null where none is known to live. */
export function writerOf(root: string): Promise<string | null> {
  return addressInLock(lockOf(root));
}

function lockOf(root: string): string {
  return path.join(root, OWN_FOLDER, 'lock');
}

/** Null where no lock can be made. @throws {AlreadyServed} @throws {StoreError} */
async function acquire(root: string, file: string, waiting: Waiting): Promise<FileHandle | null> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    try {
      await makeOwnFolder(root).catch((error: unknown) => {
        if (error instanceof OddPlace) throw error;
      });
      const handle = await createLockFile(file);
      if (handle !== null) return handle;
    } catch (error) {
      if (error instanceof OddPlace) throw noLockIn(error.place);
      return null;
    }
    if (!(await makeWay(file, waiting))) throw noLockIn(`${OWN_FOLDER}/lock`);
  }
  throw new AlreadyServed('Another server is starting with these files.');
}

/** What anybody may have put there would let two servers write at once. */
function noLockIn(place: string): StoreError {
  const why = 'so nothing would keep a second server from writing the same files';
  return new StoreError(
    `${place} is no plain ${place === OWN_FOLDER ? 'folder' : 'file'}, ${why}. ${TAKE_AWAY}`,
    'unfit',
  );
}

const TAKE_AWAY = 'Take it away, or start with --read-only.';

/** False on a disk that is full: the lock then says nothing, and is a lock all the same. */
async function write(handle: FileHandle | null, token: string, url: string): Promise<boolean> {
  if (handle === null) return false;
  try {
    const bytes = Buffer.from(JSON.stringify({ ...thisProcess(token), lock: fileOf(await handle.stat()), url }));
    // Never shorter than what was there, so nothing is cut before it.
    const written = await handle.write(bytes, 0, bytes.length, 0);
    return written.bytesWritten === bytes.length;
  } catch {
    return false;
  }
}

function oneAtATime(work: () => Promise<void>): () => void {
  let busy = false;
  return () => {
    if (busy) return;
    busy = true;
    work().finally(() => {
      busy = false;
    });
  };
}
