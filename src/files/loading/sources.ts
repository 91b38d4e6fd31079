import path from 'node:path';
import type { SourceFile } from '../disk/read-source.ts';
import { isSameSignature, type Signature, signatureOf, signOf } from '../disk/signature.ts';
import { createSourceReader, type SourceReader } from '../disk/source-reader.ts';
import { readSources, type SourceFiles } from './list-sources.ts';
import { isSilent } from './stray-names.ts';

/** A reading of a root. */
export interface SourceReading {
  readonly files: SourceFiles;
  /** False where only files were read that somebody named. */
  readonly isAll: boolean;
  /** As the files were when they were read. */
  readonly seen: Signature;
}

/** Reads the files under a root, again and again. */
export interface Sources {
  /**
   * @param named files that changed, relative to the root: only they are read, where each of them was there when the
   *   last reading was accepted, and still is; null to look for changes everywhere
   */
  read(named: readonly string[] | null): Promise<SourceReading>;
  /** What is read from now on is compared with this reading, and made from it. */
  accept(reading: SourceReading): void;
  /** Whether any file changed since the reading that was accepted last, whether it was named or not. */
  hasChanged(): Promise<boolean>;
  /** How many files and folders that looks at. */
  count(): number;
}

/** Where the files stand that are read. */
export const FOLDERS = ['glossary', 'content'];

/** @param writes a folder that cannot be written is a problem then */
export function createSources(root: string, writes: boolean): Sources {
  const begin = createSourceReader(root);
  let readFile = begin();
  let last: SourceReading | null = null;
  const readAll = async (): Promise<SourceReading> => {
    // Taken before the files are read, so that a change meanwhile is seen by the next sweep.
    const seen = await signatureOf(root, FOLDERS);
    readFile = begin();
    return { files: await readSources(root, readFile, writes), isAll: true, seen };
  };
  return {
    async read(named) {
      if (named === null || last === null) return readAll();
      const files = named.filter((file) => !isSilent(path.posix.basename(file)));
      return (await readKnown(last, files, { root, readFile })) ?? (await readAll());
    },
    accept(reading) {
      last = reading;
    },
    async hasChanged() {
      return last === null || !isSameSignature(await signatureOf(root, FOLDERS), last.seen);
    },
    count: () => last?.seen.size ?? 0,
  };
}

/** The reading before, with some of its files read again; null where one of them is none of its files. */
async function readKnown(
  { files, seen }: SourceReading,
  named: readonly string[],
  { root, readFile }: { readonly root: string; readonly readFile: SourceReader },
): Promise<SourceReading | null> {
  const known = new Set(pathsOf(files));
  const signs = new Map(seen);
  const again = new Map<string, SourceFile>();
  for (const name of named) {
    const sign = known.has(name) ? await signOf(root, name) : null;
    if (sign === null) return null;
    signs.set(name, sign);
    again.set(name, await readFile(name));
  }
  return { files: withFiles(files, again), isAll: false, seen: signs };
}

function withFiles(files: SourceFiles, again: ReadonlyMap<string, SourceFile>): SourceFiles {
  const now = (file: SourceFile): SourceFile => again.get(file.path) ?? file;
  return {
    ...files,
    glossary: files.glossary.map(now),
    articles: files.articles.map((article) => {
      const source = now(article.source);
      const catalogue = article.catalogue && now(article.catalogue);
      return source === article.source && catalogue === article.catalogue ? article : { ...article, source, catalogue };
    }),
  };
}

/** Names of all files that are read. */
function* pathsOf({ glossary, articles }: SourceFiles): Generator<string> {
  for (const { path } of glossary) yield path;
  for (const { source, catalogue } of articles) {
    yield source.path;
    if (catalogue !== null) yield catalogue.path;
  }
}
