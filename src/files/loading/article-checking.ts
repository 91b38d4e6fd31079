import { articleAgainSlices, articleSlices } from '../../core/checks/article/check-article.ts';
import { uncheckedArticle } from '../../core/checks/article/unchecked-article.ts';
import type { ArticleCard, CheckedArticle } from '../../core/checks/checked-article.ts';
import type { Glossary } from '../../core/checks/glossary/check-glossary.ts';
import type { GlossaryDifference } from '../../core/checks/glossary/glossary-difference.ts';
import type { Problem } from '../../core/checks/problem.ts';
import type { Article, Unit } from '../../core/model/article.ts';
import type { Place } from '../../core/model/place.ts';
import type { Pacer, Slices } from '../../core/model/slices.ts';
import type { Catalogue } from '../../formats/article/catalogue.ts';
import type { ArticleSource } from '../../formats/article/markdown.ts';
import type { Held } from '../kept/held.ts';
import { Unfinished } from '../thread/unfinished.ts';
import { withinLimit } from '../thread/within-limit.ts';
import { type CheckedOnDemand, checkedOnDemand, type TextOnDemand } from './article-on-demand.ts';
import type { FoundArticle } from './list-sources.ts';
import type { Leaving } from './on-demand.ts';
import { ownTexts } from './own-texts.ts';

/** What an article was joined from. */
export interface ArticleOrigin {
  readonly files: FoundArticle;
  /**
   * What `fr.md` says; of a broken one, what its last good version said. Null where the paragraphs are made on demand.
   */
  readonly source: ArticleSource | null;
  /** The catalogue that was used, where it was not simply what the file says. */
  readonly other: Catalogue | null;
  /** Neither file had a problem, so that there is nothing to say of them again. */
  readonly isSound: boolean;
}

/** An article with what it was made from. */
export interface JoinedArticle {
  readonly from: ArticleOrigin;
  readonly article: Article;
  /** The same article, where its paragraphs are made on demand; null where they always are there. */
  readonly text: TextOnDemand | null;
  /** What of the catalogue does not fit the source, and what was approved by whoever wrote it. */
  readonly problems: readonly Problem[];
  /** Paragraphs with images in them. */
  readonly pictured: readonly Pictured[];
}

export type Pictured = Pick<Unit, 'source' | 'place'>;

export interface MadeArticle extends JoinedArticle {
  /** What it was checked with; null for one that never was. */
  readonly glossary: Glossary | null;
  readonly checked: CheckedArticle;
  /** The same, where its ledgers are made on demand. */
  readonly demand: CheckedOnDemand | null;
}

/** Checks articles. One that cannot be checked is made without verdicts, and keeps no other from its turn. */
export interface Checking {
  /** @param before what was made of the article before its files changed; null where there was none */
  first(joined: JoinedArticle, glossary: Glossary, before: MadeArticle | null): Promise<MadeArticle>;
  /** The article as it stands, with a glossary that does not bear on it; null where it may. */
  unaffected(before: MadeArticle, glossary: Glossary, difference: GlossaryDifference): MadeArticle | null;
  /** What is made from the same entries is the very same object. */
  again(before: MadeArticle, glossary: Glossary, difference: GlossaryDifference | null): Promise<MadeArticle>;
}

export interface CheckingPorts {
  readonly pacer: Pacer;
  /** Holds the ledgers that were wanted last. */
  readonly held: Held<Leaving>;
  /** Work on one article, waits left out; one that takes longer is not checked. Milliseconds. */
  readonly limit: number;
}

/** What a check came to. */
interface Outcome {
  readonly checked: CheckedArticle;
  readonly glossary: Glossary;
  /** What there was of the article, which this stands for from now on. */
  readonly before: MadeArticle | null;
}

export function createChecking({ pacer, held, limit }: CheckingPorts): Checking {
  const outcomeOf = async (article: Article, work: Slices<CheckedArticle>) => {
    try {
      return await pacer.finish(withinLimit(limit, work));
    } catch (error) {
      return uncheckedArticle(article, whyUnchecked(error));
    }
  };
  const madeOf = (joined: JoinedArticle, { checked, glossary, before }: Outcome): MadeArticle => {
    const { text } = joined;
    before?.demand?.letGo();
    if (text === null || checked.unchecked !== null) return { ...joined, glossary, checked, demand: null };
    const demand = checkedOnDemand(text, cardOf(checked), { glossary, held, made: checked.units });
    return { ...joined, glossary, checked: demand.checked, demand };
  };
  /**
   * The article as it stands but for the entries that it names, its ledgers to be made; null where they are there, or
   * may be others.
   */
  const carriedOf = (before: MadeArticle, glossary: Glossary, difference: GlossaryDifference): MadeArticle | null => {
    const card = before.text === null || isAtHand(before) ? null : difference.carryCard(before.checked);
    if (before.text === null || card === null) return null;
    const packed = before.demand?.packed() ?? null;
    const demand = checkedOnDemand(before.text, card, { glossary, held, made: null, packed });
    return { ...before, glossary, checked: demand.checked, demand };
  };
  return {
    async first(joined, glossary, before) {
      const { article } = joined;
      const known = before?.glossary === glossary ? nearAtHand(before) : null;
      const work = articleSlices(article, glossary, known);
      return madeOf(joined, { checked: await outcomeOf(article, work), glossary, before });
    },
    unaffected: (before, glossary, difference) =>
      before.checked.unchecked === null && !difference.mayBearOn(before.checked.summary)
        ? standing(before, glossary)
        : null,
    async again(before, glossary, difference) {
      const { article, checked } = before;
      const known = checked.unchecked === null ? difference : null;
      if (known !== null && !known.mayBearOn(checked.summary)) return standing(before, glossary);
      const carried = known === null ? null : carriedOf(before, glossary, known);
      if (carried !== null) return carried;
      const near = known === null ? null : nearAtHand(before);
      const again = () =>
        known !== null && near !== null ? articleAgainSlices(near, glossary, known) : articleSlices(article, glossary);
      const outcome = await outcomeOf(article, again());
      return outcome === near ? standing(before, glossary) : madeOf(before, { checked: outcome, glossary, before });
    },
  };
}

/** What stays in memory of an article whose paragraphs do not. */
function cardOf({ standings, findings, summary }: CheckedArticle): ArticleCard {
  const { target, bearing } = summary;
  const own = { target: ownTexts(target), bearing: { ...bearing, accepts: ownTexts(bearing.accepts) } };
  return { standings, findings: ownTexts(findings), summary: { ...summary, ...own } };
}

/** The very same, checked with another glossary. */
function standing(before: MadeArticle, glossary: Glossary): MadeArticle {
  before.demand?.bind(glossary);
  return { ...before, glossary };
}

/** An article with its ledgers, where they are there or need not be made; null elsewhere. */
function nearAtHand({ checked, demand }: MadeArticle): CheckedArticle | null {
  if (checked.unchecked !== null) return null;
  if (demand === null) return checked;
  const units = demand.glance();
  const { article, standings, findings, summary } = checked;
  return units && { article, units, standings, findings, summary, unchecked: null };
}

/** Whether there are ledgers of an article, without making them. */
function isAtHand({ checked, demand }: MadeArticle): boolean {
  return checked.unchecked === null && (demand === null || demand.isOpen());
}

function whyUnchecked(error: unknown): string {
  if (error instanceof Unfinished) return error.message;
  return `cannot be checked, in ${oddWay(error)}`;
}

export function oddWay(error: unknown): string {
  return `a way nobody foresaw (${error}); report it with the file`;
}

export function startOf({ source }: FoundArticle): Place {
  return { file: source.path, line: 1, column: 1 };
}
