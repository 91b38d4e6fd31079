import type { SourceUnit } from '../../core/model/article.ts';
import { type Concept, isSameEntry } from '../../core/model/concept.ts';
import { mapSlices, type Pacer, type Slices } from '../../core/model/slices.ts';
import { type Catalogue, catalogueSlices } from '../../formats/article/catalogue.ts';
import type { ArticleSource } from '../../formats/article/markdown.ts';
import type { GlossaryFile } from '../../formats/glossary/yaml.ts';
import type { SourceFile } from '../disk/read-source.ts';
import type { TextReader } from '../thread/text-jobs.ts';
import { Unfinished } from '../thread/unfinished.ts';
import { createKeptGlossaries, type KeptForms } from './kept-glossaries.ts';
import { NO_CACHE, type StartCache } from './start-cache.ts';

/**
 * What the texts of files say: the very same object as long as the text of a file is the same, whoever asks. An entry
 * that says the same at the same place as in the text before is the same object again. A catalogue without a problem is
 * many times its text, and of no use once it is joined with its article: it is read anew for each who asks.
 */
export interface ParsedFiles {
  glossary(text: string, file: string): Promise<GlossaryFile>;
  article(text: string, file: string): Promise<ArticleSource>;
  catalogue(text: string, file: string): Promise<Catalogue>;
  /** The forms of all entries of these files, as an earlier start made them and as the next will find them. */
  formsOf(files: readonly SourceFile[]): KeptForms;
  /** Keeps for the next start what was read and made since this one. */
  keep(): Promise<void>;
  /** Forgets all files but these. */
  keepOnly(files: ReadonlySet<string>): void;
}

/** @param cache what earlier starts worked out */
export function createParsedFiles(texts: TextReader, pacer: Pacer, cache: StartCache = NO_CACHE): ParsedFiles {
  const kept = createKeptGlossaries(texts, pacer, cache);
  const glossaries = remember<GlossaryFile>(async (text, file, before) => {
    const parsed = await kept.readFile(text, file);
    if (before === null) return parsed;
    return { ...parsed, concepts: await pacer.finish(sameWhereEqual(parsed.concepts, before.concepts)) };
  });
  const articles = remember<ArticleSource>(async (text, file) => {
    const source = await texts.readArticle(text, file);
    return { ...source, units: await pacer.finish(mapSlices(source.units, withOwnWords)) };
  });
  const catalogues = remember<Catalogue>(
    (text, file) => pacer.finish(catalogueSlices(text, file)),
    ({ problems }) => problems.length > 0,
  );
  return {
    glossary: glossaries.read,
    article: articles.read,
    catalogue: catalogues.read,
    formsOf: kept.formsOf,
    keep: kept.keep,
    keepOnly(files) {
      for (const kind of [glossaries, articles, catalogues]) kind.keepOnly(files);
    },
  };
}

/** Reads a text; `before` is what the same file gave last, null where it gave nothing. */
type Parser<T> = (text: string, file: string, before: T | null) => Promise<T>;

/**
 * Remembers what the last text of each file gave, as far as it is worth it; a failure too, where it would only take as
 * long again.
 */
function remember<T>(parse: Parser<T>, isKept: (parsed: T) => boolean = () => true) {
  const known = new Map<string, { readonly text: string; readonly parsed: Promise<T> }>();
  return {
    read(text: string, file: string): Promise<T> {
      const before = known.get(file);
      if (before?.text === text) return before.parsed;
      const parsed = (before?.parsed ?? Promise.resolve(null)).catch(() => null).then((old) => parse(text, file, old));
      known.set(file, { text, parsed });
      const forget = () => {
        if (known.get(file)?.parsed === parsed) known.delete(file);
      };
      parsed.then(
        (made) => {
          if (!isKept(made)) forget();
        },
        (error: unknown) => {
          if (!(error instanceof Unfinished && error.isSlow)) forget();
        },
      );
      return parsed;
    },
    keepOnly(files: ReadonlySet<string>): void {
      for (const file of known.keys()) if (!files.has(file)) known.delete(file);
    },
  };
}

/** Where a text has no mark, its words are the text: from another thread they come as a copy of it. */
function withOwnWords(unit: SourceUnit): SourceUnit {
  const { source } = unit;
  return source.words === source.text ? { ...unit, source: { ...source, words: source.text } } : unit;
}

/** Entries compared between two pauses. */
const SLICE = 50;

function* sameWhereEqual(concepts: readonly Concept[], before: readonly Concept[]): Slices<readonly Concept[]> {
  const byLine = new Map(before.map((concept) => [concept.place.line, concept]));
  const found: Concept[] = [];
  for (const [i, concept] of concepts.entries()) {
    const known = byLine.get(concept.place.line);
    found.push(known !== undefined && isSameEntry(known, concept) ? known : concept);
    if (i % SLICE === 0) yield;
  }
  return found;
}
