import type { Glossary, SealedGlossary } from '../core/checks/check-glossary.ts';
import type { Pacer } from '../core/model/slices.ts';
import { kindOf } from '../formats/glossary/kinds.ts';
import type { GlossaryFile } from '../formats/glossary/yaml.ts';
import { bytesOfFile, bytesOfSealedGlossary, fileOfBytes, sealedGlossaryOfBytes } from './kept-bytes.ts';
import { digestOfTexts, type StartCache } from './start-cache.ts';
import type { TextReader } from './text-jobs.ts';

/** Reads glossary files, and keeps for the next start what they say and which forms their terms have. */
export interface KeptGlossaries {
  readFile(text: string, file: string): Promise<GlossaryFile>;
  /** The forms of the entries of these files, in this order; null where they were never made, or not kept. */
  readForms(files: readonly GlossaryFile[]): Promise<SealedGlossary | null>;
  keepForms(files: readonly GlossaryFile[], glossary: Glossary): Promise<void>;
}

/** Characters of a text that is read as fast as it is looked up. */
const SHORT = 8000;
/** Characters of a text whose digest is made in the time that others can wait. */
const LONG = 10_000_000;
/** Entries whose forms are made as fast as they are looked up. */
const FEW = 500;

export function createKeptGlossaries(texts: TextReader, pacer: Pacer, cache: StartCache): KeptGlossaries {
  /** Files that were read since the start. */
  const known = new Set<string>();
  /** What each file was read of. */
  const digests = new WeakMap<GlossaryFile, string>();
  const readText = async (text: string, file: string, digest: string): Promise<GlossaryFile> => {
    if (text.length <= SHORT || kindOf(file)?.pauses !== false) return texts.readGlossary(text, file);
    // What is written from now on is there for the next start: a person who saves waits for nothing that is kept.
    if (known.has(file)) return texts.readGlossary(text, file);
    known.add(file);
    const kept = await cache.read(['file', digest]);
    if (kept !== null) return pacer.finish(fileOfBytes(kept));
    const read = await texts.readGlossary(text, file);
    await cache.write(['file', digest], await pacer.finish(bytesOfFile(read)));
    return read;
  };
  const madeOf = (files: readonly GlossaryFile[]): string[] | null => {
    const known = files.flatMap((file) => digests.get(file) ?? []);
    const entries = files.reduce((sum, { concepts }) => sum + concepts.length, 0);
    return entries >= FEW && known.length === files.length ? ['forms', ...known] : null;
  };
  return {
    async readFile(text, file) {
      if (text.length > LONG) return texts.readGlossary(text, file);
      const digest = digestOfTexts([file, text]);
      const read = await readText(text, file, digest);
      digests.set(read, digest);
      return read;
    },
    async readForms(files) {
      const parts = madeOf(files);
      const kept = parts === null ? null : await cache.read(parts);
      return kept === null ? null : sealedGlossaryOfBytes(kept);
    },
    async keepForms(files, glossary) {
      const parts = madeOf(files);
      if (parts !== null) await cache.write(parts, bytesOfSealedGlossary(glossary));
    },
  };
}
