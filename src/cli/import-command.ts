import type { GlossaryStore } from '../core/changes/ports/glossary-store.ts';
import type { Library } from '../core/changes/ports/library.ts';
import type { TranslationStore } from '../core/changes/ports/translation-store.ts';
import type { Pacer } from '../core/model/slices.ts';
import type { ImportReader } from '../formats/import/read-import.ts';
import { type Console, formatOf, UsageError } from './command.ts';

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
const IMPORT_ANSWERS = ['text', 'json'] as const;
export type ImportAnswer = (typeof IMPORT_ANSWERS)[number];

/** What the command needs besides its words. */
export interface ImportPorts {
  readonly readBytes: (file: string) => Promise<Uint8Array>;
  readonly reader: ImportReader;
  readonly library: Library;
  readonly translations: TranslationStore;
  readonly glossary: GlossaryStore;
  readonly pacer: Pacer;
  /** The name of who imports; null where nobody knows it. */
  readonly person: string | null;
  /** ISO 8601. */
  readonly today: () => string;
}

/** The same, and where it is told what came of it. */
export type ImportTelling = ImportPorts & { readonly console: Console };

/** What of the options of the command line it has. */
interface ImportOptions {
  readonly write?: boolean;
  readonly theirs?: boolean;
  readonly article?: string;
  readonly format?: string;
}

/** @throws {UsageError} */
export function readImportCommand(
  { write = false, theirs = false, article, format = 'text' }: ImportOptions,
  rest: readonly string[],
): ImportCommand {
  const [file, second] = rest;
  if (file === undefined || second !== undefined)
    throw new UsageError('Name one file, or - for standard input: visavis import <file|->');
  return { name: 'import', file, write, theirs, article: article ?? null, format: formatOf(format, IMPORT_ANSWERS) };
}
