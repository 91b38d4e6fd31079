import { type ReadDocument, UnreadableDocument } from './document.ts';
import type { Chapter, Reading } from './document-reader.ts';

/** What the reading of a document gave, as plain data that another thread can send. */
export interface DocumentOutcome extends ReadDocument {
  /** Why it cannot be read; null where it was. */
  readonly refusal: string | null;
  /** Those of a book of which one is to be chosen. */
  readonly chapters: readonly Chapter[];
}

const NOTHING: Omit<DocumentOutcome, 'refusal'> = {
  ...{ title: null, site: null, url: null, date: null },
  ...{ blocks: [], warnings: [], chapters: [] },
};

/** What comes of reading a document; that it cannot be read is an outcome too. */
export async function outcomeOf(read: () => Promise<Reading>): Promise<DocumentOutcome> {
  try {
    return { ...NOTHING, ...(await read()), refusal: null };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return { ...NOTHING, refusal: error.message };
  }
}

/** @throws {UnreadableDocument} where it was not read */
export function readingOf({ refusal, chapters, ...document }: DocumentOutcome): Reading {
  if (refusal !== null) throw new UnreadableDocument(refusal);
  return chapters.length > 0 ? { title: document.title, chapters, warnings: document.warnings } : document;
}
