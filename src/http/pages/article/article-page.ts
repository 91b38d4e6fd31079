import type { Snapshot } from '../../../core/changes/ports/library.ts';
import { summarize } from '../../../core/checks/article/standing-counts.ts';
import type { CheckedArticle, CheckedUnit } from '../../../core/checks/checked-article.ts';
import { isTranslatable } from '../../../core/model/article.ts';
import { filterSlices, type Slices } from '../../../core/model/slices.ts';
import { counted, grouped } from '../../../core/text/counted.ts';
import {
  articleAddress,
  glossaryAddress,
  importAddress,
  ledgerAddress,
  translateAddress,
  unitEditAddress,
} from '../../addresses.ts';
import { writtenDate } from '../frame/dates.ts';
import { type Frame, frameOf } from '../frame/frame.ts';
import { type OnPaper, onPaper } from '../frame/on-paper.ts';
import { articleTakeAway, type TakeAwayLink } from '../frame/take-away.ts';
import { leadsOnPage } from './article-leads.ts';
import { type ConceptRow, conceptRows } from './concept-rows.ts';
import { cellViews } from './table-view.ts';
import { isToTranslate, withTermsToTranslate } from './terms-to-translate.ts';
import { type UnitPlace, type UnitView, unitView } from './unit-view.ts';
import { type WayView, waysOf } from './way-view.ts';

/** views/article.ejs: the reader. */
export interface ArticlePage extends Frame {
  /** Its own address, whichever it was asked for at. */
  readonly at: string;
  readonly site: string | null;
  readonly url: string | null;
  readonly date: { readonly iso: string; readonly written: string } | null;
  /** “10 terms: 9 preferred, 1 deprecated; 3 more to translate”; “not checked” where it cannot be. */
  readonly summary: string;
  /** What is left to do, for who may edit. */
  readonly ways: readonly WayView[];
  readonly units: readonly UnitView[];
  readonly concepts: readonly ConceptRow[];
  /** “3 paragraphs”, which have no English; null when all have. */
  readonly untranslated: string | null;
  /** Where the English of an article is begun that has none; null where there is some. */
  readonly beginAt: string | null;
  /** Most of the English is this project’s own; a paragraph that says nothing is. */
  readonly isOwn: boolean;
  readonly translateAt: string;
  /** Where what another tool made of it is brought. */
  readonly importAt: string;
  readonly ledgerAt: string;
  /** The entries of the glossary that it has. */
  readonly entriesAt: string;
  /** What a search of it names: its slug. */
  readonly searchIn: string;
  readonly takeAway: readonly TakeAwayLink[];
  readonly paper: OnPaper;
}

/** Everything the reader shows of an article. Pure: the same snapshot gives the same page. */
export function* articlePage(
  { article, units, standings, unchecked }: CheckedArticle,
  snapshot: Snapshot,
): Slices<ArticlePage> {
  const { slug } = article;
  const { site, url, date, title } = article.citation;
  const marked = yield* withTermsToTranslate(units, snapshot.glossary.indexes);
  const toTranslate = yield* filterSlices(marked, isToTranslate);
  const first = beginning(yield* filterSlices(units, ({ unit }) => isTranslatable(unit)), toTranslate);
  const isOwn = (yield* filterSlices(units, isOfProject)).length > units.length / 2;
  const leadsOf = yield* leadsOnPage(slug, article.units);
  const cells = yield* cellViews(article.units);
  const ways = yield* waysOf(units);
  const summary = unchecked === null ? summaryOf(summarize(standings), toTranslate) : 'not checked';
  const placeOf = (checked: CheckedUnit) => ({
    tellsOrigin: !(isOwn && isOfProject(checked)),
    cell: cells.get(checked.unit.id) ?? null,
    gap: first === null ? 'Not translated yet.' : '',
  });
  return {
    ...frameOf(snapshot, title),
    ...{ at: articleAddress(slug), paper: onPaper([], null, articleAddress(slug)) },
    ...{ site, url, isOwn },
    date: date === null ? null : { iso: date, written: writtenDate(date) },
    ...{ summary, ways },
    units: yield* viewsOf(marked, (checked) => ({ ...placeOf(checked), slug, leadsOf })),
    concepts: yield* conceptRows(marked),
    untranslated: toTranslate.length === 0 ? null : counted(toTranslate.length, 'paragraph'),
    beginAt: first === null ? null : unitEditAddress(slug, first),
    translateAt: translateAddress(slug),
    importAt: importAddress(slug),
    ledgerAt: ledgerAddress(slug),
    entriesAt: glossaryAddress({ article: slug }),
    searchIn: slug,
    takeAway: articleTakeAway(slug),
  };
}

function* viewsOf(units: readonly CheckedUnit[], placeOf: (checked: CheckedUnit) => UnitPlace): Slices<UnitView[]> {
  const views: UnitView[] = [];
  for (const checked of units) {
    views.push(yield* unitView(checked, placeOf(checked)));
    yield;
  }
  return views;
}

function isOfProject({ unit }: CheckedUnit): boolean {
  return unit.origin?.startsWith('project') === true;
}

/** “5 terms to translate”, where no paragraph has any English. */
function summaryOf(judged: string, toTranslate: readonly CheckedUnit[]): string {
  const count = toTranslate.reduce((sum, { entries }) => sum + entries.length, 0);
  if (count === 0) return judged;
  return judged === 'no terms'
    ? `${counted(count, 'term')} to translate`
    : `${judged}; ${grouped(count)} more to translate`;
}

/** The paragraph to begin with where nobody has begun; null where there is some English, or nothing to translate. */
function beginning(translatable: readonly CheckedUnit[], toTranslate: readonly CheckedUnit[]): string | null {
  return translatable.length === toTranslate.length ? (translatable[0]?.unit.id ?? null) : null;
}
