import type { Pacer } from '../../core/model/slices.ts';
import { createParsedFiles, type ParsedFiles } from '../kept/parsed-files.ts';
import { createPacer } from '../thread/pacer.ts';
import { readHere, type TextReader } from '../thread/text-jobs.ts';

/** What the texts of files are read with, and what they say as far as they are read already. */
export interface FileReaders {
  readonly pacer: Pacer;
  readonly texts: TextReader;
  readonly parsed: ParsedFiles;
}

/** Readers in this thread, for who has none to share. */
export function readersHere(): FileReaders {
  const pacer = createPacer();
  const texts = readHere(pacer);
  return { pacer, texts, parsed: createParsedFiles(texts, pacer) };
}
