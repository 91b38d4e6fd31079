import { readFileSync, rmSync } from 'node:fs';
import { link, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeOwnFolder, OWN_FOLDER } from './old-versions.ts';
import { codeOf, isRunning, temporaryName } from './write-file.ts';

/** Another server has these files. */
export class AlreadyServed extends Error {}

/** The right to be the one server of a root. */
export interface Lock {
  /** Tells others where it is. */
  announce(url: string): Promise<void>;
  /** Gives it back; at once, since the process may be about to end. */
  release(): void;
}

/** What stands in `.visavis/lock`. */
interface Holder {
  readonly pid: number;
  /** Start of that process and of the machine, so that another process with its number is not taken for it. */
  readonly started: string;
  readonly boot: string;
  readonly url: string;
}

const NAME = 'lock';
/** Times that a lock left behind is taken over before somebody else is let go first. */
const MOST_TRIES = 5;

/**
 * Makes sure that a root has one server: two would answer for versions of files that the other is about to replace.
 * The lock of a process that is gone is taken over. Where the root cannot be written nobody can save, and no lock is
 * needed.
 *
 * @throws {AlreadyServed} naming the process and its address
 */
export async function takeLock(root: string): Promise<Lock> {
  const file = path.join(root, OWN_FOLDER, NAME);
  await makeOwnFolder(root).catch(() => {});
  const mine: Holder = { pid: process.pid, started: startOf(process.pid), boot: bootOf(), url: '' };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(JSON.stringify(mine)).finally(() => handle.close());
      return {
        announce: (url) => writeFile(file, JSON.stringify({ ...mine, url })),
        release: () => rmSync(file, { force: true }),
      };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return { announce: async () => {}, release: () => {} };
      await removeStale(file);
    }
  }
  throw new AlreadyServed('Another server is starting with these files.');
}

/** @throws {AlreadyServed} when its process lives */
async function removeStale(file: string): Promise<void> {
  refuseLiving(await holderIn(file));
  const aside = temporaryName(file);
  await rename(file, aside).catch(() => {});
  const holder = await holderIn(aside);
  // Somebody else was faster: what was put aside is theirs.
  if (holder !== null && isLiving(holder)) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
  refuseLiving(holder);
}

function refuseLiving(holder: Holder | null): void {
  if (holder === null || !isLiving(holder)) return;
  const where = holder.url === '' ? '' : ` on ${holder.url}`;
  throw new AlreadyServed(`Already served by process ${holder.pid}${where}. Stop that one first, or open its address.`);
}

/** Null where there is no lock, or nothing that could be read in it. */
async function holderIn(file: string): Promise<Holder | null> {
  try {
    const { pid, started, boot, url } = JSON.parse(await readFile(file, 'utf8')) as Partial<Holder>;
    if (typeof pid !== 'number') return null;
    return { pid, started: String(started), boot: String(boot), url: String(url ?? '') };
  } catch {
    return null;
  }
}

function isLiving({ pid, started, boot }: Holder): boolean {
  return pid !== process.pid && boot === bootOf() && started === startOf(pid) && isRunning(pid);
}

/** When a process started, in the kernel’s own count; '' where the system does not tell. */
function startOf(pid: number): string {
  try {
    // The name of the program stands in brackets and may hold anything; the 20th field behind it is the start.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function bootOf(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}
