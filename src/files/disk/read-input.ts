import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { saidCode } from './error-code.ts';
import { decodeText, Unreadable } from './read-source.ts';

/** A text named on the command line that cannot be read; the message is one sentence for a person. */
export class UnreadableInput extends Error {}

/**
 * Reads the text of a file as it is, a byte order mark too, since offsets count from its first character. Pipes and
 * devices are read to their end.
 *
 * @param file `-` for standard input
 * @param input all of standard input
 * @throws {UnreadableInput}
 */
export async function readInput(file: string, input: () => Buffer): Promise<string> {
  try {
    const bytes = file === '-' ? input() : await readFile(path.resolve(file));
    return decodeText(bytes, false).text;
  } catch (error) {
    throw unreadable(file, error);
  }
}

/**
 * Reads one version of a file that git wants merged.
 *
 * @returns null for what is no text of UTF-8, which git may merge all the same
 * @throws {UnreadableInput}
 */
export async function readVersion(file: string): Promise<string | null> {
  const bytes = await readFile(path.resolve(file)).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  try {
    return decodeText(bytes, false).text;
  } catch {
    return null;
  }
}

/**
 * Reads the bytes of a document.
 *
 * @param most bytes of a file that are read: one more than whoever takes them allows, so that a longer one is noticed
 * @throws {UnreadableInput}
 */
export async function readInputBytes(file: string, input: () => Buffer, most: number): Promise<Buffer> {
  try {
    if (file === '-') return input();
    const chunks: Buffer[] = [];
    for await (const chunk of createReadStream(path.resolve(file), { end: most - 1 })) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): UnreadableInput {
  const name = file === '-' ? 'Standard input' : file;
  const code = saidCode(error);
  if (error instanceof Unreadable) return new UnreadableInput(`${name} ${error.message}.`);
  if (code === 'EISDIR') return new UnreadableInput(`${name} is a folder; name one text file.`);
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return new UnreadableInput(`${name} cannot be read (${code}).`);
  const advice = ADDRESSES.find(([looks]) => looks.test(file.trim()))?.[1];
  return new UnreadableInput(advice === undefined ? `There is no file ${name}.` : `${name} ${advice}.`);
}

/** What is said of an address where a file is wanted and none has that name: a colon alone makes none. */
const ADDRESSES: readonly (readonly [looks: RegExp, advice: string])[] = [
  [/^file:/i, 'is no file; write its path, without “file://”'],
  [/^www\./i, 'is no file; an address begins with https://'],
  [
    /^(?:[a-z][a-z\d+.-]+:\/\/|(?:https?|ftp|data|mailto):)/i,
    'is no file; of addresses, only those that begin with http:// or https:// are fetched, by “visavis add”',
  ],
];
