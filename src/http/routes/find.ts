import type { Snapshot } from '../../core/changes/ports/library.ts';
import type { CheckedArticle } from '../../core/checks/checked-article.ts';
import type { Concept } from '../../core/model/concept.ts';
import { nearestWord } from '../../core/text/nearest-word.ts';
import { SLUG } from '../../core/text/slug.ts';
import { articleAddress, glossaryAddress, SHELF } from '../addresses.ts';
import { UserError } from '../errors.ts';

/** @throws {UserError} with the nearest slug there is */
export function findArticle({ articles }: Snapshot, slug: string): CheckedArticle {
  const article = SLUG.test(slug) ? articles.get(slug) : undefined;
  if (article !== undefined) return article;
  const near = nearestWord(slug.slice(0, 100), [...articles.keys()]);
  const advice =
    near === null
      ? { says: 'Look for it among all articles.', words: 'all articles', href: SHELF }
      : { says: `Did you mean “${near}”?`, words: near, href: articleAddress(near) };
  throw new UserError('not-found', 'There is no such article.', advice);
}

/** @throws {UserError} */
export function findConcept({ glossary }: Snapshot, id: string): Concept {
  const concept = SLUG.test(id) ? glossary.byId.get(id) : undefined;
  if (concept !== undefined) return concept;
  const search = { words: 'Search the glossary', href: glossaryAddress({ q: id.slice(0, 100).replaceAll('-', ' ') }) };
  const advice = { says: 'Search the glossary for the term.', ...search };
  throw new UserError('not-found', 'There is no such entry in the glossary.', advice);
}
