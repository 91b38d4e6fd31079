import { missingPictures } from '../../core/checks/article/missing-pictures.ts';
import type { Glossary } from '../../core/checks/glossary/check-glossary.ts';
import { type Problem, problemOf } from '../../core/checks/problem.ts';
import { filterSlices, type Pacer, type Slices } from '../../core/model/slices.ts';
import { ownReviews } from '../../core/people/approvals.ts';
import { type Catalogue, joinSlices } from '../../formats/article/catalogue.ts';
import type { ArticleSource } from '../../formats/article/markdown.ts';
import { excerptsFrom } from '../disk/excerpt.ts';
import type { SourceFile } from '../disk/read-source.ts';
import { createHeld } from '../kept/held.ts';
import type { ParsedFiles } from '../kept/parsed-files.ts';
import {
  type ArticleOrigin,
  createChecking,
  type JoinedArticle,
  type MadeArticle,
  oddWay,
  type Pictured,
  startOf,
} from './article-checking.ts';
import { isQuicklyMade, textOnDemand } from './article-on-demand.ts';
import { asText, createGoodVersions } from './good-versions.ts';
import { type KeptArticle, madeOfKept } from './kept-article.ts';
import type { FoundArticle } from './list-sources.ts';
import { type LoadedArticles, loadedArticles } from './loaded-articles.ts';
import type { Leaving } from './on-demand.ts';
import { ownTexts } from './own-texts.ts';
import { isUnread, unreadArticle, waitingOf } from './unread-article.ts';

/**
 * Makes the checked articles of their files: the very same objects as long as their files are, and the entries that
 * bear on them.
 */
export interface ArticleLoader {
  /**
   * Reads the articles and checks those whose files changed. The others stand as they were checked before, or wait.
   *
   * @param problems gets what is wrong with the files, and between the two of an article
   */
  load(files: readonly FoundArticle[], sources: LoadSources, problems: Problem[]): Promise<LoadedArticles>;
}

/** What articles are checked with. */
export interface LoadSources {
  readonly glossary: Glossary;
  /** What an earlier start found in an article of these very files with this glossary; null where it is not known. */
  readonly find: (files: FoundArticle) => Promise<KeptArticle | null>;
}

export interface LoaderOptions {
  /** Work on one article, waits left out; one that takes longer is not checked. Milliseconds. */
  readonly limit?: number;
  /** Characters of the articles whose paragraphs are held though nobody looks at them. */
  readonly mostHeld?: number;
  /** The articles of the first load are not checked in it: they are pending. */
  readonly isEarly?: boolean;
}

const EMPTY_CATALOGUE: Catalogue = { messages: [], problems: [] };
/** Several times what 5 MB of anything sensible take. Milliseconds. */
const LIMIT = 60_000;

export function createArticleLoader(
  parsed: ParsedFiles,
  pacer: Pacer,
  { limit = LIMIT, mostHeld = Infinity, isEarly = false }: LoaderOptions = {},
): ArticleLoader {
  const sources = createGoodVersions<ArticleSource | null>(null, parsed.article, asText);
  const catalogues = createGoodVersions<Catalogue>(EMPTY_CATALOGUE, parsed.catalogue, asText);
  const held = createHeld<Leaving>(mostHeld, (list) => list.leave());
  const checking = createChecking({ pacer, held, limit });
  let last = new Map<string, MadeArticle>();
  let lastGlossary: Glossary | null = null;
  const read = async (files: FoundArticle, problems: Problem[]): Promise<ArticleParts | null> => {
    const told = problems.length;
    const source = await sources.read(files.source, problems);
    if (source === null) return null;
    const toldOfSource = problems.length;
    const catalogue = files.catalogue === null ? EMPTY_CATALOGUE : await catalogues.read(files.catalogue, problems);
    const other = problems.length === toldOfSource ? null : catalogue;
    return { files, source, catalogue, other, isSound: problems.length === told };
  };
  const join = async (files: FoundArticle, problems: Problem[]): Promise<JoinedArticle | null> => {
    const known = last.get(files.slug);
    const before = known && !isUnread(known) ? known : null;
    if (before && isReadAs(before.from, files)) return withFiles(before, files);
    const parts = await read(files, problems);
    if (parts === null) return null;
    const { catalogue: _, ...from } = parts;
    if (before && hasSameFiles(before.from, from)) return { ...before, from: originOf(from, before) };
    try {
      const joined = await pacer.finish(joinParts(parts));
      return { ...joined, from: originOf(from, joined) };
    } catch (error) {
      problems.push(
        problemOf('unforeseen', startOf(files), `cannot be joined with its catalogue, in ${oddWay(error)}`),
      );
      return before;
    }
  };
  const known = async (files: FoundArticle, { glossary, find }: LoadSources): Promise<MadeArticle | null> => {
    const kept = await find(files);
    if (kept === null) return null;
    sources.hold(files.source);
    if (files.catalogue !== null) catalogues.hold(files.catalogue);
    return madeOfKept(files, kept, { glossary, held });
  };
  const make = async (files: FoundArticle, loading: LoadSources, problems: Problem[]) => {
    const { glossary } = loading;
    const before = last.get(files.slug);
    if (before && isUnread(before) && hasTexts(before.from, files)) return withFiles(before, files);
    const kept = before === undefined ? await known(files, loading) : null;
    if (kept !== null) return kept;
    const isLeft = isEarly && lastGlossary === null;
    const unread = isLeft ? unreadArticle(files) : null;
    if (unread !== null) return unread;
    const joined = await join(files, problems);
    if (joined === null) return null;
    if (isLeft) return waitingOf(joined);
    if (before?.article !== joined.article) return checking.first(joined, glossary, before ?? null);
    return before === joined ? before : { ...before, ...joined };
  };
  const first = async (before: MadeArticle, glossary: Glossary, problems: Problem[]) => {
    const joined = isUnread(before) ? await join(before.from.files, problems) : before;
    if (joined === null) return null;
    const made = await checking.first(joined, glossary, null);
    if (joined !== before) for (const problem of saidOf(made)) problems.push(problem);
    return made;
  };
  return {
    async load(all, loading, problems) {
      const { glossary } = loading;
      sources.keepOnly(all.map(({ source }) => source));
      catalogues.keepOnly(all.flatMap(({ catalogue }) => catalogue ?? []));
      const made = new Map<string, MadeArticle>();
      for await (const files of pacer.each(all)) {
        const one = await make(files, loading, problems);
        if (one === null) continue;
        for (const problem of saidOf(one)) problems.push(problem);
        made.set(files.slug, one);
      }
      const loaded = await loadedArticles(made, glossary, { checking, pacer, newest: lastGlossary, first });
      for (const [slug, { demand }] of last) if (!made.has(slug)) demand?.letGo();
      last = made;
      lastGlossary = glossary;
      return loaded;
    },
  };
}

/** The same article, beside which something else may lie by now. */
function withFiles<Made extends { readonly from: { readonly files: FoundArticle } }>(
  made: Made,
  files: FoundArticle,
): Made {
  return made.from.files === files ? made : { ...made, from: { ...made.from, files } };
}

/** What is wrong between the two files of an article, and with what lies beside them. */
function saidOf({ problems, pictured, from }: MadeArticle): readonly Problem[] {
  const { source, beside } = from.files;
  const missing = missingPictures(pictured, beside);
  return missing.length === 0 ? problems : [...problems, ...missing.map(excerptsFrom([source]))];
}

/** All that an article is joined from. The catalogue is much larger than what becomes of it, and is let go then. */
interface ArticleParts extends ArticleOrigin {
  readonly source: ArticleSource;
  readonly catalogue: Catalogue;
}

/** Whether an article was made from these very files, so that nothing in them has to be looked at again. */
function isReadAs({ files, isSound }: ArticleOrigin, now: FoundArticle): boolean {
  return isSound && hasTexts({ files }, now);
}

function hasTexts({ files }: Pick<ArticleOrigin, 'files'>, now: FoundArticle): boolean {
  return files.source === now.source && files.catalogue === now.catalogue;
}

/** The text of the catalogue counts too: problems quote the line as it stands, even of a version that is not in use. */
function hasSameFiles(a: ArticleOrigin, b: ArticleOrigin): boolean {
  const [one, other] = [a.files.source, b.files.source];
  const isSameText = one.path === other.path && isSameRead(one, other);
  const isSameSource = a.isSound && b.isSound ? isSameText : a.source === b.source;
  return isSameSource && a.other === b.other && isSameRead(a.files.catalogue, b.files.catalogue);
}

/** Asks for the texts last: they are made of bytes each time. */
function isSameRead(one: SourceFile | null, other: SourceFile | null): boolean {
  return one === other || (one?.length === other?.length && one?.text === other?.text);
}

/** What an article is joined from, without what is made again with its paragraphs. */
function originOf(from: ArticleOrigin, { text }: Pick<JoinedArticle, 'text'>): ArticleOrigin {
  return text === null ? from : { ...from, source: null };
}

function* joinParts({ files, source, catalogue, isSound }: ArticleParts): Slices<Omit<JoinedArticle, 'from'>> {
  const { units, problems } = yield* joinSlices(source.units, catalogue);
  const citation = ownTexts(source.citation);
  const text = isSound && isQuicklyMade(files) ? textOnDemand(files, citation, units) : null;
  const article = text?.article ?? { slug: files.slug, citation, units };
  const read = files.catalogue === null ? [files.source] : [files.source, files.catalogue];
  return {
    ...{ article, text },
    problems: ownTexts([...problems, ...ownReviews(article)].map(excerptsFrom(read))),
    pictured: ownTexts(yield* picturedIn(units)),
  };
}

/** Not the paragraphs themselves: whoever has one has all of its article. */
function* picturedIn(units: readonly Pictured[]): Slices<Pictured[]> {
  const pictured = yield* filterSlices(units, ({ source }) => source.marks.some(({ kind }) => kind === 'image'));
  return pictured.map(({ source, place }) => ({ source, place }));
}
