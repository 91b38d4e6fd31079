import type { Pairing } from '../../core/alignment/pairing.ts';
import type { SourceUnit } from '../../core/model/article.ts';
import { counted } from '../../core/text/counted.ts';
import { type ReadDocument, UnreadableDocument } from '../../formats/document/blocks/document.ts';
import {
  type Book,
  type DocumentReader,
  isBook,
  type ReadingOptions,
} from '../../formats/document/blocks/document-reader.ts';
import type { Draft } from '../pages/adding/parcel-page.ts';
import type { Parcels } from '../parcels.ts';

/** What somebody brought, until it is saved. */
export interface Brought {
  /** Where it is from: the name of a file, an address, or words for what was pasted. */
  readonly from: string;
  /** The name of the file, to call an article by that has no title; '' where it has none. */
  readonly file: string;
  readonly reading: ReadDocument | BookWithBytes;
  /** The English that came with it; null for none. */
  readonly english: BroughtEnglish | null;
  /** What was last said of it; null as long as nobody did. */
  draft: Draft | null;
  /** Both texts beside each other, once that was asked for; null before, and for French alone. */
  pairs: BroughtPairs | null;
  /** The address of the article, once it is being saved: asked twice, it is saved once. */
  saved: Promise<string> | null;
}

/** English that somebody has already. */
export interface BroughtEnglish {
  readonly from: string;
  /** The name of its file; '' where it has none. */
  readonly file: string;
  readonly document: ReadDocument;
}

/** Texts that are put beside each other, or are being. */
export interface BroughtPairs {
  /** The French that they were made of: the same blocks make the same pairs. */
  readonly key: string;
  readonly made: Promise<PairedTexts>;
  /** Those who wait for them, each told how far it is, from 0 to 1; where there is none any more, they are not made. */
  readonly waiting: Set<(share: number) => void>;
}

/** A French text beside its English, as a person has put them so far. */
export interface PairedTexts {
  french: readonly SourceUnit[];
  readonly english: readonly SourceUnit[];
  pairing: Pairing;
  /** Counts what was done, so that a form of an older page changes nothing. */
  version: number;
  /** Whether sure pairs are approved at once. */
  approves: boolean;
}

/** A book, from which one chapter after the other can be read. */
export interface BookWithBytes {
  readonly book: Book;
  readonly bytes: Uint8Array;
  /** What was known of it as it came: its address, for one. */
  readonly options: ReadingOptions;
}

/** A document as it came, of either language. */
export interface Document {
  readonly bytes: Uint8Array;
  /** Of the file; '' where it has none. */
  readonly file: string;
  readonly from: string;
  readonly options?: ReadingOptions;
}

/** Who brings a text. */
interface Bringer {
  readonly owner: string;
  /** Tells that they wait no more. */
  readonly signal: AbortSignal;
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
 * Whoever waits for a page waits no longer: a text that takes more would keep the others waiting. Milliseconds of work.
 */
const LIMIT = 10_000;

/**
 * Reads a document and keeps it for its owner.
 *
 * @returns the name under which it is kept
 * @throws {UnreadableDocument} saying what to do instead
 */
export async function bring(
  { bytes, file, from, options = {} }: Document,
  { owner, english, signal }: Bringer & { readonly english: BroughtEnglish | null },
  { documents, parcels }: BringingPorts,
): Promise<string> {
  const reading = await documents.read(bytes, file, { ...options, signal, limit: LIMIT });
  const kept = isBook(reading) ? { book: reading, bytes, options } : wantModest(reading, 'a French text');
  const brought: Brought = { from, file, reading: kept, english, draft: null, pairs: null, saved: null };
  const name = parcels.put(owner, brought, sizeOf(brought));
  if (name !== null) return name;
  throw new UnreadableDocument('So many texts wait to be saved that there is no room; give it again in half an hour.');
}

/**
 * Reads the English that comes with a text.
 *
 * @throws {UnreadableDocument} saying what to do instead
 */
export async function readEnglish(
  { bytes, file, from, options = {} }: Document,
  { documents, signal }: Pick<BringingPorts, 'documents'> & Pick<Bringer, 'signal'>,
): Promise<BroughtEnglish> {
  const reading = await documents.read(bytes, file, { ...options, signal, limit: LIMIT });
  if (isBook(reading))
    throw new UnreadableDocument(`“${file}” holds several chapters; give a file with the one that you have in French.`);
  return { from, file, document: wantModest(reading, 'an English text') };
}

function wantModest(document: ReadDocument, what: string): ReadDocument {
  const { length } = document.blocks;
  if (length === 0) throw new UnreadableDocument(`This holds no text; give ${what} of at least one paragraph.`);
  if (length <= MOST_BLOCKS) return document;
  throw new UnreadableDocument(
    `This has ${counted(length, 'block')}, and an article ${counted(MOST_BLOCKS, 'block')} at most; give it in parts.`,
  );
}

/** Texts beside each other are kept as they are read, besides as they were written. */
const TIMES_BESIDE = 4;

function sizeOf({ reading, english }: Brought): number {
  const size = 'book' in reading ? reading.bytes.length : sizeOfDocument(reading);
  return english === null ? size : TIMES_BESIDE * (size + sizeOfDocument(english.document));
}

function sizeOfDocument({ blocks, written }: ReadDocument): number {
  return blocks.reduce(
    (sum, { markdown }) => sum + 2 * markdown.length + BYTES_OF_BLOCK,
    2 * (written?.body?.length ?? 0),
  );
}
