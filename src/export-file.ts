import type { Console, ExitCode, Output } from './cli/command.ts';
import { type ExportCommand, runExport } from './cli/export.ts';
import type { Snapshot } from './core/changes/ports/library.ts';
import { saveExport } from './files/disk/export-file.ts';
import { createArticleFiles } from './files/loading/article-files.ts';
import { createPacer } from './files/thread/pacer.ts';

/** Where the command runs. */
interface Around {
  readonly snapshot: Snapshot;
  readonly console: Console;
  readonly output: Output;
  /** Of this program. */
  readonly version: string;
}

/** `visavis export`, with what it needs of files. */
export function exportFile(command: ExportCommand, root: string, { console, ...around }: Around): Promise<ExitCode> {
  const files = createArticleFiles(root);
  const save = saveExport(root);
  return runExport(command, { ...around, files, save, pacer: createPacer() }, console);
}
