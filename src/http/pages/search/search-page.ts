import type { Snapshot } from '../../../core/changes/ports/library.ts';
import { preferredTerm } from '../../../core/model/concept.ts';
import type { Slices } from '../../../core/model/slices.ts';
import type { Sought } from '../../../core/search/search-query.ts';
import { counted, grouped } from '../../../core/text/counted.ts';
import { withHeldSpaces } from '../../../core/text/unbreakable.ts';
import { conceptAddress, type SearchView, searchAddress } from '../../addresses.ts';
import { type Frame, frameOf } from '../frame/frame.ts';
import { type OnPaper, onPaper } from '../frame/on-paper.ts';
import type { PageWays } from '../frame/page-ways.ts';
import { isCutShort, pageIn, type Query, textIn } from '../frame/query.ts';
import { type Listed, LONGEST_TITLE, listed, shortened, shownTitle } from '../frame/wording.ts';
import { countFound, type FoundGroup, foundPage } from './found-paragraphs.ts';
import type { SearchResults } from './search-results.ts';

/** views/search.ejs: a concordance of what is asked for, a page at a time. */
export interface SearchPage extends Frame {
  /** What is asked for. */
  readonly query: string;
  /** The article that is searched first; null for none. */
  readonly article: { readonly slug: string; readonly title: string } | null;
  /** “112 paragraphs in 14 articles”, or why there is none; '' while nothing is asked. */
  readonly says: string;
  /** What was left of a query that is too long; '' where it was taken whole. */
  readonly cut: string;
  /** Terms that are sought in all their forms. */
  readonly terms: readonly TermSought[];
  readonly groups: readonly FoundGroup[];
  readonly pages: PageWays | null;
  readonly paper: OnPaper;
}

interface TermSought {
  /** As it was asked for. */
  readonly asked: string;
  readonly entries: readonly Listed<{ readonly href: string; readonly french: string; readonly english: string }>[];
  /** “4 forms in French, 6 in English” */
  readonly forms: string;
}

/** What an address asks for. */
export function searchViewOf(query: Query, { articles }: Snapshot): SearchView {
  const article = textIn(query, 'article');
  return { q: textIn(query, 'q'), article: articles.has(article) ? article : '', page: pageIn(query) };
}

export function* searchPage(
  snapshot: Snapshot,
  { query, view, results }: { readonly query: Query; readonly view: SearchView; readonly results: SearchResults },
): Slices<SearchPage> {
  const article = articleOf(snapshot, view.article);
  const found = yield* foundPage(results, view.page, (page) => searchAddress({ ...view, page }));
  return {
    ...frameOf(snapshot, view.q === '' ? 'Search' : `Search: ${shortened(view.q, LONGEST_TITLE)}`),
    query: view.q,
    article,
    says: whatWasFound(view, results),
    cut: isCutShort(query, 'q') ? `Only the beginning of what was asked for is sought: “${view.q}”.` : '',
    terms: results.sought.filter(({ concepts }) => concepts.length > 0).map(termSought),
    ...found,
    paper: onPaper([article && `first in “${article.title}”`], found.pages, searchAddress(view)),
  };
}

function articleOf({ articles }: Snapshot, slug: string): SearchPage['article'] {
  const title = articles.get(slug)?.article.citation.title;
  return title === undefined ? null : { slug, title: withHeldSpaces(shownTitle(title, LONGEST_TITLE)) };
}

function whatWasFound({ q }: SearchView, results: SearchResults): string {
  const { sought } = results;
  if (q === '') return '';
  if (sought.length === 0) return `“${q}” has no word in it. Write a word of either language, or several.`;
  if (results.found.length > 0) return countFound(results);
  if (sought.length > 1) return 'No paragraph has all of this. Write fewer words, or leave out quotation marks.';
  return `No paragraph has “${sought[0]?.text}”.`;
}

function termSought({ text, concepts, phrases }: Sought): TermSought {
  const entries = concepts.map((concept) => ({
    href: conceptAddress(concept.id),
    french: preferredTerm(concept, 'fr')?.text ?? concept.id,
    english: concept.keep ? '' : (preferredTerm(concept, 'en')?.text ?? ''),
  }));
  const forms = `${counted(phrases.fr.length, 'form')} in French, ${grouped(phrases.en.length)} in English`;
  return { asked: text, entries: listed(entries), forms };
}
