import type { Snapshot } from '../../../core/changes/ports/library.ts';
import { counted, grouped } from '../../../core/text/counted.ts';
import { nearestWord } from '../../../core/text/nearest-word.ts';
import { candidatesAddress, type GlossaryView, glossaryAddress } from '../../addresses.ts';
import { checkingOf, type Frame, frameOf } from '../frame/frame.ts';
import { type OnPaper, onPaper } from '../frame/on-paper.ts';
import type { Option } from '../frame/option.ts';
import { type PageWays, pageWays } from '../frame/page-ways.ts';
import { glossaryTakeAway, type TakeAwayLink } from '../frame/take-away.ts';
import { type Listed, listed, shortened, shownTitle } from '../frame/wording.ts';
import { type Choice, STATUSES } from './glossary-choice.ts';
import { type EntryGroup, entryGroups } from './glossary-entries.ts';
import type { GlossaryList } from './glossary-list.ts';
import { type Asked, askedFor, type FieldWays, fieldWays, type LetterWay, letterWays } from './glossary-ways.ts';

/** views/glossary.ejs; every way through it is a link or a form that a browser without script can send. */
export interface GlossaryPage extends Frame {
  /** “850 concepts” */
  readonly total: string;
  /** “12 articles are still being checked.”; '' once all are. */
  readonly checking: string;
  readonly files: readonly Listed<{ readonly name: string }>[];
  /** “ and 12 more files”; '' for none. */
  readonly moreFiles: string;
  readonly form: SearchForm;
  readonly asked: readonly Asked[];
  /** “7 found”; '' while nothing is asked. */
  readonly found: string;
  readonly fields: FieldWays;
  readonly letters: readonly LetterWay[];
  readonly groups: readonly EntryGroup[];
  /** Why there is nothing to show; null where there is. */
  readonly nothing: Nothing | null;
  readonly pages: PageWays | null;
  readonly paper: OnPaper;
  readonly takeAway: readonly TakeAwayLink[];
  /** What the article asked for, or the only one, has and the glossary may lack. */
  readonly candidates: { readonly href: string; readonly label: string } | null;
}

interface SearchForm {
  readonly query: string;
  /** Kept while somebody searches; '' for none. */
  readonly field: string;
  readonly statuses: readonly Option[];
  /** Null where there are too many to list. */
  readonly articles: readonly Option[] | null;
  /** Slug of the article asked for; '' for none. */
  readonly article: string;
}

interface Nothing {
  readonly says: string;
  /** The article that may have been meant. */
  readonly near: { readonly href: string; readonly label: string } | null;
}

const MOST_FILES = 20;
const MOST_ARTICLES = 30;
/** UTF-16 units, on the page, of a file’s name and of an article’s title. */
const LONGEST_NAME = 160;

export function glossaryPage(snapshot: Snapshot, list: GlossaryList, choice: Choice): GlossaryPage {
  const { view, found } = choice;
  const { glossary, glossaryFiles } = snapshot;
  const ways = pageWays({ page: view.page, pages: choice.pages }, (page) => glossaryAddress({ ...view, page }));
  const asked = askedFor(list, view, titleOf(snapshot, view.article));
  return {
    ...frameOf(snapshot, view.page === 1 ? 'Glossary' : `Glossary, page ${grouped(view.page)}`),
    total: counted(glossary.concepts.length, 'concept'),
    checking: checkingOf(snapshot),
    files: listed(glossaryFiles.slice(0, MOST_FILES).map((name) => ({ name: shortened(name, LONGEST_NAME) }))),
    moreFiles:
      glossaryFiles.length > MOST_FILES ? ` and ${counted(glossaryFiles.length - MOST_FILES, 'more file')}` : '',
    form: searchForm(snapshot, view),
    asked,
    found: asked.length === 0 ? '' : `${grouped(found.length)} found`,
    fields: fieldWays(list, choice),
    letters: letterWays(choice),
    groups: entryGroups(list, choice),
    nothing: found.length === 0 ? nothingFound(snapshot, view) : null,
    pages: ways,
    paper: onPaper(
      asked.map(({ label }) => label),
      ways,
      glossaryAddress(view),
    ),
    takeAway: glossaryTakeAway(),
    candidates: candidatesOf(snapshot, view),
  };
}

function searchForm({ articles }: Snapshot, { q, field, status, article }: GlossaryView): SearchForm {
  const option = (value: string, label: string, chosen: string) => ({ value, label, isChosen: value === chosen });
  const titled = [...articles].map(([slug, { article }]) => [slug, article.citation.title] as const);
  return {
    ...{ query: q, field, article },
    statuses: [...STATUSES].map(([value, { label }]) => option(value, label, status)),
    articles:
      titled.length > MOST_ARTICLES
        ? null
        : titled.map(([slug, title]) => option(slug, shownTitle(title, LONGEST_NAME), article)),
  };
}

function titleOf({ articles }: Snapshot, slug: string): string {
  return shownTitle(articles.get(slug)?.article.citation.title ?? slug, LONGEST_NAME);
}

function nothingFound({ articles, glossary }: Snapshot, view: GlossaryView): Nothing {
  const { article } = view;
  if (article !== '' && !articles.has(article)) {
    const near = nearestWord(article, [...articles.keys()]);
    const way = near === null ? null : { href: glossaryAddress({ ...view, article: near }), label: near };
    return { says: `There is no article “${article}”.`, near: way };
  }
  const isEmpty = glossary.concepts.length === 0;
  return { says: isEmpty ? 'The glossary has no entry yet.' : 'Nothing was found.', near: null };
}

function candidatesOf({ articles }: Snapshot, { article }: GlossaryView): GlossaryPage['candidates'] {
  const [slug = ''] = article === '' && articles.size === 1 ? articles.keys() : [article];
  const title = articles.get(slug)?.article.citation.title;
  if (title === undefined) return null;
  return {
    href: candidatesAddress(slug),
    label: `What “${shownTitle(title, LONGEST_NAME)}” has and the glossary may lack`,
  };
}
