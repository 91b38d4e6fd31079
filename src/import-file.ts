import type { Console, ExitCode } from './cli/command.ts';
import { runImport } from './cli/import.ts';
import type { ImportCommand } from './cli/import-command.ts';
import type { Library } from './core/changes/ports/library.ts';
import { readInputBytes } from './files/disk/read-input.ts';
import { createFileEditor } from './files/saving/file-editor.ts';
import { readersHere } from './files/saving/file-readers.ts';
import { createGlossaryStore } from './files/saving/glossary-store.ts';
import { createTranslationStore } from './files/saving/translations.ts';
import { createImportReader } from './files/thread/imports.ts';
import { MOST_TERMBASE_BYTES } from './formats/import/read-import.ts';
import { today } from './today.ts';

/** Where the command runs. */
interface Around {
  readonly library: Library;
  /** The name of who imports; null where nobody knows it. */
  readonly person: string | null;
  readonly console: Console;
  readonly input: () => Buffer;
}

/** `visavis import`, with what it needs of files. */
export function importFile(
  command: ImportCommand,
  root: string,
  { library, person, console, input }: Around,
): Promise<ExitCode> {
  const readers = readersHere();
  const editor = createFileEditor(root, Date.now, {
    onTrouble: (message) => console.err(`visavis: ${message}\n`),
    author: () => person,
    readers,
  });
  const ports = {
    readBytes: (file: string) => readInputBytes(file, input, MOST_TERMBASE_BYTES + 1),
    reader: createImportReader(readers.texts),
    library,
    translations: createTranslationStore(editor),
    glossary: createGlossaryStore(editor),
    ...{ pacer: readers.pacer, person, today },
  };
  return runImport(command, ports, console);
}
