import { type ImportReader, importedBy } from '../../formats/import/read-import.ts';
import { UnreadableImport } from '../../formats/import/unreadable.ts';
import type { TextReader } from './text-jobs.ts';
import { Unfinished } from './unfinished.ts';

/** Reads files of other tools wherever texts are read: beside the server’s own thread, within the time of one text. */
export function createImportReader(texts: Pick<TextReader, 'within'>): ImportReader {
  return {
    async read(bytes, file, { signal, limit } = {}) {
      const outcome = await texts
        .within({ signal, limit })
        .readImport(bytes, file)
        .catch((error: unknown) => {
          throw error instanceof Unfinished ? new UnreadableImport(error.message) : error;
        });
      return importedBy(outcome);
    },
  };
}
