import { ownReviews } from '../core/changes/approvals.ts';
import { articleAgainSlices, articleSlices } from '../core/checks/check-article.ts';
import type { Glossary } from '../core/checks/check-glossary.ts';
import type { CheckedArticle } from '../core/checks/checked-article.ts';
import { differenceSlices, type GlossaryDifference } from '../core/checks/glossary-difference.ts';
import { missingPictures } from '../core/checks/missing-pictures.ts';
import { type Problem, problemOf } from '../core/checks/problem.ts';
import { uncheckedArticle } from '../core/checks/unchecked-article.ts';
import type { Article } from '../core/model/article.ts';
import type { Place } from '../core/model/place.ts';
import type { Pacer, Slices } from '../core/model/slices.ts';
import { type Catalogue, joinSlices } from '../formats/article/catalogue.ts';
import type { ArticleSource } from '../formats/article/markdown.ts';
import { excerptsFrom } from './excerpt.ts';
import { asText, createGoodVersions } from './good-versions.ts';
import type { ArticleFiles } from './list-sources.ts';
import type { ParsedFiles } from './parsed-files.ts';
import { Unfinished } from './unfinished.ts';
import { withinLimit } from './within-limit.ts';

/**
 * Makes the checked articles of their files: the very same objects as long as their files are, and the entries that
 * bear on them.
 */
export interface ArticleLoader {
  /**
   * Reads the articles and checks those whose files changed. The others stand as they were checked before.
   *
   * @param problems gets what is wrong with the files, and between the two of an article
   */
  load(files: readonly ArticleFiles[], glossary: Glossary, problems: Problem[]): Promise<LoadedArticles>;
}

/** The articles of some files; another load takes over what was made of them by then. */
export interface LoadedArticles {
  /** Slugs of those that were checked with another glossary; those that have waited longest first. */
  readonly pending: ReadonlySet<string>;
  /** Checks one of them; it is not pending then. */
  check(slug: string): Promise<void>;
  /** As they stand now, by slug, in the order of the files. */
  articles(): ReadonlyMap<string, CheckedArticle>;
  /** What is to be said of those that cannot be checked, as they stand now. */
  unchecked(): Problem[];
}

const EMPTY_CATALOGUE: Catalogue = { messages: [], problems: [] };
/** Work on one article, waits left out: several times what 5 MB of anything sensible take. Milliseconds. */
const LIMIT = 60_000;

/** @param limit work on one article, waits left out; one that takes longer is not checked. Milliseconds. */
export function createArticleLoader(parsed: ParsedFiles, pacer: Pacer, limit = LIMIT): ArticleLoader {
  const sources = createGoodVersions<ArticleSource | null>(null, parsed.article);
  const catalogues = createGoodVersions<Catalogue>(EMPTY_CATALOGUE, parsed.catalogue, asText);
  let last = new Map<string, MadeArticle>();
  let lastGlossary: Glossary | null = null;
  const checking = createChecking(pacer, limit);
  const read = async (files: ArticleFiles, problems: Problem[]): Promise<ArticleParts | null> => {
    const told = problems.length;
    const source = await sources.read(files.source, problems);
    if (source === null) return null;
    const toldOfSource = problems.length;
    const catalogue = files.catalogue === null ? EMPTY_CATALOGUE : await catalogues.read(files.catalogue, problems);
    const other = problems.length === toldOfSource ? null : catalogue;
    return { files, source, catalogue, other, isSound: problems.length === told };
  };
  const join = async (files: ArticleFiles, problems: Problem[]): Promise<JoinedArticle | null> => {
    const before = last.get(files.slug);
    if (before && isReadAs(before.from, files)) return before;
    const parts = await read(files, problems);
    if (parts === null) return null;
    const { catalogue: _, ...from } = parts;
    if (before && hasSameFiles(before.from, from)) return { ...before, from };
    try {
      return { from, ...(await pacer.finish(joinParts(parts))) };
    } catch (error) {
      problems.push(
        problemOf('unforeseen', startOf(files), `cannot be joined with its catalogue, in ${oddWay(error)}`),
      );
      return before ?? null;
    }
  };
  return {
    async load(all, glossary, problems) {
      sources.keepOnly(all.map(({ source }) => source));
      catalogues.keepOnly(all.flatMap(({ catalogue }) => catalogue ?? []));
      const made = new Map<string, MadeArticle>();
      for (const files of all) {
        const before = last.get(files.slug);
        const joined = await join(files, problems);
        if (joined === null) continue;
        for (const problem of [...joined.problems, ...missingIn(joined.article, files)]) problems.push(problem);
        for (const problem of reviewsIn(joined.article, files)) problems.push(problem);
        const isChanged = before?.article !== joined.article;
        if (isChanged) made.set(files.slug, await checking.first(joined, glossary, before ?? null));
        else made.set(files.slug, before === joined ? before : { ...before, ...joined });
      }
      const loaded = loadedArticles(made, glossary, { checking, pacer, newest: lastGlossary });
      last = made;
      lastGlossary = glossary;
      return loaded;
    },
  };
}

function missingIn({ units }: Article, { source, beside }: ArticleFiles): Problem[] {
  const missing = missingPictures(units, beside);
  return missing.length === 0 ? missing : missing.map(excerptsFrom([source]));
}

function reviewsIn(article: Article, { source, catalogue }: ArticleFiles): Problem[] {
  return ownReviews(article).map(excerptsFrom(catalogue === null ? [source] : [source, catalogue]));
}

/** What an article was joined from. */
interface ArticleOrigin {
  readonly files: ArticleFiles;
  /** What `fr.md` says; of a broken one, what its last good version said. */
  readonly source: ArticleSource;
  /** The catalogue that was used, where it was not simply what the file says. */
  readonly other: Catalogue | null;
  /** Neither file had a problem, so that there is nothing to say of them again. */
  readonly isSound: boolean;
}

/** All that an article is joined from. The catalogue is much larger than what becomes of it, and is let go then. */
interface ArticleParts extends ArticleOrigin {
  readonly catalogue: Catalogue;
}

/** An article with what it was made from. */
interface JoinedArticle {
  readonly from: ArticleOrigin;
  readonly article: Article;
  /** What of the catalogue does not fit the source. */
  readonly problems: readonly Problem[];
}

interface MadeArticle extends JoinedArticle {
  readonly glossary: Glossary;
  readonly checked: CheckedArticle;
}

/** Checks articles. One that cannot be checked is made without verdicts, and keeps no other from its turn. */
interface Checking {
  /** @param before what was made of the article before its files changed; null where there was none */
  first(joined: JoinedArticle, glossary: Glossary, before: MadeArticle | null): Promise<MadeArticle>;
  /** What is made from the same entries is the very same object. */
  again(before: MadeArticle, glossary: Glossary, difference: GlossaryDifference | null): Promise<MadeArticle>;
}

function createChecking(pacer: Pacer, limit: number): Checking {
  const outcomeOf = async (article: Article, work: Slices<CheckedArticle>) => {
    try {
      return await pacer.finish(withinLimit(limit, work));
    } catch (error) {
      return uncheckedArticle(article, whyUnchecked(error));
    }
  };
  return {
    async first({ from, article, problems }, glossary, before) {
      const isKnown = before?.glossary === glossary && before.checked.unchecked === null;
      const work = articleSlices(article, glossary, isKnown ? before.checked : null);
      return { from, article, problems, glossary, checked: await outcomeOf(article, work) };
    },
    async again(before, glossary, difference) {
      const { article, checked } = before;
      const known = checked.unchecked === null ? difference : null;
      const work = known ? articleAgainSlices(checked, glossary, known) : articleSlices(article, glossary);
      return { ...before, glossary, checked: await outcomeOf(article, work) };
    },
  };
}

function whyUnchecked(error: unknown): string {
  if (error instanceof Unfinished) return error.message;
  return `cannot be checked, in ${oddWay(error)}`;
}

function oddWay(error: unknown): string {
  return `a way nobody foresaw (${error}); report it with the file`;
}

function startOf({ source }: ArticleFiles): Place {
  return { file: source.path, line: 1, column: 1 };
}

/**
 * @param made is brought up to date article by article
 * @param newest the glossary before this one: what was checked with an older one has waited longer
 */
function loadedArticles(
  made: Map<string, MadeArticle>,
  glossary: Glossary,
  { checking, pacer, newest }: { readonly checking: Checking; readonly pacer: Pacer; readonly newest: Glossary | null },
): LoadedArticles {
  const waiting = [...made].filter(([, one]) => one.glossary !== glossary);
  const pending = new Set(inTurn(waiting, newest).map(([slug]) => slug));
  // Articles may stand as several glossaries left them.
  const differences = new Map<Glossary, GlossaryDifference | null>();
  const differenceTo = async (before: Glossary) => {
    const known = differences.get(before);
    const difference = known === undefined ? await pacer.finish(differenceSlices(before, glossary)) : known;
    differences.set(before, difference);
    return difference;
  };
  return {
    pending,
    async check(slug) {
      const before = made.get(slug);
      if (before === undefined || !pending.has(slug)) return;
      made.set(slug, await checking.again(before, glossary, await differenceTo(before.glossary)));
      pending.delete(slug);
    },
    articles: () => new Map([...made].map(([slug, { checked }]) => [slug, checked])),
    unchecked: () =>
      [...made.values()].flatMap(({ from, checked: { unchecked } }) =>
        unchecked === null ? [] : problemOf('unforeseen', startOf(from.files), unchecked),
      ),
  };
}

/** Those that wait, the longest first; those that could not be checked before last, as they may take long again. */
function inTurn(waiting: readonly [string, MadeArticle][], newest: Glossary | null): readonly [string, MadeArticle][] {
  const turnOf = ([, { checked, glossary }]: readonly [string, MadeArticle]) =>
    checked.unchecked !== null ? 2 : glossary === newest ? 1 : 0;
  return waiting.toSorted((a, b) => turnOf(a) - turnOf(b));
}

/** Whether an article was made from these very files, so that nothing in them has to be looked at again. */
function isReadAs({ files, isSound }: ArticleOrigin, now: ArticleFiles): boolean {
  return isSound && files.source === now.source && files.catalogue === now.catalogue;
}

/** The text of the catalogue counts too: problems quote the line as it stands, even of a version that is not in use. */
function hasSameFiles(a: ArticleOrigin, b: ArticleOrigin): boolean {
  return a.source === b.source && a.other === b.other && a.files.catalogue?.text === b.files.catalogue?.text;
}

function* joinParts({ files, source, catalogue }: ArticleParts): Slices<Pick<MadeArticle, 'article' | 'problems'>> {
  const { units, problems } = yield* joinSlices(source.units, catalogue);
  const read = files.catalogue === null ? [files.source] : [files.source, files.catalogue];
  return {
    article: { slug: files.slug, citation: source.citation, units },
    problems: problems.map(excerptsFrom(read)),
  };
}
