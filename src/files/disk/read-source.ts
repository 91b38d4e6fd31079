import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { type Problem, problemOf } from '../../core/checks/problem.ts';
import { noTextIn } from '../../formats/document/blocks/no-text.ts';
import { type GlossaryKind, kindOf } from '../../formats/glossary/kinds.ts';
import { saidCode } from './error-code.ts';
import { openToRead } from './open-plain.ts';

/** A file of the root as it was read: its text, or the problem that kept it from being read. */
export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  /**
   * Of an article it is made of its bytes whenever it is asked for, which is seldom: as a text it takes twice as much.
   */
  readonly text: string | null;
  /** UTF-16 units of the text. */
  readonly length: number;
  readonly problem: Problem | null;
  /** The bytes are of another encoding than UTF-8, so the text must not be written back. */
  readonly recoded: boolean;
}

/** Larger files of articles are refused. Bytes. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Reads one text file. Links, devices, huge files and texts that are not UTF-8 give a problem instead. */
export async function readSource(root: string, relative: string): Promise<SourceFile> {
  const kind = kindOf(relative);
  try {
    const { text, recoded } = await readText(path.join(root, relative), kind);
    const read = { path: relative, length: text.length, problem: null, recoded };
    return kind === null ? madeOfBytes(read, Buffer.from(text)) : { ...read, text };
  } catch (error) {
    const message =
      error instanceof Unreadable ? error.message : `cannot be read (${saidCode(error)}); check its permissions`;
    const at = error instanceof Unreadable ? error.place : { line: 1, column: 1 };
    const problem = problemOf('file', { file: relative, ...at }, message);
    return { path: relative, text: null, length: 0, problem, recoded: false };
  }
}

function madeOfBytes(read: Omit<SourceFile, 'text'>, bytes: Buffer): SourceFile {
  return {
    ...read,
    get text() {
      return bytes.toString();
    },
  };
}

/**
 * What would keep a text from being read again, as the reader itself finds it; null for nothing. “Is too large …” and
 * the like, to go after the name of the file.
 *
 * @param relative names the kind of file
 */
export function whyUnreadable(text: string, relative: string): { message: string; isLarge: boolean } | null {
  const bytes = Buffer.from(text);
  const kind = kindOf(relative);
  try {
    refuseLarge(bytes.length, kind);
    if (decodeText(bytes, kind?.isExport ?? false).text === text) return null;
    return { message: 'holds half a character (U+D800 to U+DFFF)', isLarge: false };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { message: error.message, isLarge: error.isLarge };
  }
}

function refuseLarge(bytes: number, kind: GlossaryKind | null): void {
  const most = kind?.mostBytes ?? MOST_BYTES;
  if (bytes > most)
    throw new Unreadable(`is too large (${megabytes(bytes)}; the limit is ${megabytes(most)})`, undefined, true);
}

/** A text that is none, or none that is read; the message goes on from the name of the file. */
export class Unreadable extends Error {
  readonly place: { readonly line: number; readonly column: number };
  readonly isLarge: boolean;
  constructor(message: string, place = { line: 1, column: 1 }, isLarge = false) {
    super(message);
    this.place = place;
    this.isLarge = isLarge;
  }
}

/** @guard odd-file */
function refuseOdd(found: Stats): void {
  if (!found.isFile()) throw new Unreadable('is no ordinary file; links, folders and devices are not read');
}

/** @param kind null for a file that is no glossary */
async function readText(file: string, kind: GlossaryKind | null): Promise<Decoded> {
  const found = await lstat(file);
  refuseOdd(found);
  refuseLarge(found.size, kind);
  const handle = await openToRead(file);
  try {
    return decodeText(await handle.readFile(), kind?.isExport ?? false);
  } finally {
    await handle.close();
  }
}

/** Rounded up, so that what is over a limit never reads as the limit. */
function megabytes(bytes: number): string {
  return `${Math.ceil((bytes / 1024 / 1024) * 100) / 100} MB`;
}

interface Decoded {
  readonly text: string;
  readonly recoded: boolean;
}

/**
 * @param exported whether UTF-16 is read too
 * @throws {Unreadable} with the first byte that is no UTF-8
 */
export function decodeText(bytes: Buffer, exported: boolean): Decoded {
  const noText = noTextIn(bytes);
  if (noText !== null) throw new Unreadable(`${noText}; save it as UTF-8 text`);
  const mark = bytes.toString('hex', 0, 2);
  if (mark === 'fffe' || mark === 'feff') {
    if (!exported) throw new Unreadable('is UTF-16; save it as UTF-8');
    return { text: new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes), recoded: true };
  }
  if (bytes.includes(0)) throw new Unreadable('holds a NUL byte; save it as UTF-8 text');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), recoded: false };
  } catch {
    const { offset, line, column } = placeOfBadByte(bytes);
    const message = `is not UTF-8 (byte ${offset + 1} of the file); save it as UTF-8`;
    throw new Unreadable(message, { line, column });
  }
}

/** The first byte that no UTF-8 text has there, with its line and its column in UTF-16 units. */
function placeOfBadByte(bytes: Buffer): { offset: number; line: number; column: number } {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(10, start);
    const stop = end < 0 ? bytes.length : end + 1;
    const text = bytes.subarray(start, stop);
    if (!isUtf8(text, false)) {
      const offset = longestGood(text);
      return { offset: start + offset, line, column: text.toString('utf8', 0, offset).length + 1 };
    }
    start = stop;
  }
  return { offset: bytes.length, line, column: 1 };
}

/** Bytes of the longest beginning that is UTF-8. */
function longestGood(bytes: Buffer): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) low = middle;
    else high = middle - 1;
  }
  // Not the first bytes of the character that goes wrong.
  while (low > 0 && !isUtf8(bytes.subarray(0, low), false)) low -= 1;
  return low;
}

/** @param stream a character that is cut off at the end is no mistake */
function isUtf8(bytes: Buffer, stream: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
