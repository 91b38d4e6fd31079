import type { Snapshot } from '../../core/changes/library.ts';
import type { CheckedUnit } from '../../core/checks/checked-article.ts';
import { preferredTerm } from '../../core/model/concept.ts';
import { mapSlices, type Slices } from '../../core/model/slices.ts';
import type { FoundParagraph } from '../../core/search/find-paragraphs.ts';
import { type ContextPiece, inContext } from '../../core/search/in-context.ts';
import type { Sought } from '../../core/search/search-query.ts';
import { articleAddress, conceptAddress, type SearchView, searchAddress, unitAddress } from '../addresses.ts';
import { type Frame, frameOf } from './frame.ts';
import { type PageWays, pageNumber, pageWays } from './page-ways.ts';
import { isCutShort, pageIn, type Query, textIn } from './query.ts';
import type { SearchResults } from './search-results.ts';
import { counted, grouped, type Listed, listed, pilcrow, shortened } from './wording.ts';

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
}

interface TermSought {
  /** As it was asked for. */
  readonly asked: string;
  readonly entries: readonly Listed<{ readonly href: string; readonly french: string; readonly english: string }>[];
  /** “4 forms in French, 6 in English” */
  readonly forms: string;
}

/** What was found in an article, as far as the page shows it. */
interface FoundGroup {
  readonly href: string;
  readonly title: string;
  /** “3 paragraphs” */
  readonly count: string;
  readonly rows: readonly FoundRow[];
}

interface FoundRow {
  readonly href: string;
  /** “¶7” */
  readonly label: string;
  readonly source: readonly ContextPiece[];
  readonly target: readonly ContextPiece[] | null;
  /** “2 more in this paragraph”; '' for none. */
  readonly more: string;
}

/** Paragraphs of a page: with their texts cut short it stays under 200 KB. */
const MOST_ROWS = 20;
/** Bytes, on the page, of a title. */
const LONGEST_TITLE = 300;

/** What an address asks for. */
export function searchViewOf(query: Query, { articles }: Snapshot): SearchView {
  const article = textIn(query, 'article');
  return { q: textIn(query, 'q'), article: articles.has(article) ? article : '', page: pageIn(query) };
}

export function* searchPage(
  snapshot: Snapshot,
  { query, view, results }: { readonly query: Query; readonly view: SearchView; readonly results: SearchResults },
): Slices<SearchPage> {
  const { found } = results;
  const at = pageNumber(found.length, view.page, MOST_ROWS);
  const shown = found.slice((at.page - 1) * MOST_ROWS, at.page * MOST_ROWS);
  return {
    ...frameOf(snapshot, view.q === '' ? 'Search' : `Search: ${shortened(view.q, LONGEST_TITLE)}`),
    query: view.q,
    article: articleOf(snapshot, view.article),
    says: whatWasFound(view, results),
    cut: isCutShort(query, 'q') ? `Only the beginning of what was asked for is sought: “${view.q}”.` : '',
    terms: results.sought.filter(({ concepts }) => concepts.length > 0).map(termSought),
    groups: yield* groupsOf(shown, results),
    pages: pageWays(at, (page) => searchAddress({ ...view, page })),
  };
}

function articleOf({ articles }: Snapshot, slug: string): SearchPage['article'] {
  const title = articles.get(slug)?.article.citation.title;
  return title === undefined ? null : { slug, title: shortened(title, LONGEST_TITLE) };
}

function whatWasFound({ q }: SearchView, { sought, found }: SearchResults): string {
  if (q === '') return '';
  if (sought.length === 0) return `“${q}” has no word in it. Write a word of either language, or several.`;
  if (found.length > 0) {
    const articles = new Set(found.map(({ article }) => article)).size;
    return `${counted(found.length, 'paragraph')} in ${counted(articles, 'article')}`;
  }
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

function* groupsOf(shown: readonly FoundParagraph[], results: SearchResults): Slices<FoundGroup[]> {
  const rows = yield* mapSlices(shown, (found) => ({ found, row: foundRow(found, results) }));
  const groups = new Map<number, FoundRow[]>();
  for (const { found, row } of rows) groups.set(found.article, [...(groups.get(found.article) ?? []), row]);
  const count = (article: number) => results.found.filter((found) => found.article === article).length;
  return yield* mapSlices(groups, ([article, list]) => {
    const { slug, citation } = checkedOf(article, results).article;
    const title = shortened(citation.title, LONGEST_TITLE);
    return { href: articleAddress(slug), title, count: counted(count(article), 'paragraph'), rows: list };
  });
}

function foundRow({ article, unit }: FoundParagraph, results: SearchResults): FoundRow {
  const { article: own, units } = checkedOf(article, results);
  const checked = units[unit] as CheckedUnit;
  const { more, ...sides } = inContext(checked, results.search, results.index.numbers);
  return {
    href: unitAddress(own.slug, checked.unit.id),
    label: pilcrow(checked.unit.id),
    ...sides,
    more: more === 0 ? '' : `${grouped(more)} more in this paragraph`,
  };
}

function checkedOf(article: number, { index }: SearchResults) {
  return (index.articles[article] as (typeof index.articles)[number]).checked;
}
