import { UnreadableDocument } from '../../formats/document/blocks/document.ts';
import type { DocumentReader } from '../../formats/document/blocks/document-reader.ts';
import { readingOf } from '../../formats/document/blocks/outcome.ts';
import type { TextReader } from './text-jobs.ts';
import { Unfinished } from './unfinished.ts';

/** Reads documents wherever texts are read: beside the server’s own thread, within the time that one text may take. */
export function createDocumentReader(texts: Pick<TextReader, 'within'>): DocumentReader {
  return {
    async read(bytes, name, { signal, limit, ...options } = {}) {
      const outcome = await texts
        .within({ signal, limit })
        .readDocument(bytes, name, options)
        .catch((error: unknown) => {
          if (!(error instanceof Unfinished)) throw error;
          throw new UnreadableDocument(`${name === '' ? 'This document' : `“${name}”`} ${error.message}.`);
        });
      return readingOf(outcome);
    },
  };
}
