import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import { thisProcess } from '../disk/lock-holder.ts';
import { AlreadyServed, createLockFile, makeWay, removeOwnLock } from './lock-file.ts';

/** Time between two tries. Milliseconds. */
const LOOK = 20;
/** Time after which a lock of another machine counts as left behind. Milliseconds. */
const PATIENCE = 6000;
/** Time that others may have it in all. Milliseconds. */
const DEADLINE = 30_000;

/**
 * Does a short work while no other process does any under the same lock. The lock of a process that is gone is taken
 * over.
 *
 * @param name of the lock, relative to the root; its folder is there
 * @throws {StoreError} when others hold it too long, or something stands there that is no lock
 */
export async function underLock<T>(root: string, name: string, work: () => Promise<T>): Promise<T> {
  const { token } = thisProcess(randomUUID());
  const file = path.join(root, name);
  const handle = await acquire(file, name);
  try {
    await handle.writeFile(JSON.stringify(thisProcess(token))).catch(() => {});
    return await work();
  } finally {
    removeOwnLock(file, handle, token);
    await handle.close();
  }
}

async function acquire(file: string, name: string) {
  for (const start = performance.now(); performance.now() - start < DEADLINE; ) {
    const handle = await createLockFile(file);
    if (handle !== null) return handle;
    const isFree = await makeWay(file, { tell: () => {}, patience: PATIENCE }).catch((error: unknown) => {
      if (!(error instanceof AlreadyServed)) throw error;
      return sleep(LOOK, true);
    });
    if (!isFree) throw new StoreError(`${name} is no ordinary file; take it away, then start again.`, 'unfit');
  }
  throw new StoreError(
    `Another process holds ${name} for more than ${DEADLINE / 1000} seconds; end it, then start again.`,
    'changing',
  );
}
