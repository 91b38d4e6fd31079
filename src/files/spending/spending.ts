import { randomUUID } from 'node:crypto';
import { type FileHandle, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Claim, PaidAnswer, Spending } from '../../core/changes/ports/spending.ts';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import { codeOf, reasonOf, saidCode } from '../disk/error-code.ts';
import { stateOf, thisProcess } from '../disk/lock-holder.ts';
import { makeOwnFolder, OWN_FOLDER } from '../disk/old-versions.ts';
import { endCutLine, openToAdd, openToRead } from '../disk/open-plain.ts';
import { OddPlace, refuseOddFolder } from '../disk/plain.ts';
import { writeFileDurably } from '../disk/write-file.ts';
import { underLock } from '../lock/short-lock.ts';
import { emptyState, type SpendingLine, type SpendingState, shortened } from './spending-lines.ts';
import { markOf, type Reading, readOn, unread } from './spending-reader.ts';

/** Relative to the root. */
const FILE = `${OWN_FOLDER}/spending.jsonl`;
const LOCK = `${OWN_FOLDER}/spending.lock`;
/** Bytes at which the ledger is written anew with what still matters, and what its answers may take then. */
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_KEPT = 3 * 1024 * 1024;
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
  const disk: Disk = { ...{ root, mostBytes, now }, reading: unread(), looked: unread() };
  let last: Promise<unknown> = Promise.resolve();
  let looking: Promise<SpendingState> = Promise.resolve(emptyState());
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
      const began = at();
      looking = looking.then(() => stateNow(disk)).catch(emptyState);
      const { answers, months } = await looking;
      return { at: began, answers: [...answers.values()], months: [...months.values()] };
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

/** A ledger on the disk, and how far it was read. */
interface Disk {
  readonly root: string;
  readonly mostBytes: number;
  readonly now: () => number;
  reading: Reading;
  /** The same for who only looks; apart, as a change may be half done meanwhile. */
  looked: Reading;
}

async function changed<T>(
  disk: Disk,
  work: (state: SpendingState) => { readonly lines: readonly SpendingLine[]; readonly result: T },
): Promise<T> {
  try {
    await makeOwnFolder(disk.root);
    return await underLock(disk.root, LOCK, async () => {
      const handle = await openToAdd(path.join(disk.root, FILE));
      try {
        await readLedger(disk, handle);
        const { lines, result } = work(disk.reading.state);
        if (lines.length > 0) await append(disk, handle, lines);
        return result;
      } finally {
        await handle.close();
      }
    });
  } catch (error) {
    disk.reading = unread();
    throw error instanceof StoreError ? error : notNoted(error);
  }
}

function notNoted(error: unknown): StoreError {
  const why = error instanceof OddPlace ? error.message : saidCode(error);
  return new StoreError(
    `What engines cost cannot be noted in ${FILE} (${why}), so nothing more is sent. Make room for it there, then start again.`,
    reasonOf(codeOf(error)),
  );
}

/** Reads what others wrote meanwhile. */
async function readLedger(disk: Disk, handle: FileHandle): Promise<void> {
  await refuseOdd(handle);
  await endCutLine(handle);
  disk.reading = await readOn(disk.reading, handle);
}

/** What stands in the file at this moment, without a trace. */
async function stateNow(disk: Disk): Promise<SpendingState> {
  await refuseOddFolder(disk.root, OWN_FOLDER);
  const handle = await openToRead(path.join(disk.root, FILE));
  try {
    await refuseOdd(handle);
    if (markOf(await handle.stat()) === disk.reading.mark) return disk.reading.state;
    disk.looked = await readOn(disk.looked, handle);
    return disk.looked.state;
  } finally {
    await handle.close();
  }
}

/** @throws {StoreError} for what is no ledger */
async function refuseOdd(handle: FileHandle): Promise<void> {
  const found = await handle.stat();
  if (!found.isFile()) throw new StoreError(`${FILE} is no ledger of ours; take it away, then start again.`, 'unfit');
  if (found.size > 2 * MOST_BYTES)
    throw new StoreError(
      `${FILE} is longer than ${(2 * MOST_BYTES) / 1024 ** 2} MB, as no ledger of ours gets; take it away, then start again.`,
      'unfit',
    );
}

async function append(disk: Disk, handle: FileHandle, lines: readonly SpendingLine[]): Promise<void> {
  await handle.writeFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await syncLedger(handle);
  disk.reading = await readOn(disk.reading, handle);
  if (disk.reading.end > disk.mostBytes) await shorten(disk);
}

/** Without this what was reserved may be forgotten after a power cut, and bought again. */
async function syncLedger(handle: FileHandle): Promise<void> {
  await handle.sync();
}

/** What nobody claims any more is left out; what they had reserved stays in the sum of its month. */
async function shorten(disk: Disk): Promise<void> {
  const file = path.join(disk.root, FILE);
  const { claims, reserved } = disk.reading.state;
  for (const [id, claim] of claims) if (!isLiving(claim, disk.now())) claims.delete(id);
  for (const [id, { claim }] of reserved) if (!claims.has(claim)) reserved.delete(id);
  const kept = shortened(disk.reading.state, Math.min(MOST_KEPT, disk.mostBytes / 2));
  await writeFileDurably(file, kept, (await readFile(file)).toString('utf8'));
  disk.reading = unread();
}
