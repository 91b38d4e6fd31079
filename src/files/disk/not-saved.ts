import { StoreError } from '../../core/changes/ports/store-error.ts';
import { reasonOf, saidCode } from './error-code.ts';
import { whyUnreadable } from './read-source.ts';
import { ChangedMeanwhile, OnlyForReading } from './write-file.ts';

/**
 * What is written is read again at the next start: nothing is put in place that the reader would not take.
 *
 * @throws {StoreError} naming the limit, or the sign
 * @guard unreadable-text
 */
export function refuseUnreadable(text: string, file: string): void {
  const why = whyUnreadable(text, file);
  if (why === null) return;
  const advice = why.isLarge ? 'divide it first' : 'leave that out';
  throw new StoreError(
    `${file} could not be read again: with this it ${why.message}. Nothing was saved; ${advice}.`,
    why.isLarge ? 'large' : 'invalid',
  );
}

/**
 * What the system said when a file was written, as a sentence; the error itself where the save is only to be tried
 * again.
 */
export function sayNotWritten(error: unknown, file: string): Error {
  if (error instanceof ChangedMeanwhile) return error;
  if (error instanceof OnlyForReading)
    return new StoreError(
      `${file} may only be read (${error.message}); it stays as it was. Allow writing, if it is to be changed here.`,
      'forbidden',
    );
  const code = saidCode(error);
  const reason = reasonOf(code);
  const says = {
    full: `The disk is full (${code}): ${file} stays as it was.`,
    forbidden: `${file} may not be written (${code}); it stays as it was. Check who owns it and its folder.`,
    other: `${file} cannot be written (${code}); it stays as it was.`,
  };
  return new StoreError(says[reason], reason);
}
