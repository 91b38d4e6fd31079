import { articleAgainSlices, articleSlices } from '../core/checks/check-article.ts';
import type { Glossary } from '../core/checks/check-glossary.ts';
import type { CheckedArticle } from '../core/checks/checked-article.ts';
import { differenceSlices, type GlossaryDifference } from '../core/checks/glossary-difference.ts';
import { missingPictures } from '../core/checks/missing-pictures.ts';
import type { Problem } from '../core/checks/problem.ts';
import type { Article } from '../core/model/article.ts';
import type { Pacer, Slices } from '../core/model/slices.ts';
import { type Catalogue, joinSlices } from '../formats/article/catalogue.ts';
import type { ArticleSource } from '../formats/article/markdown.ts';
import { excerptsFrom } from './excerpt.ts';
import { createGoodVersions } from './good-versions.ts';
import type { ArticleFiles } from './list-sources.ts';
import type { ParsedFiles } from './parsed-files.ts';

/**
 * Makes the checked articles of their files: the very same objects as long as their files are, and the entries that
 * bear on them.
 */
export interface ArticleLoader {
  /**
   * @param problems gets what is wrong with the files, and between the two of an article
   * @returns by slug, in the order of the files
   */
  load(
    files: readonly ArticleFiles[],
    glossary: Glossary,
    problems: Problem[],
  ): Promise<ReadonlyMap<string, CheckedArticle>>;
}

const EMPTY_CATALOGUE: Catalogue = { messages: [], problems: [] };

export function createArticleLoader(parsed: ParsedFiles, pacer: Pacer): ArticleLoader {
  const sources = createGoodVersions<ArticleSource | null>(null, parsed.article);
  const catalogues = createGoodVersions<Catalogue>(EMPTY_CATALOGUE, parsed.catalogue);
  let last: ReadonlyMap<string, MadeArticle> = new Map();
  let lastGlossary: Glossary | null = null;
  const read = async (files: ArticleFiles, glossary: Glossary, problems: Problem[]): Promise<ArticleParts | null> => {
    const told = problems.length;
    const source = await sources.read(files.source, problems);
    if (source === null) return null;
    const catalogue = files.catalogue === null ? EMPTY_CATALOGUE : await catalogues.read(files.catalogue, problems);
    return { files, source, catalogue, glossary, isSound: problems.length === told };
  };
  return {
    async load(all, glossary, problems) {
      sources.keepOnly(all.map(({ source }) => source));
      catalogues.keepOnly(all.flatMap(({ catalogue }) => catalogue ?? []));
      const made = new Map<string, MadeArticle>();
      const isOther = lastGlossary !== null && lastGlossary !== glossary;
      const difference = isOther ? await pacer.finish(differenceSlices(lastGlossary as Glossary, glossary)) : null;
      for (const files of all) {
        const before = last.get(files.slug);
        const parts =
          before && isReadAs(before.parts, files)
            ? { ...before.parts, glossary }
            : await read(files, glossary, problems);
        if (parts === null) continue;
        const isSame = before?.parts.files === parts.files && before.parts.glossary === glossary;
        const article = isSame ? before : await pacer.finish(makeArticle(parts, before && { ...before, difference }));
        for (const problem of [...article.problems, ...missingIn(article.article, files)]) problems.push(problem);
        made.set(files.slug, article);
      }
      last = made;
      lastGlossary = glossary;
      return new Map([...made].map(([slug, { checked }]) => [slug, checked]));
    },
  };
}

function missingIn({ units }: Article, { source, beside }: ArticleFiles): Problem[] {
  const missing = missingPictures(units, beside);
  return missing.length === 0 ? missing : missing.map(excerptsFrom([source]));
}

/** All that an article is made from. */
interface ArticleParts {
  readonly files: ArticleFiles;
  /** What the two files say; of a broken one, what its last good version said. */
  readonly source: ArticleSource;
  readonly catalogue: Catalogue;
  readonly glossary: Glossary;
  /** Neither file had a problem, so that there is nothing to say of them again. */
  readonly isSound: boolean;
}

/** An article with what it was made from. */
interface MadeArticle {
  readonly parts: ArticleParts;
  readonly article: Article;
  /** What of the catalogue does not fit the source. */
  readonly problems: readonly Problem[];
  readonly checked: CheckedArticle;
}

/** An article as it was made last. */
interface ArticleBefore extends MadeArticle {
  /** Between its glossary and the one of now; null where it is not known. */
  readonly difference: GlossaryDifference | null;
}

/**
 * Joins the two files of an article and checks it.
 *
 * @param before the article as it was made last: what is made from the same parts is the very same object again
 */
function* makeArticle(parts: ArticleParts, before: ArticleBefore | undefined): Slices<MadeArticle> {
  const { glossary } = parts;
  if (before === undefined || !hasSameFiles(before.parts, parts)) {
    const joined = yield* join(parts);
    return { parts, ...joined, checked: yield* articleSlices(joined.article, glossary) };
  }
  const { article, problems, checked, difference } = before;
  if (before.parts.glossary === glossary) return { parts, article, problems, checked };
  const again = difference && articleAgainSlices(checked, glossary, difference);
  return { parts, article, problems, checked: yield* again ?? articleSlices(article, glossary) };
}

/** Whether an article was made from these very files, so that nothing in them has to be looked at again. */
function isReadAs({ files, isSound }: ArticleParts, now: ArticleFiles): boolean {
  return isSound && files.source === now.source && files.catalogue === now.catalogue;
}

/** The text of the catalogue counts too: problems quote the line as it stands, even of a version that is not in use. */
function hasSameFiles(a: ArticleParts, b: ArticleParts): boolean {
  return a.source === b.source && a.catalogue === b.catalogue && a.files.catalogue?.text === b.files.catalogue?.text;
}

function* join({ files, source, catalogue }: ArticleParts): Slices<Pick<MadeArticle, 'article' | 'problems'>> {
  const { units, problems } = yield* joinSlices(source.units, catalogue);
  const read = files.catalogue === null ? [files.source] : [files.source, files.catalogue];
  return {
    article: { slug: files.slug, citation: source.citation, units },
    problems: problems.map(excerptsFrom(read)),
  };
}
