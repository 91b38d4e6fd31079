import { either } from '../core/text/either.ts';
import { printableLine } from '../core/text/printable.ts';

/** Where a command writes, one line at a time. */
export interface Console {
  /** Results. */
  readonly out: (line: string) => void;
  /** Messages. */
  readonly err: (line: string) => void;
}

/**
 * Lines hold what strangers wrote: names of files, texts, answers of engines. None of it reaches a terminal but to be
 * shown, and a line break in it begins no line; the one at the end is the line’s own.
 */
export function createConsole(out: NodeJS.WritableStream, err: NodeJS.WritableStream): Console {
  const writeTo = (stream: NodeJS.WritableStream) => (line: string) => {
    stream.write(`${printableLine(line.replace(/\n$/, ''))}\n`);
  };
  return { out: writeTo(out), err: writeTo(err) };
}

/** Where the command that makes files writes one that nobody named. */
export interface Output {
  /** Somebody looks at it. */
  readonly isTerminal: boolean;
  /** Text or bytes as they are; resolves when more may come. To a terminal no sign of a text is more than shown. */
  readonly write: (piece: string | Uint8Array) => Promise<void>;
}

/** Text that goes to a terminal is shown as {@link createConsole} shows it, line by line. */
export function createOutput(stream: NodeJS.WritableStream & { readonly isTTY?: boolean }): Output {
  const isTerminal = stream.isTTY === true;
  const shown = (text: string) => text.split(/\r?\n/).map(printableLine).join('\n');
  return {
    isTerminal,
    write: (piece) =>
      new Promise((resolve, reject) => {
        const done = (error?: Error | null) => (error ? reject(error) : resolve());
        stream.write(isTerminal && typeof piece === 'string' ? shown(piece) : piece, done);
      }),
  };
}

/** 0 clean, 1 findings, 2 wrong use or unreadable input. */
export type ExitCode = 0 | 1 | 2;

/** Wrong use of the command line: a sentence, then exit code 2. */
export class UsageError extends Error {}

/** @throws {UsageError} for a format that is none of these */
export function formatOf<Format extends string>(written: string, formats: readonly Format[], what = 'format'): Format {
  const known = formats.find((one) => one === written);
  if (known !== undefined) return known;
  throw new UsageError(`“${written}” is not a ${what}; write ${either(formats)}.`);
}
