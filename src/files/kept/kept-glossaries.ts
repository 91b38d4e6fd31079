import type { Glossary, SealedGlossary } from '../../core/checks/glossary/check-glossary.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { kindOf } from '../../formats/glossary/kinds.ts';
import type { GlossaryFile } from '../../formats/glossary/yaml.ts';
import type { SourceFile } from '../disk/read-source.ts';
import type { TextReader } from '../thread/text-jobs.ts';
import { bytesOfFile, bytesOfSealedGlossary, fileOfBytes, sealedGlossaryOfBytes } from './kept-bytes.ts';
import { digestOfTexts, type StartCache } from './start-cache.ts';

/** Reads glossary files, and keeps for the next start what they say and which forms their terms have. */
export interface KeptGlossaries {
  readFile(text: string, file: string): Promise<GlossaryFile>;
  /** The forms of all entries of these files, in this order. */
  formsOf(files: readonly SourceFile[]): KeptForms;
  /** Keeps what was read and made since the start, and is not kept yet. */
  keep(): Promise<void>;
}

/** The forms of all entries of some files, for this start and the next. */
export interface KeptForms {
  /** Null where they were never made, or not kept. */
  read(): Promise<SealedGlossary | null>;
  /** Those of this glossary are to be kept. */
  note(glossary: Glossary): void;
}

/** Characters of a text that is read as fast as it is looked up. */
const SHORT = 8000;
/** Characters of a text whose digest is made in the time that others can wait. */
const LONG = 10_000_000;
/** Characters of glossaries whose forms are made as fast as they are looked up. */
const FEW = 25_000;

export function createKeptGlossaries(texts: TextReader, pacer: Pacer, cache: StartCache): KeptGlossaries {
  /** Files that were read since the start: what is written from now on is there for the next one. */
  const known = new Set<string>();
  /** What is to be kept, and of what it was made. */
  const unkept: (readonly [madeOf: readonly string[], pieces: () => Promise<readonly Uint8Array[]>])[] = [];
  return {
    async readFile(text, file) {
      const isWorthIt = text.length > SHORT && text.length <= LONG && kindOf(file)?.pauses === false;
      if (!isWorthIt || known.has(file)) return texts.readGlossary(text, file);
      known.add(file);
      const madeOf = ['file', digestOfTexts([file, text])];
      const kept = await cache.read(madeOf);
      if (kept !== null) return pacer.finish(fileOfBytes(kept));
      const read = await texts.readGlossary(text, file);
      unkept.push([madeOf, async () => [await pacer.finish(bytesOfFile(read))]]);
      return read;
    },
    formsOf(files) {
      const madeOf = madeOfAll(files);
      return {
        async read() {
          const kept = madeOf === null ? null : await cache.read(madeOf);
          return kept === null ? null : sealedGlossaryOfBytes(kept);
        },
        note(glossary) {
          if (madeOf !== null) unkept.push([madeOf, () => pacer.finish(bytesOfSealedGlossary(glossary))]);
        },
      };
    },
    async keep() {
      for (const [madeOf, pieces] of unkept.splice(0)) await cache.write(madeOf, await pieces());
    },
  };
}

/** Null for what is not worth it. */
function madeOfAll(files: readonly SourceFile[]): string[] | null {
  const lengths = files.map(({ text }) => text?.length ?? 0);
  const isMuch = lengths.reduce((sum, length) => sum + length, 0) >= FEW;
  return isMuch && lengths.every((length) => length <= LONG)
    ? ['forms', ...files.map(({ path, text }) => digestOfTexts([path, text ?? '']))]
    : null;
}
