import { type FileHandle, lstat } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import type { SaveRecord } from '../../core/changes/ports/save-record.ts';
import { createTurns } from '../../core/model/keyed-turns.ts';
import { saidCode } from '../disk/error-code.ts';
import { makeOwnFolder, OWN_FOLDER } from '../disk/old-versions.ts';
import { endCutLine, openToAdd, openToRead } from '../disk/open-plain.ts';
import { makeFolder, OddPlace, refuseOddFolder } from '../disk/plain.ts';
import { writeFileDurably } from '../disk/write-file.ts';
import { underLock } from '../lock/short-lock.ts';
import { lineOf, readLine } from './save-lines.ts';

/** Relative to the root. */
const FOLDER = `${OWN_FOLDER}/history`;
const FILE = `${FOLDER}/saves.jsonl`;
const LOCK = `${OWN_FOLDER}/saves.lock`;
/** Saves remembered at most, and UTF-16 units of their lines. */
const MOST_SAVES = 1000;
const MOST_TEXT = 16_000_000;
/** A longer file than this is none of ours. Bytes. */
const MOST_BYTES = 4 * MOST_TEXT;

/** A save without what the log gives it. */
export type NewSave<T extends SaveRecord = SaveRecord> = T extends SaveRecord ? Omit<T, 'number'> : never;

/** All saves from pages, on the disk, so that they can be undone after a restart. */
export interface SaveLog {
  /** The oldest first. */
  records(): Promise<readonly SaveRecord[]>;
  /**
   * Notes a save that was made. One that cannot be noted on the disk is remembered as long as the server runs.
   *
   * @returns its number
   */
  note(save: NewSave): Promise<number>;
}

/** Saves in memory, the oldest first, and the room that each takes. */
interface Kept {
  readonly save: SaveRecord;
  readonly size: number;
}

/** @param tell told, once, where nothing can be noted */
export function createSaveLog(root: string, tell: (message: string) => void = () => {}): SaveLog {
  let list: Kept[] = [];
  let mark: string | null = null;
  let isTold = false;
  /** Another process may have noted saves of its own. */
  const kept = async () => {
    const now = await markOf(root);
    if (now !== mark) list = await readLog(root).catch(() => list);
    mark = now;
    return list;
  };
  const trouble = (error: unknown) => {
    // A link in its place is told by whoever keeps old versions there.
    if (!isTold && !(error instanceof OddPlace))
      tell(`${FILE} cannot be written (${saidCode(error)}). Until then a restart forgets what can be undone.`);
    isTold = true;
  };
  const add = async (save: NewSave) => {
    await kept();
    const number = (list.at(-1)?.save.number ?? 0) + 1;
    const record = { ...save, number } as SaveRecord;
    const line = lineOf(record);
    list.push({ save: record, size: line.length });
    const isShorter = shorten(list);
    // Where the whole cannot be written anew, the save alone is there nevertheless.
    await (isShorter ? rewrite(root, list).catch(() => append(root, line)) : append(root, line)).catch(trouble);
    mark = await markOf(root);
    return number;
  };
  /** Others number their saves too, so each reads, numbers and writes before the next does. */
  const addAlone = async (save: NewSave) => {
    const number = await makeOwnFolder(root)
      .then(() => underLock(root, LOCK, () => add(save)))
      .catch((error: unknown) => {
        trouble(error);
        return null;
      });
    // Where no lock can be had, it is noted all the same.
    return number ?? add(save);
  };
  const inTurn = createTurns();
  return {
    records: () => inTurn(async () => (await kept()).map(({ save }) => save)),
    note: (save) => inTurn(() => addAlone(save)),
  };
}

/** Changes with the file; '' for none. */
async function markOf(root: string): Promise<string> {
  const found = await lstat(path.join(root, FILE)).catch(() => null);
  return found === null ? '' : `${found.ino} ${found.size} ${found.mtimeMs}`;
}

/** Whether the oldest had to go; then so many that the file is not written anew with each save. */
function shorten(list: Kept[]): boolean {
  let size = list.reduce((sum, one) => sum + one.size, 0);
  if (list.length <= MOST_SAVES && size <= MOST_TEXT) return false;
  while (list.length > 1 && (list.length > MOST_SAVES * 0.9 || size > MOST_TEXT * 0.8)) size -= list.shift()?.size ?? 0;
  return true;
}

/** Lines read between two turns of others. */
const LINES = 200;

async function readLog(root: string): Promise<Kept[]> {
  await refuseOddFolder(root, FOLDER);
  const handle = await openToRead(path.join(root, FILE));
  try {
    await refuseOdd(handle);
    const list: Kept[] = [];
    let read = 0;
    for (const [line] of (await handle.readFile('utf8')).matchAll(/[^\n]+/g)) {
      const save = readLine(line);
      // Numbers go upwards: a line that does not is of somebody else’s making.
      if (save !== null && save.number > (list.at(-1)?.save.number ?? 0)) list.push({ save, size: line.length });
      read += 1;
      if (read % LINES === 0) await pause();
    }
    shorten(list);
    return list;
  } finally {
    await handle.close();
  }
}

async function refuseOdd(handle: FileHandle): Promise<void> {
  const found = await handle.stat();
  if (!found.isFile() || found.size > MOST_BYTES) throw Object.assign(new Error('no log of ours'), { code: 'EFTYPE' });
}

/** On the disk before it counts. */
async function append(root: string, line: string): Promise<void> {
  await makeOwnFolder(root);
  await makeFolder(root, FOLDER);
  const handle = await openToAdd(path.join(root, FILE), 0o600);
  try {
    await refuseOdd(handle);
    await endCutLine(handle);
    await handle.writeFile(`${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function rewrite(root: string, list: readonly Kept[]): Promise<void> {
  await refuseOddFolder(root, FOLDER);
  const file = path.join(root, FILE);
  const handle = await openToRead(file);
  const before = await refuseOdd(handle)
    .then(() => handle.readFile('utf8'))
    .finally(() => handle.close());
  await writeFileDurably(file, list.map(({ save }) => `${lineOf(save)}\n`).join(''), before);
}
