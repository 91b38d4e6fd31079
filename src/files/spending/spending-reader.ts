import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { setImmediate as pause } from 'node:timers/promises';
import { emptyState, type SpendingState, takeLine } from './spending-lines.ts';

/** A ledger as far as it was read. */
export interface Reading {
  readonly state: SpendingState;
  /** Tells how the file was then; '' for not at all. */
  readonly mark: string;
  readonly ino: number;
  /** Bytes up to the end of the last line that was whole. */
  readonly end: number;
  /** The last of them: where they stand there still, others only wrote behind them. */
  readonly last: Buffer;
}

export function unread(): Reading {
  return { state: emptyState(), mark: '', ino: 0, end: 0, last: Buffer.alloc(0) };
}

/** Changes with the file. */
export function markOf({ ino, size, mtimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs}`;
}

/** Bytes by which the place is told where reading goes on; most of a line. */
const LAST = 100;
const LINE_END = 0x0a;

/**
 * Reads what stands in a ledger now: behind the last reading where others only added to it, and else anew. Lets others
 * have their turn in between.
 *
 * @returns the next reading, with the state of the last one where it went on from there
 */
export async function readOn(before: Reading, handle: FileHandle): Promise<Reading> {
  const found = await handle.stat();
  const mark = markOf(found);
  if (mark === before.mark) return before;
  const { state, end, last } = (await goesOn(before, found, handle)) ? before : unread();
  const read = await bytesOf(handle, end, found.size);
  const whole = read.subarray(0, read.lastIndexOf(LINE_END) + 1);
  await takeLines(state, whole.toString('utf8'));
  const place = Buffer.concat([last, whole.subarray(-LAST)]).subarray(-LAST);
  return { state, mark, ino: found.ino, end: end + whole.length, last: place };
}

async function goesOn({ ino, end, last }: Reading, found: Stats, handle: FileHandle): Promise<boolean> {
  if (ino !== found.ino || end >= found.size) return false;
  return last.equals(await bytesOf(handle, end - last.length, end));
}

async function bytesOf(handle: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.alloc(to - from);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, from + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/** Lines between two turns of others. */
const LINES = 2000;

async function takeLines(state: SpendingState, text: string): Promise<void> {
  let count = 0;
  for (const [line] of text.matchAll(/[^\n]+/g)) {
    takeLine(state, line);
    count += 1;
    if (count % LINES === 0) await pause();
  }
}
