import type { SealedGlossary } from '../../core/checks/glossary/check-glossary.ts';
import { type Concept, isSameEntry } from '../../core/model/concept.ts';
import { mapSlices, type Pacer, type Slices } from '../../core/model/slices.ts';
import { type Catalogue, catalogueSlices } from '../../formats/article/catalogue.ts';
import type { ArticleSource } from '../../formats/article/markdown.ts';
import type { GlossaryFile } from '../../formats/glossary/yaml.ts';
import type { SourceFile } from '../disk/read-source.ts';
import type { TextReader } from '../thread/text-jobs.ts';
import { Unfinished } from '../thread/unfinished.ts';
import { createHeld } from './held.ts';
import { createKeptGlossaries, type EarlierFile, type KeptForms } from './kept-glossaries.ts';
import { digestOfTexts, NO_CACHE, type StartCache } from './start-cache.ts';
import { withoutCopies } from './without-copies.ts';

/**
 * What the texts of files say: the very same object as long as the text of a file is the same, whoever asks. An entry
 * that says the same at the same place as in the text before is the same object again. A catalogue without a problem is
 * many times its text, and of no use once it is joined with its article: it is read anew for each who asks. So is the
 * French of an article, but for those that were asked for last.
 */
export interface ParsedFiles {
  glossary(text: string, file: string): Promise<GlossaryFile>;
  article(text: string, file: string): Promise<ArticleSource>;
  catalogue(text: string, file: string): Promise<Catalogue>;
  /** The forms of all entries of these files, as an earlier start made them and as the next will find them. */
  formsOf(files: readonly SourceFile[]): KeptForms;
  /**
   * The entries of the glossary whose forms were kept last, and these. An entry that its file has now as it was then is
   * the same object in both. Null where they are not known.
   */
  earlier(files: readonly SourceFile[]): Promise<EarlierEntries | null>;
  /** Keeps for the next start what was read and made since this one. */
  keep(): Promise<void>;
  /** Forgets all files but these. */
  keepOnly(files: ReadonlySet<string>): void;
}

export interface EarlierEntries {
  readonly concepts: readonly Concept[];
  readonly forms: SealedGlossary;
}

/**
 * @param cache what earlier starts worked out
 * @param root whose glossary was kept last
 */
export function createParsedFiles(
  texts: TextReader,
  pacer: Pacer,
  cache: StartCache = NO_CACHE,
  root = '',
): ParsedFiles {
  const kept = createKeptGlossaries(texts, pacer, cache, root);
  const glossaries = remember<GlossaryFile>(async (text, file, before) => {
    const parsed = await kept.readFile(text, file);
    if (before === null) return parsed;
    return { ...parsed, concepts: await pacer.finish(sameWhereEqual(parsed.concepts, before.concepts)) };
  }, Infinity);
  const articles = remember<ArticleSource>(async (text, file) => {
    const source = await texts.readArticle(text, file);
    return {
      ...source,
      units: await pacer.finish(mapSlices(source.units, (unit) => ({ ...unit, source: withoutCopies(unit.source) }))),
    };
  }, MOST_FRENCH);
  const catalogues = remember<Catalogue>((text, file) => pacer.finish(catalogueSlices(text, file)), 0);
  /** What a file said then, and says now where its text is the same. */
  const earlierFile = async ({ path, digest, read }: EarlierFile, text: string | null) => {
    if (text !== null && digestOfTexts([path, text]) === digest) return glossaries.read(text, path);
    const said = await read();
    if (said !== null) glossaries.recall(path, said);
    return said;
  };
  const earlier = async (files: readonly SourceFile[]): Promise<EarlierEntries | null> => {
    const last = await kept.last();
    if (last === null) return null;
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const concepts: Concept[] = [];
    for (const file of last.files) {
      const said = await earlierFile(file, texts.get(file.path) ?? null);
      if (said === null) return null;
      for (const concept of said.concepts) concepts.push(concept);
    }
    return { concepts, forms: last.forms };
  };
  return {
    // Where one of them cannot be read now, whoever reads it by itself is told.
    earlier: (files) => earlier(files).catch(() => null),
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

/** Characters of the articles whose French stays as it was read: some eighty, of which somebody saves a translation. */
const MOST_FRENCH = 1_000_000;

/**
 * Remembers what the last text of each file gave, as far as it is worth it; a failure too, where it would only take as
 * long again.
 *
 * @param most characters of texts without a problem of which it is remembered: those that were asked for last
 */
function remember<T extends { readonly problems: readonly unknown[] }>(parse: Parser<T>, most: number) {
  /** The text is null where it is not known. */
  const known = new Map<string, { readonly text: string | null; readonly parsed: Promise<T> }>();
  const sound = createHeld<string>(most, (file) => known.delete(file));
  /** It is remembered from now on as far as it is worth it. */
  const note = (file: string, { length }: string, parsed: Promise<T>) => {
    const isLast = () => known.get(file)?.parsed === parsed;
    parsed.then(
      ({ problems }) => {
        if (!isLast() || problems.length > 0) return;
        if (length > most) known.delete(file);
        else sound.use(file, length);
      },
      (error: unknown) => {
        if (!(error instanceof Unfinished && error.isSlow) && isLast()) known.delete(file);
      },
    );
  };
  return {
    /** What a file gave at an earlier start, unless it was read since. */
    recall(file: string, parsed: T): void {
      if (!known.has(file)) known.set(file, { text: null, parsed: Promise.resolve(parsed) });
    },
    read(text: string, file: string): Promise<T> {
      const before = known.get(file);
      const isSame = before?.text === text;
      const old = (before?.parsed ?? Promise.resolve(null)).catch(() => null);
      const parsed = isSame ? before.parsed : old.then((was) => parse(text, file, was));
      if (!isSame) sound.letGo(file);
      known.set(file, { text, parsed });
      note(file, text, parsed);
      return parsed;
    },
    keepOnly(files: ReadonlySet<string>): void {
      for (const file of known.keys()) {
        if (files.has(file)) continue;
        known.delete(file);
        sound.letGo(file);
      }
    },
  };
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
