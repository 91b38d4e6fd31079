import { showsTheSame } from '../checks/article/article-summary.ts';
import type { CheckedArticle } from '../checks/checked-article.ts';
import { sameItems } from '../model/same-items.ts';
import type { Snapshot } from './ports/library.ts';

/** What differs between two states of the files. */
export interface Changes {
  /** Slugs of the articles that are shown differently, or are there in one state only. */
  readonly articles: readonly string[];
  /** Whether any entry changed. */
  readonly glossary: boolean;
  /** Whether the files have other problems. */
  readonly problems: boolean;
}

/** Compares two snapshots; what was read once is the same object in both, so that this is quick. */
export function changesBetween(before: Snapshot, after: Snapshot): Changes {
  const slugs = new Set([...before.articles.keys(), ...after.articles.keys()]);
  return {
    articles: [...slugs].filter((slug) => !isSameArticle(before.articles.get(slug), after.articles.get(slug))),
    glossary: !sameItems(before.glossary.concepts, after.glossary.concepts),
    problems: JSON.stringify(before.problems) !== JSON.stringify(after.problems),
  };
}

function isSameArticle(a: CheckedArticle | undefined, b: CheckedArticle | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && showsTheSame(a.summary, b.summary));
}
