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
  /** The glossary whose forms were kept last under this root; null where there is none. */
  last(): Promise<EarlierGlossary | null>;
  /** Keeps what was read and made since the start, and is not kept yet. */
  keep(): Promise<void>;
}

/** The forms of all entries of some files, for this start and the next. */
export interface KeptForms {
  /** Null where they were never made, or not kept. */
  read(): Promise<SealedGlossary | null>;
  /**
   * Those of this glossary are to be kept.
   *
   * @param isSound it is what its files say, so that a later start can go on from it
   */
  note(glossary: Glossary, isSound: boolean): void;
}

/** A glossary as it was, whatever its files say by now. */
export interface EarlierGlossary {
  /** In the order in which their entries follow each other. */
  readonly files: readonly EarlierFile[];
  readonly forms: SealedGlossary;
}

export interface EarlierFile {
  readonly path: string;
  /** Of its path and its text. */
  readonly digest: string;
  /** What it said; null where that was not kept. */
  read(): Promise<GlossaryFile | null>;
}

/** What is kept of a file of a glossary beside its forms: of a short one its text. */
interface FileRecord extends Omit<EarlierFile, 'read'> {
  readonly text: string | null;
}

/** Characters of a text that is read as fast as it is looked up. */
const SHORT = 8000;
/** Characters of a text whose digest is made in the time that others can wait. */
const LONG = 10_000_000;
/** Characters of glossaries whose forms are made as fast as they are looked up. */
const FEW = 25_000;

/** @param root glossaries of another are others */
export function createKeptGlossaries(texts: TextReader, pacer: Pacer, cache: StartCache, root: string): KeptGlossaries {
  /** Files that were read since the start: what is written from now on is there for the next one. */
  const known = new Set<string>();
  /** What is to be kept, and of what it was made. */
  const unkept: (readonly [madeOf: readonly string[], pieces: () => Promise<readonly Uint8Array[]>])[] = [];
  const earlierFile = ({ path, digest, text }: FileRecord): EarlierFile => ({
    ...{ path, digest },
    async read() {
      if (text !== null) return texts.readGlossary(text, path);
      const kept = await cache.read(['file', digest]);
      return kept === null ? null : pacer.finish(fileOfBytes(kept));
    },
  });
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
        note(glossary, isSound) {
          if (madeOf === null) return;
          unkept.push([madeOf, () => pacer.finish(bytesOfSealedGlossary(glossary))]);
          if (isSound) unkept.push([['last', root], async () => [bytesOfRecords(files)]]);
        },
      };
    },
    async last() {
      const kept = await cache.read(['last', root]);
      if (kept === null) return null;
      const records = JSON.parse(textOf(kept)) as readonly FileRecord[];
      const forms = await cache.read(['forms', ...records.map(({ digest }) => digest)]);
      return forms && { files: records.map(earlierFile), forms: sealedGlossaryOfBytes(forms) };
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

function bytesOfRecords(files: readonly SourceFile[]): Uint8Array {
  const records = files.map(({ path, text }): FileRecord => {
    const its = text ?? '';
    return { path, digest: digestOfTexts([path, its]), text: its.length > SHORT ? null : its };
  });
  return Buffer.from(JSON.stringify(records));
}

function textOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString();
}
