import path from 'node:path';
import { changedParts } from '../../core/changes/ports/file-parts.ts';
import type { History, Save } from '../../core/changes/ports/history.ts';
import { NO_WATCHER, type SaveWatcher } from '../../core/changes/ports/shared-store.ts';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import { createKeyedTurns } from '../../core/model/keyed-turns.ts';
import { refuseUnreadable, sayNotWritten } from '../disk/not-saved.ts';
import { nameForOldVersion, OWN_FOLDER } from '../disk/old-versions.ts';
import { OddPlace, refuseOddFolder } from '../disk/plain.ts';
import { readSource } from '../disk/read-source.ts';
import { ChangedMeanwhile, type FileCalls, removeFileDurably, SYSTEM, writeFileDurably } from '../disk/write-file.ts';
import { sayUnfinished } from '../thread/unfinished.ts';
import { createFileHistory } from './file-history.ts';
import { type FileReaders, readersHere } from './file-readers.ts';
import { NO_PARTS, partReaderFor } from './part-kinds.ts';
import type { Permission } from './permission.ts';
import type { Replaced, Written } from './replaced.ts';
import { createSaveLog, type SaveLog } from './save-log.ts';
import { refuseTakenIds } from './taken-ids.ts';

/** What is to stand in a file, and what else there is to say. */
export interface Edited<T> {
  /** Null for a change that has nothing to write. */
  readonly text: string | null;
  readonly result: T;
}

/** What a save is called, and where it is looked at. */
export type About = Pick<Save, 'what' | 'where'>;

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
    about: About,
    make: (text: string | null) => Promise<Edited<T>>,
  ): Promise<{ readonly result: T; readonly save: number | null }>;
  /** Does something else with a file, in turn with its saves. */
  inTurn<T>(file: string, work: () => Promise<T>): Promise<T>;
  readonly root: string;
  readonly readers: FileReaders;
  readonly history: History;
  readonly log: SaveLog;
  /** Who saves at this moment; null where nobody knows. */
  readonly author: () => string | null;
  readonly watcher: SaveWatcher;
  readonly permission: Permission;
}

export interface FileEditorOptions {
  /** Told of every save, before and after. */
  readonly watcher?: SaveWatcher;
  readonly calls?: FileCalls;
  /** Told, once for each place, where no old version of a file can be kept. */
  readonly onTrouble?: (message: string) => void;
  readonly author?: () => string | null;
  /** What whoever acts may do; all where nobody is asked. */
  readonly permission?: Permission;
  /** Shared with whatever else reads the files. */
  readonly readers?: FileReaders;
}

/** @param now milliseconds since 1970 */
export function createFileEditor(root: string, now: () => number, options: FileEditorOptions = {}): FileEditor {
  const { calls = SYSTEM, onTrouble = () => {}, author = () => null, readers = readersHere() } = options;
  const { watcher = NO_WATCHER, permission = ALL } = options;
  const { pacer, parsed } = readers;
  const tell = tellOnce(onTrouble);
  const disk: Disk = { root, calls, now, tell };
  const log = createSaveLog(root, tell);
  const inTurn = createFileTurns();
  const replaced: Replaced = {
    read: (file) => readText(root, file),
    async write(file, text, expected) {
      await watcher.before(file);
      await write(disk, file, text, expected);
    },
    note: async (save) => {
      const changes = await pacer.finish(changesOf(save));
      const { file, what, where, undoes, turned, isChosen, before, after: text } = save;
      const made = { kind: 'file', file, what, where, time: now(), by: author() } as const;
      watcher.after({ place: file, before, text, what, by: made.by, time: made.time });
      return log.note({ ...made, changes, undoes, turned, isChosen, isNew: before === null });
    },
    again: (file, work) => inTurn(file, () => tryAgain(file, work)),
  };
  return {
    ...{ root, readers, log, author, inTurn, watcher, permission },
    edit: (file, about, make) =>
      replaced.again(file, async () => {
        const before = await replaced.read(file);
        const { text, result } = await make(before);
        if (text === null || text === before) return { result, save: null };
        // Before anything reads it: what is too large takes many seconds to read.
        refuseUnreadable(text, file);
        await wantAllowed(permission, { file, before, after: text });
        await refuseTakenIds({ file, before, after: text }, { root, parsed }).catch(sayUnfinished(file));
        await replaced.write(file, text, before);
        return { result, save: await replaced.note({ file, ...about, ...FIRST, before, after: text }) };
      }),
    history: createFileHistory({
      ...{ root, log, author, pacer, permission, now, parsed, disk: replaced },
    }),
  };
}

/** The command line is whoever has the files. */
const ALL: Permission = {
  person: () => null,
  wantWriter() {},
  allowed: async (_file, _before, text) => ({ text, why: null }),
};

/**
 * A save says itself what it approves, and so it is refused as a whole.
 *
 * @throws {StoreError} forbidden
 */
async function wantAllowed(
  permission: Permission,
  { file, before, after }: { readonly file: string; readonly before: string | null; readonly after: string },
): Promise<void> {
  const { why } = await permission.allowed(file, before, after);
  if (why !== null) throw new StoreError(why, 'forbidden');
}

/** Of a save that undoes none. */
const FIRST = { undoes: null, turned: [], isChosen: false } as const;

function* changesOf({ file, before, after, told = [] }: Written) {
  const reader = partReaderFor(file);
  const [old, now] = [
    before === null ? NO_PARTS : yield* reader.split(before),
    after === null ? NO_PARTS : yield* reader.split(after),
  ];
  yield;
  return [...changedParts(old, now), ...told];
}

function createFileTurns() {
  const turns = createKeyedTurns();
  return inTurn;

  /**
   * Does one thing with a file after the other, whether the one before went well or not. Those of the glossary take
   * turns with each other: an id is free in all of them, or in none.
   *
   * @guard one-after-the-other → work()
   */
  function inTurn<T>(file: string, work: () => Promise<T>): Promise<T> {
    return turns(file.startsWith('glossary/') ? 'glossary/' : file, work);
  }
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
  // What belongs to a removed article is old already.
  if (file.startsWith(`${OWN_FOLDER}/`)) return null;
  return nameForOldVersion(root, file, now()).catch((error: unknown) => {
    if (!(error instanceof OddPlace)) throw error;
    tell(`${error.message}. Until then no old versions of ${file} are kept.`);
    return null;
  });
}
