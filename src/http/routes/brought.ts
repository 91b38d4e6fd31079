import { type ReadDocument, UnreadableDocument } from '../../formats/document/document.ts';
import { type Book, type DocumentReader, isBook, type ReadingOptions } from '../../formats/document/document-reader.ts';
import { counted } from '../pages/wording.ts';
import type { Parcels } from '../parcels.ts';

/** What somebody brought, until it is saved. */
export interface Brought {
  /** Where it is from: the name of a file, an address, or words for what was pasted. */
  readonly from: string;
  /** The name of the file, to call an article by that has no title; '' where it has none. */
  readonly file: string;
  readonly reading: ReadDocument | BookWithBytes;
  /** The address of the article, once it is being saved: asked twice, it is saved once. */
  saved: Promise<string> | null;
}

/** A book, from which one chapter after the other can be read. */
export interface BookWithBytes {
  readonly book: Book;
  readonly bytes: Uint8Array;
}

/** A document as it came. */
export interface Document {
  readonly bytes: Uint8Array;
  /** Of the file; '' where it has none. */
  readonly file: string;
  readonly from: string;
  readonly options?: ReadingOptions;
}

export interface BringingPorts {
  readonly documents: DocumentReader;
  readonly parcels: Parcels<Brought>;
}

/** Blocks that a page shows with a tick each: a book of three hundred pages. */
const MOST_BLOCKS = 5000;
/** Bytes that a block takes besides its text. */
const BYTES_OF_BLOCK = 400;

/**
 * Reads a document and keeps it for its owner.
 *
 * @returns the name under which it is kept
 * @throws {UnreadableDocument} saying what to do instead
 */
export async function bring(
  { bytes, file, from, options = {} }: Document,
  owner: string,
  { documents, parcels }: BringingPorts,
): Promise<string> {
  const reading = await documents.read(bytes, file, options);
  const kept = isBook(reading) ? { book: reading, bytes } : wantModest(reading);
  const name = parcels.put(owner, { from, file, reading: kept, saved: null }, sizeOf(kept));
  if (name !== null) return name;
  throw new UnreadableDocument('So many texts wait to be saved that there is no room; give it again in half an hour.');
}

function wantModest(document: ReadDocument): ReadDocument {
  const { length } = document.blocks;
  if (length === 0) throw new UnreadableDocument('This holds no text; give a French text of at least one paragraph.');
  if (length <= MOST_BLOCKS) return document;
  throw new UnreadableDocument(
    `This has ${counted(length, 'block')}, and an article ${counted(MOST_BLOCKS, 'block')} at most; give it in parts.`,
  );
}

function sizeOf(kept: Brought['reading']): number {
  if ('book' in kept) return kept.bytes.length;
  const { blocks, written } = kept;
  return blocks.reduce(
    (sum, { markdown }) => sum + 2 * markdown.length + BYTES_OF_BLOCK,
    2 * (written?.body.length ?? 0),
  );
}
