import type { ReadDocument } from './document.ts';

/** A chapter of a book, enough of it to choose it by. */
export interface Chapter {
  /** Counted from 1, in the order of reading; chapters without a text are not counted. */
  readonly number: number;
  /** Its heading; null where it has none. */
  readonly title: string | null;
  /** Its first words, on one line; “(cannot be read)” where reading it is refused. */
  readonly opening: string;
}

/** A book of several chapters: an article is made from one of them, so a person chooses it first. */
export interface Book {
  readonly title: string | null;
  readonly chapters: readonly Chapter[];
  /** What of it is lost, each a sentence. */
  readonly warnings: readonly string[];
}

export interface ReadingOptions {
  /** The encoding that a server named with the bytes; null where it named none. */
  readonly charset?: string | null;
  /** Where the bytes come from: links in a page lead on from there, and what names no address of its own has this. */
  readonly url?: string | null;
  /** The media type that a server named: `text/html`. It decides where neither bytes nor name do. */
  readonly type?: string | null;
  /** A person selected just this of a page: nothing is looked for in it. */
  readonly isSelection?: boolean;
  /** Number of the chapter of a book. */
  readonly chapter?: number | null;
}

/** How long somebody waits for a document. */
export interface Patience {
  /** Tells that nobody waits any more: what is not read by then is left. */
  readonly signal?: AbortSignal;
  /** Milliseconds. */
  readonly limit?: number;
}

/** What bytes can turn out to be. */
export type Reading = ReadDocument | Book;

/** Reads documents of every format, so that whoever waits for one keeps nobody else waiting. */
export interface DocumentReader {
  /**
   * @param bytes 5 MB at most
   * @param name of the file, to call it by and to tell Markdown from plain text; '' where it has none
   * @returns a book where it has several chapters and none was chosen
   * @throws {UnreadableDocument} saying what to do instead
   */
  read(bytes: Uint8Array, name: string, options?: ReadingOptions & Patience): Promise<Reading>;
}

export function isBook(reading: Reading): reading is Book {
  return 'chapters' in reading;
}
