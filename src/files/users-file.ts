import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { nameKey, type User } from '../core/people/people.ts';
import { printableLine } from '../core/text/printable.ts';
import { parseUsers } from '../formats/users.ts';
import { codeOf, saidCode } from './disk/error-code.ts';
import { decodeText, Unreadable } from './disk/read-source.ts';

/** A longer file is none of people. Bytes. */
const MOST_BYTES = 1024 * 1024;
/**
 * A file that changed this shortly before it was read may have changed again within the same tick of its clock.
 * Milliseconds.
 */
const YOUNG = 100;

/** @guard link-of-users → 0 */
const NO_LINK = constants.O_NOFOLLOW;

/** Why a file of users cannot be used: one line a mistake. */
export class UnreadableUsers extends Error {}

/** The people of a file, as it stands whenever they are asked for. */
export interface UsersFile {
  find(name: string): User | null;
  all(): readonly User[];
}

/** What the file says, each of its people by their key. */
interface Read {
  readonly mark: string;
  readonly users: ReadonlyMap<string, User>;
  /** One line a mistake; '' for none. */
  readonly wrong: string;
}

/**
 * Opens the file of users. Each question looks whether it changed: a person who was taken out is gone at once, whatever
 * else is wrong with the file. A line with a mistake lets nobody in, and a file that cannot be read has no line.
 *
 * @param tell told, once for each change, what is wrong with the file
 * @throws {UnreadableUsers} for a mistake that is there at the beginning
 */
export function openUsers(file: string, tell: (message: string) => void): UsersFile {
  let now = readNow(file);
  if (now.wrong !== '') throw new UnreadableUsers(now.wrong);
  warnOfOthers(file, tell);
  const look = (): ReadonlyMap<string, User> => {
    if (markOf(file) === now.mark) return now.users;
    const before = now.wrong;
    now = readNow(file);
    if (now.wrong === '') warnOfOthers(file, tell);
    else if (now.wrong !== before) tell(`${now.wrong}\n${whoIsIn(now)}`);
    return now.users;
  };
  return { find: (name) => look().get(nameKey(name)) ?? null, all: () => [...look().values()] };
}

function whoIsIn({ users }: Read): string {
  return `Until that is mended, ${users.size === 0 ? 'nobody of this file' : 'only whom the other lines name'} may sign in.`;
}

/** Changes with the file; the reason where it cannot be looked at. */
function markOf(file: string): string {
  try {
    const { ino, size, mtimeNs, ctimeNs, mode } = lstatSync(file, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs, mode].join(' ');
  } catch (error) {
    return codeOf(error);
  }
}

function readNow(file: string): Read {
  const mark = markOf(file);
  const { text, wrong } = readText(file);
  const { users, mistakes } = parseUsers(text, file);
  return {
    // What keeps it from being read may pass without a change of it.
    mark: wrong !== null || isYoung(file) ? '' : mark,
    users: new Map(users.map((user) => [nameKey(user.name), user])),
    wrong: (wrong === null ? mistakes : [wrong]).map(printableLine).join('\n'),
  };
}

function isYoung(file: string): boolean {
  return Date.now() - (lstatSync(file, { throwIfNoEntry: false })?.ctimeMs ?? 0) < YOUNG;
}

/** What can be read of it, whatever else stands there; and why not all of it, null where it can. */
function readText(file: string): { readonly text: string; readonly wrong: string | null } {
  let bytes: Buffer = Buffer.alloc(0);
  try {
    bytes = readBytes(file);
    return { text: decodeText(bytes, false).text, wrong: null };
  } catch (error) {
    const { line, column } = error instanceof Unreadable ? error.place : { line: 1, column: 1 };
    // A line that holds a sign for what is no text has a mistake; the others are as they were written.
    return { text: bytes.toString(), wrong: `${file}:${line}:${column}: ${whyNot(error)}` };
  }
}

function whyNot(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  const code = codeOf(error);
  if (code === 'ENOENT') return 'there is no such file; write the path of one that “visavis user add” makes lines for';
  if (code === 'ELOOP') return 'is a link, and links are not followed; write the path of the file itself';
  return `cannot be read (${saidCode(error)}); check its permissions`;
}

function readBytes(file: string): Buffer {
  const handle = openSync(file, constants.O_RDONLY | NO_LINK | constants.O_NONBLOCK);
  try {
    const found = fstatSync(handle);
    if (!found.isFile()) throw new Unreadable('is no ordinary file; write the path of a text file');
    if (found.size > MOST_BYTES)
      throw new Unreadable('is too large; a file of users has a line a person, 1 MB at most');
    const bytes = Buffer.alloc(MOST_BYTES + 1);
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(handle);
  }
}

/** Who can read the hashes can guess at them without being slowed down. */
function warnOfOthers(file: string, tell: (message: string) => void): void {
  const mode = lstatSync(file, { throwIfNoEntry: false })?.mode ?? 0;
  if ((mode & 0o026) !== 0) tell(`${file} can be read or written by others on this machine: chmod 600 it.`);
}
