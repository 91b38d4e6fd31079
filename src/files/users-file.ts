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

/** What the file said when it was last read. */
interface Read {
  readonly mark: string;
  readonly users: readonly User[];
  readonly byKey: ReadonlyMap<string, User>;
}

/**
 * Opens the file of users. Each question looks whether it changed: a person who was taken out is gone at once. While it
 * cannot be read, or has a mistake, the last good version stays.
 *
 * @param tell told, once for each change, what is wrong with the file
 * @throws {UnreadableUsers}
 */
export function openUsers(file: string, tell: (message: string) => void): UsersFile {
  let now = readNow(file);
  warnOfOthers(file, tell);
  let seen = now.mark;
  const look = (): Read => {
    const mark = markOf(file);
    if (mark === seen) return now;
    seen = mark;
    try {
      now = readNow(file);
      seen = now.mark;
      warnOfOthers(file, tell);
    } catch (error) {
      if (!(error instanceof UnreadableUsers)) throw error;
      tell(`${error.message}\nUntil that is mended, the people of before may sign in.`);
    }
    return now;
  };
  return { find: (name) => look().byKey.get(nameKey(name)) ?? null, all: () => look().users };
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
  const { users, mistakes } = parseUsers(readText(file), file);
  if (mistakes.length > 0) throw new UnreadableUsers(mistakes.map(printableLine).join('\n'));
  const byKey = new Map(users.map((user) => [nameKey(user.name), user]));
  return { mark: isYoung(file) ? '' : mark, users, byKey };
}

function isYoung(file: string): boolean {
  return Date.now() - (lstatSync(file, { throwIfNoEntry: false })?.ctimeMs ?? 0) < YOUNG;
}

/** @throws {UnreadableUsers} */
function readText(file: string): string {
  try {
    return decodeText(readBytes(file), false).text;
  } catch (error) {
    if (error instanceof UnreadableUsers) throw error;
    const { line, column } = error instanceof Unreadable ? error.place : { line: 1, column: 1 };
    throw new UnreadableUsers(printableLine(`${file}:${line}:${column}: ${whyNot(error)}`));
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
