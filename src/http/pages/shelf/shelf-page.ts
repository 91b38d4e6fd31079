import type { Snapshot } from '../../../core/changes/ports/library.ts';
import { counted, grouped } from '../../../core/text/counted.ts';
import { withHeldSpaces } from '../../../core/text/unbreakable.ts';
import { articleAddress, removalAddress, type ShelfView, shelfAddress } from '../../addresses.ts';
import { writtenDate } from '../frame/dates.ts';
import { checkingOf, type Frame, frameOf } from '../frame/frame.ts';
import { type OnPaper, onPaper } from '../frame/on-paper.ts';
import { type PageWays, pageWays } from '../frame/page-ways.ts';
import { pageIn, type Query, textIn } from '../frame/query.ts';
import { joined, LONGEST_TITLE, shortened, shownTitle } from '../frame/wording.ts';
import { SHELF_PAGE, type ShelfChoice, type ShelvedArticle } from './shelf-list.ts';

/** views/shelf.ejs: the articles, a page at a time. */
export interface ShelfPage extends Frame {
  /** “12 articles”; '' while there is none. */
  readonly total: string;
  /** “12 articles are still being checked.”; '' once all are. */
  readonly checking: string;
  /** What is searched. */
  readonly query: string;
  /** Kept while somebody searches; '' for the usual order. */
  readonly by: string;
  /** “3 found”; '' while nothing is searched. */
  readonly found: string;
  /** Null where there is nothing to put in order. */
  readonly orders: readonly OrderWay[] | null;
  readonly articles: readonly ShelfItem[];
  readonly pages: PageWays | null;
  readonly paper: OnPaper;
}

/** An order of the list, and the way to it. */
interface OrderWay {
  readonly label: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** An article in the list; its texts may be cut short. */
interface ShelfItem {
  readonly href: string;
  readonly title: string;
  /** The English headline; null while there is none. */
  readonly target: string | null;
  readonly site: string | null;
  readonly date: { readonly iso: string; readonly written: string } | null;
  /** “43 paragraphs: 40 translated, 12 reviewed”; “not checked yet” */
  readonly progress: string;
  /** Hundredths of the paragraphs, for a bar: those with English, and of them those approved. */
  readonly translated: number;
  readonly reviewed: number;
  /** “2 errors, 1 warning”; “nothing to correct”; “cannot be checked”; else '' while nothing is translated. */
  readonly problems: string;
  readonly hasErrors: boolean;
  readonly removeAt: string;
}

/** UTF-16 units of a site, on the page. */
const LONGEST_SITE = 120;

/** What an address asks of the shelf. */
export function shelfViewOf(query: Query): ShelfView {
  return { q: textIn(query, 'q'), by: query['by'] === 'title' ? 'title' : '', page: pageIn(query) };
}

export function shelfPage(snapshot: Snapshot, { view, found, pages, total }: ShelfChoice): ShelfPage {
  const start = (view.page - 1) * SHELF_PAGE;
  const orders = found.length < 2 ? null : orderWays(view);
  const ways = pageWays({ page: view.page, pages }, (page) => shelfAddress({ ...view, page }));
  const order = orders?.find(({ isCurrent }) => isCurrent)?.label ?? null;
  return {
    ...frameOf(snapshot, view.page === 1 ? 'Articles' : `Articles, page ${grouped(view.page)}`),
    total: total === 0 ? '' : counted(total, 'article'),
    checking: checkingOf(snapshot),
    ...{ query: view.q, by: view.by },
    found: view.q === '' ? '' : `${grouped(found.length)} found`,
    orders,
    articles: found.slice(start, start + SHELF_PAGE).map((article) => shelfItem(article, snapshot.pending)),
    pages: ways,
    paper: onPaper([view.q === '' ? null : `“${view.q}”`, order], ways, shelfAddress(view)),
  };
}

function orderWays(view: ShelfView): OrderWay[] {
  const way = (by: ShelfView['by'], label: string) => {
    return { label, href: shelfAddress({ q: view.q, by }), isCurrent: by === view.by };
  };
  return [way('', 'Newest first'), way('title', 'By title')];
}

function shelfItem(article: ShelvedArticle, pending: Snapshot['pending']): ShelfItem {
  const { slug, citation } = article.checked.article;
  const isUnchecked = article.checked.unchecked !== null;
  const isWaiting = isUnchecked && pending.has(slug);
  const { site, date } = citation;
  return {
    href: articleAddress(slug),
    title: withHeldSpaces(shownTitle(citation.title, LONGEST_TITLE)),
    target: article.target === null ? null : shownTitle(article.target, LONGEST_TITLE),
    site: site === null ? null : shortened(site, LONGEST_SITE),
    date: date === null ? null : { iso: date, written: writtenDate(date) },
    progress: isWaiting ? 'not checked yet' : progressOf(article),
    translated: hundredths(article.translated, article),
    reviewed: hundredths(article.reviewed, article),
    problems: isWaiting ? '' : problemsOf(article),
    hasErrors: article.problems.error > 0 || (isUnchecked && !isWaiting),
    removeAt: removalAddress(slug),
  };
}

/** Never all before it is all, and something as soon as there is any. */
function hundredths(part: number, { units }: ShelvedArticle): number {
  if (part === 0 || part === units) return part === 0 ? 0 : 100;
  return Math.min(99, Math.max(1, Math.round((part / units) * 100)));
}

/** “43 paragraphs: all translated, 12 reviewed” */
export function progressOf({ units, translated, reviewed }: ShelvedArticle): string {
  const paragraphs = counted(units, 'paragraph');
  if (translated === 0) return units === 0 ? paragraphs : `${paragraphs}, not translated yet`;
  const part = (count: number) => (count === units ? 'all' : count === 0 ? 'none' : grouped(count));
  if (translated === units && reviewed === units) return `${paragraphs}, all translated and reviewed`;
  return `${paragraphs}: ${part(translated)} translated, ${part(reviewed)} reviewed`;
}

function problemsOf({ checked, translated, problems: { error, warning, info } }: ShelvedArticle): string {
  if (checked.unchecked !== null) return 'cannot be checked';
  if (translated === 0) return '';
  const part = (count: number, noun: string) => (count === 0 ? null : counted(count, noun));
  const all = joined([part(error, 'error'), part(warning, 'warning'), part(info, 'remark')], ', ');
  return all === '' ? 'nothing to correct' : all;
}
