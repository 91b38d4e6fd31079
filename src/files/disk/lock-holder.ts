import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { codeOf } from './error-code.ts';

/** Who holds a lock; what stands in `.visavis/lock`. */
export interface Holder {
  /** No other lock has it. */
  readonly token: string;
  readonly pid: number;
  /** Start of that process, so that another one that got its number is not taken for it. */
  readonly started: string;
  /** Start of the machine. */
  readonly boot: string;
  /** Where its number counts: a container has numbers of its own. */
  readonly space: string;
  readonly host: string;
  /** Which file the lock is, as the system counts files: a copy of it is another one. */
  readonly lock: string;
  /** '' until it listens. */
  readonly url: string;
}

export function thisProcess(token: string): Holder {
  return { token, pid: process.pid, started: startOf(process.pid), ...thisPlace(), lock: '', url: '' };
}

/** Reads what stands in a lock; null for anything that no server of ours wrote. */
export function parseHolder(text: string): Holder | null {
  try {
    const { token, pid, started, boot, space, host, lock, url } = JSON.parse(text) as Record<string, unknown>;
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1) return null;
    const word = (value: unknown) => (typeof value === 'string' && /^[\w.:[\]/-]{0,300}$/.test(value) ? value : '');
    return {
      ...{ token: word(token), pid, started: word(started), boot: word(boot) },
      ...{ space: word(space), host: word(host), lock: word(lock), url: addressIn(word(url)) },
    };
  } catch {
    return null;
  }
}

/** An address that may be shown as a link; '' for any other word. */
function addressIn(word: string): string {
  return /^https?:\/\//.test(word) ? word : '';
}

/**
 * Whether its process lives. Its number says something only where it counts; about a process of another machine, or of
 * another container, nothing can be known from here.
 */
export function stateOf({ pid, started, ...there }: Holder): 'living' | 'gone' | 'unknown' {
  const here = thisPlace();
  if (there.boot !== here.boot || there.space !== here.space || there.host !== here.host) return 'unknown';
  // Where the system tells no start, a process with our own number is one that ended before.
  const isOther = pid !== process.pid || started !== '';
  return isOther && started === startOf(pid) && isRunning(pid) ? 'living' : 'gone';
}

function thisPlace() {
  return { boot: bootOf(), space: spaceOf(), host: hostname() };
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

/** @guard other-container → '' */
function spaceOf(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** Whether a process with this number runs; of anybody. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
