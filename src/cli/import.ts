import { UnreadableImport } from '../formats/import/unreadable.ts';
import { type Console, type ExitCode, UsageError } from './command.ts';
import type { ImportCommand, ImportPorts } from './import-command.ts';
import { importGlossary } from './import-glossary.ts';
import { importTranslation } from './import-translation.ts';

/**
 * `visavis import`: says what a file of another tool would change, with all that the check finds in it, and writes that
 * where it is asked to.
 *
 * @returns 1 where anything is wrong with what came in, both sides changed, or something belongs nowhere
 * @throws {UsageError} for a file that cannot be read @throws {StoreError}
 */
export async function runImport(command: ImportCommand, ports: ImportPorts, console: Console): Promise<ExitCode> {
  const name = command.file === '-' ? 'standard input' : command.file;
  const read = await ports.reader.read(await ports.readBytes(command.file), name).catch((error: unknown) => {
    throw error instanceof UnreadableImport ? new UsageError(`“${name}” ${error.message}.`) : error;
  });
  const asked = { ...command, file: name };
  if (read.kind === 'translation') return importTranslation(read, asked, { ...ports, console });
  if (command.article !== null)
    throw new UsageError(`“${name}” holds terms, and no translation of an article; leave out --article.`);
  return importGlossary(read, asked, { ...ports, console });
}
