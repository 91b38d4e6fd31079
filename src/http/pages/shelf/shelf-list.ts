import type { Snapshot } from '../../../core/changes/ports/library.ts';
import type { ArticleSummary, CheckedArticle } from '../../../core/checks/checked-article.ts';
import type { Severity } from '../../../core/checks/rule.ts';
import { mapSlices, type Pacer, type Slices } from '../../../core/model/slices.ts';
import { sortSlices } from '../../../core/model/sort-slices.ts';
import { bare } from '../../../core/text/characters.ts';
import { compareTexts } from '../../../core/text/compare-texts.ts';
import type { ShelfView } from '../../addresses.ts';
import { pageNumber } from '../frame/page-ways.ts';

/** An article as the shelf finds and shows it. */
export interface ShelvedArticle extends Pick<ArticleSummary, 'target' | 'units' | 'translated' | 'reviewed'> {
  readonly checked: CheckedArticle;
  /** What is wrong with the texts, but for what has no English yet. */
  readonly problems: Readonly<Record<Severity, number>>;
  /**
   * All that a search finds it by, without accents and capitals: its French title first, by which it is ordered too.
   */
  readonly text: string;
}

/** All articles, in each order that a page of the shelf can have. */
export type Shelf = Readonly<Record<ShelfView['by'], readonly ShelvedArticle[]>>;

/** Makes the shelf once for each state of the files; of an article that did not change nothing is counted again. */
export function createShelves(pacer: Pacer): (snapshot: Snapshot) => Promise<Shelf> {
  const kept = new WeakMap<CheckedArticle, ShelvedArticle>();
  const shelved = (checked: CheckedArticle): ShelvedArticle => {
    const article = kept.get(checked) ?? shelvedArticle(checked);
    kept.set(checked, article);
    return article;
  };
  let last: { readonly snapshot: Snapshot; readonly shelf: Promise<Shelf> } | null = null;
  return (snapshot) => {
    if (last?.snapshot === snapshot) return last.shelf;
    const shelf = pacer.finish(shelfOf(snapshot, shelved));
    last = { snapshot, shelf };
    return shelf;
  };
}

function* shelfOf({ articles }: Snapshot, shelved: (checked: CheckedArticle) => ShelvedArticle): Slices<Shelf> {
  const all = yield* mapSlices(articles.values(), shelved);
  const title = yield* sortSlices(all, (a, b) => compareTexts(a.text, b.text));
  return { '': yield* sortSlices(title, (a, b) => compareTexts(dateOf(b), dateOf(a))), title };
}

/** What has no date comes after all that has one. */
function dateOf({ checked }: ShelvedArticle): string {
  return checked.article.citation.date ?? '';
}

/** An article with what is counted of it. */
export function shelvedArticle(checked: CheckedArticle): ShelvedArticle {
  const { slug, citation } = checked.article;
  const { target, units, translated, reviewed } = checked.summary;
  const problems = { error: 0, warning: 0, info: 0 };
  for (const { rule, severity } of checked.findings) if (rule !== 'untranslated') problems[severity] += 1;
  return {
    ...{ checked, target, problems, units, translated, reviewed },
    text: [citation.title, target ?? '', citation.site ?? '', slug].map((one) => bare(one).trim()).join('\n'),
  };
}

/** What of the shelf is asked for, and what there is. */
export interface ShelfChoice {
  readonly view: ShelfView;
  readonly found: readonly ShelvedArticle[];
  readonly pages: number;
  /** Articles in all. */
  readonly total: number;
}

/** Articles of a page; with their texts cut short it stays under 200 KB. */
export const SHELF_PAGE = 50;

/** Articles looked at between two pauses. */
const SLICE = 2000;

/** The articles in whose titles, site or name all words of a search stand, whatever their accents and capitals. */
export function* chooseShelved(shelf: Shelf, view: ShelfView): Slices<ShelfChoice> {
  const all = shelf[view.by];
  const words = bare(view.q)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found: ShelvedArticle[] = [];
  for (const [i, article] of all.entries()) {
    if (i % SLICE === 0) yield;
    if (words.every((word) => article.text.includes(word))) found.push(article);
  }
  const { page, pages } = pageNumber(found.length, view.page, SHELF_PAGE);
  return { view: { ...view, page }, found, pages, total: all.length };
}
