import { waitingArticle } from '../../core/checks/article/unchecked-article.ts';
import { parseFrontMatter } from '../../formats/article/front-matter.ts';
import type { JoinedArticle, MadeArticle } from './article-checking.ts';
import { isQuicklyMade, textOnDemand } from './article-on-demand.ts';
import type { FoundArticle } from './list-sources.ts';
import { ownTexts } from './own-texts.ts';

/**
 * An article of which nothing was read but by what it is cited, in a hundredth of the time that it takes to check it.
 *
 * @returns null where that alone does not tell its title, or somebody would wait long for its paragraphs
 */
export function unreadArticle(files: FoundArticle): MadeArticle | null {
  const { source, catalogue } = files;
  const { text: written } = source;
  if (written === null || (catalogue !== null && catalogue.problem !== null) || !isQuicklyMade(files)) return null;
  const { citation, problems } = parseFrontMatter(written, source.path);
  const { title } = citation;
  if (title === null || problems.length > 0) return null;
  const text = textOnDemand(files, ownTexts({ ...citation, title }), null);
  return waitingOf({
    from: { files, source: null, other: null, isSound: false },
    ...{ article: text.article, text, problems: [], pictured: [] },
  });
}

/** An article that is not checked yet. */
export function waitingOf(joined: JoinedArticle): MadeArticle {
  return { ...joined, glossary: null, checked: waitingArticle(joined.article), demand: null };
}

/** Whether its paragraphs were never read. */
export function isUnread({ text, from }: MadeArticle): boolean {
  return text !== null && !from.isSound;
}
