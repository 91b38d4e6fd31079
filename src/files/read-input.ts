import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from './error-code.ts';
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
  const name = file === '-' ? 'Standard input' : file;
  try {
    const bytes = file === '-' ? input() : await readFile(path.resolve(file));
    return decodeText(bytes, false).text;
  } catch (error) {
    throw new UnreadableInput(`${name} ${error instanceof Unreadable ? error.message : reasonOf(codeOf(error))}.`);
  }
}

function reasonOf(code: string): string {
  return code === 'EISDIR' ? 'is a folder; name one text file' : `cannot be read (${code || 'unknown error'})`;
}
