import type { CheckedArticle } from '../../checks/checked-article.ts';
import type { Slices } from '../../model/slices.ts';
import { matchCounterSlices, type ReadLike } from './import-matches.ts';
import type { IncomingUnit } from './incoming-unit.ts';

/** The texts of a file, and the article that it says they are of; null where it does not say. */
export interface IncomingFile {
  readonly slug: string | null;
  readonly units: readonly IncomingUnit[];
}

/**
 * The article that a file is of: the one it names, else the one that has most of its texts.
 *
 * @returns null where none has any of them
 */
export function* importedArticleSlices(
  articles: ReadonlyMap<string, CheckedArticle>,
  { slug, units }: IncomingFile,
  read: ReadLike,
): Slices<CheckedArticle | null> {
  const named = slug === null ? undefined : articles.get(slug);
  if (named !== undefined) return named;
  const count = yield* matchCounterSlices(units, read);
  let [best, most] = [null as CheckedArticle | null, 0];
  for (const article of articles.values()) {
    yield;
    const found = count(article.article.units);
    if (found > most) [best, most] = [article, found];
  }
  return best;
}
