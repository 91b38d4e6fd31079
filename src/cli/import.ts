import type { GlossaryStore } from '../core/changes/glossary-store.ts';
import type { Library } from '../core/changes/library.ts';
import type { TranslationStore } from '../core/changes/translation-store.ts';
import type { Pacer } from '../core/model/slices.ts';
import type { ImportReader } from '../formats/import/read-import.ts';
import { UnreadableImport } from '../formats/import/unreadable.ts';
import { type Console, type ExitCode, UsageError } from './command.ts';
import { importGlossary } from './import-glossary.ts';
import { importTranslation } from './import-translation.ts';

export interface ImportCommand {
  readonly name: 'import';
  /** A file, or `-`. */
  readonly file: string;
  readonly write: boolean;
  /** Whether theirs goes first where both sides say something else. */
  readonly theirs: boolean;
  /** Slug of the article; null for the one that the file is of. */
  readonly article: string | null;
  readonly format: ImportAnswer;
}

/** How an import is told. */
export const IMPORT_ANSWERS = ['text', 'json'] as const;
export type ImportAnswer = (typeof IMPORT_ANSWERS)[number];

/** What the command needs besides its words. */
export interface ImportPorts {
  readonly readBytes: (file: string) => Promise<Uint8Array>;
  readonly reader: ImportReader;
  readonly library: Library;
  readonly translations: TranslationStore;
  readonly glossary: GlossaryStore;
  readonly pacer: Pacer;
  /** ISO 8601. */
  readonly today: () => string;
}

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
