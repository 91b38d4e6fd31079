import type { Snapshot } from '../core/changes/ports/library.ts';
import type { CheckedArticle } from '../core/checks/checked-article.ts';
import { nearestWord } from '../core/text/nearest-word.ts';
import { UsageError } from './command.ts';

/** The articles that a person named; all where none is. @throws {UsageError} for one that is not there */
export function chosenArticles(snapshot: Snapshot, slugs: readonly string[]): CheckedArticle[] {
  return slugs.length === 0 ? [...snapshot.articles.values()] : slugs.map((slug) => articleNamed(snapshot, slug));
}

/** @throws {UsageError} where there is none of that name */
export function articleNamed({ articles }: Snapshot, slug: string): CheckedArticle {
  const article = articles.get(slug);
  if (article !== undefined) return article;
  const near = nearestWord(slug, [...articles.keys()]);
  throw new UsageError(`No article “${slug}”. There is: ${near ?? [...articles.keys()].join(', ')}.`);
}
