import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Claim, PaidAnswer, Spending } from '../core/changes/spending.ts';
import { StoreError } from '../core/changes/store-error.ts';
import { codeOf } from './error-code.ts';
import { stateOf, thisProcess } from './lock-holder.ts';
import { makeOwnFolder, OWN_FOLDER } from './old-versions.ts';
import { OddPlace, refuseOddFolder } from './plain.ts';
import { underLock } from './short-lock.ts';
import { emptyState, type SpendingLine, type SpendingState, shortened, takeLine, takeLines } from './spending-lines.ts';
import { writeFileDurably } from './write-file.ts';

/** Relative to the root. */
const FILE = `${OWN_FOLDER}/spending.jsonl`;
/** Bytes at which the ledger is written anew with what still matters, and what its answers may take then. */
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_KEPT = 3 * 1024 * 1024;
/** Bytes of a ledger that no program of ours has written. */
const UNREADABLE = 64 * 1024 * 1024;
/** Time without a line after which a claim of another machine counts as left behind. Milliseconds. */
const PATIENCE = 30 * 60_000;

export interface SpendingOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly mostBytes?: number;
}

/**
 * The ledger of spending in `.visavis/`: one line for each thing that happens, on the disk before it is acted on, and
 * read again whenever another process wrote. Nothing is read or written behind a link.
 */
export function createSpending(root: string, { now, mostBytes = MOST_BYTES }: SpendingOptions): Spending {
  const disk: Disk = { root, mostBytes, state: emptyState(), seen: '', looked: null };
  let last: Promise<unknown> = Promise.resolve();
  /** In turn with all others, here and elsewhere; what `work` gives is written down. */
  const change = <T>(
    work: (state: SpendingState) => { readonly lines: readonly SpendingLine[]; readonly result: T },
  ) => {
    const done = last.catch(() => {}).then(() => changed(disk, work));
    last = done;
    return done;
  };
  const note = (...lines: readonly SpendingLine[]) => change(() => ({ lines, result: undefined }));
  const at = () => new Date(now()).toISOString();
  return {
    async look() {
      const { answers, months } = await stateNow(disk).catch(emptyState);
      return { answers: [...answers.values()], months: [...months.values()] };
    },
    claim: (names) =>
      change((state) => {
        if (isTaken(names, state, now())) return { lines: [], result: null };
        const id = randomUUID();
        return {
          lines: [{ kind: 'claim', id, names, holder: thisProcess(id), at: at() }],
          result: claimOf({ id, answers: [...state.answers.values()] }, note, at),
        };
      }),
  };
}

function claimOf(
  { id, answers }: { readonly id: string; readonly answers: readonly PaidAnswer[] },
  note: (...lines: readonly SpendingLine[]) => Promise<void>,
  at: () => string,
): Claim {
  return {
    answers,
    async reserve(engine, characters) {
      const reservation = randomUUID();
      await note({ kind: 'reserve', id: reservation, claim: id, engine, characters, at: at(), counted: false });
      return { settle: (cost) => note({ kind: 'settle', id: reservation, ...cost }) };
    },
    keep: (answers) => note(...answers.map((answer) => ({ kind: 'answer' as const, ...answer }))),
    end: () => note({ kind: 'end', id }).catch(() => {}),
  };
}

/** @guard one-run → false */
function isTaken(names: readonly string[], { claims }: SpendingState, now: number): boolean {
  const wanted = new Set(names);
  return [...claims.values()].some((claim) => claim.names.some((name) => wanted.has(name)) && isLiving(claim, now));
}

function isLiving({ holder, at }: Extract<SpendingLine, { kind: 'claim' }>, now: number): boolean {
  const state = stateOf(holder);
  return state === 'living' || (state === 'unknown' && Math.abs(now - Date.parse(at)) < PATIENCE);
}

/** A ledger on the disk, and what it came to when it was last read. */
interface Disk {
  readonly root: string;
  readonly mostBytes: number;
  state: SpendingState;
  /** Tells that state of the file; '' for none. */
  seen: string;
  /** The same for who only looks; apart, as a change may be half done meanwhile. */
  looked: { readonly mark: string; readonly state: SpendingState } | null;
}

async function changed<T>(
  disk: Disk,
  work: (state: SpendingState) => { readonly lines: readonly SpendingLine[]; readonly result: T },
): Promise<T> {
  try {
    await makeOwnFolder(disk.root);
    return await underLock(path.join(disk.root, OWN_FOLDER, 'spending.lock'), async () => {
      const { O_RDWR, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;
      const flags = O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK;
      const handle = await open(path.join(disk.root, FILE), flags);
      try {
        await readAnew(disk, handle);
        const { lines, result } = work(disk.state);
        if (lines.length > 0) await append(disk, handle, lines);
        return result;
      } finally {
        await handle.close();
      }
    });
  } catch (error) {
    disk.seen = '';
    throw error instanceof StoreError ? error : notNoted(error);
  }
}

function notNoted(error: unknown): StoreError {
  const why = error instanceof OddPlace ? error.message : codeOf(error) || 'unknown error';
  const reason = /^(?:ENOSPC|EDQUOT)$/.test(why)
    ? 'full'
    : /^(?:EACCES|EPERM|EROFS)$/.test(why)
      ? 'forbidden'
      : 'other';
  return new StoreError(
    `What engines cost cannot be noted in ${FILE} (${why}), so nothing more is sent. Make room for it there, then start again.`,
    reason,
  );
}

/** Where another process wrote meanwhile. */
async function readAnew(disk: Disk, handle: FileHandle): Promise<void> {
  const mark = await markOf(handle);
  if (mark === disk.seen) return;
  disk.state = await readState(handle);
  disk.seen = mark;
}

/** What stands in the file at this moment, without a turn and without a trace. */
async function stateNow(disk: Disk): Promise<SpendingState> {
  await refuseOddFolder(disk.root, OWN_FOLDER);
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const handle = await open(path.join(disk.root, FILE), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const mark = await markOf(handle);
    if (mark === disk.seen) return disk.state;
    if (mark !== disk.looked?.mark) disk.looked = { mark, state: await readState(handle) };
    return disk.looked.state;
  } finally {
    await handle.close();
  }
}

async function readState(handle: FileHandle): Promise<SpendingState> {
  const state = emptyState();
  takeLines(state, (await handle.readFile()).toString('utf8'));
  return state;
}

/** Changes with the file. @throws {StoreError} for what is no ledger */
async function markOf(handle: FileHandle): Promise<string> {
  const found = await handle.stat();
  if (!found.isFile() || found.size > UNREADABLE)
    throw new StoreError(`${FILE} is no ledger of ours; take it away, then start again.`, 'unfit');
  return `${found.ino} ${found.size} ${found.mtimeMs}`;
}

async function append(disk: Disk, handle: FileHandle, lines: readonly SpendingLine[]): Promise<void> {
  const { size } = await handle.stat();
  const last = Buffer.alloc(1);
  if (size > 0) await handle.read(last, 0, 1, size - 1);
  // A line that a crash cut off ends here.
  const cut = size > 0 && last.toString() !== '\n' ? '\n' : '';
  await handle.writeFile(`${cut}${lines.map((line) => `${JSON.stringify(line)}\n`).join('')}`);
  await syncLedger(handle);
  for (const line of lines) takeLine(disk.state, line);
  disk.seen = await markOf(handle);
  if ((await handle.stat()).size > disk.mostBytes) await shorten(disk);
}

/** Without this what was reserved may be forgotten after a power cut, and bought again. */
async function syncLedger(handle: FileHandle): Promise<void> {
  await handle.sync();
}

/** What processes that are gone had claimed is left out; what they had reserved stays in the sum of its month. */
async function shorten(disk: Disk): Promise<void> {
  const file = path.join(disk.root, FILE);
  const { claims, reserved } = disk.state;
  for (const [id, { holder }] of claims) if (stateOf(holder) === 'gone') claims.delete(id);
  for (const [id, { claim }] of reserved) if (!claims.has(claim)) reserved.delete(id);
  const kept = shortened(disk.state, Math.min(MOST_KEPT, disk.mostBytes / 2));
  await writeFileDurably(file, kept, (await readFile(file)).toString('utf8'));
  disk.seen = '';
}
