import path from 'node:path';
import type { History, Save } from '../core/changes/history.ts';
import { StoreError } from '../core/changes/store-error.ts';
import { refuseUnreadable, sayNotWritten } from './not-saved.ts';
import { nameForOldVersion } from './old-versions.ts';
import { OddPlace, refuseOddFolder } from './plain.ts';
import { readSource } from './read-source.ts';
import { ChangedMeanwhile, type FileCalls, removeFileDurably, SYSTEM, writeFileDurably } from './write-file.ts';

/** What is to stand in a file, and what else there is to say. */
export interface Edited<T> {
  /** Null for a change that has nothing to write. */
  readonly text: string | null;
  readonly result: T;
}

/** Changes files of one root, one change of a file after the other. Every save is remembered, to be undone. */
export interface FileEditor {
  /**
   * Reads a file, makes its new text and writes it durably.
   *
   * @param file relative to the root
   * @param about the change, in a few words for people, and the page of it
   * @param make called with the text as it is now; null while there is no file
   * @returns what `make` said, and the number of the save; null when nothing was written
   * @throws {StoreError}
   */
  edit<T>(
    file: string,
    about: Pick<Save, 'what' | 'where'>,
    make: (text: string | null) => Promise<Edited<T>>,
  ): Promise<{ readonly result: T; readonly save: number | null }>;
  readonly history: History;
}

/** A save with the text before and after it; null where there was no file, or is none any more. */
interface Kept extends Omit<Save, 'undoable'> {
  readonly before: string | null;
  readonly after: string | null;
}

/** Saves remembered at most, and characters of the texts they hold. */
const MOST_SAVES = 200;
const MOST_TEXT = 50_000_000;

export interface FileEditorOptions {
  readonly calls?: FileCalls;
  /** Told, once for each place, where no old version of a file can be kept. */
  readonly onTrouble?: (message: string) => void;
}

/** @param now milliseconds since 1970 */
export function createFileEditor(
  root: string,
  now: () => number,
  { calls = SYSTEM, onTrouble = () => {} }: FileEditorOptions = {},
): FileEditor {
  const disk: Disk = { root, calls, now, tell: tellOnce(onTrouble) };
  const queues = new Map<string, Promise<unknown>>();
  const kept: Kept[] = [];
  let count = 0;

  /**
   * Does one thing with a file after the other, whether the one before went well or not.
   *
   * @guard one-after-the-other → work()
   */
  const inTurn = <T>(file: string, work: () => Promise<T>): Promise<T> => {
    const done = (queues.get(file) ?? Promise.resolve()).then(work, work);
    queues.set(file, done);
    const leave = () => queues.get(file) === done && queues.delete(file);
    done.then(leave, leave);
    return done;
  };
  const remember = (
    file: string,
    about: Pick<Save, 'what' | 'where'>,
    before: string | null,
    after: string | null,
  ): number => {
    count += 1;
    kept.push({ number: count, file, ...about, time: now(), before, after });
    let size = kept.reduce((sum, one) => sum + sizeOf(one), 0);
    while (kept.length > MOST_SAVES || (size > MOST_TEXT && kept.length > 1)) size -= sizeOf(kept.shift());
    return count;
  };
  const edit: FileEditor['edit'] = (file, about, make) =>
    inTurn(file, () =>
      tryAgain(file, async () => {
        const before = await readText(root, file);
        const { text, result } = await make(before);
        if (text === null || text === before) return { result, save: null };
        await write(disk, file, text, before);
        return { result, save: remember(file, about, before, text) };
      }),
    );
  const undo = (found: Kept) =>
    inTurn(found.file, async () => {
      const { file, what, where, before, after } = found;
      if ((await readText(root, file)) !== after) return null;
      if (!(await isWritten(disk, file, before, after))) return null;
      return remember(file, { what: `undone: ${what}`, where }, after, before);
    });
  return {
    edit,
    history: {
      async saves() {
        const texts = new Map<string, string | null | undefined>();
        for (const { file } of kept)
          if (!texts.has(file)) texts.set(file, await readText(root, file).catch(() => undefined));
        return kept
          .map(({ number, file, what, where, time, after }) => {
            return { number, file, what, where, time, undoable: texts.get(file) === after };
          })
          .reverse();
      },
      async undo(number) {
        const found = kept.find((one) => one.number === number);
        return found === undefined ? null : undo(found);
      },
    },
  };
}

function sizeOf(one: Kept | undefined): number {
  return (one?.before?.length ?? 0) + (one?.after?.length ?? 0);
}

/** Times that a save is made anew over a file that changed under it. */
const MOST_TRIES = 20;

/** Does it again while somebody else writes the same file. */
async function tryAgain<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; tries < MOST_TRIES; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
    }
  }
  throw new StoreError(`${file} keeps changing; nothing was saved. Save again in a moment.`, 'changing');
}

/** False when the file changed at the last moment. */
async function isWritten(disk: Disk, file: string, text: string | null, expected: string | null): Promise<boolean> {
  try {
    await write(disk, file, text, expected);
    return true;
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return false;
    throw error;
  }
}

function tellOnce(tell: (message: string) => void): (message: string) => void {
  const told = new Set<string>();
  return (message) => {
    if (!told.has(message)) tell(message);
    told.add(message);
  };
}

/** @throws {StoreError} when the file is there and cannot be read, or stands behind a link */
async function readText(root: string, file: string): Promise<string | null> {
  await refuseOddFolder(root, path.dirname(file)).catch((error: unknown) => {
    throw error instanceof OddPlace ? new StoreError(`${error.message}; nothing was saved.`, 'unfit') : error;
  });
  const { text, problem, recoded } = await readSource(root, file);
  if (text === null && problem?.message.includes('ENOENT') !== true)
    throw new StoreError(`${file} ${problem?.message ?? 'cannot be read'}.`, 'unfit');
  if (recoded) throw new StoreError(`${file} is UTF-16; save it as UTF-8 first.`, 'unfit');
  return text;
}

interface Disk {
  readonly root: string;
  readonly calls: FileCalls;
  readonly now: () => number;
  readonly tell: (message: string) => void;
}

/**
 * @param text null to take the file away
 * @throws {ChangedMeanwhile} @throws {StoreError}
 */
async function write(disk: Disk, file: string, text: string | null, expected: string | null): Promise<void> {
  const { root, calls } = disk;
  const full = path.join(root, file);
  if (text !== null) refuseUnreadable(text, file);
  try {
    const oldName = expected === null ? null : await oldNameFor(disk, file);
    if (text !== null) await writeFileDurably(full, text, expected, { oldName, calls });
    else if (expected !== null) await removeFileDurably(full, expected, { oldName, calls });
  } catch (error) {
    throw sayNotWritten(error, file);
  }
}

async function oldNameFor({ root, now, tell }: Disk, file: string): Promise<string | null> {
  return nameForOldVersion(root, file, now()).catch((error: unknown) => {
    if (!(error instanceof OddPlace)) throw error;
    tell(`${error.message}. Until then no old versions of ${file} are kept.`);
    return null;
  });
}
