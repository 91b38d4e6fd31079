import type { Book } from '../../../formats/document/blocks/document-reader.ts';
import { ADD, parcelAddress } from '../../addresses.ts';
import { type FilesNow, type Frame, frameOf } from '../frame/frame.ts';

/** views/book.ejs: asks which chapter of a book becomes an article. */
export interface BookPage extends Frame {
  readonly action: string;
  /** Where another text is given. */
  readonly addAt: string;
  readonly from: string;
  /** What the book is called; null where it does not say. */
  readonly book: string | null;
  /** Why the chapter that was chosen is not shown; null for none. */
  readonly wrong: string | null;
  /** What of the book is lost, each a sentence. */
  readonly warnings: readonly string[];
  readonly chapters: readonly {
    readonly number: number;
    /** “Chapter 3” where it has no heading. */
    readonly title: string;
    readonly opening: string;
  }[];
}

/** A book that was brought. */
export interface BroughtBook {
  readonly name: string;
  readonly from: string;
  readonly book: Book;
}

export function bookPage({ name, from, book }: BroughtBook, wrong: string | null, files: FilesNow): BookPage {
  return {
    ...frameOf(files, 'Choose a chapter'),
    ...{ action: parcelAddress(name), addAt: ADD, from, wrong, book: book.title, warnings: book.warnings },
    chapters: book.chapters.map(({ number, title, opening }) => ({
      ...{ number, opening },
      title: title ?? `Chapter ${number}`,
    })),
  };
}
