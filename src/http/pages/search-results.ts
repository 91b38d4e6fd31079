import type { Snapshot } from '../../core/changes/library.ts';
import type { Pacer, Slices } from '../../core/model/slices.ts';
import { type FoundParagraph, findParagraphs, type Search, searchFor } from '../../core/search/find-paragraphs.ts';
import { createSearchIndexes, type SearchIndex } from '../../core/search/search-index.ts';
import { readQuery, type Sought } from '../../core/search/search-query.ts';
import type { SearchView } from '../addresses.ts';

/** What a search of all articles found. */
export interface SearchResults {
  readonly index: SearchIndex;
  /** Empty where nothing is asked for that is a word. */
  readonly sought: readonly Sought[];
  readonly search: Search;
  /** Those of the article that is searched first, then all others in the order of the articles. */
  readonly found: readonly FoundParagraph[];
}

/** Searches that are remembered, so that the next page of one costs nothing. */
const MOST_REMEMBERED = 20;

/** Searches articles, and remembers what the last searches found as long as the files stay the same. */
export type Searches = (snapshot: Snapshot, view: SearchView) => Promise<SearchResults>;

export function createSearches(pacer: Pacer): Searches {
  const indexOf = createSearchIndexes();
  let last: { readonly snapshot: Snapshot; readonly index: Promise<SearchIndex> } | null = null;
  const remembered = new Map<string, Promise<SearchResults>>();
  return (snapshot, view) => {
    if (last?.snapshot !== snapshot) {
      remembered.clear();
      last = { snapshot, index: pacer.finish(indexOf(snapshot.articles.values())) };
    }
    const { index } = last;
    const asked = JSON.stringify([view.q, view.article]);
    const results = remembered.get(asked) ?? index.then((read) => pacer.finish(resultsOf(read, snapshot, view)));
    remembered.set(asked, results);
    const [oldest = ''] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED) remembered.delete(oldest);
    return results;
  };
}

function* resultsOf(index: SearchIndex, { glossary }: Snapshot, { q, article }: SearchView): Slices<SearchResults> {
  const sought = readQuery(q, glossary);
  const search = searchFor(sought, index.numbers);
  const all = sought.length === 0 ? [] : yield* findParagraphs(index, search);
  const first = index.articles.findIndex(({ checked }) => checked.article.slug === article);
  const isFirst = (found: FoundParagraph) => found.article === first;
  return { index, sought, search, found: [...all.filter(isFirst), ...all.filter((found) => !isFirst(found))] };
}
