import { missingPictures } from '../../core/checks/article/missing-pictures.ts';
import type { Glossary } from '../../core/checks/glossary/check-glossary.ts';
import type { Problem } from '../../core/checks/problem.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { excerptsFrom } from '../disk/excerpt.ts';
import { createHeld } from '../kept/held.ts';
import type { ParsedFiles } from '../kept/parsed-files.ts';
import { createChecking, type MadeArticle } from './article-checking.ts';
import { createJoiner, hasTexts, withFiles } from './article-joining.ts';
import { type KeptArticle, madeOfKept } from './kept-article.ts';
import type { FoundArticle } from './list-sources.ts';
import { type LoadedArticles, loadedArticles } from './loaded-articles.ts';
import type { Leaving } from './on-demand.ts';
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

/** Several times what 5 MB of anything sensible take. Milliseconds. */
const LIMIT = 60_000;

export function createArticleLoader(
  parsed: ParsedFiles,
  pacer: Pacer,
  { limit = LIMIT, mostHeld = Infinity, isEarly = false }: LoaderOptions = {},
): ArticleLoader {
  const joiner = createJoiner(parsed, pacer);
  const held = createHeld<Leaving>(mostHeld, (list) => list.leave());
  const checking = createChecking({ pacer, held, limit });
  let last = new Map<string, MadeArticle>();
  let lastGlossary: Glossary | null = null;
  const join = (files: FoundArticle, problems: Problem[]) => joiner.join(files, last.get(files.slug) ?? null, problems);
  const known = async (files: FoundArticle, { glossary, find }: LoadSources): Promise<MadeArticle | null> => {
    const kept = await find(files);
    if (kept === null) return null;
    joiner.hold(files);
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
      joiner.keepOnly(all);
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

/** What is wrong between the two files of an article, and with what lies beside them. */
function saidOf({ problems, pictured, from }: MadeArticle): readonly Problem[] {
  const { source, beside } = from.files;
  const missing = missingPictures(pictured, beside);
  return missing.length === 0 ? problems : [...problems, ...missing.map(excerptsFrom([source]))];
}
