import type { CheckedUnit } from '../../../core/checks/checked-article.ts';
import { type Standing, standingOf } from '../../../core/ledger/standing.ts';
import type { Concept } from '../../../core/model/concept.ts';
import { addToGroup } from '../../../core/model/groups.ts';
import { mapSlices, type Slices } from '../../../core/model/slices.ts';
import type { FoundParagraph } from '../../../core/search/find-paragraphs.ts';
import { type ContextPiece, inContext } from '../../../core/search/in-context.ts';
import { counted, grouped } from '../../../core/text/counted.ts';
import { withHeldSpaces } from '../../../core/text/unbreakable.ts';
import { articleAddress, unitAddress } from '../../addresses.ts';
import { type PageWays, pageNumber, pageWays } from '../frame/page-ways.ts';
import { LONGEST_TITLE, pilcrow, shownTitle } from '../frame/wording.ts';
import type { SearchResults } from './search-results.ts';

/** views/partials/found.ejs: what was found in an article, as far as a page shows it. */
export interface FoundGroup {
  readonly href: string;
  readonly title: string;
  /** Its English title; '' for none. */
  readonly target: string;
  /** “3 paragraphs” */
  readonly count: string;
  readonly rows: readonly FoundRow[];
}

interface FoundRow {
  readonly href: string;
  /** “¶7” */
  readonly label: string;
  /** Of the concept that is sought, each once; empty where none is, or no term of it was meant there. */
  readonly verdicts: readonly { readonly verdict: Standing }[];
  readonly source: readonly ContextPiece[];
  readonly target: readonly ContextPiece[] | null;
  /** “2 more in this paragraph”; '' for none. */
  readonly more: string;
}

/** Paragraphs of a page: with their texts cut short it stays under 200 KB. */
const MOST_ROWS = 20;
/** A page of what was found, article by article, and the ways to the other pages. */
export function* foundPage(
  results: SearchResults,
  asked: number,
  wayTo: (page: number) => string,
): Slices<{ readonly groups: readonly FoundGroup[]; readonly pages: PageWays | null }> {
  const at = pageNumber(results.found.length, asked, MOST_ROWS);
  const shown = results.found.slice((at.page - 1) * MOST_ROWS, at.page * MOST_ROWS);
  return { groups: yield* groupsOf(shown, results), pages: pageWays(at, wayTo) };
}

/** “112 paragraphs in 14 articles”. */
export function countFound({ found }: SearchResults): string {
  return `${counted(found.length, 'paragraph')} in ${counted(countsOf(found).size, 'article')}`;
}

/** Paragraphs that were found, by article. */
function countsOf(found: readonly FoundParagraph[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { article } of found) counts.set(article, (counts.get(article) ?? 0) + 1);
  return counts;
}

function* groupsOf(shown: readonly FoundParagraph[], results: SearchResults): Slices<FoundGroup[]> {
  const rows = yield* mapSlices(shown, (found) => ({ found, row: foundRow(found, results) }));
  const groups = new Map<number, FoundRow[]>();
  for (const { found, row } of rows) addToGroup(groups, found.article, row);
  const counts = countsOf(results.found);
  return yield* mapSlices(groups, ([article, list]) => {
    const { article: own, summary } = checkedOf(article, results);
    const title = withHeldSpaces(shownTitle(own.citation.title, LONGEST_TITLE));
    const target = shownTitle(summary.target ?? '', LONGEST_TITLE);
    return {
      href: articleAddress(own.slug),
      title,
      target,
      count: counted(counts.get(article) ?? 0, 'paragraph'),
      rows: list,
    };
  });
}

function foundRow({ article, unit }: FoundParagraph, results: SearchResults): FoundRow {
  const { article: own, units } = checkedOf(article, results);
  const checked = units[unit] as CheckedUnit;
  const { more, source, target } = inContext(checked, results.search, results.index.numbers);
  return {
    href: unitAddress(own.slug, checked.unit.id),
    label: pilcrow(checked.unit.id),
    verdicts: verdictsOf(checked, results.concept),
    source: heldPieces(source),
    target: target && heldPieces(target),
    more: more === 0 ? '' : `${grouped(more)} more in this paragraph`,
  };
}

/** As in the reader, no line begins with a colon. */
function heldPieces(pieces: readonly ContextPiece[]): ContextPiece[] {
  const held = withHeldSpaces(pieces.map(({ text }) => text).join(''));
  let at = 0;
  return pieces.map(({ text, isHit }) => {
    at += text.length;
    return { text: held.slice(at - text.length, at), isHit };
  });
}

function verdictsOf({ entries }: CheckedUnit, concept: Concept | null): FoundRow['verdicts'] {
  const own = entries.filter(({ reading }) => reading.concept === concept);
  return [...new Set(own.map(standingOf))].map((verdict) => ({ verdict }));
}

function checkedOf(article: number, { index }: SearchResults) {
  return (index.articles[article] as (typeof index.articles)[number]).checked;
}
