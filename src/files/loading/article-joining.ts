import { type Problem, problemOf } from '../../core/checks/problem.ts';
import { filterSlices, type Pacer, type Slices } from '../../core/model/slices.ts';
import { ownReviews } from '../../core/people/approvals.ts';
import { type Catalogue, joinSlices, NO_CATALOGUE } from '../../formats/article/catalogue.ts';
import type { ArticleSource } from '../../formats/article/markdown.ts';
import { excerptsFrom } from '../disk/excerpt.ts';
import type { SourceFile } from '../disk/read-source.ts';
import type { ParsedFiles } from '../kept/parsed-files.ts';
import {
  type ArticleOrigin,
  type JoinedArticle,
  type MadeArticle,
  oddWay,
  type Pictured,
  startOf,
} from './article-checking.ts';
import { isQuicklyMade, textOnDemand } from './article-on-demand.ts';
import { asText, createGoodVersions } from './good-versions.ts';
import type { FoundArticle } from './list-sources.ts';
import { ownTexts } from './own-texts.ts';
import { isUnread } from './unread-article.ts';

/** Reads the files of articles and joins the two of each; what was made of the same texts stands. */
export interface Joiner {
  /**
   * @param last what was made of the article before; null where there was none
   * @param problems gets what is wrong with the files
   * @returns null where it is no article
   */
  join(files: FoundArticle, last: MadeArticle | null, problems: Problem[]): Promise<JoinedArticle | null>;
  /** Files whose texts are known to be good, though nobody read them. */
  hold(files: FoundArticle): void;
  /** Forgets the files of all articles but these. */
  keepOnly(all: readonly FoundArticle[]): void;
}

export function createJoiner(parsed: ParsedFiles, pacer: Pacer): Joiner {
  const sources = createGoodVersions<ArticleSource | null>(null, parsed.article, asText);
  const catalogues = createGoodVersions<Catalogue>(NO_CATALOGUE, parsed.catalogue, asText);
  const read = async (files: FoundArticle, problems: Problem[]): Promise<ArticleParts | null> => {
    const told = problems.length;
    const source = await sources.read(files.source, problems);
    if (source === null) return null;
    const toldOfSource = problems.length;
    const catalogue = files.catalogue === null ? NO_CATALOGUE : await catalogues.read(files.catalogue, problems);
    const other = problems.length === toldOfSource ? null : catalogue;
    return { files, source, catalogue, other, isSound: problems.length === told };
  };
  return {
    async join(files, last, problems) {
      const before = last && !isUnread(last) ? last : null;
      if (before && isReadAs(before.from, files)) return withFiles(before, files);
      const parts = await read(files, problems);
      if (parts === null) return null;
      const { catalogue: _, ...from } = parts;
      if (before && hasSameFiles(before.from, from)) return { ...before, from: originOf(from, before) };
      try {
        const joined = await pacer.finish(joinFiles(parts));
        return { ...joined, from: originOf(from, joined) };
      } catch (error) {
        problems.push(
          problemOf('unforeseen', startOf(files), `cannot be joined with its catalogue, in ${oddWay(error)}`),
        );
        return before;
      }
    },
    hold({ source, catalogue }) {
      sources.hold(source);
      if (catalogue !== null) catalogues.hold(catalogue);
    },
    keepOnly(all) {
      sources.keepOnly(all.map(({ source }) => source));
      catalogues.keepOnly(all.flatMap(({ catalogue }) => catalogue ?? []));
    },
  };
}

/** The same article, beside which something else may lie by now. */
export function withFiles<Made extends { readonly from: { readonly files: FoundArticle } }>(
  made: Made,
  files: FoundArticle,
): Made {
  return made.from.files === files ? made : { ...made, from: { ...made.from, files } };
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

/** Whether an article was made from these very texts. */
export function hasTexts({ files }: Pick<ArticleOrigin, 'files'>, now: FoundArticle): boolean {
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

function* joinFiles({ files, source, catalogue, isSound }: ArticleParts): Slices<Omit<JoinedArticle, 'from'>> {
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
