import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../core/problem.ts';

/** A file of the root as it was read: its text, or the problem that kept it from being read. */
export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string | null;
  readonly problem: Problem | null;
}

/** Larger files are refused: what people write by hand, and what tools export. Bytes. */
const MOST_WRITTEN = 5 * 1024 * 1024;
const MOST_EXPORTED = 100 * 1024 * 1024;

/** Reads one text file. Links, devices, huge files and texts that are not UTF-8 give a problem instead. */
export async function readSource(root: string, relative: string): Promise<SourceFile> {
  try {
    const text = await readText(path.join(root, relative), /\.(csv|tsv|tbx)$/.test(relative));
    return { path: relative, text, problem: null };
  } catch (error) {
    const message =
      error instanceof Unreadable ? error.message : `cannot be read (${codeOf(error)}); check its permissions`;
    const problem: Problem = {
      file: relative,
      line: 1,
      column: 1,
      severity: 'error',
      rule: 'file',
      message,
      excerpt: '',
    };
    return { path: relative, text: null, problem };
  }
}

class Unreadable extends Error {}

/** @param exported whether a tool wrote it: then it may be large, and UTF-16 */
async function readText(file: string, exported: boolean): Promise<string> {
  const found = await lstat(file);
  if (!found.isFile()) throw new Unreadable('is no ordinary file; links, folders and devices are not read');
  const most = exported ? MOST_EXPORTED : MOST_WRITTEN;
  if (found.size > most)
    throw new Unreadable(`is too large (${megabytes(found.size)}; the limit is ${megabytes(most)})`);
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    return decode(await handle.readFile(), exported);
  } finally {
    await handle.close();
  }
}

function megabytes(bytes: number): string {
  return `${Number((bytes / 1024 / 1024).toFixed(1))} MB`;
}

function decode(bytes: Buffer, exported: boolean): string {
  const mark = bytes.toString('hex', 0, 2);
  if (mark === 'fffe' || mark === 'feff') {
    if (!exported) throw new Unreadable('is UTF-16; save it as UTF-8');
    return new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes);
  }
  if (bytes.includes(0)) throw new Unreadable('holds a NUL byte; save it as UTF-8 text');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unreadable(`is not UTF-8 (line ${lineOfBadByte(bytes)}); save it as UTF-8`);
  }
}

/** The first line whose bytes are not UTF-8. */
function lineOfBadByte(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(10, start);
    const stop = end < 0 ? bytes.length : end + 1;
    if (bytes.subarray(start, stop).toString('utf8').includes('\ufffd')) return line;
    start = stop;
  }
  return line;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
