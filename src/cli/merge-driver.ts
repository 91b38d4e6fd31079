import type { Versions } from '../core/model/versions.ts';
import { mergerOf } from '../formats/merge/merge-versions.ts';
import type { Console, ExitCode } from './command.ts';

/** What git calls to merge one file: `visavis merge-driver %O %A %B %P`. */
export interface MergeCommand {
  readonly name: 'merge-driver';
  /** Files of the three versions; the merge is written over ours. */
  readonly files: Versions<string>;
  /** Of the file in the repository. */
  readonly path: string;
}

/** What the driver needs of files. */
export interface MergePorts {
  /** Null for what is no text. */
  readonly read: (file: string) => Promise<string | null>;
  /** In one step: what git takes up is the whole merge, or ours as it was. */
  readonly write: (file: string, text: string, before: string) => Promise<void>;
  /** As git merges lines, marks of conflicts among them; false where there are some. */
  readonly mergeLines: (files: Versions<string>) => Promise<boolean>;
}

/**
 * Merges a catalogue by message, a glossary by entry and the French by words; every other file, and one that cannot be
 * merged so, by lines as git does. A catalogue or a glossary that was merged has no marks of conflicts: what is open is
 * a finding of the check.
 */
export async function runMergeDriver(
  { files, path }: MergeCommand,
  ports: MergePorts,
  console: Console,
): Promise<ExitCode> {
  const merge = mergerOf(path);
  if (merge !== null) {
    const versions = await readAll(files, ports);
    const merged = versions === null ? null : merge(versions);
    if (versions !== null && merged !== null) {
      await ports.write(files.ours, merged, versions.ours);
      return 0;
    }
    console.err(
      `visavis: ${path} was merged by lines, since one of its versions cannot be read or both changed the same.\n`,
    );
  }
  return (await ports.mergeLines(files)) ? 0 : 1;
}

/** Null where one of them is no text. */
async function readAll(files: Versions<string>, { read }: MergePorts): Promise<Versions<string> | null> {
  const [base, ours, theirs] = [await read(files.base), await read(files.ours), await read(files.theirs)];
  return base === null || ours === null || theirs === null ? null : { base, ours, theirs };
}
