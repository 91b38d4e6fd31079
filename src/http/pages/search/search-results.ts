import type { Snapshot } from '../../../core/changes/ports/library.ts';
import type { Concept } from '../../../core/model/concept.ts';
import type { Pacer, Slices } from '../../../core/model/slices.ts';
import { type FoundParagraph, findParagraphs, type Search, searchFor } from '../../../core/search/find-paragraphs.ts';
import { createSearchIndexes, type SearchIndex } from '../../../core/search/search-index.ts';
import { readQuery, type Sought, soughtConcept } from '../../../core/search/search-query.ts';
import type { SearchView } from '../../addresses.ts';

/** What a search of all articles found. */
export interface SearchResults {
  /** The one whose forms are sought; null where words are. */
  readonly concept: Concept | null;
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
export interface Searches {
  ofWords(snapshot: Snapshot, view: SearchView): Promise<SearchResults>;
  /** Where any form of a term of a concept stands, on either side, or its ledger has it. */
  ofConcept(snapshot: Snapshot, concept: Concept): Promise<SearchResults>;
}

export function createSearches(pacer: Pacer): Searches {
  const indexOf = createSearchIndexes();
  let last: { readonly snapshot: Snapshot; readonly index: Promise<SearchIndex> } | null = null;
  const remembered = new Map<string, Promise<SearchResults>>();
  const search = (snapshot: Snapshot, asked: string, find: (index: SearchIndex) => Slices<SearchResults>) => {
    if (last?.snapshot !== snapshot) {
      remembered.clear();
      last = { snapshot, index: pacer.finish(indexOf(snapshot.articles.values())) };
    }
    const { index } = last;
    const results = remembered.get(asked) ?? index.then((read) => pacer.finish(find(read)));
    remembered.set(asked, results);
    const [oldest = ''] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED) remembered.delete(oldest);
    return results;
  };
  return {
    ofWords: (snapshot, view) =>
      search(snapshot, JSON.stringify([view.q, view.article]), (index) => wordsIn(index, snapshot, view)),
    ofConcept: (snapshot, concept) =>
      search(snapshot, JSON.stringify([concept.id]), (index) => conceptIn(index, snapshot, concept)),
  };
}

function* conceptIn(index: SearchIndex, { glossary }: Snapshot, concept: Concept): Slices<SearchResults> {
  const sought = [soughtConcept(concept, glossary)];
  const search = searchFor(sought, index.numbers);
  const found = yield* findParagraphs(index, search);
  return { concept, index, sought, search, found: yield* withLedger(found, index, concept) };
}

/** And the paragraphs in which the ledger has a concept in words that no form says, as those of an ellipsis. */
function* withLedger(
  found: readonly FoundParagraph[],
  { articles }: SearchIndex,
  concept: Concept,
): Slices<FoundParagraph[]> {
  const all = [...found];
  const known = new Set(found.map(({ article, unit }) => `${article} ${unit}`));
  for (const [article, { checked }] of articles.entries()) {
    const units = checked.summary.uses.has(concept) ? checked.units : [];
    for (const [unit, { entries }] of units.entries())
      if (entries.some(({ reading }) => reading.concept === concept) && !known.has(`${article} ${unit}`))
        all.push({ article, unit });
    yield;
  }
  return all.sort((a, b) => a.article - b.article || a.unit - b.unit);
}

function* wordsIn(index: SearchIndex, { glossary }: Snapshot, { q, article }: SearchView): Slices<SearchResults> {
  const sought = readQuery(q, glossary);
  const search = searchFor(sought, index.numbers);
  const all = sought.length === 0 ? [] : yield* findParagraphs(index, search);
  const first = index.articles.findIndex(({ checked }) => checked.article.slug === article);
  const isFirst = (found: FoundParagraph) => found.article === first;
  return {
    ...{ concept: null, index, sought, search },
    found: [...all.filter(isFirst), ...all.filter((found) => !isFirst(found))],
  };
}
