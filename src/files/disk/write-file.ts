import { randomUUID } from 'node:crypto';
import { constants, renameSync, type Stats, statSync } from 'node:fs';
import { access, type FileHandle, link, lstat, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './error-code.ts';
import { bytesOf, type FileContent } from './file-content.ts';
import { letRun, takeRights } from './file-rights.ts';
import { isRunning } from './lock-holder.ts';
import { oddKind, walkPlain } from './plain.ts';

/** What is asked of the system; others only in tests, which make any of it fail. */
export interface FileCalls {
  readonly open: typeof open;
  readonly link: typeof link;
  readonly lstat: typeof lstat;
  readonly readFile: (file: string) => Promise<Buffer>;
  readonly rename: typeof rename;
  readonly rm: typeof rm;
  readonly renameSync: typeof renameSync;
  readonly statSync: (file: string) => Stats;
}

export const SYSTEM: FileCalls = { open, link, lstat, readFile, rename, rm, renameSync, statSync };

export interface WriteOptions {
  readonly oldName?: string | null;
  readonly runs?: boolean | null;
  readonly calls?: FileCalls;
}

/** The file is another one than was read; theirs stays. */
export class ChangedMeanwhile extends Error {}

/** The file is marked as one that nobody writes into; the message is its mode. */
export class OnlyForReading extends Error {}

/**
 * Replaces a file in one step that a crash cannot halve, and only where it still holds what was read. A temporary file
 * beside it is written to the disk and takes its name; the folder is written to the disk too. The old file is held by
 * a second name meanwhile, so that who writes into it at that very moment loses nothing.
 *
 * @param expected what was read; null where there was no file
 * @param options.oldName where the old file goes on to be, so that nothing is lost that somebody still writes into it;
 *   null for nowhere
 * @param options.runs whether it may be run by those who may read it; null where that stays as it was
 * @throws {ChangedMeanwhile} @throws {OnlyForReading} and whatever the system says, such as ENOSPC; the old file is
 *   then as it was
 */
export async function writeFileDurably(
  file: string,
  text: FileContent,
  expected: FileContent | null,
  { oldName = null, runs = null, calls = SYSTEM }: WriteOptions = {},
): Promise<void> {
  const temporary = temporaryName(file);
  const held = temporaryName(file);
  try {
    const old = await calls.lstat(file).catch(() => null);
    await refuseReadOnly(file, old);
    await writeTemporary(temporary, text, calls, { old, runs });
    if (expected === null) await takeNewName(temporary, file, calls);
    else await replace(file, { temporary, held }, expected, calls);
    await syncFolder(path.dirname(file), calls);
    if (oldName !== null) await calls.rename(held, oldName).catch(() => {});
  } finally {
    // What cannot be taken away now is taken away at the next start.
    for (const name of [temporary, held]) await removeOwn(name, calls);
  }
}

/** @guard temporary-files-go */
async function removeOwn(name: string, calls: FileCalls): Promise<void> {
  await calls.rm(name, { force: true }).catch(() => {});
}

/**
 * Who may replace a file need not be allowed to write into it; root may do both, so the marks themselves are asked.
 *
 * @guard read-only-file
 */
export async function refuseReadOnly(file: string, old: Stats | null): Promise<void> {
  if (old === null) return;
  if ((old.mode & 0o222) === 0) throw new OnlyForReading(`mode ${(old.mode & 0o7777).toString(8).padStart(4, '0')}`);
  await access(file, constants.W_OK);
}

/** A name beside a file that nobody else takes. */
export function temporaryName(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.${randomUUID()}.tmp`);
}

/** Written to the disk whole, with the mode and the owner of the file it replaces; but for whether it may be run. */
export async function writeTemporary(
  temporary: string,
  text: FileContent,
  calls: FileCalls,
  { old = null, runs = null }: { readonly old?: Stats | null; readonly runs?: boolean | null } = {},
): Promise<void> {
  const bytes = bytesOf(text);
  const handle = await calls.open(temporary, 'wx');
  try {
    await handle.writeFile(bytes);
    if (old !== null) await takeRights(handle, old);
    if (runs !== null) await letRun(handle, runs);
    await syncFile(handle);
    await refuseShort(handle, bytes.length);
  } finally {
    await handle.close();
  }
}

/**
 * Without this a power cut may leave the new name with half a file.
 *
 * @guard sync-of-file
 */
async function syncFile(handle: FileHandle): Promise<void> {
  await handle.sync();
}

/** @guard written-short */
async function refuseShort(handle: FileHandle, length: number): Promise<void> {
  const { size } = await handle.stat();
  if (size !== length) throw Object.assign(new Error('written short'), { code: 'ENOSPC' });
}

/** A name that nobody has taken meanwhile: a link fails where there is a file, a rename would not. */
async function takeNewName(temporary: string, file: string, calls: FileCalls): Promise<void> {
  try {
    await calls.link(temporary, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new ChangedMeanwhile(file);
    if (!hasNoLinks(error)) throw error;
    await calls.rename(temporary, file);
  }
}

async function replace(
  file: string,
  { temporary, held }: { readonly temporary: string; readonly held: string },
  expected: FileContent,
  calls: FileCalls,
): Promise<void> {
  const isHeld = await hold(file, held, calls);
  const old = isHeld ? held : file;
  const { ino } = await calls.lstat(old);
  if (!(await isAsRead(old, expected, calls))) throw new ChangedMeanwhile(file);
  // Without a pause in between, so that nobody can put another file there unseen.
  if (calls.statSync(file).ino !== ino) throw new ChangedMeanwhile(file);
  takeName(temporary, file, calls);
  if (!isHeld || (await isUntouched(held, expected, calls))) return;
  // Somebody wrote into the old file while it was replaced: it comes back, and so does what they go on to write.
  await calls.rename(held, file);
  throw new ChangedMeanwhile(file);
}

/**
 * Whether there is still what was read when the change was made.
 *
 * @guard read-is-there → true
 */
function isAsRead(file: string, expected: FileContent, calls: FileCalls): Promise<boolean> {
  return holds(file, expected, calls);
}

/** @guard rename */
function takeName(temporary: string, file: string, calls: FileCalls): void {
  calls.renameSync(temporary, file);
}

/**
 * Whether nobody wrote into the old file while it was replaced.
 *
 * @guard written-in-place → true
 */
function isUntouched(held: string, expected: FileContent, calls: FileCalls): Promise<boolean> {
  return holds(held, expected, calls);
}

/** Gives a file a second name; false on a disk that knows no such thing. */
async function hold(file: string, name: string, calls: FileCalls): Promise<boolean> {
  try {
    await calls.link(file, name);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new ChangedMeanwhile(file);
    if (!hasNoLinks(error)) throw error;
    return false;
  }
}

async function holds(file: string, expected: FileContent, calls: FileCalls): Promise<boolean> {
  return (await calls.readFile(file)).equals(bytesOf(expected));
}

function hasNoLinks(error: unknown): boolean {
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error));
}

/**
 * Takes a file away, and only where it still holds what was read. It goes under another name first, so that what
 * somebody writes into it at that very moment is seen, and then it comes back.
 *
 * @param options.oldName where the file goes on to be; null for nowhere
 * @throws {ChangedMeanwhile} @throws {OnlyForReading} and whatever the system says; the file is then as it was
 */
export async function removeFileDurably(
  file: string,
  expected: FileContent,
  { oldName = null, calls = SYSTEM }: { readonly oldName?: string | null; readonly calls?: FileCalls } = {},
): Promise<void> {
  const held = oldName ?? temporaryName(file);
  const old = await calls.lstat(file);
  await refuseReadOnly(file, old);
  if (!(await holds(file, expected, calls)) || calls.statSync(file).ino !== old.ino) throw new ChangedMeanwhile(file);
  calls.renameSync(file, held);
  if (!(await holds(held, expected, calls))) {
    // Where another file took the name meanwhile, this one stays under its new one.
    await takeNewName(held, file, calls);
    await calls.rm(held, { force: true });
    throw new ChangedMeanwhile(file);
  }
  if (oldName === null) await calls.rm(held, { force: true });
  await syncFolder(path.dirname(file), calls);
}

/**
 * Without this the new name may be gone after a power cut.
 *
 * @guard sync-of-folder
 */
export async function syncFolder(folder: string, calls: FileCalls = SYSTEM): Promise<void> {
  const handle = await calls.open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** A temporary file or folder of ours, with the process that made it: `.en.po.4711.<uuid>.tmp`. */
const LEFTOVER = /^\..+\.(\d+)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** Levels below a folder in which files are written: those of the history are the deepest. */
const DEEPEST = 5;

/** Deletes what killed writers left under a folder, articles half made too; those that still write keep theirs. */
export async function removeLeftovers(folder: string): Promise<void> {
  for await (const { name, entry } of walkPlain(folder, DEEPEST)) {
    const [, pid] = oddKind(entry) === null ? (LEFTOVER.exec(entry.name) ?? []) : [];
    if (pid && !isRunning(Number(pid))) await rm(path.join(folder, name), { force: true, recursive: true });
  }
}
