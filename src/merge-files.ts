import type { Console, ExitCode } from './cli/command.ts';
import { type MergeCommand, runMergeDriver } from './cli/merge-driver.ts';
import type { Versions } from './core/model/versions.ts';
import { sayNotWritten } from './files/disk/not-saved.ts';
import { readVersion } from './files/disk/read-input.ts';
import { writeFileDurably } from './files/disk/write-file.ts';
import { mergeLines } from './files/thread/merge-lines.ts';

/** `visavis merge-driver`, with what it needs of files. Where git calls it, there are no settings to be read. */
export function mergeFiles(command: MergeCommand, console: Console): Promise<ExitCode> {
  const ports = {
    read: readVersion,
    write: (file: string, text: string, before: string) =>
      writeFileDurably(file, text, before).catch((error: unknown) => {
        throw sayNotWritten(error, file);
      }),
    mergeLines: ({ base, ours, theirs }: Versions<string>) => mergeLines(ours, base, theirs),
  };
  return runMergeDriver(command, ports, console);
}
